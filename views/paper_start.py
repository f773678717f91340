"""Before the typing: which guide was used, where, when and with how many."""

import streamlit as st

from interviews import record
from interviews.model import Consultation, Draft
from interviews.paper import start_paper
from storage import open_store
from views.capture_start import months_back
from views.capture_sync import in_draft
from views.capture_traits import ask_traits
from views.capture_words import month_name, remove_draft
from views.common import consultation, theme_names, today
from views.translate import _, language, ngettext

PAPER_MONTHS = 24  # notes may have lain in a drawer


def show_drafts(drafts: list[Draft]) -> None:
    """Notes begun and not handed in yet."""
    if not drafts:
        return
    current = consultation()
    with open_store() as store:
        places = {site.id: site.name for site in store.sites(current.id)}
        names = theme_names(store.themes(current.id))
    st.header(_("Kladder"))
    for draft in drafts:
        with st.container(border=True):
            place = places.get(draft.site_id or "", _("Uden sted"))
            themes = ", ".join(names.get(key) or key for key in draft.theme_keys)
            st.markdown(f"**{place}**, {month_name(draft.month)} · {themes}")
            n = len(record.said(draft))
            st.write(ngettext("{n} felt udfyldt", "{n} felter udfyldt", n).format(n=n))
            with st.container(horizontal=True):
                st.button(
                    _("Fortsæt"),
                    key=f"paper_open_{draft.id}",
                    type="primary",
                    on_click=_open,
                    args=(draft.id,),
                )
                with st.popover(_("Slet"), key=f"paper_drop_{draft.id}"):
                    st.write(_("Alt i kladden går tabt og kan ikke hentes tilbage."))
                    st.button(
                        _("Ja, slet kladden"),
                        key=f"paper_sure_{draft.id}",
                        on_click=remove_draft,
                        args=(draft.id,),
                    )


def show_new(current: Consultation) -> None:
    """The boxes of the printed guide, in the same order."""
    with open_store() as store:
        guides, sites = store.guides(current.id), store.sites(current.id)
        names = theme_names(store.themes(current.id))
    st.header(_("Nye noter"))
    if not guides:
        st.info(_("Undersøgelsen har ingen spørgeguider endnu."))
        return
    by_id = {guide.id: guide for guide in guides}
    places = {site.id: site.name for site in sites}
    chosen = st.segmented_control(
        _("Spørgeguide"),
        list(by_id),
        default=next(iter(by_id)),
        required=True,
        format_func=lambda key: (
            names.get(by_id[key].theme_key) or by_id[key].title.text(language())
        ),
        key="paper_guide",
    )
    left, middle, right = st.columns(3)
    site = left.selectbox(
        _("Kontaktsted"),
        list(places),
        index=None,
        format_func=places.get,
        placeholder=_("Vælg kontaktsted"),
        key="paper_site",
    )
    month = middle.selectbox(
        _("Måned"),
        months_back(today(), PAPER_MONTHS),
        format_func=month_name,
        key="paper_month",
    )
    people = right.number_input(_("Antal borgere"), 1, 50, 1, key="paper_people")
    traits = ask_traits(current.id) if people == 1 else {}
    consent = st.checkbox(_("Der er sat kryds ved, at borgeren har sagt ja"), key="paper_consent")
    quotable = st.checkbox(_("Der er sat kryds ved, at det må citeres"), key="paper_quotable")
    if not st.button(_("Tast noterne ind"), type="primary", key="paper_begin"):
        return
    if not consent:
        st.warning(_("Uden et ja må noterne ikke bruges."))
        return
    begun = in_draft(
        lambda store: start_paper(
            store,
            current.id,
            by_id[chosen],
            today(),
            site_id=site,
            month=month,
            participants=int(people),
            quotable=quotable,
            **traits,
        )
    )
    _open(begun.id)
    st.rerun()


def _open(draft_id: str) -> None:
    st.query_params["papir"] = draft_id
