"""The beginning: drafts to take up again, or a new conversation."""

import datetime

import streamlit as st

from guides.model import Guide
from interviews import drafts, record
from interviews.model import Consultation, Draft, Site
from storage import open_store
from views.capture_guard import guard_is_warm
from views.capture_practice import offer_practice
from views.capture_steps import guides_of, mark_of, steps_of
from views.capture_sync import in_draft, sweep_data
from views.capture_traits import ask_traits
from views.capture_words import month_name, open_draft, remove_draft
from views.common import consultation, plain, theme_names, today
from views.components.draft_field import draft_field
from views.statement_fix import fix
from views.translate import _, language, ngettext


def show_start() -> None:
    """Drafts first: somebody may be waiting in the middle of one."""
    current = consultation()
    in_draft(lambda store: record.purge_expired(store, current.id, today()))
    with open_store() as store:
        open_drafts = store.drafts(current.id)
        sites, guides = store.sites(current.id), store.guides(current.id)
        names = theme_names(store.themes(current.id))
        days = store.settings(current.id).draft_days
    st.title(_("Samtale"))
    draft_field("capture_sweep", sweep_data())
    guard_is_warm()
    if open_drafts:
        st.header(_("Kladder"))
        places = {site.id: site.name for site in sites}
        for draft in open_drafts:
            _draft_card(draft, places, names)
    st.header(_("Ny samtale"))
    if not guides:
        st.info(_("Undersøgelsen har ingen spørgeguider endnu."))
        return
    _new_draft(current, sites, guides, names)
    kept = ngettext(
        "Kladder, ingen har rørt i {n} dag, slettes af sig selv.",
        "Kladder, ingen har rørt i {n} dage, slettes af sig selv.",
        days,
    )
    st.caption(kept.format(n=days))
    offer_practice(current)
    with st.expander(_("Ret et afleveret udsagn")):
        _fix_by_number(current.id)


def _fix_by_number(consultation_id: str) -> None:
    """What was handed in is found again by the number it was given then."""
    typed = st.text_input(_("Udsagnets nummer, for eksempel U-123"), key="fix_number")
    digits = "".join(sign for sign in typed if sign.isdigit())
    if not digits:
        return
    with open_store() as store:
        said = [s for s in store.statements(consultation_id) if s.number == int(digits)]
    if not said:
        st.warning(_("Der er intet udsagn med det nummer."))
    for one in said:
        st.markdown(f"**{one.label}** · {plain(one.text)}")
        fix(one)


def _draft_card(draft: Draft, places: dict[str, str], names: dict[str | None, str]) -> None:
    steps = steps_of(guides_of(draft))
    answered = sum(mark_of(draft, step) == "answered" for step in steps)
    with st.container(border=True):
        place = places.get(draft.site_id or "", _("Uden sted"))
        themes = ", ".join(names.get(key) or key for key in draft.theme_keys)
        st.markdown(f"**{place}**, {month_name(draft.month)}")
        progress = _("{done} af {all} spørgsmål har svar").format(done=answered, all=len(steps))
        st.write(f"{themes} · {progress}")
        with st.container(horizontal=True):
            st.button(
                _("Fortsæt"),
                key=f"open_{draft.id}",
                type="primary",
                on_click=open_draft,
                args=(draft.id,),
            )
            with st.popover(_("Slet"), key=f"drop_{draft.id}"):
                st.write(_("Alt i kladden går tabt og kan ikke hentes tilbage."))
                st.button(
                    _("Ja, slet kladden"),
                    key=f"sure_{draft.id}",
                    on_click=remove_draft,
                    args=(draft.id,),
                )


def _new_draft(
    current: Consultation,
    sites: tuple[Site, ...],
    guides: tuple[Guide, ...],
    names: dict[str | None, str],
) -> None:
    by_id = {guide.id: guide for guide in guides}
    places = {site.id: site.name for site in sites}
    left, right = st.columns(2)
    site = left.selectbox(
        _("Hvor er I?"),
        list(places),
        index=None,
        format_func=places.get,
        placeholder=_("Vælg kontaktsted"),
        key="capture_site",
    )
    month = right.selectbox(
        _("Måned"), months_back(today()), format_func=month_name, key="capture_month"
    )
    alone = st.segmented_control(
        _("Hvem taler du med?"),
        ["alone", "group"],
        default="alone",
        required=True,
        format_func={"alone": _("Én borger"), "group": _("En gruppe")}.get,
        key="capture_alone",
    )
    people = 1
    if alone == "group":
        people = st.number_input(_("Hvor mange er I om bordet?"), 2, 50, 3, key="capture_people")
    traits = ask_traits(current.id) if alone == "alone" else {}
    chosen = st.segmented_control(
        _("Hvad skal I tale om? Vælg ét eller flere temaer."),
        list(by_id),
        selection_mode="multi",
        format_func=lambda key: (
            names.get(by_id[key].theme_key) or by_id[key].title.text(language())
        ),
        key="capture_themes",
    )
    if st.button(_("Begynd samtalen"), type="primary", key="capture_begin"):
        if not chosen:
            st.warning(_("Vælg mindst ét tema."))
            return
        begun = in_draft(
            lambda store: drafts.start_draft(
                store,
                current.id,
                [by_id[key] for key in chosen],
                today(),
                site_id=site,
                month=month,
                participants=int(people),
                **traits,
            )
        )
        open_draft(begun.id)
        st.rerun()


def months_back(day: str, count: int = 6) -> list[str]:
    """This month and those before it, newest first."""
    first = datetime.date.fromisoformat(day).replace(day=1)
    months = []
    for _step in range(count):
        months.append(first.isoformat()[:7])
        first = (first - datetime.timedelta(days=1)).replace(day=1)
    return months
