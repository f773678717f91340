"""»Det sagde I – det gør vi«: one page for each site, how those who spoke hear back.

What was said at a site is told as said there only where so many spoke that nobody can be guessed
(`exports.places.open_sites`); all other sites get the same page, chosen without looking at who
reads it. Nothing but released quotes and numbers of the whole consultation is told.

A promise is what the adopted version of the plan holds, in its words; all else is proposed. Beside
what is done stand only words that ask for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from exports import danish
from exports.answers_reasons import by_people, excused, given_up
from exports.answers_sheet import AnswerRow, AnswerSheet, fitted, words
from exports.model import Base, Excerpt, Use
from exports.places import open_sites
from exports.plain import lix, told
from exports.words import of_municipality
from interviews.model import Origin as Reached
from strategy.model import Initiative, InitiativeStatus, PlanVersion, Quote, Stance

FORM = "answers"
MORE = "Vil du sige mere? Sig det til en, du er tryg ved her på stedet. Så når det frem til os."
NO_ANSWER = "Det har vi ikke noget svar på endnu."
LONGEST_QUOTE, SHORTEST_QUOTE = 170, 20  # characters
MOST_THEMES, MOST_INITIATIVES, MOST_REASONS = 6, 2, 3
_DECIDED = ("Det gør vi", "Her kan I se, hvad der sker nu.")
_PROPOSED = ("Det foreslår vi", "Her kan I se, hvad vi foreslår. Det er ikke besluttet endnu.")


def outline_answers(
    base: Base,
    site_id: str,
    day: str,
    k: int,
    own: Mapping[str, str] | None = None,
    dropped: Mapping[str, str] | None = None,
    adopted: PlanVersion | None = None,
) -> AnswerSheet:
    """The page of one site, short enough for one side of A4.

    `own` are people's texts by section: "more", and "i:" with the id of an initiative for plain
    words of it. `dropped` says by id why an initiative was given up. `adopted` is the version of
    the plan that was adopted, None where none was. Raises KeyError for a site that is not there,
    TooSmallK.
    """
    own = own or {}
    site = {s.id: s for s in base.sites}[site_id]
    here = site_id if site_id in open_sites(base.sites, base.interviews, k) else None
    actor = of_municipality(base.consultation.municipality)
    doing, now = _DECIDED if adopted else _PROPOSED
    nothing = given_up(base, own, dropped or {})
    sheet = AnswerSheet(
        municipality=actor if actor != "kommunen" else base.consultation.name,
        title=f"Det sagde I – {doing[:1].lower()}{doing[1:]}",
        subtitle=f"Til jer på {site.name}",
        day=day,
        lead=f"{_lead(base, here, k)} {now}",
        doing=doing,
        rows=_rows(base, here, day, own, _promised(adopted)),
        reasons=tuple(dict.fromkeys((*nothing, *excused(base))))[:MOST_REASONS],
        more=own.get("more") or MORE,
        left_out=0,
    )
    sheet = fitted(sheet)
    shown = sum(done != NO_ANSWER for row in sheet.rows for done in row.done)
    shown += sum(text in sheet.reasons for text in nothing)
    left_out = len(_living(base)) + len(nothing) - shown
    return replace(sheet, left_out=left_out, lix=lix(words(sheet)))


def _living(base: Base) -> tuple[Initiative, ...]:
    """Initiatives somebody stands by."""
    return tuple(i for i in by_people(base) if i.status is not InitiativeStatus.DROPPED)


def _promised(adopted: PlanVersion | None) -> dict[str, Initiative]:
    """What was decided, by id, as the adopted version words it."""
    held = adopted.initiatives if adopted else ()
    return {i.id: i for i in held if i.status is not InitiativeStatus.DROPPED}


def _lead(base: Base, site_id: str | None, k: int) -> str:
    """Thanks, and how many spoke; a site's own number only where it may be known."""
    held = [i for i in base.interviews if i.origin is not Reached.IMPORT]
    people = sum(i.participants or 0 for i in held)
    here = sum(i.participants or 0 for i in held if site_id and i.site_id == site_id)
    places = len({i.site_id for i in held if i.site_id})
    thanks = "Tak, fordi I talte med os."
    if people < k:
        return thanks
    all_ = f"{danish.number(people)} mennesker"
    if places > 1:
        all_ += f" på {danish.in_words(places)} steder"
    spoke = f"Vi talte med {all_}."
    if here:
        spoke += f" {danish.number(here)} af dem var hos jer."
    return f"{thanks} {spoke}"


@dataclass(frozen=True)
class _Ties:
    """Which statements ask for which goals and initiatives, and which speak against them.

    Both hold (statement id, target id).
    """

    behind: frozenset[tuple[str, str]]
    against: frozenset[tuple[str, str]]

    def asks(self, statement_id: str, one: Initiative) -> bool:
        """Whether a statement stands behind an initiative or its goal."""
        return _touches(self.behind, statement_id, one)

    def opposes(self, statement_id: str, one: Initiative) -> bool:
        """Whether a statement speaks against an initiative or its goal."""
        return _touches(self.against, statement_id, one)


def _touches(ties: frozenset[tuple[str, str]], statement_id: str, one: Initiative) -> bool:
    return any((statement_id, target) in ties for target in (one.id, one.goal_id))


def _ties(base: Base) -> _Ties:
    against = {(e.statement_id, e.target_id) for e in base.links if e.stance is Stance.CONTRADICTS}
    every = {(e.statement_id, e.target_id) for e in base.links}
    return _Ties(frozenset(every - against), frozenset(against))


def _rows(
    base: Base,
    site_id: str | None,
    day: str,
    own: Mapping[str, str],
    promised: Mapping[str, Initiative],
) -> tuple[AnswerRow, ...]:
    ties = _ties(base)
    rows = []
    for theme in base.themes:
        count = sum(base.theme_of.get(s.id) == theme.key for s in base.statements)
        if not count:
            continue
        mine = [i for i in _living(base) if i.theme_key == theme.key]
        quote, is_here = _quote(base, theme.key, site_id, mine, ties)
        beside = _beside(quote, mine, ties, promised)[:MOST_INITIATIVES]
        done = [_told(i, day, own, promised) for i in beside]
        whose = "sagt hos jer" if is_here else ""
        said = (
            "" if quote else f"Vi fik {danish.counted(count, 'svar', 'svar', neuter=True)} om det."
        )
        rows.append(AnswerRow(theme.name, whose, quote, said, tuple(done) or (NO_ANSWER,)))
    return tuple(rows[:MOST_THEMES])


def _beside(
    quote: Excerpt | None,
    mine: list[Initiative],
    ties: _Ties,
    promised: Mapping[str, Initiative],
) -> list[Initiative]:
    """The initiatives that may stand beside a quote: what it asks for first, then what is decided.

    What it speaks against would be no answer.
    """
    said = quote.statement_id if quote else ""
    fit = [i for i in mine if not ties.opposes(said, i)]
    return sorted(fit, key=lambda i: (not ties.asks(said, i), i.id not in promised))


def _told(
    one: Initiative, day: str, own: Mapping[str, str], promised: Mapping[str, Initiative]
) -> str:
    """An initiative in plain words; of what was changed after it was decided, what was decided."""
    decided = promised.get(one.id)
    if decided:
        start = one.start if one.start == decided.start else ""
        one = replace(one, text=decided.text, start=start)
    return told(one, day, own.get(f"i:{one.id}", ""), decided is not None)


def _quote(
    base: Base, theme_key: str, site_id: str | None, mine: list[Initiative], ties: _Ties
) -> tuple[Excerpt | None, bool]:
    """A released quote on the theme, from the open site itself where there is one.

    It asks for one of the theme's initiatives (`mine`); where there are none, it is one that
    nothing in the plan answers. The shorter come first. For a site that is not open (`site_id`
    None) the choice is the same whoever reads.
    """
    site_of = {i.id: i.site_id for i in base.interviews}
    said = {s.id: s for s in base.statements}
    answered = {s for s, _ in ties.behind | ties.against}
    answered |= {one.statement_id for one in base.not_answered}

    def is_fit(quote: Quote) -> bool:
        key = quote.statement_id
        if mine:
            return any(ties.asks(key, i) and not ties.opposes(key, i) for i in mine)
        return key not in answered

    def is_here(quote: Quote) -> bool:
        return site_id is not None and site_of.get(said[quote.statement_id].interview_id) == site_id

    fit = [
        q
        for q in base.quotes
        if q.statement_id in said
        and not q.annex_only
        and base.theme_of.get(q.statement_id) == theme_key
        and SHORTEST_QUOTE <= len(q.text) <= LONGEST_QUOTE
        and is_fit(q)
    ]
    if not fit:
        return None, False
    best = min(fit, key=lambda q: (not is_here(q), len(q.text), q.id))
    number = said[best.statement_id].number
    excerpt = Excerpt(best.statement_id, number, best.start, best.end, best.text, Use.QUOTE)
    return excerpt, is_here(best)
