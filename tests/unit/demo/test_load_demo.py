"""The demonstration goes into a real store whole and fast."""

import itertools
import time

import pytest

from demo.files import read_labels
from demo.load import load_demo
from exports.agenda_documents import print_agenda
from exports.follow_up_documents import print_follow_up
from exports.hearing_documents import print_hearing_note
from interviews.model import Role, Status
from interviews.setup import NameTaken
from storage import open_store
from strategy.follow_up.rounds import open_round
from strategy.hearing import add_point, open_hearing
from strategy.versions import save_version


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path / 'demo.db'}"


def test_everything_is_there_within_five_seconds(url):
    with open_store(url) as store:
        began = time.perf_counter()
        consultation = load_demo(store)
        assert time.perf_counter() - began < 5
    with open_store(url) as store:
        assert store.consultation(consultation.id) == consultation
        assert consultation.is_demo
        assert consultation.status is Status.DRAFTING
        assert len(store.statements(consultation.id)) == len(read_labels())
        assert len(store.interviews(consultation.id)) == 54
        counts = store.site_counts(consultation.id)
        assert sum(count.participants for count in counts) == 66
        assert len(counts) == 9
        assert len(store.guides(consultation.id)) == 5
        assert len([tag for tag in store.tags(consultation.id) if tag.parent_key]) == 38
        assert len(store.links(consultation.id)) == 45


def test_links_tie_the_statement_they_name(url):
    with open_store(url) as store:
        made = load_demo(store)
        app = next(i for i in store.initiatives(made.id) if "app" in i.text)
        houses = next(i for i in store.initiatives(made.id) if "små huse" in i.text)
        texts = {s.id: s.text for s in store.statements(made.id)}
        linked = [texts[k.statement_id] for k in store.links(made.id) if k.target_id == houses.id]
        assert len(linked) == 5
        assert any("træhuse" in text for text in linked)
        assert app.id not in {link.target_id for link in store.links(made.id)}


def test_numbers_are_the_same_on_every_machine_and_not_in_the_order_of_the_conversation(url):
    with open_store(url) as store:
        first = load_demo(store)
        numbers = {s.text: s.number for s in store.statements(first.id)}
        store.delete_consultation(first.id)
        again = load_demo(store)
        assert {s.text: s.number for s in store.statements(again.id)} == numbers
        talk = store.interviews(again.id)[0].id
        said = [s.number for s in store.statements(again.id) if s.interview_id == talk]
        assert any(right - left > 1 for left, right in itertools.pairwise(said))


def test_it_is_not_loaded_twice_over(url):
    with open_store(url) as store:
        load_demo(store)
        with pytest.raises(NameTaken):
            load_demo(store)


def test_what_is_printed_on_its_way_stops_for_no_word_of_it(url):
    by, day, council = Role.CONSULTANT, "2026-03-01", "Rådet for Socialt Udsatte"
    with open_store(url) as store:
        made = load_demo(store)
        save_version(store, made.id, by, day)
        held = open_hearing(store, made.id, 1, "2026-03-02", "2026-03-16", [council])
        add_point(store, held, council, "I-01", "Tidsplan", "Skriv hvornår.")
        begun = open_round(store, made.id, by, day)
        assert print_hearing_note(store, held.id, by, day)
        assert print_agenda(store, made.id, by, day)
        assert print_follow_up(store, begun.id, by, day)
        assert print_follow_up(store, begun.id, by, day, "xlsx")
