"""A hearing answer from a file is split into points that a person accepts; nobody is named."""

import io

import pytest
from docx import Document

from interviews.documents.reading import read_document
from interviews.documents.scan_faults import repaired, suggest_repairs
from interviews.model import Role
from interviews.setup import create_consultation, shared_themes
from storage import open_store
from strategy.goals import add_goal, add_initiative
from strategy.hearing import PartyUnknown, open_hearing
from strategy.hearing_answers import WHOLE, AnswerIdentifies, split_answer, take_answer
from strategy.versions import save_version

DAY, COUNCIL = "2026-03-10", "Rådet for Socialt Udsatte"
ANSWER = (
    ("Heading 1", "Boliger"),
    ("Normal", "Kære udvalg"),
    ("Normal", "Vi er glade for, at der skal bygges skæve boliger, men de skal ligge spredt."),
    ("Normal", "Rådet foreslår, at følgende lægges til grund:"),
    ("List Bullet", "Til initiativ 2 siger vi, at den også skal have åbent om aftenen"),
    ("List Bullet", "M-01 mangler et tal, som man kan måle på bagefter"),
    ("Heading 1", "Andre forhold"),
    ("Normal", "Fristen har været alt for kort, når vi skal spørge vores egne."),
    ("Normal", "Med venlig hilsen formanden for rådet"),
)

SCAN = (
    "Udsatteradet i Kebenhavns Kommune gnsker flere boliger, hvor de udsatte kan fa stgtte.",
    "Indsatsen bgr ga pa tveers af omrader, sa ingen hjemlgse ma vente pa hjeelp i manedsvis.",
)


@pytest.fixture
def held(home):
    with open_store() as store:
        made = create_consultation(store, "Prøve", "Egeby", shared_themes())
        add_goal(store, made.id, "health", "at flere kommer til lægen")
        add_initiative(store, made.id, "housing", "at der bygges skæve boliger flere steder")
        add_initiative(store, made.id, "health", "at tandklinikken tager imod uden tid")
        save_version(store, made.id, Role.CONSULTANT, "2026-03-01")
        return open_hearing(store, made.id, 1, "2026-03-02", "2026-03-16", [COUNCIL])


def parts(held, paragraphs=ANSWER, themes=()):
    document, target = Document(), io.BytesIO()
    for style, text in paragraphs:
        document.add_paragraph(text, style)
    document.save(target)
    read = read_document("svar.docx", target.getvalue())
    with open_store() as store:
        return split_answer(read, store.plan_versions(held.consultation_id)[0], themes)


def test_every_paragraph_is_there_and_courtesies_are_no_points(held):
    found = parts(held)
    assert [p.text for p in found] == [text for _, text in ANSWER]
    assert [p.is_point for p in found] == [False] * 2 + [True, False] + [True] * 2 + [
        False,
        True,
        False,
    ]


def test_a_point_is_about_the_row_it_names_else_the_row_it_is_like(held):
    by_text = {p.text[:12]: (p.section, p.subject) for p in parts(held) if p.is_point}
    assert by_text == {
        "Vi er glade ": ("I-01", "Boliger"),
        "Til initiati": ("I-02", "Boliger"),
        "M-01 mangler": ("M-01", "Boliger"),
        "Fristen har ": ("", "Andre forhold"),
    }


def test_a_heading_that_is_a_theme_tells_what_is_said_under_it(held):
    document = (
        ("Heading 1", "Boliger"),
        ("Normal", "Vi kan kun være enige i hele kapitlet her."),
        ("Heading 1", "Sundhed"),
        ("Normal", "Her mangler en lov, som man kan holde sig til."),
    )
    found = [p for p in parts(held, document, ("Boliger", "Sundhed")) if p.is_point]
    assert [(p.section, p.subject) for p in found] == [
        ("Boliger", "Boliger"),
        ("Sundhed", "Sundhed"),
    ]


def test_a_scanned_answer_is_taken_once_its_faults_are_mended(held):
    with open_store() as store:
        (version,) = store.plan_versions(held.consultation_id)
        document = read_document("svar.txt", "\n\n".join(SCAN).encode())
        raw = [p for p in split_answer(document, version) if p.is_point]
        with pytest.raises(AnswerIdentifies):
            take_answer(store, held, COUNCIL, raw, DAY)
        mended = repaired(document, suggest_repairs(document))
        points = [p for p in split_answer(mended, version) if p.is_point]
        assert len(take_answer(store, held, COUNCIL, points, DAY)) == len(points)


def test_a_number_the_plan_has_not_points_nowhere(held):
    (only,) = parts(held, [("Normal", "Vi kan slet ikke gå ind for I-77, som det står.")])
    assert (only.section, only.subject) == ("", WHOLE)


def test_what_is_taken_becomes_points_and_the_party_has_answered(held):
    with open_store() as store:
        taken = [p for p in parts(held) if p.is_point]
        points = take_answer(store, held, COUNCIL, taken, DAY)
        assert store.hearing_points(held.id) == points
        assert store.hearing(held.id).parties[0].received_on == DAY
        assert store.statements(held.consultation_id) == ()
        with pytest.raises(PartyUnknown):
            take_answer(store, held, "Ingen", taken, DAY)
    assert [p.label for p in points] == ["H-01", "H-02", "H-03", "H-04"]
    assert {p.party for p in points} == {COUNCIL}


def test_what_is_certain_to_identify_somebody_is_not_taken(held):
    found = parts(held, [*ANSWER, ("Normal", "Ring til mig om den sag på 20 30 40 50.")])
    with open_store() as store, pytest.raises(AnswerIdentifies) as error:
        take_answer(store, held, COUNCIL, [p for p in found if p.is_point], DAY)
    assert error.value.where == ((len(ANSWER), ("PHONE",)),)
    assert "20 30" not in str(error.value)
    with open_store() as store:
        assert store.hearing_points(held.id) == ()
