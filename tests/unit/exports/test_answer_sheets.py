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

from exports.answers_outline import MORE, NO_ANSWER, outline_answers
from exports.answers_sheet import words
from exports.check import PrintStopped
from exports.model import Excerpt
from exports.office import to_pdf
from exports.places import open_sites
from exports.plain import EASY, lix, not_told, told
from exports.walk import each
from exports.word.answers import write_answers
from interviews.model import Role
from strategy.model import (
    EvidenceLink,
    Initiative,
    InitiativeStatus,
    NotAnswered,
    PlanVersion,
    Quote,
    Stance,
    TargetKind,
)

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


def with_initiatives(base, *changed):
    """The base with these instead of those of the same id."""
    by_id = {one.id: one for one in changed}
    return replace(base, initiatives=tuple(by_id.get(i.id, i) for i in base.initiatives))


def adopted(base):
    """The plan as it stands, as a version that was adopted."""
    return PlanVersion("v", CID, 1, DAY, Role.STEERING, "", base.goals, base.initiatives, ())


def promises(made):
    return [done for row in made.rows for done in row.done if done.startswith("Vi vil sørge for")]


def test_a_theme_without_an_initiative_is_told_and_reasons_are_given(base):
    first = replace(base.initiatives[0], status=InitiativeStatus.DROPPED)
    base = with_initiatives(base, first)
    made = sheet(base, BIG, dropped={first.id: "Huset er solgt. Mere."})
    by_theme = {row.theme: row for row in made.rows}
    with_some = {i.theme_key for i in base.initiatives}
    without = [t.name for t in base.themes if t.key not in with_some]
    assert all(by_theme[name].done == (NO_ANSWER,) for name in without)
    assert "Noget er ikke med, fordi det kræver en ændring af lejeloven." in " ".join(made.reasons)
    given_up = f"Boliger: Det bliver ikke til noget, {first.text}. Grunden: Huset er solgt."
    assert made.reasons[0] == given_up
    assert "20 små boliger" not in " ".join(done for row in made.rows for done in row.done)


def test_what_was_given_up_without_a_word_is_told_too_and_counted_where_there_is_no_room(base):
    every = [replace(i, status=InitiativeStatus.DROPPED) for i in base.initiatives]
    made = sheet(with_initiatives(base, *every), BIG, adopted=adopted(base))
    assert made.reasons[0].endswith(f"Det bliver ikke til noget, {base.initiatives[0].text}.")
    assert {done for row in made.rows for done in row.done} == {NO_ANSWER}
    assert made.left_out == len(every) - len(made.reasons)


@pytest.mark.parametrize(
    ("reason", "told_"),
    [
        ("det kræver en ændring, jf. lejelovens § 4. Vi spørger igen",
         "det kræver en ændring, jf. lejelovens § 4."),
        ("det koster ca. 30 mio. kr. om året. Det er for dyrt.",
         "det koster ca. 30 mio. kr. om året."),
        ("3. kvartal er for tidligt. Mere.", "3. kvartal er for tidligt."),
        ("vi venter på staten, bl.a. Socialstyrelsen, dvs. Odense!",
         "vi venter på staten, bl.a. Socialstyrelsen, dvs. Odense!"),
        ("fordi det er dyrt", "det er dyrt."),
    ],
)  # fmt: skip
def test_a_reason_is_not_cut_at_an_abbreviation(base, reason, told_):
    base = replace(base, not_answered=(NotAnswered("u031", reason, Role.STEERING, DAY),))
    assert sheet(base, BIG).reasons == (f"Boliger: Noget er ikke med, fordi {told_}",)


@pytest.mark.parametrize("site_id", ["s1", "s2", "s3", SMALL])
def test_nobody_who_speaks_against_an_initiative_stands_beside_it(base, site_id):
    """Every released quote is tied; those that contradict are the shortest, so they tempt."""
    links = tuple(
        EvidenceLink(
            f"x{one.id}{s.id}", s.id, TargetKind.INITIATIVE, one.id,
            Stance.CONTRADICTS if len(s.text) < 75 else Stance.NUANCES, "", Role.STEERING, DAY,
        )
        for one in base.initiatives for s in base.statements
        if base.theme_of[s.id] == one.theme_key
    )  # fmt: skip
    made = sheet(replace(base, links=links), site_id)
    quotes = [row.quote for row in made.rows if row.quote]
    assert quotes
    assert min(len(quote.text) for quote in quotes) >= 75
    against = tuple(replace(link, stance=Stance.CONTRADICTS) for link in links)
    assert not list(each(sheet(replace(base, links=against), site_id), Excerpt))


def test_beside_a_quote_stands_what_it_asks_for_and_nothing_it_speaks_against(base):
    one, two = base.initiatives[:2]
    support = next(e for e in base.links if e.target_id == two.id and e.stance is Stance.SUPPORTS)
    against = replace(support, id="y", target_id=one.id, stance=Stance.CONTRADICTS)
    only = tuple(q for q in base.quotes if q.statement_id == support.statement_id)
    made = sheet(replace(base, quotes=only, links=(support, against)), BIG)
    assert [row.done for row in made.rows if row.quote] == [(told(two, DAY),)]


def test_a_quote_nobody_tied_to_the_plan_stands_beside_no_initiative(base):
    made = sheet(replace(base, links=()), BIG)
    with_some = {t.name for t in base.themes if any(i.theme_key == t.key for i in base.initiatives)}
    assert not [row for row in made.rows if row.quote and row.theme in with_some]


def test_before_the_plan_is_adopted_everything_is_proposed(base):
    planned = [replace(i, status=InitiativeStatus.PLANNED) for i in base.initiatives]
    made = sheet(with_initiatives(base, *planned), BIG)
    assert promises(made) == []
    assert (made.title, made.doing) == ("Det sagde I – det foreslår vi", "Det foreslår vi")
    assert "Det er ikke besluttet endnu." in made.lead


def test_only_what_the_adopted_version_holds_is_promised(base):
    version = adopted(base)
    late = replace(base.initiatives[3], id="late", number=9, text="at der bygges et bad",
                   status=InitiativeStatus.PLANNED)  # fmt: skip
    bigger = replace(base.initiatives[2], text="at alle får et slot", start="2031")
    now = with_initiatives(base, bigger)
    made = sheet(replace(now, initiatives=(*now.initiatives, late)), BIG, adopted=version)
    assert (made.title, made.doing) == ("Det sagde I – det gør vi", "Det gør vi")
    assert f"Vi vil sørge for, {base.initiatives[2].text}." in promises(made)
    done = [text for row in made.rows for text in row.done]
    assert any(text.startswith("Vi foreslår, at der bygges et bad.") for text in done)
    assert "slot" not in " ".join(done)


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
    assert [cell.text for cell in table.rows[0].cells] == ["Det sagde I", "Det foreslår vi"]
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
    decided = status != "proposed"
    assert told(one, DAY, "", decided) == said
    assert told(one, DAY, "Vi bygger huse", decided).startswith("Vi bygger huse. ")
    if status == "planned":
        assert told(one, DAY).startswith("Vi foreslår, at der bygges.")


def test_our_own_words_are_easy_to_read():
    plan = [not_told(Initiative("a", CID, 1, "x", "at der bygges"))]
    plan += [told(Initiative("a", CID, 1, "x", "at der bygges", status=s), DAY, "", True)
            for s in InitiativeStatus if s is not InitiativeStatus.DROPPED]  # fmt: skip
    lead = "Tak, fordi I talte med os. Vi talte med 66 mennesker på ni steder."
    assert lix(" ".join([lead, *plan, MORE, NO_ANSWER])) < 30
