"""What the parties say, point by point, and what is decided about it."""

import streamlit as st

from exports.danish import sort_key
from interviews.model import Consultation
from storage import open_store
from strategy.evidence import ReasonMissing
from strategy.goals import TextMissing
from strategy.hearing import add_point, decide_point, reword_point
from strategy.model import Hearing, HearingDecision, HearingPoint
from views.common import blank, emptied, plain, role, role_name, today
from views.hearing_answers import answers_section
from views.hearing_parties import chosen
from views.hearing_words import day_words, decision_name
from views.translate import _


def points_section(current: Consultation) -> None:
    """The points of one hearing by subject, and a form for the next."""
    with open_store() as store:
        hearings = store.hearings(current.id)
    if not hearings:
        st.info(_("Der er ingen høring endnu. Send en version i høring under Parter og frister."))
        return
    hearing = chosen(hearings)
    with open_store() as store:
        points = store.hearing_points(hearing.id)
    st.caption(_("Høringssvar blandes aldrig med borgernes udsagn."))
    sections = _sections(hearing)
    with st.expander(_("Skriv et punkt ind"), expanded=not points):
        _add(hearing, points, sections)
    with st.expander(
        _("Hent et svar fra en fil"), key=f"from_file_{hearing.id}", on_change="rerun"
    ) as file:
        if file.open:
            answers_section(hearing, sections)
    for subject in sorted({p.subject for p in points}, key=sort_key):
        st.subheader(plain(subject))
        for point in points:
            if point.subject == subject:
                _point(point, sections)


def _sections(hearing: Hearing) -> dict[str, str]:
    """What a point can be about: the whole plan, a theme, or a row of the version that is heard."""
    with open_store() as store:
        versions = store.plan_versions(hearing.consultation_id)
        themes = [theme.name for theme in store.themes(hearing.consultation_id)]
    version = next(v for v in versions if v.number == hearing.version_number)
    rows = {g.label: g.text for g in version.goals} | {i.label: i.text for i in version.initiatives}
    return (
        {"": _("Hele planen")}
        | {name: _("Temaet {name}").format(name=name) for name in themes}
        | {label: f"{label} {text}" for label, text in rows.items()}
    )


def _add(hearing: Hearing, points: tuple[HearingPoint, ...], sections: dict[str, str]) -> None:
    field = f"point_{hearing.id}"
    subjects = sorted({p.subject for p in points}, key=sort_key)
    with st.form(f"{field}_form", border=False):
        party = st.selectbox(_("Part"), [p.name for p in hearing.parties], key=f"{field}_party")
        section = st.selectbox(
            _("Om"), list(sections), format_func=sections.get, key=f"{field}_section"
        )
        subject = st.selectbox(
            _("Emne"),
            subjects,
            index=None,
            accept_new_options=True,
            placeholder=_("Vælg et emne, eller skriv et nyt"),
            key=blank(f"{field}_subject"),
        )
        text = st.text_area(_("Hvad siger parten?"), key=blank(f"{field}_text"))
        if not st.form_submit_button(_("Gem punktet"), type="primary"):
            return
    try:
        with open_store() as store:
            add_point(store, hearing, party, section, subject or "", text)
    except TextMissing:
        st.error(_("Skriv både emnet og det, parten siger."))
    else:
        emptied(f"{field}_text")
        st.rerun()


def _point(point: HearingPoint, sections: dict[str, str]) -> None:
    about = sections.get(point.section, point.section)
    with st.container(border=True, key=f"point_{point.id}"):
        st.markdown(f"**{point.label}** · {plain(point.party)}")
        st.caption(_("Om: {section}").format(section=plain(about)))
        st.markdown(plain(point.text))
        if point.remark:
            st.markdown(_("**Bemærkninger:** {text}").format(text=plain(point.remark)))
        if point.change:
            st.markdown(_("**Ændring i planen:** {text}").format(text=plain(point.change)))
        words = decision_name(point.decision)
        if point.decided_by:
            words += f" · {role_name(point.decided_by)} · {day_words(point.decided_on)}"
            st.caption(plain(words))
        else:
            st.warning(words)
        label = _("Ret beslutningen") if point.decided_by else _("Beslut")
        with st.expander(label, key=f"decide_{point.id}", on_change="rerun") as one:
            if one.open:
                _decide(point)


def _decide(point: HearingPoint) -> None:
    decisions = [d.value for d in HearingDecision]
    with st.form(f"decision_form_{point.id}", border=False):
        remark = st.text_area(_("Kommunens bemærkninger"), point.remark, key=f"remark_{point.id}")
        decision = st.selectbox(
            _("Beslutning"),
            decisions,
            decisions.index(point.decision),
            format_func=decision_name,
            key=f"decision_{point.id}",
        )
        change = st.text_area(_("Hvad ændres i planen?"), point.change, key=f"change_{point.id}")
        saved = st.form_submit_button(_("Gem beslutningen"), type="primary")
    if saved:
        try:
            with open_store() as store:
                decide_point(
                    store, point, HearingDecision(decision), role(), today(), remark, change
                )
        except ReasonMissing:
            st.error(_("Skriv i bemærkningerne, hvorfor punktet ikke følges helt."))
        else:
            st.session_state.pop(f"decide_{point.id}", None)
            st.rerun()
    with st.container(horizontal=True):
        with st.popover(_("Ret teksten")):
            _reword(point)
        with st.popover(_("Slet punktet")):
            if st.button(_("Ja, slet punktet"), key=f"delete_point_{point.id}"):
                with open_store() as store:
                    store.delete_hearing_point(point.id)
                st.rerun()


def _reword(point: HearingPoint) -> None:
    with st.form(f"reword_form_{point.id}", border=False):
        subject = st.text_input(_("Emne"), point.subject, key=f"subject_{point.id}")
        text = st.text_area(_("Hvad siger parten?"), point.text, key=f"said_{point.id}")
        if not st.form_submit_button(_("Gem teksten")):
            return
    try:
        with open_store() as store:
            reword_point(store, point, subject, text)
    except TextMissing:
        st.error(_("Skriv både emnet og det, parten siger."))
    else:
        st.rerun()
