"""»Det sagde I – det gør vi«: one page in plain words; a small site gives nobody away."""

import io
import shutil
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from openxml_audit import OpenXmlValidator
from plans import CID, DAY, small_base
from word_rules import faults

from exports.answers_outline import MORE, NO_ANSWER, outline_answers, words
from exports.check import PrintStopped
from exports.model import Excerpt
from exports.office import to_pdf
from exports.places import open_sites
from exports.plain import EASY, lix, told
from exports.walk import each
from exports.word.answers import write_answers
from interviews.model import Role
from strategy.model import Initiative, InitiativeStatus, Quote

K = 5
BIG, SMALL = "s1", "s4"  # eleven people; three


@pytest.fixture
def base():
    """Quotes from every site, so that each could be given away."""
    made = small_base()
    more = tuple(
        Quote(f"q{s.number}", s.id, 0, len(s.text), s.text, Role.STEERING, DAY)
        for s in made.statements
        if s.quotable
    )
    return replace(made, quotes=more)


def sheet(base, site_id, **more):
    return outline_answers(base, site_id, DAY, K, **more)


def site_of(base, excerpt):
    said = next(s for s in base.statements if s.id == excerpt.statement_id)
    return next(i.site_id for i in base.interviews if i.id == said.interview_id)


def test_sites_with_few_people_stay_together(base):
    assert open_sites(base.sites, base.interviews, K) == {"s1", "s2", "s3"}
    assert open_sites(base.sites, base.interviews[:4], K) == {"s1", "s2"}
    assert open_sites(base.sites[:1], base.interviews[:1], 12) == frozenset()
    uncounted = (*base.interviews[:4], replace(base.interviews[4], participants=None))
    assert open_sites(base.sites, uncounted, K) == frozenset()


def test_a_big_site_hears_its_own_words_and_how_many_spoke(base):
    made = sheet(base, BIG)
    here = [row.quote for row in made.rows if row.whose]
    assert here
    assert {site_of(base, quote) for quote in here} == {BIG}
    assert "Vi talte med 30 mennesker på fem steder. 11 af dem var hos jer." in made.lead


def test_a_page_says_no_time_of_day(base):
    content = write_answers(sheet(base, BIG), base)
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert {part.date_time[3:] for part in file.infolist()} == {(0, 0, 0)}


def test_two_small_sites_get_the_same_page_but_for_their_name(base):
    first, second = sheet(base, "s4"), sheet(base, "s5")
    assert first.subtitle != second.subtitle
    assert replace(first, subtitle="") == replace(second, subtitle="")
    assert not any(row.whose for row in first.rows)
    assert "hos jer" not in first.lead


def test_what_a_small_site_reads_does_not_depend_on_what_was_said_there(base):
    """Were the words of the small site its neighbour's, its page would be the same."""
    swap = {"i3": "s5", "i4": "s4"}
    moved = tuple(replace(i, site_id=swap.get(i.id, i.site_id)) for i in base.interviews)
    assert sheet(replace(base, interviews=moved), SMALL).rows == sheet(base, SMALL).rows


def test_a_theme_without_an_initiative_is_told_and_reasons_are_given(base):
    made = sheet(base, BIG, dropped={base.initiatives[0].id: "Huset er solgt. Mere."})
    by_theme = {row.theme: row for row in made.rows}
    with_some = {i.theme_key for i in base.initiatives}
    without = [t.name for t in base.themes if t.key not in with_some]
    assert all(by_theme[name].done == (NO_ANSWER,) for name in without)
    assert "Noget er ikke med, fordi det kræver en ændring af lejeloven." in " ".join(made.reasons)
    assert "Boliger: Noget er ikke med, fordi Huset er solgt." in made.reasons


def test_only_released_quotes_are_told_and_one_changed_letter_stops_the_page(base):
    assert not list(each(sheet(replace(base, quotes=()), BIG), Excerpt))
    made = sheet(base, BIG)
    quote = next(each(made, Excerpt))
    changed = tuple(
        replace(s, text=s.text.replace("e", "é", 1)) if s.id == quote.statement_id else s
        for s in base.statements
    )
    with pytest.raises(PrintStopped) as error:
        write_answers(made, replace(base, statements=changed))
    assert {f.label for f in error.value.faults} == {quote.label}
    taken_back = tuple(q for q in base.quotes if q.statement_id != quote.statement_id)
    with pytest.raises(PrintStopped, match="not_released"):
        write_answers(made, replace(base, quotes=taken_back))


def test_what_identifies_somebody_stops_the_page(base):
    made = sheet(base, BIG, own={"more": "Ring til os på 20 30 40 50."})
    with pytest.raises(PrintStopped, match="identifier PHONE"):
        write_answers(made, base)


def test_the_page_is_valid_accessible_and_in_plain_words(base, tmp_path):
    made = sheet(base, BIG)
    content = write_answers(made, base)
    path = tmp_path / "side.docx"
    path.write_bytes(content)
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []
    assert faults(content) == []
    assert made.lix == lix(words(made)) < EASY
    table = Document(io.BytesIO(content)).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["Det sagde I", "Det gør vi"]
    assert len(table.rows) == len(made.rows) + 1


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_a_crowded_page_is_still_one_page(base):
    from pypdf import PdfReader

    many = tuple(
        Initiative(
            f"a{n}", CID, 20 + n, theme.key,
            "at der ansættes en medarbejder, som kommer på alle steder hver uge hele året rundt",
        )
        for n in range(9) for theme in base.themes
    )  # fmt: skip
    more = {"more": "Kom til mødet i biblioteket den første mandag i måneden, eller skriv til os."}
    crowded = sheet(replace(base, initiatives=(*base.initiatives, *many)), BIG, own=more)
    assert crowded.left_out > 20
    pdf = to_pdf(write_answers(crowded, base), accessible=False)
    assert len(PdfReader(io.BytesIO(pdf)).pages) == 1


@pytest.mark.parametrize(
    ("status", "start", "said"),
    [
        ("proposed", "", "Vi foreslår, at der bygges."),
        (
            "planned",
            "3. kvartal 2027",
            "Vi vil sørge for, at der bygges. Det begynder i juli 2027.",
        ),
        ("planned", "2027", "Vi vil sørge for, at der bygges. Det begynder i 2027."),
        ("planned", "2020", "Vi vil sørge for, at der bygges."),
        ("started", "2027", "Vi er i gang. Målet er, at der bygges."),
        ("done", "", "Nu har vi sørget for, at der bygges."),
    ],
)
def test_where_an_initiative_stands_is_told_plainly(status, start, said):
    one = Initiative(
        "a", CID, 1, "housing", "at der bygges", start=start, status=InitiativeStatus(status)
    )
    assert told(one, DAY) == said
    assert told(one, DAY, "Vi bygger huse").startswith("Vi bygger huse. ")


def test_our_own_words_are_easy_to_read():
    plan = [told(Initiative("a", CID, 1, "x", "at der bygges", status=s), DAY)
            for s in InitiativeStatus if s is not InitiativeStatus.DROPPED]  # fmt: skip
    lead = "Tak, fordi I talte med os. Vi talte med 66 mennesker på ni steder."
    assert lix(" ".join([lead, *plan, MORE, NO_ANSWER])) < 30
