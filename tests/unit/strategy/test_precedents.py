"""The catalogue of other plans: kept once, found again, near to what citizens ask for."""

import pytest

from interviews.model import Interview, Role, Statement
from interviews.setup import create_consultation, shared_themes
from storage import open_store
from storage.backup import back_up, restore
from strategy.editing.steps import undo
from strategy.goals import TextMissing
from strategy.model import InitiativeProposal, TargetKind
from strategy.precedents.keep import (
    Found,
    SourceMissing,
    TakenIn,
    change_precedent,
    keep_precedents,
    search_precedents,
    start_from,
    take_into_plan,
)
from strategy.precedents.nearest import nearest_precedents

DAY = "2026-03-01"
GOAL, INITIATIVE = TargetKind.GOAL, TargetKind.INITIATIVE
DOG = Found(INITIATIVE, "at der oprettes boliger, hvor man må holde hund", "housing", 12, "Bolig")
TEETH = Found(INITIATIVE, "at tandlægen kommer i varmestuen hver måned", "health", 14)
NIGHT = Found(INITIATIVE, "at natcaféen holder åbent i hele vinteren", "prevention")
HOME = Found(GOAL, "at alle har et sted at bo", "housing")
HOMELESS = Found(INITIATIVE, "at der ansættes en brobygger")
FOUND = (DOG, TEETH, NIGHT, HOME, HOMELESS)
SAID = {
    1: "Jeg vil gerne have en lejlighed, hvor min hund må være med.",
    2: "Hvor skal man bo, når man har en hund?",
    3: "Jeg har ikke været hos tandlægen i ti år, det koster for meget.",
    4: "Maden er god.",
}


@pytest.fixture
def base(database):
    with open_store() as store:
        made = create_consultation(store, "Prøve", "Egeby", shared_themes())
        talk = Interview("t" * 32, made.id, None, "2026-02", 3)
        store.add_interview(
            talk, [Statement(f"{n}" * 32, n, made.id, talk.id, text) for n, text in SAID.items()]
        )
        assert keep_precedents(store, made.id, FOUND, " Bredby  plan ", 2013) == TakenIn(5)
    return made


def catalogue(base):
    with open_store() as store:
        return store.precedents(base.id)


def the(base, found):
    return next(p for p in catalogue(base) if p.text == found.text)


def test_what_is_kept_knows_where_it_stands(base):
    dog = the(base, DOG)
    assert (dog.source, dog.year, dog.page, dog.section) == ("Bredby plan", 2013, 12, "Bolig")
    assert (the(base, HOME).kind, the(base, HOMELESS).theme_key) == (GOAL, None)


def test_the_same_plan_read_twice_is_kept_once_and_another_beside_it(base):
    again = Found(INITIATIVE, "At der oprettes boliger hvor man må holde hund.", None)
    with open_store() as store:
        assert keep_precedents(store, base.id, [again, again], "Bredby plan") == TakenIn(0, 2)
        assert keep_precedents(store, base.id, [again], "Nyby") == TakenIn(1)
        with pytest.raises(SourceMissing):
            keep_precedents(store, base.id, [DOG], "  ")
    assert len(catalogue(base)) == 6


def test_every_word_of_a_search_must_stand_there(base):
    every = catalogue(base)
    assert search_precedents(every, "HUND bredby") == (the(base, DOG),)
    assert search_precedents(every, "hund tandlæge") == ()
    assert search_precedents(every, theme_key="housing", kind=GOAL) == (the(base, HOME),)
    assert len(search_precedents(every)) == 5


def test_a_precedent_is_put_right_and_refuses_to_be_empty(base):
    with open_store() as store:
        changed = change_precedent(store, the(base, DOG), text=" at  hunde er velkomne ", year=None)
        with pytest.raises(TextMissing):
            change_precedent(store, changed, text=" ")
        with pytest.raises(SourceMissing):
            change_precedent(store, changed, source=" ")
        assert store.precedents(base.id)[0].source == "Bredby plan"
    assert changed.text == "at hunde er velkomne"
    assert changed in catalogue(base)


def test_the_nearest_come_first_with_the_words_they_share(base):
    with open_store() as store:
        first, *_rest = nearest_precedents(store, base.id, ["1" * 32, "2" * 32], "housing")
        assert (first.precedent.text, "hund" in first.reasons) == (DOG.text, True)
        teeth = nearest_precedents(store, base.id, ["3" * 32])[0]
        assert teeth.precedent.text == TEETH.text
        assert nearest_precedents(store, base.id, []) == ()
    with open_store() as store:  # the words changed, so does what it is near to
        change_precedent(store, the(base, TEETH), text="at der plantes træer i byens parker")
        first = nearest_precedents(store, base.id, ["3" * 32], count=5)[0]
    assert first.precedent.text != "at der plantes træer i byens parker"


def test_an_old_plan_is_taken_on_without_what_stands_there_or_has_no_theme(base):
    with open_store() as store:
        done = take_into_plan(store, base.id, FOUND, Role.CONSULTANT, DAY)
        assert done == TakenIn(4, 0, 1)
        assert take_into_plan(store, base.id, FOUND, Role.CONSULTANT, DAY) == TakenIn(0, 4, 1)
        assert [g.text for g in store.goals(base.id)] == [HOME.text]
        assert {i.theme_key for i in store.initiatives(base.id)} == {
            *("housing", "health", "prevention")
        }
        undo(store, base.id)
        assert store.goals(base.id) == store.initiatives(base.id) == ()


def test_an_initiative_begins_with_the_words_and_says_where_they_are_from(base):
    proposal = InitiativeProposal("p", base.id, "housing", "x", ("1" * 32,), None, "m", DAY)
    with open_store() as store:
        store.save_initiative_proposals(base.id, [proposal])
        one = start_from(store, the(base, DOG), "housing", "Efter Bredby", Role.CONSULTANT, DAY)
        two = start_from(
            store, the(base, TEETH), "health", "Efter Bredby", Role.CONSULTANT, DAY, proposal
        )
        aim = start_from(store, the(base, HOME), "housing", "", Role.CONSULTANT, DAY)
        kept = {i.id: i for i in store.initiatives(base.id)}
        assert (kept[one.id].text, kept[one.id].no_evidence_reason) == (DOG.text, "Efter Bredby")
        assert kept[two.id].no_evidence_reason == "Efter Bredby"
        assert [(li.statement_id, li.target_id) for li in store.links(base.id)] == [
            ("1" * 32, two.id)
        ]
        assert store.initiative_proposals(base.id)[0].taken_over_by == two.id
        assert [g.id for g in store.goals(base.id)] == [aim.id]
        undo(store, base.id)
        undo(store, base.id)
        assert store.goals(base.id) == store.links(base.id) == ()
        assert store.initiative_proposals(base.id)[0].taken_over_by is None
        assert [i.id for i in store.initiatives(base.id)] == [one.id]


def test_the_catalogue_is_in_the_backup_and_goes_with_its_consultation(base, home, tmp_path):
    with open_store() as store:
        nearest_precedents(store, base.id, ["1" * 32])
    before = catalogue(base)
    back_up(tmp_path / "copy", "hemmeligt kodeord")
    with open_store() as store:
        store.delete_precedents([before[0].id])
        assert store.count_precedents(base.id) == 4
        store.delete_consultation(base.id)
        assert store.precedents(base.id) == ()
        assert store.precedent_vectors("x", [p.id for p in before]) == {}
    restore(tmp_path / "copy", "hemmeligt kodeord")
    assert catalogue(base) == before
