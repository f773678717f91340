"""Figures of goals by year: typed in, seen as a curve of bars and as a table with an index."""

import datetime

import streamlit as st

from exports.danish import number
from exports.follow_up_outline import amount
from interviews.model import Consultation
from storage import open_store
from strategy.follow_up.figures import NotANumber, Series, read_number, series, set_figure
from strategy.follow_up.model import Figure, FollowUp
from strategy.goals import TextMissing
from strategy.model import Goal
from views.common import blank, emptied, plain, today
from views.translate import _


def figures_section(current: Consultation, _chosen: FollowUp) -> None:
    """A form for one more figure, and every series there is; they belong to all rounds."""
    with open_store() as store:
        goals, figures = store.goals(current.id), store.figures(current.id)
    if not goals:
        st.info(_("Planen har ingen mål endnu. Tal hører til et mål."))
        return
    with st.expander(_("Skriv et tal ind"), expanded=not figures):
        _add(current.id, goals, figures)
    labels = {g.id: f"{g.label} · {g.text}" for g in goals}
    for one in series(figures):
        _show(one, labels[one.goal_id], figures)


def _add(consultation_id: str, goals: tuple[Goal, ...], figures: tuple[Figure, ...]) -> None:
    by_id = {g.id: g for g in goals}
    goal = st.selectbox(
        _("Mål"),
        list(by_id),
        format_func=lambda key: f"{by_id[key].label} {by_id[key].text}",
        key="figure_goal",
    )
    own = [by_id[goal].indicator] if by_id[goal].indicator else []
    known = dict.fromkeys([f.name for f in figures if f.goal_id == goal] + own)
    with st.form("figure_form", border=False):
        name = st.selectbox(
            _("Hvad tælles? Skriv enheden med"),
            list(known),
            index=0 if known else None,
            accept_new_options=True,
            placeholder=_("fx hjemløse i alt, eller udgift i kr."),
            key=f"figure_name_{goal}",
        )
        left, right = st.columns(2)
        this_year = datetime.date.fromisoformat(today()).year
        year = left.number_input(_("År"), 1950, 2100, this_year, key="figure_year")
        typed = right.text_input(_("Tal"), key=blank("figure_value"))
        if not st.form_submit_button(_("Gem tallet"), type="primary"):
            return
    try:
        with open_store() as store:
            value = read_number(typed, name or "")
            set_figure(store, consultation_id, goal, name or "", int(year), value)
    except NotANumber:
        st.error(_("Det er ikke et tal. Skriv det som 1.250 eller 45,4."))
    except TextMissing:
        st.error(_("Skriv, hvad der tælles."))
    else:
        emptied("figure_value")
        st.rerun()


def _show(one: Series, goal: str, figures: tuple[Figure, ...]) -> None:
    st.subheader(plain(one.name))
    st.caption(plain(goal))
    first = one.points[0].year
    left, right = st.columns([3, 2])
    years = [str(p.year) for p in one.points]
    left.bar_chart(
        {_("År"): years, one.name: [p.value for p in one.points]},
        x=_("År"),
        y=one.name,
        x_label="",
        y_label="",
        height=220,
        color="#1B4B5A",
    )
    index = _("Indeks ({year} = 100)").format(year=first)
    shares = ["–" if p.index is None else number(p.index) for p in one.points]
    rows = [
        f"| {p.year} | {plain(amount(p.value, one))} | {plain(share)} |"
        for p, share in zip(one.points, shares, strict=True)
    ]
    head = f"| {_('År')} | {_('Tal')} | {plain(index)} |\n|:---|---:|---:|\n"
    right.markdown(head + "\n".join(rows))
    mine = {f.year: f for f in figures if (f.goal_id, f.name) == (one.goal_id, one.name)}
    with right.popover(_("Slet et tal")):
        year = st.selectbox(_("År"), sorted(mine), key=f"drop_{one.goal_id}_{one.name}")
        if st.button(_("Slet tallet"), key=f"drop_button_{one.goal_id}_{one.name}"):
            with open_store() as store:
                store.delete_figure(mine[year].id)
            st.rerun()
