"""How each goal and initiative stands, and what is late, unowned or without a time."""

import streamlit as st

from interviews.model import Consultation
from storage import open_store
from strategy.evidence import ReasonMissing
from strategy.follow_up.model import FollowUp, Progress
from strategy.follow_up.overdue import Late, Overdue, overdue
from strategy.follow_up.rounds import Standing, likely_progress, mark_row, standings
from strategy.model import Goal, Initiative, TargetKind
from views.common import plain, role, role_name, theme_name, today
from views.hearing_words import day_words
from views.translate import _, ngettext

AT_ONCE = 10  # rows on the screen


def progress_name(kind: TargetKind, progress: str) -> str:
    """How a row stands, in words that fit a goal or an initiative."""
    is_goal = kind is TargetKind.GOAL
    return {
        Progress.NOT_BEGUN: _("Ikke begyndt"),
        Progress.UNDER_WAY: _("På vej") if is_goal else _("I gang"),
        Progress.BEHIND: _("Forsinket"),
        Progress.DONE: _("Nået") if is_goal else _("Gennemført"),
        Progress.NOT_DONE: _("Ikke nået") if is_goal else _("Ikke gennemført"),
        Progress.DROPPED: _("Opgivet"),
    }[Progress(progress)]


def watch_section(current: Consultation) -> None:
    """What is to be looked at today, as the newest round has it; nothing where all is well."""
    with open_store() as store:
        goals, initiatives = store.goals(current.id), store.initiatives(current.id)
        rounds = store.follow_ups(current.id)
        marks = store.marks(rounds[-1].id) if rounds else ()
    found = overdue(goals, initiatives, today(), {m.target_id: m.progress for m in marks})
    rows = _watched(found)
    if not rows:
        return
    n = len(rows)
    title = ngettext("{n} række at se på", "{n} rækker at se på", n).format(n=n)
    with st.expander(title, icon=":material/schedule:"):
        st.markdown("\n".join(rows))


def _watched(found: Overdue) -> list[str]:
    """A line for each row, with everything there is to say of it."""
    told: dict[tuple[str, str], list[str]] = {}
    for row, why in (
        *((late, _due(late)) for late in found.late),
        *((one, _("ingen ansvarlig")) for one in found.unowned),
        *((one, _("hverken opstart eller slut")) for one in found.undated),
        *((one, _("tiden kan ikke læses som en dato")) for one in found.unread),
    ):
        told.setdefault((row.label, row.text), []).append(why)
    return [
        f"- **{label}** {plain(text)}: *{plain(', '.join(why))}*"
        for (label, text), why in told.items()
    ]


def _due(late: Late) -> str:
    day = day_words(late.due)
    return {
        "end": _("skulle være færdigt {day}"),
        "start": _("skulle være begyndt {day}"),
        "year": _("målet gjaldt til {day}"),
    }[late.what].format(day=day)


def status_section(current: Consultation, chosen: FollowUp) -> None:
    """Goals and initiatives, ten at a time; those nobody has told of can be seen alone."""
    with open_store() as store:
        rows = standings(store, chosen)
        there = {r.id: r for r in (*store.goals(current.id), *store.initiatives(current.id))}
        names = {t.key: theme_name(t) for t in store.themes(current.id)}
    told = sum(r.mark is not None for r in rows)
    st.progress(told / max(len(rows), 1), _("{n} af {all} gjort op").format(n=told, all=len(rows)))
    only_left = st.toggle(_("Vis kun dem, der mangler"), key=f"left_{chosen.id}")
    shown = [r for r in rows if not (only_left and r.mark)]
    pages = max(1, -(-len(shown) // AT_ONCE))
    page = min(st.pagination(pages, key=f"status_page_{chosen.id}"), pages) if pages > 1 else 1
    for row in shown[(page - 1) * AT_ONCE : page * AT_ONCE]:
        with st.container(border=True, key=f"standing_{row.target_id}"):
            _row(chosen, row, there.get(row.target_id), names)


def _row(
    chosen: FollowUp, row: Standing, plan_row: Goal | Initiative | None, names: dict[str, str]
) -> None:
    st.markdown(f"**{row.label}** · {plain(row.text)}")
    facts = [names.get(plan_row.theme_key, "")] if plan_row else [_("ikke længere i planen")]
    if isinstance(plan_row, Initiative):
        facts += [plan_row.responsible or _("ingen ansvarlig"), plan_row.start, plan_row.end]
    elif isinstance(plan_row, Goal):
        facts += [plan_row.indicator, plan_row.target, str(plan_row.year or "")]
    st.caption(plain(" · ".join(fact for fact in facts if fact)))
    if row.before:
        before = progress_name(row.target_kind, row.before.progress)
        reason = f": {row.before.reason}" if row.before.reason else ""
        st.caption(plain(_("Sidst: {status}").format(status=before) + reason))
    if plan_row is None:
        if row.mark:
            name = progress_name(row.target_kind, row.mark.progress)
            st.markdown(plain(f"{name}: {row.mark.reason}"))
        return
    _form(chosen, row, plan_row)


def _form(chosen: FollowUp, row: Standing, plan_row: Goal | Initiative) -> None:
    every = [p.value for p in Progress]
    stands = row.mark.progress if row.mark else likely_progress(plan_row, row.before)
    with st.form(f"mark_form_{chosen.id}_{row.target_id}", border=False):
        left, right = st.columns([1, 2])
        progress = left.selectbox(
            _("Status"),
            every,
            every.index(stands),
            format_func=lambda p: progress_name(row.target_kind, p),
            key=f"progress_{chosen.id}_{row.target_id}",
        )
        reason = right.text_area(
            _("Begrundelse"),
            row.mark.reason if row.mark else "",
            height=68,
            key=f"reason_{chosen.id}_{row.target_id}",
        )
        with st.container(horizontal=True, vertical_alignment="center"):
            saved = st.form_submit_button(_("Gem status"))
            if row.mark:
                by = f"{role_name(row.mark.role)} · {day_words(row.mark.day)}"
                st.markdown(":material/check: " + plain(by))
    if not saved:
        return
    try:
        with open_store() as store:
            mark_row(store, chosen, plan_row, Progress(progress), role(), today(), reason)
    except ReasonMissing:
        st.error(_("Skriv hvorfor."))
    else:
        st.rerun()
