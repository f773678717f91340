"""No renderer can go around the gate."""

import importlib
import inspect
import pkgutil
from dataclasses import replace

import pytest
from plans import DAY, small_base, with_text

import exports
from exports import office
from exports.check import PrintStopped
from exports.gate import Cleared, Printed, clear, publish
from exports.model import CodeRow
from exports.outline import draw
from exports.pdf import publish_pdf
from exports.sheets import CsvRenderer
from exports.word import WordRenderer
from interviews.cleared import left_standing
from interviews.model import Role


def modules():
    """Every module of the exports room, imported."""
    found = pkgutil.walk_packages(exports.__path__, "exports.")
    return [importlib.import_module(info.name) for info in found]


def renderers():
    """Every class of the room that can render, found and not listed."""
    return sorted(
        {
            value
            for module in modules()
            for value in vars(module).values()
            if inspect.isclass(value)
            and value.__module__.startswith("exports.")
            and hasattr(value, "render")
            and not getattr(value, "_is_protocol", False)
        },
        key=lambda renderer: renderer.__name__,
    )


def make(renderer):
    """One of the renderers, without counting pages where it could."""
    return WordRenderer(count_pages=False) if renderer is WordRenderer else renderer()


def speaking():
    """Those that print citizens' words; a form without any is held to its own words below."""
    sound = draw(small_base(), DAY)
    return [renderer for renderer in renderers() if any(make(renderer).voices(sound))]


@pytest.fixture
def base():
    return small_base()


def test_the_room_has_renderers():
    assert {r.__name__ for r in renderers()} >= {"WordRenderer", "CsvRenderer", "ExcelRenderer"}


@pytest.mark.parametrize("renderer", renderers())
def test_every_renderer_prints_a_sound_outline(renderer, base):
    assert publish(draw(base, DAY), base, make(renderer))


@pytest.mark.parametrize("renderer", renderers())
def test_every_renderer_is_stopped_by_one_changed_letter(renderer, base):
    outline = draw(base, DAY)
    changed = with_text(base, "u088", outline.rows[11].excerpt.text.replace("nøglen", "nøglem"))
    with pytest.raises(PrintStopped) as error:
        publish(outline, changed, make(renderer))
    assert "U-088" in {fault.label for fault in error.value.faults}


@pytest.mark.parametrize("renderer", speaking())
def test_every_renderer_is_stopped_when_its_file_says_one_letter_otherwise(renderer, base):
    """The renderer itself is at fault: the outline is sound, the file is not."""

    class Careless:
        suffix = ".x"
        inner = make(renderer)

        def render(self, cleared):
            sound = cleared.outline
            rows = tuple(_misspelt(row) for row in sound.rows)
            annex = tuple(
                replace(t, entries=tuple(_misspelt(e) for e in t.entries)) for t in sound.annex
            )
            cleared.outline = replace(sound, rows=rows, annex=annex)
            return self.inner.render(cleared)

        def voices(self, outline):
            return self.inner.voices(outline)

        def read(self, content):
            return self.inner.read(content)

    with pytest.raises(PrintStopped) as error:
        publish(draw(base, DAY), base, Careless())
    assert {(f.label, f.reason) for f in error.value.faults} == {("U-088", "altered_in_file")}


def _misspelt(item):
    if item.number != 88:
        return item
    return replace(item, excerpt=replace(item.excerpt, text=item.excerpt.text + "?"))


@pytest.mark.parametrize("renderer", speaking())
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Du kan ringe til mig på 20 30 40 50, sagde hun.", "PHONE"),
        ("Mit nummer er 010190-1234, skriv det bare.", "CPR"),
        ("Skriv til jonas.k@eksempel.dk.", "EMAIL"),
    ],
)
def test_every_renderer_is_stopped_by_what_identifies_somebody(renderer, base, text, kind):
    planted = with_text(base, "u115", text)
    with pytest.raises(PrintStopped) as error:
        publish(draw(planted, DAY), planted, make(renderer))
    assert {(f.label, f.reason, f.detail) for f in error.value.faults} == {
        ("U-115", "identifier", kind)
    }
    assert text[-12:] not in str(error.value)


def test_an_identifier_in_the_plans_own_words_is_stopped_and_placed(base):
    first, *rest = base.initiatives
    known = replace(base, initiatives=(replace(first, indicator="ring 20 30 40 50"), *rest))
    with pytest.raises(PrintStopped) as error:
        publish(draw(known, DAY), known, WordRenderer(count_pages=False))
    assert ("I-01", "identifier") in {(f.label, f.reason) for f in error.value.faults}


@pytest.mark.parametrize("renderer", [r for r in renderers() if r not in speaking()])
def test_a_form_without_voices_is_stopped_by_what_identifies_somebody(renderer, base):
    known = replace(base, codes=(CodeRow("x", "Ring", description="ring 20 30 40 50"),))
    with pytest.raises(PrintStopped, match="identifier PHONE"):
        publish(draw(known, DAY), known, make(renderer))


def test_only_the_gate_makes_a_cleared_outline(base):
    with pytest.raises(TypeError):
        Cleared(draw(base, DAY))


@pytest.mark.parametrize("renderer", renderers())
def test_no_renderer_takes_an_outline_that_did_not_pass(renderer, base):
    parameter = list(inspect.signature(renderer.render).parameters.values())[1]
    assert parameter.annotation is Cleared
    with pytest.raises(AttributeError):
        make(renderer).render(draw(base, DAY))


def test_all_public_functions_that_give_bytes_go_through_the_gate():
    """Found by their return type, so that a new way out cannot be forgotten here."""
    inner = {
        "exports.office.to_pdf",  # a Word file in, not an outline
        "exports.word.base.base",
        "exports.word.base.part",
        "exports.timeless.timeless",  # a finished file in
        "exports.word.figures.png",
        "exports.gate.publish",
        "exports.word.guide_sheet.write_guide_sheet",  # and the same questions on paper
        "exports.xlsform.write_xlsform",  # the questions of a guide; nobody's answers
    }
    inner |= {  # no citizen's words; read back and held to the guard by itself (its own tests)
        "exports.gate.publish_words",
        "exports.gate.publish_quotes",
        "exports.word.answers.write_answers",  # citizens' words, through publish_quotes
        "exports.agenda_documents.print_agenda",
        "exports.word.agenda.write_agenda",
        "exports.follow_up_documents.print_follow_up",
        "exports.follow_up_sheet.write_follow_up_sheet",
        "exports.hearing_documents.print_hearing_note",
        "exports.redline.print_redline",  # through exports.gate.check_printed
        "exports.word.redline.write_redline",
        "exports.word.follow_up.write_follow_up",
        "exports.word.hearing_note.write_hearing_note",
        "exports.word.paper.made",
    }
    found = {
        f"{value.__module__}.{name}"
        for module in modules()
        for name, value in vars(module).items()
        if inspect.isfunction(inspect.unwrap(value) if callable(value) else value)
        and getattr(value, "__module__", "").startswith("exports.")
        and not name.startswith("_")
        and inspect.signature(value).return_annotation is bytes
    }
    assert found - inner == {"exports.pdf.publish_pdf", "exports.documents.print_plan"}
    for name in ("exports.pdf", "exports.documents"):
        assert "publish(" in inspect.getsource(importlib.import_module(name))


def test_pdf_is_stopped_by_one_changed_letter_before_anything_is_made(base, monkeypatch):
    def made(*_args, **_options):
        raise AssertionError("a PDF was made")

    monkeypatch.setattr(office, "to_pdf", made)
    monkeypatch.setattr("exports.pdf.to_pdf", made)
    monkeypatch.setattr("exports.pdf.program", lambda: "soffice")
    outline = draw(base, DAY)
    with pytest.raises(PrintStopped):
        publish_pdf(outline, with_text(base, "u088", "Noget andet"))


def test_a_cleared_outline_is_the_outline(base):
    outline = draw(base, DAY)
    assert clear(outline, base).outline is outline


def test_what_a_reader_finds_too_much_of_is_told_as_well(base):
    class Chatty(CsvRenderer):
        def read(self, content):
            yield from super().read(content)
            yield Printed("U-999", "Det her har ingen sagt.", is_voice=True)

    with pytest.raises(PrintStopped) as error:
        publish(draw(base, DAY), base, Chatty())
    assert {f.label for f in error.value.faults} == {"U-999"}


@pytest.mark.parametrize("renderer", speaking())
def test_every_renderer_is_stopped_by_a_possible_name_nobody_has_answered(renderer, base):
    named = with_text(base, "u045", "Så kom Kirsten forbi", answered=False)
    with pytest.raises(PrintStopped, match="U-045: open_finding PERSON"):
        publish(draw(named, DAY), named, make(renderer))
    answers = left_standing(
        next(s for s in named.statements if s.id == "u045"), frozenset(), "", Role.CONSULTANT, DAY
    )
    assert publish(
        draw(named, DAY), replace(named, harmless=named.harmless + answers), make(renderer)
    )
