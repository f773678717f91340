"""No renderer can go around the gate."""

import dataclasses
import importlib
import inspect
import pkgutil
import re
from dataclasses import replace
from typing import get_args, get_type_hints

import pytest
from plans import DAY, small_base, with_text

import exports
from exports import office
from exports.answers_documents import SheetFile
from exports.check import PrintStopped
from exports.gate import Cleared, Printed, clear, publish
from exports.model import CodeRow, Outline
from exports.outline import draw
from exports.pdf import publish_pdf
from exports.sheets import CsvRenderer
from exports.word import WordRenderer
from exports.word.paper import made
from exports.word.render import write
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


GATES = ("publish", "publish_words", "publish_quotes", "check_printed", "_stop_identifiers")
UNGATED = {
    "exports.office.to_pdf",  # a finished file in, not an outline; so are the next two
    "exports.timeless.timeless",
    "exports.gate.publish",  # the gates themselves
    "exports.gate.publish_quotes",
    "exports.gate.publish_words",
    "exports.word.base.base",  # styles and a coloured bar; nobody's words
    "exports.word.base.part",
    "exports.word.figures.png",
    "exports.word.paper.made",  # a document that is no plan; whoever calls it goes through a gate
    "exports.xlsform.write_xlsform",  # the questions of a guide; nobody's answers
}


def gives_bytes(kind, seen=()):
    """Whether a type is bytes or holds them: in a tuple, a union, a dataclass."""
    if dataclasses.is_dataclass(kind) and kind not in seen:
        held = get_type_hints(kind).values()
        return any(gives_bytes(part, (*seen, kind)) for part in held)
    return kind is bytes or any(gives_bytes(part, seen) for part in get_args(kind))


def public_functions():
    """Every function of the room that others may call, by its full name."""
    return {
        f"{value.__module__}.{name}": inspect.unwrap(value)
        for module in modules()
        for name, value in vars(module).items()
        if callable(value)
        and inspect.isfunction(inspect.unwrap(value))
        and getattr(value, "__module__", "").startswith("exports.")
        and not name.startswith("_")
    }


def calls(function, names):
    """Whether the function calls one of the names, as its source has it."""
    return any(re.search(rf"(?<![\w.]){name}\(", body(function)) for name in names)


def body(function):
    return inspect.getsource(function).partition(":\n")[2]


def going_around(functions):
    """Names of the functions that give bytes of an outline and go through no gate.

    What takes a `Cleared` has been through one; what calls a function that has, has too.
    """
    giving = {n: f for n, f in functions.items() if gives_bytes(get_type_hints(f).get("return"))}
    safe = {n for n, f in giving.items() if Cleared in get_type_hints(f).values()}
    trusted = set(GATES)
    while found := {n for n, f in giving.items() if n not in safe and calls(f, trusted)}:
        safe |= found
        trusted |= {name.rpartition(".")[2] for name in found}
    return set(giving) - safe


def test_all_public_functions_that_give_bytes_go_through_the_gate():
    """Found by their return type, so that a new way out cannot be forgotten here."""
    assert going_around(public_functions()) <= UNGATED
    assert "exports.word.render.write" in public_functions()


def test_a_way_around_is_found_whatever_it_returns():
    def pair(outline: Outline) -> tuple[bytes, list[str]]:
        return made(outline), []

    def perhaps(outline: Outline) -> bytes | None:
        return made(outline)

    def boxed(outline: Outline) -> tuple[SheetFile, ...]:
        return (made(outline),)

    def sealed(cleared: Cleared) -> tuple[bytes, list[str]]:
        return made(cleared), []

    def gated(outline: Outline) -> bytes:
        return publish(outline, None, None)

    def follows(outline: Outline) -> bytes:
        return gated(outline)

    functions = {f.__name__: f for f in (pair, perhaps, boxed, sealed, gated, follows)}
    assert going_around(functions) == {"pair", "perhaps", "boxed"}


def test_what_is_exempt_is_still_there():
    assert set(public_functions()) >= UNGATED


def test_a_plan_is_not_written_that_was_not_cleared(base):
    with pytest.raises(AttributeError):
        write(draw(base, DAY), None, {})


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
