"""Offers of a returned file, and why something was not taken over, in words."""

from collections.abc import Mapping

from interviews.model import FindingKind
from strategy.model import TargetKind
from strategy.round_trip.model import Left, Offer, OfferKind, Refusal
from strategy.round_trip.ordering import ORDER
from views.capture_words import kind_words
from views.hearing_words import field_name
from views.plan_change import status_name
from views.translate import _


def offer_field(offer: Offer) -> str:
    """What an offer is about: a field by its name, or the whole row."""
    if not offer.field:
        return _("Initiativet") if offer.target is TargetKind.INITIATIVE else _("Målet")
    names = {"text": _("Ordlyd"), "theme_key": _("Tema"), "milestones": _("Milepæle")}
    names[ORDER] = _("Rækkefølge")
    return names.get(offer.field) or field_name(offer.field)


def offer_badge(kind: OfferKind) -> str:
    """The state of an offer: a mark and a word."""
    return {
        OfferKind.CHANGED: ":blue-badge[:material/edit: " + _("Ændret i Word") + "]",
        OfferKind.ADDED: ":green-badge[:material/add: " + _("Nyt i Word") + "]",
        OfferKind.REMOVED: ":gray-badge[:material/remove: " + _("Taget ud i Word") + "]",
        OfferKind.CONFLICT: ":orange-badge[:material/warning: " + _("Ændret begge steder") + "]",
        OfferKind.DONE: ":gray-badge[:material/check: " + _("Står sådan i Talerør") + "]",
        OfferKind.GONE: ":gray-badge[:material/block: " + _("Findes ikke længere i Talerør") + "]",
    }[kind]


def offer_flag(flag: str) -> str:
    """What a person should look at before accepting."""
    return {
        "copied": _("Nummeret står to steder i filen; det her er læst som en ny række."),
        "numbered": _(
            "Nummeret er rettet i filen; rækken er kendt på sin ordlyd eller sit bogmærke."
        ),
        "no_theme": _("Overskriften over rækken er ikke et tema."),
    }[flag]


def value_words(field: str, value: str, themes: Mapping[str | None, str]) -> str:
    """What a field holds, as people read it."""
    if field == "theme_key":
        return themes.get(value or None, value)
    return status_name(value) if field == "status" and value else value


def refusal_words(why: Refusal) -> str:
    """Why something is told and not offered."""
    return {
        Refusal.QUOTE: _("Borgerens ord er ændret i filen. De bliver stående, som de blev sagt."),
        Refusal.QUOTE_UNKNOWN: _(
            "Står som en borgers ord, men findes ikke blandt udsagnene. Det tages ikke med."
        ),
        Refusal.EVIDENCE: _("Andre udsagn står ved rækken. Knyt dem på siden Plan."),
        Refusal.STRUCK: _("Overstreget, men ikke slettet. Er det taget ud, så slet det i Word."),
        Refusal.HEADING: _("Står ikke under et tema i filen. Rækkerne bliver under deres tema."),
        Refusal.UNREAD: _("Kunne ikke læses som noget felt. Ret det på siden Plan."),
    }[why]


def left_words(left: Left) -> str:
    """Why a chosen offer was not taken over."""
    if left.reason == "identifier":
        kind = kind_words(FindingKind(left.detail))
        return _("teksten peger på en person ({kind})").format(kind=kind)
    return {
        "changed_since": _("planen er ændret, siden du så den"),
        "no_theme": _("vælg først et tema"),
        "unknown_goal": _("målet {label} findes ikke").format(label=left.detail),
        "not_a_year": _("årstallet kan ikke læses"),
        "no_words": _("der står ingen ord"),
        "gone": _("rækken findes ikke længere"),
    }[left.reason]
