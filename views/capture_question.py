"""One question at a time: probes, as many statements as there are, free movement."""

from dataclasses import replace

import streamlit as st

from interviews import drafts
from interviews.model import Draft, DraftEntry, Kind, Wording
from storage import Store
from views.capture_consent import help_texts
from views.capture_guard import findings_now
from views.capture_offer import show_offer
from views.capture_steps import Step, ensure_entry, entries_of, mark_of, shown_entries
from views.capture_sync import field_data, in_draft, keep_typed, read_draft
from views.capture_words import allowed_words, field_words, open_draft, quiet_findings
from views.common import kind_name, today, wording_name
from views.components.draft_field import draft_field
from views.translate import _, language


@st.fragment
def show_question(draft_id: str, steps: tuple[Step, ...]) -> None:
    """The question the draft stands at; typing draws only this part of the page again."""
    draft = read_draft(draft_id)
    if draft is None or draft.position >= len(steps):
        st.rerun()
    step = steps[draft.position]
    draft = ensure_entry(draft, step)
    _show_progress(draft, steps, step)
    st.title(step.question.text.text(language()))
    if step.question.probes:
        st.markdown("\n".join(f"- {probe.text(language())}" for probe in step.question.probes))
    entries = shown_entries(draft, step, _opened())
    allowed = allowed_words(draft.consultation_id)
    for number, entry in enumerate(entries, start=1):
        _show_entry(draft, entry, number, allowed)
    st.button(
        _("Ét udsagn mere"),
        icon=":material/add:",
        key=f"more_{step.number}",
        on_click=_add,
        args=(draft.id, step),
    )
    _show_way(draft, steps, step)
    with st.expander(_("Hvis det bliver svært")):
        for title, text in help_texts(step.guide):
            st.markdown(f"**{title}**")
            st.write(text.text(language()))


def _show_progress(draft: Draft, steps: tuple[Step, ...], step: Step) -> None:
    place = _("Spørgsmål {n} af {all}").format(n=step.number + 1, all=len(steps))
    marks = {"answered": "✓", "skipped": "–", "open": "○"}
    with st.container(horizontal=True, vertical_alignment="center", key="capture_top"):
        st.progress((step.number + 1) / (len(steps) + 1), text=f"{place} · {_theme(step)}")
        with st.popover(_("Alle spørgsmål"), key="jump"):
            for other in steps:
                text = other.question.text.text(language())
                st.button(
                    f"{marks[mark_of(draft, other)]} {other.number + 1}. {text}",
                    key=f"jump_{other.number}",
                    type="primary" if other is step else "secondary",
                    on_click=_go,
                    args=(draft.id, other.number),
                )
            st.button(
                _("Afslut samtalen"), key="jump_end", on_click=_go, args=(draft.id, len(steps))
            )


def _show_entry(draft: Draft, entry: DraftEntry, number: int, allowed: frozenset[str]) -> None:
    findings = findings_now(entry.text, allowed)
    data = field_data(
        draft,
        entry,
        field_words(),
        None if findings is None else quiet_findings(entry.text, findings),
        label=_("Udsagn {n}").format(n=number),
        hint=_("Skriv det, som det bliver sagt. Ingen navne."),
        focus=st.session_state.get("capture_focus") == entry.id,
    )
    with st.container(key=f"entry_{entry.id}"):
        draft_field(f"field_{entry.id}", data, lambda sent: keep_typed(draft.id, sent, today()))
        if entry.other:
            show_offer(draft.id, entry)
        _show_choices(draft.id, entry)


def _show_choices(draft_id: str, entry: DraftEntry) -> None:
    """Wording, kind, may it be quoted: each tap is kept at once."""
    keys = {name: f"{name}_{entry.id}" for name in ("wording", "kind", "quotable")}

    def keep() -> None:
        kind = st.session_state[keys["kind"]]
        said = replace(
            entry,
            wording=Wording(st.session_state[keys["wording"]]),
            kind=Kind(kind) if kind else None,
            quotable=st.session_state[keys["quotable"]],
        )
        in_draft(lambda store: drafts.describe_entry(store, draft_id, said))

    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.segmented_control(
            _("Ordlyd"),
            [word.value for word in Wording],
            default=entry.wording.value,
            required=True,
            format_func=wording_name,
            key=keys["wording"],
            on_change=keep,
        )
        st.segmented_control(
            _("Hvad er det?"),
            [kind.value for kind in Kind],
            default=entry.kind.value if entry.kind else None,
            format_func=kind_name,
            key=keys["kind"],
            on_change=keep,
        )
        st.toggle(_("Må citeres"), value=entry.quotable, key=keys["quotable"], on_change=keep)


def _show_way(draft: Draft, steps: tuple[Step, ...], step: Step) -> None:
    last = step.number + 1 == len(steps)
    with st.container(horizontal=True, key="capture_way"):
        if step.number:
            st.button(
                _("Tilbage"),
                icon=":material/arrow_back:",
                key="way_back",
                on_click=_go,
                args=(draft.id, step.number - 1),
            )
        st.button(
            _("Til afslutning") if last else _("Næste spørgsmål"),
            type="primary",
            key="way_on",
            on_click=_go,
            args=(draft.id, step.number + 1),
        )
        if mark_of(draft, step) != "answered":
            st.button(_("Spring over"), key="way_skip", on_click=_skip, args=(draft.id, step))
        if st.button(_("Gem og luk"), key="way_close"):
            open_draft(None)
            st.rerun()


def _go(draft_id: str, position: int) -> None:
    st.session_state.pop("capture_focus", None)
    _opened().clear()
    in_draft(lambda store: drafts.move_to(store, draft_id, position))


def _skip(draft_id: str, step: Step) -> None:
    in_draft(lambda store: drafts.pass_over(store, draft_id, step.key, skipped=True))
    _go(draft_id, step.number + 1)


def _add(draft_id: str, step: Step) -> None:
    """Opens one field more; an empty one that is there already is used first."""

    def add(store: Store) -> DraftEntry:
        draft = store.draft(draft_id)
        shown = shown_entries(draft, step, _opened())
        unused = [e for e in entries_of(draft, step) if not e.text and e not in shown]
        if unused:
            return unused[0]
        return drafts.add_entry(store, draft_id, step.guide.theme_key, step.question.key)

    draft = read_draft(draft_id)
    if draft is not None:
        _opened().update(entry.id for entry in shown_entries(draft, step, _opened()))
    entry = in_draft(add)
    _opened().add(entry.id)
    st.session_state["capture_focus"] = entry.id


def _opened() -> set[str]:
    """Fields opened on this question that may still be empty."""
    return st.session_state.setdefault("capture_opened", set())


def _theme(step: Step) -> str:
    return step.guide.title.text(language())
