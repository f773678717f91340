"""Why the machine suggests a theme: how sure it is, and the words that decided."""

from collections.abc import Iterable

import streamlit as st

from analysis.reread import reread
from storage import open_store
from views.common import plain
from views.review_cards import NO_THEME, Card
from views.review_quick import Names
from views.translate import _

SUREST = 0.99  # no machine is surer than this of what a person meant
SHOWN = 4  # words


def show_why(one: Card, names: Names) -> None:
    """A line about the suggested theme; where no words are known, a button that finds them."""
    if not one.theme:
        st.caption(_("Maskinen kan ikke sige noget om dette udsagn."))
        return
    kept = f"why_{one.statement.id}"
    told = _written(r.word for r in one.theme.reasons if r.weight > 0)
    told = told or st.session_state.get(kept, ())
    line = _sureness(one, names)
    if told:
        words = ", ".join(f"»{word}«" for word in told[:SHOWN])
        line += _(" på grund af {words}").format(words=words)
    elif kept in st.session_state:
        line += ". " + _("Ingen enkelte ord afgjorde det; det var sætningen som helhed")
    st.caption(plain(line))
    if one.theme.theme_key and not told and kept not in st.session_state:
        st.button(_("Hvorfor?"), key=f"ask_{kept}", on_click=_ask, args=(one, kept))


def _sureness(one: Card, names: Names) -> str:
    guess = one.theme.theme_key if one.theme else None
    share = f"{min(one.theme.confidence if one.theme else 0.0, SUREST):.0%}".replace("%", " %")
    if (guess or NO_THEME) == one.theme_now():
        return _("Maskinen er {share} sikker på temaet").format(share=share)
    return _("Maskinen ville sige {theme} ({share} sikker)").format(
        theme=names.get(guess) or names[None], share=share
    )


def _ask(one: Card, kept: str) -> None:
    with open_store() as store:
        found = reread(store, one.statement.consultation_id, one.statement.id)
    st.session_state[kept] = _written(r.word for r in found if r.weight > 0)


def _written(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.lower() for word in words))
