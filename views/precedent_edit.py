"""One precedent put right or deleted; a whole plan taken out of the catalogue."""

from collections import Counter

import streamlit as st

from storage import open_store
from strategy.goals import TextMissing
from strategy.precedents.keep import SourceMissing, change_precedent
from strategy.precedents.model import Precedent
from views.common import plain
from views.translate import _, ngettext


def edit_precedent(one: Precedent, names: dict[str | None, str]) -> None:
    """The form of one precedent, and the way to delete it."""
    keys = list(names)
    with st.form(f"precedent_form_{one.id}", border=False):
        text = st.text_area(_("Ordlyd"), one.text)
        left, middle, right = st.columns(3)
        theme = left.selectbox(
            _("Tema"),
            keys,
            index=keys.index(one.theme_key) if one.theme_key in keys else 0,
            format_func=names.get,
        )
        source = middle.text_input(_("Hvilken plan?"), one.source)
        year = right.number_input(_("Fra år"), 1990, 2100, one.year, step=1, format="%d")
        if st.form_submit_button(_("Gem")):
            try:
                with open_store() as store:
                    change_precedent(
                        store,
                        one,
                        text=text,
                        theme_key=theme,
                        source=source,
                        year=int(year) if year else None,
                    )
                st.session_state.pop(f"precedent_{one.id}", None)
                st.rerun()
            except TextMissing:
                st.error(_("Ordlyden kan ikke være tom."))
            except SourceMissing:
                st.error(_("Skriv, hvilken plan det er fra."))
    if st.button(_("Slet fra kataloget"), key=f"precedent_drop_{one.id}"):
        with open_store() as store:
            store.delete_precedents([one.id])
        st.rerun()


def forget_source(catalogue: tuple[Precedent, ...]) -> None:
    """Deletes everything that one plan gave."""
    given = Counter(one.source for one in catalogue)
    with st.popover(_("Slet en hel plan fra kataloget")):
        source = st.selectbox(
            _("Plan"), list(given), format_func=lambda name: f"{plain(name)} ({given[name]})"
        )
        st.write(_("Det, der er taget ind i jeres egen plan, bliver stående."))
        if st.button(_("Ja, slet den fra kataloget"), key="precedent_forget"):
            gone = [one.id for one in catalogue if one.source == source]
            with open_store() as store:
                store.delete_precedents(gone)
            words = ngettext("{n} er slettet.", "{n} er slettet.", len(gone))
            st.toast(words.format(n=len(gone)))
            st.rerun()
