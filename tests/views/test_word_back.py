"""Word back: sent out, edited, read, chosen and taken over by page."""

import pytest

from benchmarks.word_edits import Edited, w
from exports.round_trip import print_for_editing
from interviews.model import Role
from storage import open_store
from strategy.goals import change_initiative
from tests.views.conftest import DAY, HOSTILE, words

MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def file(planned):
    """The draft that went out, open for edits."""
    with open_store() as store:
        return Edited(
            print_for_editing(store, planned.id, Role.STEERING, DAY, count_pages=False)[0]
        )


@pytest.fixture
def send(visit):
    """Reads a file in by the page."""

    def go(content, role="steering"):
        app = visit("returned", role=role)
        app.file_uploader[-1].upload("plan.docx", content, MIME).run()
        assert not app.exception
        return app

    return go


def press(app, label):
    next(b for b in app.button if b.label == label).click()
    return app.run()


def tick(app, label):
    next(c for c in app.checkbox if label in c.label).check()
    return app.run()


def told(app):
    """The tables of the page, as HTML."""
    return "".join(block.body for block in app.get("html"))


def initiatives(planned):
    with open_store() as store:
        return {i.label: i for i in store.initiatives(planned.id)}


def test_the_draft_is_made_and_its_version_kept(planned, visit):
    app = press(visit("returned", role="steering"), "Lav filen til rettelse")
    assert "Filen er klar. Den viser version 1." in words(app)
    with open_store() as store:
        assert len(store.plan_versions(planned.id)) == 1


def test_a_change_is_shown_three_ways_and_taken_over_when_chosen(planned, file, send):
    file.replace(file.cell("I-01", 1), "skæve boliger", "små <b>boliger</b>")
    file.append(file.cell("I-02", 2), " Økonomi")
    app = send(file.saved())
    assert "I filen står 3, 1 uændret." in words(app)
    assert "<del" in told(app)
    assert "&lt;b&gt;" in told(app)
    assert app.button[-1].disabled
    app = tick(app, "Overtag ordlyd (I-01)")
    app = press(app, "Overtag 1 valgt")
    assert "1 ting er overtaget. Planen er gemt som version 2." in words(app)
    assert initiatives(planned)["I-01"].text == "at der bygges små <b>boliger</b>"
    assert initiatives(planned)["I-02"].responsible == ""


def test_everything_without_conflict_is_chosen_at_once(planned, file, send):
    file.append(file.cell("I-01", 2), " Bolig")
    file.append(file.cell("I-02", 2), " Økonomi")
    file.add_row("I-02", ["", HOSTILE, "", "", "", "", ""])
    with open_store() as store:
        change_initiative(store, initiatives(planned)["I-01"], responsible="Teknik")
    app = send(file.saved(), "consultant")
    assert "1 ting er ændret både i Word og i Talerør." in words(app)
    app = press(app, "Vælg alt uden konflikt")
    press(app, "Overtag 2 valgte")
    now = initiatives(planned)
    assert (now["I-01"].responsible, now["I-02"].responsible) == ("Teknik", "Økonomi")
    assert "evil.example" in now["I-03"].text


def test_a_changed_quote_and_a_comment_are_told_without_a_name(planned, file, send):
    voice = next(p for p in file.root.iter() if p.text and p.text.startswith("Jeg vil bo ("))
    voice.text = "Jeg vil aldrig bo ("
    file.comment(file.cell("I-01", 1), HOSTILE)
    app = send(file.saved())
    assert "Borgerens ord er ændret i filen." in words(app)
    assert "aldrig" in told(app)
    assert "Kommentarer i filen" in words(app)
    assert "Karla" not in words(app) + told(app)
    assert not app.checkbox


def test_another_order_is_shown_and_taken_over_when_chosen(planned, file, send):
    file.move_row("I-01", "I-02")
    app = send(file.saved())
    assert "Rækkefølge" in told(app)
    press(tick(app, "Overtag rækkefølge (Boliger)"), "Overtag 1 valgt")
    with open_store() as store:
        assert [i.label for i in store.initiatives(planned.id)] == ["I-02", "I-01"]


def test_a_file_that_does_not_say_its_version_asks_for_it(planned, file, send):
    stamp = next(b for b in file.root.iter(w("bookmarkStart")) if "Taleroer" in b.get(w("name")))
    stamp.getparent().remove(stamp)
    file.drop("docProps/custom.xml")
    file.append(file.cell("I-01", 4), " 2030")
    app = send(file.saved())
    assert "Filen siger ikke, hvilken version den er skrevet ud fra." in words(app)
    assert [s.value for s in app.selectbox if s.label == "Skrevet ud fra"] == [1]
    press(tick(app, "Overtag slut (I-01)"), "Overtag 1 valgt")
    assert initiatives(planned)["I-01"].end == "2030"


def test_what_is_no_word_file_is_told_in_words(planned, file, send):
    assert "Filen er ikke det dokument, navnet siger" in words(send(b"not a word file"))
