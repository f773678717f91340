"""The page for old documents, as a consultant uses it, from the file to the draft."""

import pytest

from interviews.model import Kind
from storage import open_store
from tests.unit.interviews.documents.conftest import docx, word_paragraph
from tests.views.conftest import words

PLAN = (
    "# Sundhed\n\n## Borgerne fortæller:\n\nTandlægen er alt for dyr, siger flere. "
    "Det er svært at få en tid hos lægen.\n\n## Kommunens mål:\n\n- at alle kan få en tid\n\n"
    "# Steder\n\nVarmestuen\t8 deltagere\n"
)
SCAN = (
    "Borgerne gnsker en bolig og hjeelp og stgtte i hverdagen.\n\n"
    "Tveergaende indsatser giver feerre hjemlgse, og det ggr en forskel.\n"
)


@pytest.fixture
def on(base, visit):
    """Opens the page with a document on it."""

    def go(name, data, **state):
        app = visit("documents", **state)
        app.file_uploader[0].upload(name, data, "application/octet-stream").run()
        assert not app.exception, app.exception
        return app

    return go


def drafts(base):
    with open_store() as store:
        return store.drafts(base.id)


def tick(app, label):
    next(box for box in app.checkbox if box.label == label).check()


def submit(app, label="Læg de valgte i en kladde"):
    next(b for b in app.button if b.label == label).click().run()
    assert not app.exception, app.exception


def test_a_plan_is_read_and_its_statements_go_into_a_sealed_draft(on, base):
    app = on("plan.txt", PLAN.encode())
    said = words(app)
    assert "Plan i dokumentet: 1 mål, 0 initiativer, 1 sted" in said
    assert "2 sætninger at se på." in said
    tick(app, "Borgerne har sagt ja til, at det, de sagde, må bruges")
    tick(app, "Tag med")
    submit(app)
    assert "1 udsagn ligger i kladden." in words(app)
    assert "1 sætning at se på." in words(app)
    (draft,) = drafts(base)
    (entry,) = draft.entries
    assert (entry.text, entry.theme_key, entry.kind, entry.quotable) == (
        "Tandlægen er alt for dyr, siger flere.",
        "health",
        Kind.CHALLENGE,
        False,
    )
    tick(app, "Tag med")
    submit(app)
    (draft,) = drafts(base)
    assert len(draft.entries) == 2
    with open_store() as store:
        assert len(store.statements(base.id)) == 8  # the guard has not been asked yet


def test_without_a_yes_nothing_is_taken(on, base):
    app = on("plan.txt", PLAN.encode())
    tick(app, "Tag med")
    submit(app)
    assert "Svar først på, om borgerne har sagt ja." in words(app)
    assert drafts(base) == ()


def test_without_a_tick_nothing_is_taken(on, base):
    app = on("plan.txt", PLAN.encode())
    tick(app, "Borgerne har sagt ja til, at det, de sagde, må bruges")
    submit(app)
    assert "Sæt først flueben" in words(app)
    assert drafts(base) == ()


def test_sentences_can_be_passed_by(on, base):
    app = on("plan.txt", PLAN.encode())
    submit(app, "Spring disse over")
    assert "0 sætninger at se på." in words(app)


def test_a_scan_shows_its_repairs_beside_the_original_and_makes_them_when_told(on, base):
    app = on("skan.txt", SCAN.encode())
    assert "Læsefejl fra skanning" in words(app)
    assert "Borgerne gnsker en bolig" in words(app)
    app.button(key="repairs_all").click().run()
    assert not app.exception, app.exception
    assert "Borgerne ønsker en bolig og hjælp og støtte" in words(app)
    app.button(key="repairs_none").click().run()
    assert "Borgerne gnsker en bolig" in words(app)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.doc", b"gammel", "Filtypen .doc er for gammel"),
        ("a.pdf", b"MZ" * 40, "ikke det dokument, navnet siger"),
        ("a.docx", docx("<w:p/>", word__vbaProject_bin="x"), "makroer"),
        ("a.docx", docx(word_paragraph("")), "ingen tekst i filen"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_and_nothing_is_kept(on, base, name, data, said):
    app = on(name, data)
    assert said in words(app)
    assert drafts(base) == ()


def test_hostile_words_in_a_document_are_only_words(on, base):
    text = "![x](https://evil.example/pixel.png) <img src=x> :red[rødt] siger borgeren til os alle."
    app = on("a.docx", docx(word_paragraph(text)))
    shown = [m.value for m in app.markdown if "evil" in m.value]
    assert shown
    assert all("![x](" not in value for value in shown)


def test_another_document_begins_anew(on, base):
    app = on("plan.txt", PLAN.encode())
    tick(app, "Borgerne har sagt ja til, at det, de sagde, må bruges")
    tick(app, "Tag med")
    submit(app)
    app.file_uploader[0].upload("to.txt", b"Maden er rigtig god her.\n", "text/plain").run()
    assert "ligger i kladden" not in words(app)
    assert len(drafts(base)) == 1


def test_the_guard_asks_before_a_statement_is_stored(on, base):
    app = on("a.txt", "»Sagsbehandleren Kirsten Holm ringede aldrig tilbage til mig.«".encode())
    tick(app, "Borgerne har sagt ja til, at det, de sagde, må bruges")
    tick(app, "Tag med")
    submit(app)
    app.button(key="document_way_on").click().run()
    assert not app.exception, app.exception
    assert app.title[0].value == "Afslut samtalen"
    assert "mangler et svar ovenfor" in words(app)
    with open_store() as store:
        assert len(store.statements(base.id)) == 8
