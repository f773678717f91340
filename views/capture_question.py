"""One question at a time: probes, as many statements as there are, free movement."""

import streamlit as st

from interviews import drafts
from interviews.model import Draft, DraftEntry
from storage import Store
from views.capture_consent import help_texts
from views.capture_entry import show_entry
from views.capture_practice import show_answer
from views.capture_steps import Step, ensure_entry, entries_of, mark_of, shown_entries
from views.capture_sync import in_draft, read_draft
from views.capture_words import allowed_words, open_draft
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
    show_answer(step)
    entries = shown_entries(draft, step, _opened())
    allowed = allowed_words(draft.consultation_id)
    for number, entry in enumerate(entries, start=1):
        focus = st.session_state.get("capture_focus") == entry.id
        show_entry(draft, entry, _("Udsagn {n}").format(n=number), allowed, focus=focus)
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
