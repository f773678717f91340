"""The pipeline's people are added where asked for, and only to what is not found yet."""

from interviews.anonymity import THOROUGH, check
from interviews.anonymity.names import entities
from interviews.anonymity.text import Text
from interviews.model import FindingKind
from language.model import Entity, Reading


def test_a_person_of_the_pipeline_is_added(monkeypatch):
    text = "Så rejste Stole sig og gik ud."
    reading = Reading((), (), (Entity(10, 15, "PER"), Entity(0, 2, "LOC")))
    monkeypatch.setattr(entities, "_read", lambda: lambda _: reading)
    added = entities.add(Text(text), [])
    assert [(one.start, one.end, one.kind) for one in added] == [(10, 15, FindingKind.PERSON)]


def test_what_is_found_already_is_not_asked_about(monkeypatch):
    def refuse():
        raise AssertionError("the pipeline was asked")

    monkeypatch.setattr(entities, "_read", refuse)
    text = "jeg deler værelse med preben"
    found = check(text)
    assert entities.add(Text(text), found) == list(found)


def test_without_a_trained_pipeline_nothing_is_added(monkeypatch):
    monkeypatch.setattr(entities, "_read", lambda: lambda _: Reading((), (), ()))
    assert check("bostøtten kom ikke", layers=THOROUGH) == ()
