"""Changes between versions, decisions and days, in words."""

from collections.abc import Mapping

from exports.danish import short_date
from interviews.model import FindingKind
from strategy.model import Change, Hearing, HearingDecision
from strategy.party_names import PartyIdentifies
from views.capture_words import kind_words
from views.common import plain
from views.plan_change import status_name
from views.plan_evidence import stance_name
from views.translate import _


def day_words(day: str) -> str:
    """A day as people write it."""
    return short_date(day) if day else ""


def hearing_name(hearing: Hearing) -> str:
    """A hearing by its version and its days."""
    return _("Version {n}, {opens}–{closes}").format(
        n=hearing.version_number, opens=day_words(hearing.opens), closes=day_words(hearing.closes)
    )


def identifying(error: PartyIdentifies) -> str:
    """Which names of parties say too much, by their line, and what to do; never the words."""
    lines = (
        _("linje {n} ({kinds})").format(
            n=n, kinds=", ".join(kind_words(FindingKind(kind)) for kind in kinds)
        )
        for n, kinds in error.where
    )
    words = _(
        "Skriv kun, hvad parten hedder, uden adresse, telefon og e-mail; ellers kan høringsnotatet "
        "ikke skrives ud. Se {lines}."
    )
    return plain(words.format(lines=", ".join(lines)))


def decision_name(decision: str) -> str:
    """What was decided about a point."""
    return {
        HearingDecision.OPEN: _("Ikke besluttet endnu"),
        HearingDecision.FOLLOWED: _("Taget til følge"),
        HearingDecision.PARTLY: _("Delvist taget til følge"),
        HearingDecision.NOT_FOLLOWED: _("Ikke taget til følge"),
        HearingDecision.NOTED: _("Taget til efterretning"),
    }[HearingDecision(decision)]


def field_name(field: str) -> str:
    """A detail of a goal or an initiative, as its form calls it."""
    return {
        "goal": _("Målet"),
        "responsible": _("Ansvarlig"),
        "partners": _("Samarbejdspartnere"),
        "start": _("Opstart"),
        "end": _("Slut"),
        "indicator": _("Måles på"),
        "cost": _("Økonomi"),
        "status": _("Status"),
        "no_evidence_reason": _("Grund til at stå uden udsagn"),
        "baseline": _("Udgangspunkt"),
        "target": _("Ønsket resultat"),
        "year": _("År"),
        "milestone": _("Milepæl"),
    }[field]


def change_words(
    change: Change, themes: Mapping[str | None, str], statements: Mapping[str, str]
) -> str:
    """One change as a sentence, safe inside markdown; ids become names and visible numbers."""
    before, after = (_value(change, value, themes) for value in (change.before, change.after))
    form = {
        "added": _("ny: »{after}«"),
        "removed": _("taget ud: »{before}«"),
        "reworded": _("ny ordlyd: »{after}« (før: »{before}«)"),
        "moved": _("flyttet fra temaet {before} til {after}"),
        "reordered": _("rykket fra plads {before} til plads {after} i temaet"),
        "merged": _("lagt sammen med {after} (før: »{before}«)"),
        "split": _("skilt ud fra {before}: »{after}«"),
        "milestone_done": _("milepælen »{after}« er nået"),
        "milestone_open": _("milepælen »{after}« er ikke længere nået"),
        "changed": _("{field} er ændret fra »{before}« til »{after}«"),
        "evidence_added": _("nyt belæg: {said} ({after})"),
        "evidence_removed": _("{said} er ikke længere belæg"),
        "evidence_changed": _("{said} {after} nu (før: {before})"),
    }[change.kind]
    if change.kind == "changed" and not before:
        form = _("{field} er sat til »{after}«")
    elif change.kind == "changed" and not after:
        form = _("{field} er fjernet (før: »{before}«)")
    said = statements.get(change.statement_id or "", _("et udsagn, der er slettet"))
    name = field_name(change.field) if change.kind == "changed" else ""
    return form.format(before=plain(before), after=plain(after), said=plain(said), field=name)


def _value(change: Change, value: str, themes: Mapping[str | None, str]) -> str:
    if change.field == "theme_key":
        return themes.get(value, value)
    if not value:
        return ""
    if change.field == "status":
        return status_name(value)
    return stance_name(value) if change.kind.startswith("evidence") else value
