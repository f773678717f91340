"""What is told about a returned file and not offered: counts, refusals, comments, the outcome."""

from collections import Counter

import streamlit as st

from strategy.round_trip.model import Comparison, OfferKind
from views.common import plain, role_name
from views.returned_words import left_words, offer_field, refusal_words
from views.side_by_side import marked, safe, table
from views.translate import _, ngettext


def summary(found: Comparison) -> None:
    """How many rows were read, and what became of them."""
    said = _("Version {n} havde {printed} mål og initiativer. I filen står {read}, {same} uændret.")
    text = said.format(n=found.number, printed=found.printed, read=found.read, same=found.same)
    if found.tracked:
        text += " " + _("Sporede ændringer er læst, som om de var godkendt.")
    st.write(text)
    conflicts = Counter(o.kind for o in found.offers)[OfferKind.CONFLICT]
    if conflicts:
        words = ngettext(
            "{n} ting er ændret både i Word og i Talerør. Vælg den kun, hvis Word skal gælde.",
            "{n} ting er ændret både i Word og i Talerør. Vælg dem kun, hvis Word skal gælde.",
            conflicts,
        )
        st.warning(words.format(n=conflicts))


def show_outcome() -> None:
    """What the last taking over did, and what it left."""
    done = st.session_state.get("returned_outcome")
    if done is None:
        return
    if done.taken:
        words = ngettext("{n} ting er overtaget.", "{n} ting er overtaget.", len(done.taken))
        text = words.format(n=len(done.taken))
        if done.version:
            text += " " + _("Planen er gemt som version {n}.").format(n=done.version)
        st.success(text)
    for left in done.left:
        name = f"{left.offer.label} {offer_field(left.offer)}".strip()
        st.error(
            _("{name} er ikke overtaget: {why}.").format(name=plain(name), why=left_words(left))
        )


def show_refused(found: Comparison) -> None:
    """Changed quotes and whatever else is nobody's to take over here."""
    if not found.refused:
        return
    st.header(_("Tages ikke over"))
    heads = (_("Nr."), _("Som trykt"), _("I Word-filen"))
    for why in dict.fromkeys(one.why for one in found.refused):
        st.markdown(refusal_words(why))
        rows = [
            (safe(one.label), *marked(one.printed, one.returned))
            for one in found.refused
            if one.why is why
        ]
        table(refusal_words(why), heads, rows)


def show_comments(found: Comparison) -> None:
    """Comments in the margin, each with what it is about."""
    if not found.comments:
        return
    st.header(_("Kommentarer i filen"))
    for comment in found.comments:
        place = comment.place or _("Uden sted")
        who = f" · {role_name(comment.role)}" if comment.role else ""
        st.markdown(f"- **{plain(place + who)}**: {plain(comment.text)}")
