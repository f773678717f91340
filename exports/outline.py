"""The outline of a plan: everything to print, in order, before it has a form.

What is printed of a citizen's words, and when:
- A statement that may not be quoted is never printed word for word, in no export: it is counted,
  and its number stands in the annex with a line that says so.
- Under "Citater" and "Stof til eftertanke" only released quotes are printed, as released.
- A digest that a person has approved is printed. The machine's digest is printed in a draft only,
  and a draft says on every page that its quotes are not released.
- The annex and the sheets print the statements without place and conversation: a draft the whole
  of each, a final file only what a second person released of it.
"""

from collections.abc import Iterable

from exports import endings, measures, phrases, words
from exports.base import PlanStore, read_base
from exports.chapters import theme_chapters
from exports.danish import month_range
from exports.model import Bar, Base, Excerpt, Figure, Measure, Method, Outline, PlaceRow, Reference
from exports.parts import Parts
from exports.places import K, place_rows
from exports.walk import each
from interviews.model import Origin


def outline_plan(
    store: PlanStore,
    consultation_id: str,
    day: str,
    is_draft: bool = True,
    k: int = K,
    chosen_quotes: Iterable[str] = (),
) -> Outline:
    """The outline of the plan as the store has it now.

    `day` ("YYYY-MM-DD") stands on the title page; `k` (at least 3, else TooSmallK) is the smallest
    number of people shown for a place; `chosen_quotes` are ids of quotes for "Stof til eftertanke".
    Unknown ids raise the store's error.
    """
    return draw(read_base(store, consultation_id), day, is_draft, k, chosen_quotes)


def draw(
    base: Base,
    day: str,
    is_draft: bool = True,
    k: int = K,
    chosen_quotes: Iterable[str] = (),
) -> Outline:
    """The outline of the plan that this base holds; see `outline_plan`."""
    parts = Parts(base, is_draft)
    apart = endings.apart(base, chosen_quotes)
    chapters = theme_chapters(base, parts, apart)
    reflections = endings.reflections(base, parts, apart)
    coverage = endings.coverage_chapter(base, parts)
    printed = _pointed_at((chapters, reflections, coverage))
    actor = words.of_municipality(base.consultation.municipality)
    known = bool(base.consultation.municipality.strip())
    return Outline(
        consultation_id=base.consultation.id,
        municipality=actor if known else base.consultation.name,
        actor=actor,
        title="Strategiplan for socialt udsatte",
        subtitle=f"Borgernes udsagn og {words.genitive(actor)} svar",
        day=day,
        is_draft=is_draft,
        foreword=phrases.foreword(base),
        method=_method(base, k),
        themes=chapters,
        reflections=reflections,
        coverage=coverage,
        annex=endings.annex(base, chapters, printed, parts),
        rows=endings.sheet_rows(base, parts),
        left_out=tuple(parts.left_out),
        codes=base.codes,
    )


def _pointed_at(content: tuple[object, ...]) -> frozenset[str]:
    """Ids of all statements that are printed or pointed at in `content`."""
    return frozenset(
        [e.statement_id for e in each(content, Excerpt)]
        + [r.statement_id for r in each(content, Reference)]
    )


def _method(base: Base, k: int) -> Method:
    rows = place_rows(base.sites, base.interviews, words.SITE_KIND, k)
    rows = tuple(
        PlaceRow(words.OTHER_PLACES, f"{row.merged} steder", row.participants, row.merged)
        if row.merged > 1 or not row.name
        else row
        for row in rows
    )
    months = [i.month for i in base.interviews if i.month and i.origin is not Origin.IMPORT]
    return Method(phrases.method(base, rows, month_range(months)), rows, _by_kind(base))


def _by_kind(base: Base) -> Figure:
    """How the statements fall on themes and kinds; a kind nobody used has no column."""
    kinds = [
        kind for kind in (*endings.KINDS, None) if measures.value(base, Measure.OF_KIND, "", kind)
    ]
    themes = [(t.key, t.name) for t in base.themes]
    if measures.value(base, Measure.STATEMENTS, "-"):
        themes.append(("-", words.WITHOUT_THEME))
    return Figure(
        "Udsagn fordelt på temaer og art",
        tuple(words.KIND_PLURAL[kind] for kind in kinds),
        tuple(
            Bar(
                name,
                tuple(measures.count(base, Measure.OF_KIND, key, kind) for kind in kinds),
                measures.count(base, Measure.STATEMENTS, key),
            )
            for key, name in themes
        ),
    )
