"""The end of a conversation: nothing that points at a person is handed in."""

import streamlit as st

from interviews import drafts, record
from interviews.model import Draft, DraftEntry, Finding
from interviews.withdrawal import give_code
from storage import Store
from views.capture_entry import show_entry
from views.capture_findings import open_findings, show_findings
from views.capture_splitting import show_splitting
from views.capture_steps import Step
from views.capture_sync import field_data, in_draft, keep_typed
from views.capture_words import (
    allowed_words,
    field_words,
    marked_text,
    open_draft,
    remove_draft,
)
from views.common import kind_name, role, today, wording_name
from views.components.draft_field import draft_field
from views.translate import _, language, ngettext


def show_check(draft: Draft, steps: tuple[Step, ...]) -> None:
    """Everything that was said, what must be answered, and the way out."""
    st.title(_("Afslut samtalen"))
    if steps:
        with st.expander(_("Sig til slut"), expanded=not record.said(draft)):
            st.write(steps[-1].guide.ending.text(language()))
    draft_field(
        "capture_carrier",
        field_data(draft, None, field_words(), []),
        lambda sent: keep_typed(draft.id, sent, today()),
    )
    allowed = allowed_words(draft.consultation_id)
    found = in_draft(lambda store: record.check_draft(store, draft.id, allowed))
    st.header(_("Det, der blev sagt"))
    editing = st.session_state.get("check_editing")  # stays while its text is away for a moment
    entries = [e for e in draft.entries if e.text.strip() or e.id == editing]
    if not entries:
        st.info(_("Der er ikke skrevet noget endnu."))
    for entry in entries:
        _show_entry(draft, entry, found.get(entry.id, ()), allowed)
    named = _ask_names(draft) if entries else None
    left = sum(len(open_findings(draft, e, found.get(e.id, ()))) for e in entries)
    _show_way(draft, steps, named, left, allowed)


def _show_entry(
    draft: Draft, entry: DraftEntry, found: tuple[Finding, ...], allowed: frozenset[str]
) -> None:
    with st.container(border=True, key=f"said_{entry.id}"):
        if st.session_state.get("check_editing") == entry.id:
            show_entry(draft, entry, _("Ret teksten"), allowed, focus=True)
            st.button(_("Færdig"), key=f"edited_{entry.id}", on_click=_edit, args=(None,))
            return
        answers = [j for j in draft.judgements if j.entry_id == entry.id]
        st.html(marked_text(entry.text, found, answers))
        quotable = _("må citeres") if entry.quotable else _("må ikke citeres")
        st.caption(f"{wording_name(entry.wording)} · {kind_name(entry.kind)} · {quotable}")
        if entry.other:
            st.warning(_("Her ligger en tekst mere fra et andet vindue. Tryk på »Ret teksten«."))
        show_findings(draft, entry, found)
        with st.container(horizontal=True):
            st.button(_("Ret teksten"), key=f"edit_{entry.id}", on_click=_edit, args=(entry.id,))
            show_splitting(draft, entry)


def _edit(entry_id: str | None) -> None:
    st.session_state["check_editing"] = entry_id


def _ask_names(draft: Draft) -> str | None:
    """A machine does not see every name; the interviewer was there."""
    st.header(_("Nævnte borgeren nogen ved navn?"))
    answer = st.segmented_control(
        _("Tænk også på kælenavne og navne på ansatte."),
        ["no", "yes"],
        format_func={"no": _("Nej"), "yes": _("Ja")}.get,
        key=f"named_{draft.id}",
    )
    if answer == "yes":
        st.text_input(
            _("Hvilke navne? Skriv komma imellem."),
            key="named_words",
            placeholder=_("De gemmes ikke. Hvert sted bliver til [navn]."),
            on_change=_replace_names,
            args=(draft.id,),
        )
        if (places := st.session_state.get("named_places")) is not None:
            words = ngettext("{n} sted er erstattet.", "{n} steder er erstattet.", places)
            st.info(words.format(n=places))
    return answer


def _replace_names(draft_id: str) -> None:
    """Takes the names out of the field at once: they are not to lie about in a session."""
    words = st.session_state["named_words"].split(",")
    st.session_state["named_words"] = ""

    def replace(store):
        found = drafts.find_words(store.draft(draft_id), words, "[navn]")
        for judgement in found:
            drafts.judge(store, draft_id, judgement)
        return len(found)

    st.session_state["named_places"] = in_draft(replace)


def _show_way(
    draft: Draft, steps: tuple[Step, ...], named: str | None, left: int, allowed: frozenset[str]
) -> None:
    st.header(_("Aflever"))
    if left:
        words = ngettext(
            "{n} fund mangler et svar ovenfor.", "{n} fund mangler et svar ovenfor.", left
        )
        st.warning(words.format(n=left))
    with st.container(horizontal=True):
        wants = st.button(_("Aflever samtalen"), type="primary", key="hand_in")
        if steps:
            st.button(
                _("Tilbage til spørgsmålene"),
                key="check_back",
                on_click=_go,
                args=(draft.id, len(steps) - 1),
            )
        st.button(_("Gem og luk"), key="check_close", on_click=open_draft, args=(None,))
        with st.popover(_("Slet kladden")):
            st.write(_("Alt i kladden går tabt og kan ikke hentes tilbage."))
            st.button(
                _("Ja, slet kladden"), key="check_drop", on_click=remove_draft, args=(draft.id,)
            )
    if wants and named is None and record.said(draft):
        st.warning(_("Svar først på, om nogen blev nævnt ved navn."))
    elif wants:
        _hand_in(draft, allowed)


def _hand_in(draft: Draft, allowed: frozenset[str]) -> None:
    try:
        stored, code = in_draft(lambda store: _store(store, draft.id, allowed))
    except record.FindingsOpen:
        st.error(_("Noget kan stadig pege på en person. Svar på de markerede ord."))
    except record.OfferOpen:
        st.error(_("Der ligger en tekst mere fra et andet vindue. Vælg først, hvad der gælder."))
    except record.NothingSaid:
        st.error(_("Der er ikke skrevet noget endnu."))
    else:
        replaced = sum(j.replacement is not None for j in draft.judgements)
        open_draft(None)
        for key in ("named_places", "capture_opened", "capture_focus", "check_editing"):
            st.session_state.pop(key, None)
        st.session_state["capture_done"] = (stored.interview.id, replaced, code)
        st.rerun()


def _store(store: Store, draft_id: str, allowed: frozenset[str]) -> tuple[record.HandedIn, str]:
    """The interview and the code that takes it back; "" where codes no longer work."""
    stored = record.hand_in(store, draft_id, allowed=allowed, role=role())
    frozen_on = store.settings(stored.interview.consultation_id).frozen_on
    if frozen_on and frozen_on <= today():
        return stored, ""
    return stored, give_code(store, stored.interview.id)


def _go(draft_id: str, position: int) -> None:
    in_draft(lambda store: drafts.move_to(store, draft_id, position))
