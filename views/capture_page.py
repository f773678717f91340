"""A conversation with a citizen, from the words about anonymity to the handing in."""

from functools import partial

import streamlit as st

from interviews.practice import PRACTICE
from views.capture_check import show_check
from views.capture_consent import show_consent
from views.capture_done import show_done
from views.capture_gone import show_gone, show_unheard
from views.capture_pocket import show_pocket
from views.capture_practice import show_banner
from views.capture_question import show_question
from views.capture_start import show_start
from views.capture_steps import guides_of, steps_of
from views.capture_sync import keep_typed, waker_data
from views.capture_words import CSS, current_draft, open_draft
from views.common import today
from views.components.draft_field import draft_field
from views.translate import _

st.html(CSS)
with st.container(key="capture"):
    show_banner()
    draft = current_draft()
    if st.session_state.get("capture_done"):
        show_done(st.session_state["capture_done"])
    elif draft is None:
        if "kladde" in st.query_params:
            practised = st.query_params["kladde"] == PRACTICE
            open_draft(None)
            if practised:
                st.info(_("Øvelsen er slut. Intet er gemt."))
            else:
                show_gone()
        show_unheard()
        show_start()
    else:
        steps = steps_of(guides_of(draft))
        if not draft.consent_given:
            show_consent(draft)
        elif draft.position < len(steps):
            keep = partial(keep_typed, draft.id, today=today())
            draft_field("capture_waker", waker_data(draft), keep)
            show_pocket(draft, steps)
            show_question(draft.id, steps)
        else:
            show_check(draft, steps)
