"""What was given up is kept on record and is no part of the plan: not counted, not pointed at."""

from dataclasses import replace

import pytest
from plans import DAY, small_base
from word_rules import Opened, text

from exports.agenda_outline import prefilled
from exports.gate import publish
from exports.model import CoverageList, Measure, Passage
from exports.outline import draw, outline_plan
from exports.walk import each
from exports.word import WordRenderer
from interviews.model import Interview, Role, Statement
from interviews.setup import add_site, create_consultation, shared_themes
from storage import open_store
from strategy.coverage import coverage
from strategy.evidence import link_evidence
from strategy.goals import add_initiative, change_initiative
from strategy.model import InitiativeStatus, Stance, TargetKind


@pytest.fixture
def base(home):
    """Three initiatives, two of them dropped; each with a statement, one more speaks against."""
    with open_store() as store:
        made = create_consultation(store, "Prøve", "Egeby", shared_themes())
        site = add_site(store, made.id, "A")
        said = [Statement(f"u{n}", n, made.id, "t", f"Et ønske {n}", "housing") for n in range(5)]
        store.add_interview(Interview("t", made.id, site.id, "2026-01", 6), said)
        for n, text_ in enumerate(("at der bygges", "at der lyttes", "at der spørges"), 1):
            own = {"cost": f"{n} mio. kr.", "responsible": "Bolig"}
            one = add_initiative(store, made.id, "housing", text_, **own)
            tie(store, f"u{n}", one)
            if n > 1:
                change_initiative(store, one, status=InitiativeStatus.DROPPED)
        alone = add_initiative(store, made.id, "housing", "at der males")
        change_initiative(store, alone, status=InitiativeStatus.DROPPED)
        tie(store, "u4", store.initiatives(made.id)[0], Stance.CONTRADICTS)
    return made


def tie(store, said, initiative, stance=Stance.SUPPORTS):
    link_evidence(store, said, TargetKind.INITIATIVE, initiative.id, stance, Role.STEERING, DAY)


def drawn(base):
    with open_store() as store:
        return outline_plan(store, base.id, DAY)


def test_what_is_dropped_is_not_counted(base):
    said = next(p for p in each(drawn(base).coverage, Passage) if "Planen har" in p.text)
    assert "ét\u00a0initiativ." in said.text
    assert {c.measure: c.value for c in said.counts} == {
        Measure.INITIATIVES: 1,
        Measure.STATEMENTS: 5,
        Measure.ANSWERED: 1,
        Measure.CONTRADICTING: 1,
        Measure.UNANSWERED: 3,
    }


def test_what_is_dropped_is_named_nowhere(base):
    outline = drawn(base)
    labels = {label for one in each(outline, CoverageList) for label in one.labels}
    assert labels == set()
    assert {label for row in outline.rows for label in row.initiatives} == {"I-01"}


def test_who_only_speaks_against_is_counted_and_listed_apart(base):
    outline = drawn(base)
    (apart,) = [one for one in outline.coverage.lists if one.title == "Taler kun imod"]
    assert [r.label for r in apart.references] == ["U-004"]
    assert apart.passage.text == "Ét\u00a0udsagn taler imod noget i planen og er ikke besvaret:"
    assert "Taler kun imod" in outline.coverage.figure.columns
    with open_store() as store:
        assert coverage(store, base.id).contradicting == ("u4",)


def test_every_printed_label_has_a_target():
    """Each link of the file leads to a place in it, also when initiatives were dropped."""
    base = small_base()
    dropped = tuple(
        replace(i, status=InitiativeStatus.DROPPED) if i.id in ("a2", "a4") else i
        for i in base.initiatives
    )
    for one in (base, replace(base, initiatives=dropped)):
        file = Opened(publish(draw(one, DAY), one, WordRenderer(None, count_pages=False)))
        targets = set(file.all("//w:bookmarkStart/@w:name"))
        links = file.all("//w:hyperlink[@w:anchor]")
        assert len(links) > 20
        anchor = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}anchor"
        assert [text(k) for k in links if k.get(anchor) not in targets] == []


def test_the_agenda_leaves_it_out(base):
    with open_store() as store:
        given = prefilled(store, base.id, DAY)
    assert "ét initiativ." in given["summary"].replace("\u00a0", " ")
    assert [line[:6] for line in given["economy"].splitlines()[1:]] == ["- I-01"]
    assert "ét initiativ" in given["presentation"].replace("\u00a0", " ")
    assert "Ét af initiativerne har en ansvarlig." in given["presentation"]
