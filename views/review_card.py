"""One statement with what the machine suggests: a nod, or a correction."""

import re
from collections.abc import Iterable

import streamlit as st

from analysis.model import Reason
from interviews.model import Kind
from storage import open_store
from views.common import LONG, kind_name, piece, plain
from views.plan_evidence import answered_by
from views.review_cards import NO_THEME, Card, approve
from views.review_quick import Names, approve_shown, offered_tags, quick, tell_gone
from views.review_why import show_why
from views.statement_fix import fix
from views.translate import _


def card(one: Card, names: Names) -> None:
    """Draw one card: decided ones in a line, the one being corrected with all its choices."""
    key = one.statement.id
    correcting = st.session_state.get("review_open") == key
    with st.container(border=True, key=f"card_{key}"):
        _words(one)
        if correcting:
            _correct(one, names)
            return
        if one.is_decided():
            st.markdown(_badges(one, names))
        else:
            quick(one, names)
        show_why(one, names)
        with st.container(horizontal=True, vertical_alignment="center"):
            if one.is_decided():
                st.markdown(":material/check: " + _("Godkendt"), width="content")
            else:
                st.button(_("Godkend"), key=f"approve_{key}", on_click=approve_shown, args=([one],))
            st.button(_("Ret"), key=f"correct_{key}", on_click=_open, args=(key,))


def _words(one: Card) -> None:
    text = one.statement.text
    reasons = one.theme.reasons if one.theme else ()
    words = f"**{one.statement.label}** · {marked(text, reasons)}{answered_by(one.answers)}"
    if len(text) > LONG:
        with st.container(height=260, border=False):
            st.markdown(words)
    else:
        st.markdown(words)


def marked(text: str, reasons: Iterable[Reason]) -> str:
    """The text, safe in markdown, with the words that decided in bold."""
    parts, here = [], 0
    for reason in sorted(reasons, key=lambda r: r.start):
        word = text[reason.start : reason.end]
        if reason.start < here or reason.weight <= 0 or word != word.strip() or not word:
            continue
        parts += [piece(text[here : reason.start]), f"**{piece(word)}**"]
        here = reason.end
    return re.sub(r"\*\*\*\*", "", "".join([*parts, piece(text[here:])]))


def _badges(one: Card, names: Names) -> str:
    theme = names.get(one.theme_now() or None) or names[None]
    badges = [f":primary-badge[{plain(theme)}]"]
    badges += [f":gray-badge[{plain(one.book[k].name)}]" for k in one.tags_now() if k in one.book]
    if kind := one.kind_now():
        badges.append(f":gray-badge[{kind_name(kind.value)}]")
    if one.proposal_now():
        badges.append(":gray-badge[" + _("Beder om noget") + "]")
    return " ".join(badges)


def _open(key: str | None) -> None:
    st.session_state["review_open"] = key


def _correct(one: Card, names: Names) -> None:
    """Every choice of one statement, and the button that records them."""
    key = one.statement.id
    options = [k for k in names if k] + [NO_THEME]
    theme = st.segmented_control(
        _("Tema"),
        options,
        default=one.theme_now() if one.theme_now() in options else NO_THEME,
        format_func=lambda k: plain(names[k or None]),
        key=f"theme_{key}",
        required=True,
    )
    tags = _tag_choice(one)
    now = one.kind_now()
    kind = st.segmented_control(
        _("Art"),
        [k.value for k in Kind],
        default=now.value if now else None,
        format_func=kind_name,
        key=f"kind_{key}",
        required=bool(now),
    )
    proposal = st.toggle(_("Beder om noget"), one.proposal_now(), key=f"proposal_{key}")
    with st.container(horizontal=True):
        if st.button(_("Gem rettelsen"), type="primary", key=f"save_{key}"):
            with open_store() as store:
                chosen = Kind(kind) if kind else None
                taken = approve(store, one, theme or NO_THEME, tags, chosen, proposal)
            tell_gone([] if taken else [one])
            _open(None)
            st.rerun()
        fix(one.statement)
        st.button(_("Fortryd"), key=f"cancel_{key}", on_click=_open, args=(None,))


def _tag_choice(one: Card) -> list[str]:
    """The suggested tags as pills, and the rest of the codebook in a list."""
    offered = offered_tags(one)
    chosen = (
        st.pills(
            _("Koder"),
            offered,
            selection_mode="multi",
            default=[k for k in one.tags_now() if k in offered],
            format_func=lambda k: plain(one.book[k].name),
            key=f"tags_{one.statement.id}",
        )
        if offered
        else []
    )
    leaves = [k for k, t in one.book.items() if t.parent_key and k not in offered]
    more = (
        st.multiselect(
            _("Flere koder"),
            leaves,
            format_func=lambda k: one.book[k].name,
            key=f"more_{one.statement.id}",
            placeholder=_("Vælg i kodebogen"),
        )
        if leaves
        else []
    )
    return [*chosen, *more]
