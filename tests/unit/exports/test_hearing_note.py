"""The commented hearing note: who was heard, what was said, decided and changed; sound in Word."""

import io
import re
from dataclasses import replace

import pytest
from carriers import LETTERHEAD, letterhead, parts, saved, shown
from docx import Document
from openxml_audit import OpenXmlValidator
from word_rules import Opened, faults, text

from exports.check import PrintStopped
from exports.hearing_documents import print_hearing_note
from exports.hearing_outline import outline_note
from exports.word import hearing_note
from interviews.model import Interview, Role, Statement
from interviews.setup import add_site, create_consultation, shared_themes
from storage import open_store
from strategy.evidence import link_evidence
from strategy.goals import add_goal, add_initiative, change_initiative
from strategy.hearing import add_party, add_point, decide_point, note_received, open_hearing
from strategy.model import HearingDecision, HearingParty, Stance, TargetKind
from strategy.plan_names import is_nobodys_name
from strategy.versions import save_version

DAY, AFTER = "2026-03-01", "2026-04-01"
COUNCIL, UNION, CHURCH = "Rådet for Socialt Udsatte", "Lejernes Hus & <Hjem>", "Kirkens Varmestue"
LONG = "Det har vi sagt mange gange før. " * 800


@pytest.fixture
def base(home):
    """A plan of two initiatives, heard as version 1, two of three points decided."""
    with open_store() as store:
        made = create_consultation(store, "Prøve", "Egeby", shared_themes())
        site = add_site(store, made.id, "A")
        said = Statement("u12", 12, made.id, "talk", "Et ønske", "housing")
        store.add_interview(Interview("talk", made.id, site.id, "2026-01", 1), [said])
        add_goal(store, made.id, "housing", "at alle har et sted at bo")
        add_initiative(store, made.id, "housing", "at der bygges skæve boliger")
        add_initiative(store, made.id, "health", "at tandlægen kommer ud")
        save_version(store, made.id, Role.CONSULTANT, DAY)
        held = open_hearing(store, made.id, 1, "2026-03-02", "2026-03-16", [COUNCIL, UNION, CHURCH])
        held = note_received(store, held, COUNCIL, "2026-03-10")
        held = note_received(store, held, CHURCH, "2026-03-20")
        held = note_received(store, add_party(store, held, "En nabo"), "En nabo", "2026-03-11")
        points = [
            add_point(store, held, COUNCIL, "I-01", "Tidsplan", "Skriv hvornår.\n\nOg med hvem."),
            add_point(store, held, CHURCH, "", "Åbningstider", "Længe åbent 😀 om aftenen"),
            add_point(store, held, "En nabo", "Boliger", "Tidsplan", "Vent med at bygge"),
        ]
        decide_point(
            store, points[0], HearingDecision.FOLLOWED, Role.STEERING, AFTER,
            "Forvaltningen er enig.", "Opstart er sat ind.",
        )  # fmt: skip
        decide_point(
            store, points[2], HearingDecision.NOT_FOLLOWED, Role.STEERING, AFTER, "Det haster."
        )
    return made


@pytest.fixture
def hearing(base):
    with open_store() as store:
        return store.hearings(base.id)[0]


def made(hearing, day=AFTER):
    with open_store() as store:
        return print_hearing_note(store, hearing.id, Role.STEERING, day)


def outline(hearing, day=AFTER):
    with open_store() as store:
        return outline_note(store, hearing.id, day)


def lines(content):
    return [p.text for p in Document(io.BytesIO(content)).paragraphs]


def table(content, number):
    return [
        [c.text for c in row.cells] for row in Document(io.BytesIO(content)).tables[number].rows
    ]


def test_the_parties_tell_when_they_were_asked_and_answered(hearing):
    assert [(p.name, p.sent, p.received, p.points) for p in outline(hearing).parties] == [
        (COUNCIL, "2.3.2026", "10.3.2026", 1),
        (UNION, "2.3.2026", "intet svar", 0),
        (CHURCH, "2.3.2026", "20.3.2026 (efter fristen)", 1),
        ("En nabo", "ikke sendt direkte", "11.3.2026", 1),
    ]


def test_the_period_tells_how_long_and_how_many(hearing):
    period, answered, _ = (text.replace("\u00a0", " ") for text in outline(hearing).period)
    assert period == (
        "Version 1 af strategiplanen for socialt udsatte har været i høring fra den 2. marts 2026 "
        "til den 16. marts 2026, i alt 15 dage."
    )
    assert answered == (
        "Den blev sendt til tre parter. To af dem har svaret. "
        "Én part har svaret uden at være spurgt direkte."
    )
    assert " er i høring " in outline(hearing, "2026-03-10").period[0]


def test_points_are_grouped_by_subject_in_danish_order_with_their_decisions(hearing):
    groups = outline(hearing).groups
    assert [g.subject for g in groups] == ["Tidsplan", "Åbningstider"]
    assert [[p.label for p in g.points] for g in groups] == [["H-01", "H-03"], ["H-02"]]
    assert [g.tally for g in groups] == [(1, 0, 1, 0, 0), (0, 0, 0, 0, 1)]
    assert outline(hearing).missing == 1


def test_the_note_is_valid_accessible_and_in_order(hearing, tmp_path):
    content = made(hearing)
    path = tmp_path / "notat.docx"
    path.write_bytes(content)
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []
    assert faults(content) == []
    expected = [
        "Egeby Kommune", "Kommenteret høringsnotat",
        "Høring over strategiplanen for socialt udsatte, version 1",
        "Udkast – ét punkt mangler en beslutning", "Høringen", "Høringssvar og bemærkninger",
        "Tidsplan", "H-01  Rådet for Socialt Udsatte, om initiativ I-01",
        "I-01 lød i høringen: »at der bygges skæve boliger«", "Skriv hvornår.", "Og med hvem.",
        "Bemærkninger: Forvaltningen er enig.", "Beslutning: Taget til følge",
        "Ændring i planen: Opstart er sat ind.", "H-03  En nabo, om temaet Boliger",
        "Beslutning: Ikke taget til følge", "Åbningstider",
        "H-02  Kirkens Varmestue, om hele planen", "Længe åbent 😀 om aftenen",
        "Beslutning: Ikke besluttet endnu",
    ]  # fmt: skip
    found = iter(line.replace("\u00a0", " ") for line in lines(content))
    assert [heading for heading in expected if not any(heading == line for line in found)] == []
    assert [row[0] for row in table(content, 0)[1:]] == [COUNCIL, UNION, CHURCH, "En nabo"]


def test_the_first_page_has_no_footer(hearing):
    section = Document(io.BytesIO(made(hearing))).sections[0]
    assert section.different_first_page_header_footer
    assert "Side " in section.footer.paragraphs[0].text


def test_the_overview_leads_to_each_subject(hearing):
    content = made(hearing)
    assert table(content, 1)[1:] == [
        ["Tidsplan", "1", "–", "1", "–", "–"],
        ["Åbningstider", "–", "–", "–", "–", "1"],
    ]
    file = Opened(content)
    anchors = file.all("//w:tbl//w:hyperlink/@w:anchor")
    targets = [file.all(f"//w:p[w:bookmarkStart[@w:name='{name}']]")[0] for name in anchors]
    assert [text(target) for target in targets] == ["Tidsplan", "Åbningstider"]
    assert {file.style(target) for target in targets} == {"heading 2"}


def test_a_newer_version_tells_what_changed_row_by_row(base, hearing):
    with open_store() as store:
        first, second = store.initiatives(base.id)
        change_initiative(store, first, start="2027")
        change_initiative(store, second, text="at tandlægen kommer hver uge", theme_key="housing")
        link_evidence(
            store, "u12", TargetKind.INITIATIVE, first.id, Stance.NUANCES, Role.STEERING, AFTER
        )
        save_version(store, base.id, Role.STEERING, AFTER)
    content = made(hearing)
    assert "Efter høringen er planen gemt som version 2. Det her er ændret:" in lines(content)
    assert table(content, 2)[1:] == [
        ["I-01", "Opstart tilføjet: »2027«"],
        ["I-01", "Nyt belæg: U-012 (nuancerer)"],
        ["I-02", "Ny ordlyd: »at tandlægen kommer hver uge« (før: »at tandlægen kommer ud«)"],
        ["I-02", "Flyttet fra temaet Sundhed til Boliger"],
    ]


def test_what_later_versions_changed_did_not_come_of_the_hearing(base, hearing):
    with open_store() as store:
        first, second = store.initiatives(base.id)
        change_initiative(store, first, start="2027")
        save_version(store, base.id, Role.STEERING, AFTER)
        change_initiative(store, second, start="2031")
        save_version(store, base.id, Role.STEERING, "2027-01-01")
    found = outline(hearing)
    assert (found.new_version, found.changes) == (2, (("I-01", "Opstart tilføjet: »2027«"),))


def test_a_party_with_a_point_has_answered(hearing):
    with open_store() as store:
        add_point(store, hearing, UNION, "", "Andet", "Vi er enige.")
    found = outline(hearing)
    row = next(p for p in found.parties if p.name == UNION)
    assert (row.received, row.points) == ("dag ikke noteret", 1)
    assert "Alle har svaret." in found.period[1]


def test_a_name_that_was_kept_before_the_guard_read_it_is_told_by_its_place(hearing):
    with open_store() as store:
        parties = list(hearing.parties)
        parties[1] = HearingParty("Værestedet, Storegade 5", "2026-03-02")
        store.save_hearing(replace(hearing, parties=tuple(parties)))
    with pytest.raises(PrintStopped) as error:
        made(hearing)
    assert {(f.label, f.detail) for f in error.value.faults} == {("Hørte parter, nr. 2", "ADDRESS")}


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Ring til mig på 20 30 40 50.", "PHONE"),
        ("Mit nummer er 010190-1234.", "CPR"),
        ("Skriv til jonas.k@eksempel.dk.", "EMAIL"),
    ],
)
def test_what_is_certain_to_identify_somebody_stops_the_note(hearing, said, kind):
    with open_store() as store:
        add_point(store, hearing, COUNCIL, "", "Andet", said)
    with pytest.raises(PrintStopped) as error:
        made(hearing)
    assert {(f.label, f.reason, f.detail) for f in error.value.faults} == {
        ("H-04", "identifier", kind)
    }
    assert said not in str(error.value)
    with open_store() as store:
        assert "hearing_printed" not in {e.action for e in store.audit(hearing.consultation_id)}


def test_a_possible_name_stops_the_note_until_somebody_answers(hearing):
    with open_store() as store:
        add_point(store, hearing, COUNCIL, "", "Andet", "Spørg hellere Gunhild på Mosekonen.")
    with pytest.raises(PrintStopped) as error:
        made(hearing)
    asked = {(f.label, f.reason, f.detail) for f in error.value.faults}
    assert ("H-04", "name_in_plan", "Gunhild") in asked
    with open_store() as store:
        for *_, word in asked:
            is_nobodys_name(store, hearing.consultation_id, word, Role.STEERING, AFTER)
    assert "Spørg hellere Gunhild på Mosekonen." in lines(made(hearing))


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Ring til mig på 20 30 40 50.", "PHONE"),
        ("Jeg hedder Gunhild.", "PERSON"),
        ("Tak for planen. Mvh Gunhild Frost", "PERSON"),
    ],
)
def test_what_is_certain_cannot_be_answered_away(hearing, said, kind):
    with open_store() as store:
        add_point(store, hearing, COUNCIL, "", "Andet", said)
        for word in ("20 30 40 50", "Gunhild", "Frost", "Gunhild Frost"):
            is_nobodys_name(store, hearing.consultation_id, word, Role.STEERING, AFTER)
    with pytest.raises(PrintStopped) as error:
        made(hearing)
    assert [(f.label, f.reason, f.detail) for f in error.value.faults] == [
        ("H-04", "identifier", kind)
    ]


def test_a_word_is_asked_about_once_however_often_it_stands(hearing):
    with open_store() as store:
        for what in ("prisen", "tiden"):
            add_point(store, hearing, COUNCIL, "", "Andet", f"Spørg hellere Gunhild om {what}")
    with pytest.raises(PrintStopped) as error:
        made(hearing)
    assert [f.detail for f in error.value.faults] == ["Gunhild"]


def test_parties_sites_and_those_responsible_are_not_asked_about(base, hearing):
    with open_store() as store:
        held = add_party(store, hearing, "Gunhild")
        add_site(store, base.id, "Ragnhild")
        change_initiative(store, store.initiatives(base.id)[0], partners="Borghild og Svanhild")
        for name in ("Gunhild", "Ragnhild", "Borghild", "Svanhild"):
            add_point(store, held, COUNCIL, "", "Andet", f"Spørg hellere {name}")
    assert "Spørg hellere Svanhild" in lines(made(held))


def test_a_hearing_nobody_answered_and_one_very_long_answer(base, hearing, tmp_path):
    with open_store() as store:
        quiet = open_hearing(store, base.id, 1, "2026-05-01", "2026-05-01", [COUNCIL])
        add_point(store, hearing, COUNCIL, "", "Andet", LONG)
    for number, held in enumerate((quiet, hearing)):
        content = made(held)
        path = tmp_path / f"{number}.docx"
        path.write_bytes(content)
        assert [str(e) for e in OpenXmlValidator().validate(str(path)).errors] == []
        assert faults(content) == []
    assert "Ingen parter har haft bemærkninger til planen." in lines(made(quiet))
    assert LONG.strip() in lines(content)


def test_the_trail_tells_that_a_note_was_made(hearing):
    made(hearing)
    with open_store() as store:
        (entry,) = [e for e in store.audit(hearing.consultation_id) if e.action != "adopted"]
    assert (entry.action, entry.detail, entry.day) == ("hearing_printed", "3", AFTER)


def test_nothing_leaves_without_the_guard(hearing, monkeypatch):
    seen = []
    monkeypatch.setattr(hearing_note, "publish_words", lambda _, read, *more: seen.extend(read))
    made(hearing)
    assert {"Skriv hvornår.", "Bemærkninger: Det haster."} <= {p.text for p in seen}


def test_a_letterhead_is_kept_and_visible_numbers_stay_on_one_line(hearing):
    with open_store() as store:
        content = print_hearing_note(store, hearing.id, Role.STEERING, AFTER, saved(letterhead()))
    found = parts(content)
    assert any(LETTERHEAD[1] in shown(text) for name, text in found.items() if "/footer" in name)
    assert not re.search(r"\b[A-Z]-\d\d", shown(found["word/document.xml"]))
    assert "<w:noBreakHyphen/>" in found["word/document.xml"]
