"""What a returned file offers, row by row, three texts beside each other, each to be chosen."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby

import streamlit as st

from strategy.model import TargetKind
from strategy.round_trip.model import Comparison, Offer, OfferKind
from strategy.round_trip.ordering import ORDER
from strategy.round_trip.take_over import OPEN
from views.common import plain
from views.returned_words import offer_badge, offer_field, offer_flag, value_words
from views.side_by_side import marked, safe, table
from views.translate import _, ngettext

PAGE = 10
CHOSEN = "returned_chosen"
Names = Mapping[str | None, str]


def chosen_offers(comparison: Comparison) -> list[Offer]:
    """The offers that are ticked, new rows with the theme a person gave them."""
    ticked = st.session_state.get(CHOSEN, set())
    return [_with_theme(o) for o in comparison.offers if o.key in ticked and o.kind in OPEN]


def show_offers(comparison: Comparison, themes: Names) -> None:
    """A page of rows; what waits for a person comes first."""
    done = [o for o in comparison.offers if o.kind is OfferKind.DONE]
    left = (o for o in comparison.offers if o.kind is not OfferKind.DONE)
    order = sorted(left, key=lambda o: o.kind not in OPEN)
    rows = [list(offers) for _key, offers in groupby(order, key=_row_key)]
    pages = -(-len(rows) // PAGE)
    page = 1
    if pages > 1:
        page = min(st.pagination(pages, key="returned_page_number"), pages)
    for offers in rows[(page - 1) * PAGE : page * PAGE]:
        with st.container(border=True):
            _row(offers, themes)
    if done:
        words = ngettext(
            "{n} ting står allerede sådan i Talerør",
            "{n} ting står allerede sådan i Talerør",
            len(done),
        )
        with st.expander(words.format(n=len(done))):
            for offer in done:
                said = value_words(offer.field, offer.returned or offer.printed, themes)
                name = f"{_name(offer, themes)} {offer_field(offer)}"
                st.markdown(f"- **{plain(name)}**: {plain(said)}")


def _name(offer: Offer, themes: Names) -> str:
    """The number of a row that was printed; that it is new, of one that was not; or a theme."""
    if offer.field == ORDER:
        return themes.get(offer.target_id, "")
    new = _("Nyt initiativ") if offer.target is TargetKind.INITIATIVE else _("Nyt mål")
    return offer.label if offer.target_id else new


def _row_key(offer: Offer) -> tuple[bool, str, str]:
    return offer.kind not in OPEN, offer.target_id or offer.key, offer.label


def _row(offers: list[Offer], themes: Names) -> None:
    first = offers[0]
    said = first.now or first.printed or first.returned
    if first.field != "text" and first.field and first.row:
        said = first.row.value("text")
    st.markdown(f"**{plain(_name(first, themes))}** · {plain(said)}")
    for flag in dict.fromkeys(flag for offer in offers for flag in offer.flags):
        st.caption(":material/info: " + offer_flag(flag))
    for offer in offers:
        _offer(offer, themes)


def _offer(offer: Offer, themes: Names) -> None:
    st.markdown(offer_badge(offer.kind))
    if offer.kind is OfferKind.ADDED and offer.row:
        _new_row(offer, themes)
    elif offer.field:
        printed, returned, now = (
            value_words(offer.field, value, themes)
            for value in (offer.printed, offer.returned, offer.now)
        )
        before, after = marked(printed, returned)
        tool = marked(printed, now)[1] if offer.kind is OfferKind.CONFLICT else safe(now)
        heads = (_("Felt"), _("Som trykt"), _("I Word-filen"), _("I Talerør nu"))
        field = offer_field(offer)
        table(f"{offer.label} {field}", heads, [(safe(field), before, after, tool)])
    if offer.kind in OPEN:
        name = _("Overtag {field}").format(field=offer_field(offer).lower())
        if offer.kind is OfferKind.REMOVED or (
            offer.kind is OfferKind.CONFLICT and not offer.field
        ):
            name = _("Slet rækken i Talerør også")
        elif offer.kind is OfferKind.ADDED:
            name = _("Tag rækken med")
        ticked = st.session_state.setdefault(CHOSEN, set())
        about = plain(_name(offer, themes)) if offer.field == ORDER else offer.label
        st.checkbox(
            f"{name} ({about})" if about else name,
            offer.key in ticked,
            key=f"take_{offer.key}_{offer.key in ticked}",
            on_change=_turn,
            args=(offer.key,),
        )


def _new_row(offer: Offer, themes: Names) -> None:
    """The fields of a new row, and its theme to choose where the file does not say."""
    if offer.row is None:
        return
    rows = [
        (safe(offer_field(replace(offer, field=field))), safe(value_words(field, value, themes)))
        for field, value in offer.row.values
        if value and (field, value) != ("status", "proposed")
    ]
    if offer.row.theme_key:
        rows.append((safe(_("Tema")), safe(themes.get(offer.row.theme_key, ""))))
    table(_("Ny række"), (_("Felt"), _("I Word-filen")), rows)
    if not offer.row.theme_key:
        keys = [key for key in themes if key]
        st.selectbox(
            _("Tema"), keys, None, format_func=themes.get, key=f"returned_theme_{offer.key}",
            placeholder=_("Vælg et tema"),
        )  # fmt: skip


def _with_theme(offer: Offer) -> Offer:
    theme = st.session_state.get(f"returned_theme_{offer.key}")
    if offer.row is None or offer.row.theme_key or not theme:
        return offer
    return replace(offer, row=replace(offer.row, theme_key=theme))


def _turn(key: str) -> None:
    st.session_state[CHOSEN] ^= {key}
