"""The likeliest corrections of a statement, each one tap away, and the nod that records them."""

from collections.abc import Sequence

import streamlit as st

from storage import open_store
from views.common import kind_name, plain
from views.review_cards import NO_THEME, Card, approve
from views.translate import _

Names = dict[str | None, str]
SHOWN = ("quick_theme", "quick_tags", "quick_asks")


def quick(one: Card, names: Names) -> None:
    """The theme with its likeliest alternatives, the suggested tags, and whether it asks."""
    key = one.statement.id
    themes = _themes(one)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.pills(
            _("Tema"),
            themes,
            default=themes[0],
            required=True,
            format_func=lambda k: plain(names.get(k or None) or names[None]),
            key=f"quick_theme_{key}",
            label_visibility="collapsed",
            width="content",
        )
        if kind := one.kind_now():
            st.markdown(f":gray-badge[{kind_name(kind.value)}]", width="content")
        st.toggle(_("Beder om noget"), one.proposal_now(), key=f"quick_asks_{key}")
    if tags := offered_tags(one):
        st.pills(
            _("Koder"),
            tags,
            selection_mode="multi",
            default=[k for k in one.tags_now() if k in tags],
            format_func=lambda k: plain(one.book[k].name),
            key=f"quick_tags_{key}",
            label_visibility="collapsed",
        )


def _themes(one: Card) -> list[str]:
    """The theme the card shows, then the machine's first and second; each once."""
    guess = one.theme
    machine = [guess.theme_key or NO_THEME, guess.second_key or NO_THEME] if guess else []
    return list(dict.fromkeys([one.theme_now(), *machine]))


def offered_tags(one: Card) -> list[str]:
    """The suggested tags that are in the codebook, the surest first, then those given."""
    offered = dict.fromkeys([*(t.tag_key for t in one.tags), *one.tags_now()])
    return [key for key in offered if key in one.book]


def approve_shown(cards: Sequence[Card]) -> None:
    """Record what these cards show, taps included, and say which are gone meanwhile."""
    gone = []
    with open_store() as store:
        for one in cards:
            theme, tags, asks = (st.session_state.get(f"{s}_{one.statement.id}") for s in SHOWN)
            if not approve(store, one, theme, tags, proposal=asks):
                gone.append(one)
    tell_gone(gone)


def tell_gone(cards: Sequence[Card]) -> None:
    """Name the statements that somebody else took away while they were on this screen."""
    if cards:
        numbers = ", ".join(one.statement.label for one in cards)
        words = _("{numbers} er trukket tilbage eller rettet af en anden og er ikke godkendt.")
        st.toast(words.format(numbers=numbers), duration="long")
