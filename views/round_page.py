"""The round on the wall: where we have been, where not, and who is missing."""

import streamlit as st

from interviews.model import Role
from interviews.round import look_at_round
from storage import open_store
from views.common import consultation, plain, role, theme_names
from views.round_parts import CSS, bars, missing, plan_sites, theme_table
from views.translate import _, ngettext

current = consultation()
with open_store() as store:
    found = look_at_round(store, current.id)
    names = theme_names(store.themes(current.id))

st.html(CSS)
with st.container(key="round"):
    st.title(_("Runden"))
    if not found.sites:
        st.info(_("Tilføj de steder, hvor I møder borgerne."))
        st.stop()
    people = _("få") if found.people is None else str(found.people)
    of = _("af {n} planlagte").format(n=found.planned) if found.planned else ""
    held = ngettext("{n} samtale", "{n} samtaler", found.conversations)
    st.html(
        f'<p class="sum"><b>{people}</b> {_("borgere")} {of} · '
        f"{held.format(n=found.conversations)}</p>"
    )
    st.header(_("Steder"))
    bars(found)
    st.header(_("Hvem mangler vi?"))
    lines = missing(found)
    for line in lines or [_("Ingen. Alle planlagte tal er nået.")]:
        st.markdown(f"- {plain(line)}")
    if any(one.themes for one in found.sites):
        st.header(_("Borgere efter sted og tema"))
        theme_table(found, names)
    st.caption(
        _(
            "Tal under {k} vises ikke, og heller ikke tal, de kan regnes ud af. "
            "En borger, der har talt om flere temaer, tæller med i hvert."
        ).format(k=found.k)
    )
    if found.uncounted:
        st.caption(
            ngettext(
                "{n} samtale uden sted eller antal er ikke med.",
                "{n} samtaler uden sted eller antal er ikke med.",
                found.uncounted,
            ).format(n=found.uncounted)
        )
    if role() in (Role.CONSULTANT, Role.ADMINISTRATOR):
        plan_sites(found)
