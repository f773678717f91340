"""Notes from a printed guide, typed in: choose what it was, then one field after the other."""

from functools import partial

import streamlit as st

from interviews.model import Origin
from storage import open_store
from views.capture_guard import guard_is_warm
from views.capture_sync import keep_typed, read_draft, sweep_data, waker_data
from views.capture_words import CSS
from views.common import consultation, today
from views.components.draft_field import draft_field
from views.paper_fields import show_fields
from views.paper_start import show_drafts, show_new
from views.translate import _

st.html(CSS)
current = consultation()
with st.container(key="capture"):
    draft = read_draft(st.query_params.get("papir", ""))
    st.title(_("Papirnoter"))
    if draft and draft.origin is Origin.PAPER and draft.consultation_id == current.id:
        draft_field(
            "capture_waker", waker_data(draft), partial(keep_typed, draft.id, today=today())
        )
        show_fields(draft.id)
    else:
        st.query_params.pop("papir", None)
        draft_field("capture_sweep", sweep_data())
        guard_is_warm()
        with open_store() as store:
            drafts = [d for d in store.drafts(current.id) if d.origin is Origin.PAPER]
        show_drafts(drafts)
        show_new(current)
