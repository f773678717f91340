"""Moving a goal or an initiative, putting two together, splitting one, deleting one."""

from collections.abc import Mapping

import streamlit as st

from interviews.model import Statement
from storage import open_store
from strategy.editing.merging import Merged, merge_goals, merge_initiatives
from strategy.editing.model import Action
from strategy.editing.order import move_goal, move_goal_to, move_initiative, move_to
from strategy.editing.splitting import split_initiative
from strategy.goals import TextMissing
from strategy.model import Goal, Initiative
from views.common import plain, theme_names
from views.plan_parts import Row, close
from views.plan_reading import ThemePlan
from views.plan_step import plan_step, tell
from views.translate import _, ngettext

HERE, THERE, BOTH = "here", "there", "both"


def arrange_section(plan: ThemePlan, row: Row, said: Mapping[str, Statement]) -> None:
    """One thing at a time, so that nobody meets three forms at once."""
    kinds = {
        "place": _("Flyt"),
        "merge": _("Læg sammen med et andet"),
        "split": _("Del i to"),
        "delete": _("Slet"),
    }
    if isinstance(row, Goal):
        del kinds["split"]
    chosen = st.segmented_control(
        _("Hvad vil du?"),
        list(kinds),
        default="place",
        required=True,
        format_func=kinds.get,
        key=f"how_{row.id}",
        label_visibility="collapsed",
    )
    if chosen == "merge":
        _merge(plan, row)
    elif chosen == "split" and isinstance(row, Initiative):
        _split(plan, row, said)
    elif chosen == "delete":
        _delete(plan, row)
    else:
        _place(plan, row)


def _place(plan: ThemePlan, row: Row) -> None:
    with st.container(horizontal=True):
        for by, words in ((-1, _("Flyt op")), (1, _("Flyt ned"))):
            if st.button(words, key=f"move{by}_{row.id}"):
                with plan_step(plan.consultation_id, Action.MOVED, row.label) as store:
                    if isinstance(row, Goal):
                        move_goal(store, row, by)
                    else:
                        move_initiative(store, row, by)
                st.rerun()
    with open_store() as store:
        names = theme_names(store.themes(plan.consultation_id))
    others = [key for key in names if key not in (None, row.theme_key)]
    field, button = st.columns([4, 1], vertical_alignment="bottom")
    theme = field.selectbox(
        _("Flyt til et andet tema"),
        others,
        index=None,
        format_func=lambda key: plain(names[key]),
        placeholder=_("Vælg tema"),
        key=f"theme_{row.id}",
    )
    if button.button(_("Flyt"), key=f"to_theme_{row.id}", disabled=not theme) and theme:
        with plan_step(plan.consultation_id, Action.MOVED, row.label) as store:
            if isinstance(row, Goal):
                move_goal_to(store, row, theme)
            else:
                move_to(store, row, theme)
        close(row)
        told = _("{label} står nu under {theme}.")
        tell(told.format(label=row.label, theme=plain(names[theme])))
        st.rerun()


def _merge(plan: ThemePlan, row: Row) -> None:
    with open_store() as store:
        rows = store.goals if isinstance(row, Goal) else store.initiatives
        there = {r.id: r for r in rows(plan.consultation_id) if r.id != row.id}
    near = sorted(there, key=lambda k: (there[k].theme_key != row.theme_key, there[k].number))
    other = st.selectbox(
        _("Læg sammen med"),
        near,
        index=None,
        format_func=lambda key: f"{there[key].label} {there[key].text}",
        placeholder=_("Vælg"),
        key=f"merge_{row.id}",
    )
    if not other:
        return
    text = st.text_area(
        _("Fælles ordlyd"), f"{row.text}\n{there[other].text}", key=f"words_{row.id}_{other}"
    )
    told = _("{kept} bliver med belæg fra begge. Nummeret {gone} bruges ikke igen.")
    st.caption(told.format(kept=row.label, gone=there[other].label))
    if st.button(_("Læg sammen"), type="primary", key=f"do_merge_{row.id}"):
        try:
            with plan_step(plan.consultation_id, Action.MERGED, row.label) as store:
                if isinstance(row, Goal):
                    merged = merge_goals(store, row, there[other], text)  # type: ignore[arg-type]
                else:
                    merged = merge_initiatives(store, row, there[other], text)
        except TextMissing:
            st.error(_("Skriv ordlyden først."))
            return
        close(row)
        tell(_merged_words(merged))
        st.rerun()


def _merged_words(merged: Merged) -> str:
    """What came of it, with everything that gave way."""
    from views.hearing_words import field_name  # it names what the form of an initiative does

    with open_store() as store:
        sharp = store.statements_by_id(merged.sharpened)
    lines = [
        _("{gone} er lagt ind i {kept}. Belæg: {n} og {m} udsagn, {shared} gik igen.").format(
            gone=merged.gone,
            kept=merged.label,
            n=merged.kept,
            m=merged.taken,
            shared=merged.shared,
        )
    ]
    if sharp:
        labels = ", ".join(sorted(s.label for s in sharp.values()))
        lines.append(
            _("Set forskelligt, nu som det mest kritiske: {labels}.").format(labels=labels)
        )
    lines += [
        _("Gav plads: {field} »{value}«.").format(field=field_name(name), value=value)
        for name, value in merged.left_out
    ]
    return plain("\n".join(lines))


def _split(plan: ThemePlan, row: Initiative, said: Mapping[str, Statement]) -> None:
    links = [link for link in plan.links[row.id] if link.statement_id in said]
    places = {HERE: row.label, THERE: _("Det nye"), BOTH: _("Begge")}
    with st.form(f"split_{row.id}", border=False):
        text = st.text_area(_("Det nye initiativ"), placeholder=_("at der …"))
        if links:
            st.caption(_("Hvor hører hvert udsagn hjemme?"))
        where = {}
        for link in links:
            one = said[link.statement_id]
            words, choice = st.columns([3, 2], vertical_alignment="center")
            words.markdown(f"**{one.label}** · {plain(one.text)}")
            where[one.id] = choice.segmented_control(
                _("Hvor hører {label} hjemme?").format(label=one.label),
                list(places),
                default=HERE,
                required=True,
                format_func=places.get,
                key=f"where_{row.id}_{one.id}",
                label_visibility="collapsed",
            )
        if not st.form_submit_button(_("Del initiativet"), type="primary"):
            return
    try:
        with plan_step(plan.consultation_id, Action.SPLIT, row.label) as store:
            moved = {key for key, place in where.items() if place == THERE}
            shared = {key for key, place in where.items() if place == BOTH}
            made = split_initiative(store, row, text, moved, shared)
    except TextMissing:
        st.error(_("Skriv det nye initiativ først."))
        return
    close(row)
    tell(_("{new} er skilt ud fra {old}.").format(new=made.label, old=row.label))
    st.rerun()


def _delete(plan: ThemePlan, row: Row) -> None:
    is_goal = isinstance(row, Goal)
    count = len(plan.links[row.id])
    words = ngettext(
        "{label} slettes, og {n} udsagn mister sit svar her. Det kan fortrydes.",
        "{label} slettes, og {n} udsagn mister deres svar her. Det kan fortrydes.",
        count,
    )
    st.write(words.format(label=row.label, n=count))
    if is_goal:
        st.write(_("Initiativerne under målet bliver stående uden mål."))
    if st.button(_("Ja, slet {label}").format(label=row.label), key=f"delete_{row.id}"):
        with plan_step(plan.consultation_id, Action.DELETED, row.label) as store:
            store.delete_goal(row.id) if is_goal else store.delete_initiative(row.id)
        st.rerun()
