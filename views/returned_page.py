"""Word back: the draft that goes out to be edited, and what the steering group changed in it."""

import streamlit as st

from exports.round_trip import VersionNotKnown, compare_returned, version_of
from storage import open_store
from strategy.round_trip.compare import NotThisPlan
from strategy.round_trip.take_over import OPEN, take_over
from views.common import consultation, link_to, plain, role, theme_names, today
from views.returned_draft import draft_section, read_upload
from views.returned_offers import CHOSEN, chosen_offers, show_offers
from views.returned_told import show_comments, show_outcome, show_refused, summary
from views.translate import _, ngettext

current = consultation()
st.title(_("Word tilbage"))
st.write(
    _(
        "Send planen ud som Word-fil, ret i den med eller uden sporede ændringer, og læs den ind "
        "igen. Intet i planen ændres, før du vælger det. Borgernes ord ændres aldrig."
    )
)
with open_store() as store:
    versions = store.plan_versions(current.id)
    is_empty = not (versions or store.goals(current.id) or store.initiatives(current.id))
    themes = theme_names(store.themes(current.id))
if is_empty:
    st.info(_("Planen har hverken mål eller initiativer endnu."))
    link_to("plan", _("Gå til planen"))
    st.stop()
draft_section(current)

st.header(_("Læs filen ind igen"))
returned = read_upload(current.id, st.file_uploader(_("Den rettede fil (.docx)"), type=["docx"]))
if returned is None or not versions:
    st.stop()
try:
    with open_store() as store:
        number = version_of(store, current.id, returned)
except VersionNotKnown:
    st.warning(_("Filen siger ikke, hvilken version den er skrevet ud fra. Vælg den selv."))
    numbers = [v.number for v in reversed(versions)]
    number = st.selectbox(
        _("Skrevet ud fra"), numbers, format_func=lambda n: _("Version {n}").format(n=n)
    )
try:
    with open_store() as store:
        found = compare_returned(store, current.id, returned, number)
except NotThisPlan:
    st.error(
        _("Ingen af rækkerne i version {n} står i filen. Er det den rigtige?").format(n=number)
    )
    st.stop()

summary(found)
show_outcome()
waiting = [o for o in found.offers if o.kind in OPEN]
if not found.offers:
    st.success(_("Filen siger det samme om mål og initiativer som den, der blev skrevet ud."))
show_offers(found, themes)
if waiting:
    clean = {o.key for o in waiting if o.kind in ("changed", "added")}
    chosen = chosen_offers(found)
    with st.container(horizontal=True):
        if st.button(_("Vælg alt uden konflikt"), disabled=not clean):
            st.session_state[CHOSEN] = st.session_state.get(CHOSEN, set()) | clean
            st.rerun()
        words = ngettext("Overtag {n} valgt", "Overtag {n} valgte", len(chosen))
        go = st.button(words.format(n=len(chosen)), type="primary", disabled=not chosen)
    if go:
        with open_store() as store:
            fresh = compare_returned(store, current.id, returned, number)
            done = take_over(store, current.id, chosen, fresh, role(), today())
        st.session_state["returned_outcome"] = done
        st.session_state[CHOSEN] = set()
        st.rerun()
show_refused(found)
show_comments(found)
if found.comments:
    st.caption(plain(_("Navne i filen læses ikke og gemmes ikke.")))
