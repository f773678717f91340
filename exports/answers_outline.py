"""»Det sagde I – det gør vi«: one page for each site, how those who spoke hear back.

What was said at a site is told as said there only where so many spoke that nobody can be guessed
(`exports.places.open_sites`); all other sites get the same page, chosen without looking at who
reads it. Nothing but released quotes and numbers of the whole consultation is told.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from exports import danish
from exports.model import Base, Excerpt, Use
from exports.places import open_sites
from exports.plain import lix, told
from exports.words import of_municipality
from interviews.model import Origin as Reached
from interviews.model import Status
from strategy.model import Initiative, InitiativeStatus, Origin, Quote

FORM = "answers"
MORE = "Vil du sige mere? Sig det til en, du er tryg ved her på stedet. Så når det frem til os."
NO_ANSWER = "Det har vi ikke noget svar på endnu."
LONGEST_QUOTE, SHORTEST_QUOTE = 170, 20  # characters
LINES, WIDE, HALF = 38, 74, 35  # lines of the page; letters a line across it and in a column
MOST_THEMES, MOST_INITIATIVES, MOST_REASONS = 6, 2, 3


@dataclass(frozen=True)
class AnswerRow:
    """One theme: what was said (a quote, or a sentence where none may be shown), what is done."""

    theme: str
    whose: str
    quote: Excerpt | None
    said: str
    done: tuple[str, ...]


@dataclass(frozen=True)
class AnswerSheet:
    """The page of one site. `lix` measures our own words; `left_out` counts initiatives of the
    plan that the page has no room for."""

    municipality: str
    title: str
    subtitle: str
    day: str
    lead: str
    rows: tuple[AnswerRow, ...]
    reasons: tuple[str, ...]
    more: str
    left_out: int
    lix: float = 0.0


def outline_answers(
    base: Base,
    site_id: str,
    day: str,
    k: int,
    own: Mapping[str, str] | None = None,
    dropped: Mapping[str, str] | None = None,
) -> AnswerSheet:
    """The page of one site, short enough for one side of A4.

    `own` are people's texts by section: "more", and "i:" with the id of an initiative for plain
    words of it. `dropped` says by id why an initiative was given up. Raises KeyError for a site
    that is not there, TooSmallK.
    """
    own = own or {}
    site = {s.id: s for s in base.sites}[site_id]
    open_ones = open_sites(base.sites, base.interviews, k)
    actor = of_municipality(base.consultation.municipality)
    sheet = AnswerSheet(
        municipality=actor if actor != "kommunen" else base.consultation.name,
        title="Det sagde I – det gør vi",
        subtitle=f"Til jer på {site.name}",
        day=day,
        lead=_lead(base, site_id if site_id in open_ones else None, k),
        rows=_rows(base, site_id if site_id in open_ones else None, day, own),
        reasons=_reasons(base, dropped or {})[:MOST_REASONS],
        more=own.get("more") or MORE,
        left_out=0,
    )
    sheet = _fitted(sheet)
    shown = sum(done != NO_ANSWER for row in sheet.rows for done in row.done)
    return replace(sheet, left_out=len(_living(base)) - shown, lix=lix(words(sheet)))


def head(row: AnswerRow) -> str:
    """The theme, and whose words stand under it where that may be told."""
    return f"{row.theme} – {row.whose}" if row.whose else row.theme


def words(sheet: AnswerSheet) -> str:
    """All the page says in our own words, a sentence each; quotes and headings left out."""
    parts = [sheet.lead, *(r.said for r in sheet.rows), *(d for r in sheet.rows for d in r.done)]
    return " ".join(p.rstrip() for p in (*parts, *sheet.reasons, sheet.more) if p.strip())


def _living(base: Base) -> tuple[Initiative, ...]:
    """Initiatives somebody stands by."""
    return tuple(
        i
        for i in base.initiatives
        if i.status is not InitiativeStatus.DROPPED and i.origin is not Origin.MACHINE
    )


def _lead(base: Base, site_id: str | None, k: int) -> str:
    """Thanks, and how many spoke; a site's own number only where it may be known."""
    held = [i for i in base.interviews if i.origin is not Reached.IMPORT]
    people = sum(i.participants or 0 for i in held)
    here = sum(i.participants or 0 for i in held if site_id and i.site_id == site_id)
    places = len({i.site_id for i in held if i.site_id})
    thanks = "Tak, fordi I talte med os."
    if people < k:
        return f"{thanks} Her kan I se, hvad der sker nu."
    all_ = f"{danish.number(people)} mennesker"
    if places > 1:
        all_ += f" på {danish.in_words(places)} steder"
    spoke = f"Vi talte med {all_}."
    if here:
        spoke += f" {danish.number(here)} af dem var hos jer."
    return f"{thanks} {spoke} Her kan I se, hvad der sker nu."


def _rows(
    base: Base, site_id: str | None, day: str, own: Mapping[str, str]
) -> tuple[AnswerRow, ...]:
    rows = []
    for theme in base.themes:
        mine = [i for i in _living(base) if i.theme_key == theme.key]
        count = sum(base.theme_of.get(s.id) == theme.key for s in base.statements)
        if not count:
            continue
        quote, is_here = _quote(base, theme.key, site_id)
        linked = {e.target_id for e in base.links if quote and e.statement_id == quote.statement_id}
        mine.sort(key=lambda i: (i.id not in linked, i.status is InitiativeStatus.PROPOSED))
        adopted = base.consultation.status is Status.ADOPTED
        done = [told(i, day, own.get(f"i:{i.id}", ""), adopted) for i in mine[:MOST_INITIATIVES]]
        whose = ""
        if quote:
            whose = "sagt hos jer" if is_here else ""
        said = (
            "" if quote else f"Vi fik {danish.counted(count, 'svar', 'svar', neuter=True)} om det."
        )
        rows.append(AnswerRow(theme.name, whose, quote, said, tuple(done) or (NO_ANSWER,)))
    return tuple(rows[:MOST_THEMES])


def _quote(base: Base, theme_key: str, site_id: str | None) -> tuple[Excerpt | None, bool]:
    """A released quote on the theme, from the open site itself where there is one.

    Those an initiative answers come first, then the shorter. For a site that is not open
    (`site_id` None) the choice is the same whoever reads.
    """
    site_of = {i.id: i.site_id for i in base.interviews}
    said = {s.id: s for s in base.statements}
    answered = {e.statement_id for e in base.links}
    fit = [
        q
        for q in base.quotes
        if q.statement_id in said
        and base.theme_of.get(q.statement_id) == theme_key
        and SHORTEST_QUOTE <= len(q.text) <= LONGEST_QUOTE
    ]

    def is_here(quote: Quote) -> bool:
        return site_id is not None and site_of.get(said[quote.statement_id].interview_id) == site_id

    fit.sort(key=lambda q: (not is_here(q), q.statement_id not in answered, len(q.text), q.id))
    if not fit:
        return None, False
    best = fit[0]
    number = said[best.statement_id].number
    excerpt = Excerpt(best.statement_id, number, best.start, best.end, best.text, Use.QUOTE)
    return excerpt, is_here(best)


def _reasons(base: Base, dropped: Mapping[str, str]) -> tuple[str, ...]:
    """What is not done and why, by theme; each reason once."""
    names = {t.key: t.name for t in base.themes}
    found = []
    for one in base.not_answered:
        found.append(_because(names.get(base.theme_of.get(one.statement_id) or "", ""), one.reason))
    for initiative in base.initiatives:
        if initiative.id in dropped:
            found.append(_because(names.get(initiative.theme_key, ""), dropped[initiative.id]))
    return tuple(dict.fromkeys(found))


def _because(theme: str, reason: str) -> str:
    about = f"{theme}: " if theme else ""
    return f"{about}Noget er ikke med, fordi {reason.strip().rstrip('.').split('. ')[0]}."


def _fitted(sheet: AnswerSheet) -> AnswerSheet:
    """The sheet without what one page has no room for: reasons, second initiatives, themes."""
    while _lines(sheet) > LINES:
        full = [at for at, row in enumerate(sheet.rows) if len(row.done) > 1 and _leans(row)]
        if len(sheet.reasons) > 2:
            sheet = replace(sheet, reasons=sheet.reasons[:-1])
        elif full:
            rows = list(sheet.rows)
            longest = max(full, key=lambda at: _height(rows[at]))
            rows[longest] = replace(rows[longest], done=rows[longest].done[:1])
            sheet = replace(sheet, rows=tuple(rows))
        elif len(sheet.rows) > 1:
            sheet = replace(sheet, rows=sheet.rows[:-1])
        else:
            return sheet
    return sheet


def _lines(sheet: AnswerSheet) -> int:
    wide = (sheet.lead, *sheet.reasons, sheet.more)
    heads = 2 + (2 if sheet.reasons else 0) + 2
    return heads + sum(_wrapped(t, WIDE) for t in wide) + sum(_height(row) for row in sheet.rows)


def _height(row: AnswerRow) -> int:
    return max(_left(row), _right(row))


def _leans(row: AnswerRow) -> bool:
    """Whether what is done takes more room than what was said."""
    return _right(row) > _left(row)


def _left(row: AnswerRow) -> int:
    left = [head(row), row.quote.text if row.quote else "", row.said]
    return sum(_wrapped(text, HALF) for text in left) + bool(row.quote)


def _right(row: AnswerRow) -> int:
    return sum(_wrapped(text, HALF) for text in row.done)


def _wrapped(text: str, width: int) -> int:
    return -(-len(text) // width)
