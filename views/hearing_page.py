"""Versions of the plan, the hearing on one of them, and the way to adoption."""

import streamlit as st

from storage import open_store
from views.common import consultation, link_to
from views.hearing_agenda import agenda_section
from views.hearing_note import note_section
from views.hearing_parties import parties_section
from views.hearing_points import points_section
from views.hearing_versions import versions_section
from views.translate import _

current = consultation()
st.title(_("Versioner og høring"))
with open_store() as store:
    is_empty = not (store.goals(current.id) or store.initiatives(current.id))
    is_empty = is_empty and not store.plan_versions(current.id)
if is_empty:
    st.info(_("Planen har hverken mål eller initiativer endnu."))
    link_to("plan", _("Gå til planen"))
    st.stop()
parts = {
    _("Versioner"): versions_section,
    _("Parter og frister"): parties_section,
    _("Høringssvar"): points_section,
    _("Notat og vedtagelse"): note_section,
    _("Dagsordenspunkt"): agenda_section,
}
for tab, show in zip(
    st.tabs(list(parts), key=f"hearing_tab_{current.id}", on_change="rerun"),
    parts.values(),
    strict=True,
):
    if tab.open:
        with tab:
            show(current)
