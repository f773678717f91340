"""What a person accepts from a returned Word file becomes the plan's, and nothing else does."""

import pytest

from benchmarks.word_edits import Edited
from exports.check import PrintStopped
from exports.redline import print_redline
from exports.round_trip import (
    VersionNotKnown,
    compare_returned,
    print_for_editing,
    read_file,
    version_of,
)
from interviews.model import Interview, Role, Statement
from interviews.setup import add_site, create_consultation, shared_themes
from storage import open_store
from strategy.editing.model import Action
from strategy.editing.order import move_initiative
from strategy.editing.steps import undo
from strategy.evidence import link_evidence
from strategy.goals import add_goal, add_initiative, change_initiative
from strategy.model import InitiativeStatus, Milestone, Stance, TargetKind
from strategy.round_trip.model import OfferKind
from strategy.round_trip.take_over import take_over
from strategy.versions import save_version

DAY = "2026-03-01"


@pytest.fixture
def base(database):
    """One goal, two initiatives and two statements; on each database there is."""
    with open_store() as store:
        made = create_consultation(store, "Prøve", "Egeby", shared_themes())
        site = add_site(store, made.id, "A")
        said = [
            Statement(f"u{n}", n, made.id, "talk", f"ønsket om hjælp nummer {n}", "housing")
            for n in (1, 2)
        ]
        store.add_interview(Interview("talk", made.id, site.id, "2026-01", 9), said)
        goal = add_goal(store, made.id, "housing", "at alle har et sted at bo")
        one = add_initiative(store, made.id, "housing", "at der bygges skæve boliger",
                             goal_id=goal.id, responsible="Bolig", start="2027")  # fmt: skip
        add_initiative(store, made.id, "health", "at tandlægen kommer ud")
        for n in (1, 2):
            link_evidence(store, f"u{n}", TargetKind.INITIATIVE, one.id, Stance.SUPPORTS,
                          Role.STEERING, DAY)  # fmt: skip
    return made


@pytest.fixture
def draft(base):
    """The draft that goes out."""
    with open_store() as store:
        return print_for_editing(store, base.id, Role.STEERING, DAY, count_pages=False)[0]


def offers(base, content):
    with open_store() as store:
        returned = read_file(store, base.id, content)
        number = version_of(store, base.id, returned)
        return compare_returned(store, base.id, returned, number)


def accept(base, content, shown, *keys):
    """Take over the offers of `shown` with these keys."""
    with open_store() as store:
        returned = read_file(store, base.id, content)
        fresh = compare_returned(store, base.id, returned, shown.number)
        chosen = [o for o in shown.offers if o.key in keys]
        return take_over(store, base.id, chosen, fresh, Role.STEERING, DAY)


def plan(base):
    with open_store() as store:
        return {r.label: r for r in (*store.goals(base.id), *store.initiatives(base.id))}


def test_a_draft_is_a_version_and_the_same_plan_is_no_second_one(base, draft):
    with open_store() as store:
        _, number = print_for_editing(store, base.id, Role.STEERING, DAY, count_pages=False)
        kept = store.plan_versions(base.id)
    assert (number, [v.note for v in kept]) == (1, ["Sendt ud i Word"])
    assert offers(base, draft).number == 1


def test_only_what_is_accepted_changes_the_plan(base, draft):
    file = Edited(draft, tracked=True)
    file.replace(file.cell("I-01", 1), "skæve boliger", "små boliger")
    file.replace(file.cell("I-01", 3), "2027", "2028")
    file.append(file.cell("I-02", 2), " Sundhed")
    content = file.saved()
    shown = offers(base, content)
    before = plan(base)
    assert plan(base) == before
    done = accept(base, content, shown, "I-01/text")
    assert (done.taken, done.left, done.version) == (("I-01/text",), (), 2)
    after = plan(base)
    assert after["I-01"].text == "at der bygges små boliger"
    assert (after["I-01"].start, after["I-02"]) == ("2027", before["I-02"])
    with open_store() as store:
        assert store.plan_versions(base.id)[-1].note == "Fra Word, version 1"
        entry = next(e for e in store.audit(base.id) if e.action == "taken_over")
        assert (entry.role, entry.day, entry.detail) == (Role.STEERING, DAY, "1")
        assert [s.text for s in store.statements(base.id)] == [
            "ønsket om hjælp nummer 1", "ønsket om hjælp nummer 2",
        ]  # fmt: skip
        assert len(store.links(base.id)) == 2


def test_new_and_removed_rows_and_all_sorts_of_fields_are_taken_over(base, draft):
    file = Edited(draft)
    file.add_row("I-02", ["", "at der åbnes en natcafé", "Kultur", "", "", "", ""])
    file.append(file.cell("I-02", 1), " til os")
    file.remove_row("I-01")
    file.add_goal("M-01", "at ingen sover ude")
    content = file.saved()
    shown = offers(base, content)
    done = accept(base, content, shown, *(o.key for o in shown.offers))
    assert done.left == ()
    now = plan(base)
    assert "I-01" not in now
    assert (now["I-03"].text, now["I-03"].responsible) == ("at der åbnes en natcafé", "Kultur")
    assert (now["I-03"].theme_key, now["M-02"].text) == ("health", "at ingen sover ude")


def test_status_goal_cost_and_year_come_in_their_own_form(base, draft):
    file = Edited(draft)
    file.append(file.cell("I-01", 1, 1), " · Status: i gang · Økonomi: 2 mio. kr.")
    file.append(
        file.cell("I-01", 1, 1), " · Milepæle: grunden er købt (marts 2027), nået; 1. flytning"
    )
    file.split(file.cell("I-02", 1), "kommer ud")
    file.append(file.cell("I-02", 1, 1), " i gaden")
    content = file.saved()
    shown = offers(base, content)
    accept(base, content, shown, *(o.key for o in shown.offers))
    now = plan(base)
    assert (now["I-01"].status, now["I-01"].cost) == (InitiativeStatus.STARTED, "2 mio. kr.")
    assert now["I-01"].goal_id == now["M-01"].id
    assert now["I-02"].text == "at tandlægen kommer ud i gaden"
    assert now["I-01"].milestones == (
        Milestone("grunden er købt", "marts 2027", True), Milestone("1. flytning"),
    )  # fmt: skip
    with open_store() as store:
        again, _ = print_for_editing(store, base.id, Role.STEERING, DAY, count_pages=False)
    assert offers(base, again).offers == ()
    with open_store() as store:
        assert undo(store, base.id).action is Action.RETURNED
    assert plan(base)["I-02"].text == "at tandlægen kommer ud"


def test_an_offer_that_is_no_longer_the_same_is_left(base, draft):
    file = Edited(draft)
    file.replace(file.cell("I-01", 3), "2027", "2028")
    content = file.saved()
    shown = offers(base, content)
    with open_store() as store:
        change_initiative(store, store.initiatives(base.id)[0], start="2030")
    done = accept(base, content, shown, "I-01/start")
    assert [(x.offer.key, x.reason) for x in done.left] == [("I-01/start", "changed_since")]
    assert (done.version, plan(base)["I-01"].start) == (None, "2030")
    again = offers(base, content)
    assert accept(base, content, again, "I-01/start").taken == ("I-01/start",)


def test_what_is_certain_to_identify_somebody_is_left_outside(base, draft):
    file = Edited(draft)
    file.append(file.cell("I-02", 2), " ring 20 30 40 50")
    file.add_row("I-02", ["", "at 010190-1234 får en bolig", "", "", "", "", ""])
    content = file.saved()
    shown = offers(base, content)
    before = plan(base)
    done = accept(base, content, shown, *(o.key for o in shown.offers))
    assert {(x.reason, x.detail) for x in done.left} == {
        ("identifier", "PHONE"), ("identifier", "CPR"),
    }  # fmt: skip
    assert plan(base) == before


def test_a_file_of_another_consultation_is_not_this_ones(base, draft):
    with open_store() as store:
        other = create_consultation(store, "Anden", "Egeby", shared_themes())
        add_initiative(store, other.id, "housing", "at der bygges skæve boliger")
        print_for_editing(store, other.id, Role.STEERING, DAY, count_pages=False)
    with pytest.raises(VersionNotKnown):
        offers(other, draft)


def test_a_redline_is_stopped_by_what_was_taken_out_as_well(base):
    with open_store() as store:
        one = store.initiatives(base.id)[0]
        change_initiative(store, one, indicator="ring 20 30 40 50")
        old = save_version(store, base.id, Role.STEERING, DAY)
        change_initiative(store, one, indicator="antal boliger")
        new = save_version(store, base.id, Role.STEERING, DAY)
        with pytest.raises(PrintStopped) as error:
            print_redline(store, old, new, Role.STEERING, DAY)
        assert {(f.label, f.reason, f.detail) for f in error.value.faults} == {
            ("I-01", "identifier", "PHONE")
        }
        assert "redline_printed" not in {e.action for e in store.audit(base.id)}
        assert print_redline(store, new, new, Role.STEERING, DAY).startswith(b"PK")


def test_another_order_is_taken_over_within_the_theme_and_nothing_else_moves(base):
    with open_store() as store:
        for n in (3, 4, 5):
            add_initiative(store, base.id, "housing", f"at der holdes møde nummer {n}")
        add_goal(store, base.id, "housing", "at ingen sover ude")
        draft = print_for_editing(store, base.id, Role.STEERING, DAY, count_pages=False)[0]
    file = Edited(draft)
    file.move_row("I-01", "I-05")
    file.move_row("I-03", "I-04")
    file.paragraph("M-01").addprevious(file.paragraph("M-02"))
    content = file.saved()
    shown = offers(base, content)
    assert [(o.field, o.returned) for o in shown.offers] == [
        ("order", "M-02, M-01"), ("order", "I-04, I-03, I-05, I-01"),
    ]  # fmt: skip
    with open_store() as store:  # a row that came since keeps its place, one that went is passed
        add_initiative(store, base.id, "housing", "at der kommer mere")
        store.delete_initiative(next(i.id for i in store.initiatives(base.id) if i.number == 5))
    fresh = offers(base, content)
    done = accept(base, content, fresh, *(o.key for o in fresh.offers if o.field == "order"))
    assert (len(done.taken), done.left) == (2, ())
    with open_store() as store:
        assert [g.label for g in store.goals(base.id)] == ["M-02", "M-01"]
        order = [(i.label, i.theme_key) for i in store.initiatives(base.id)]
    assert order == [
        ("I-04", "housing"), ("I-02", "health"), ("I-03", "housing"), ("I-01", "housing"),
        ("I-06", "housing"),
    ]  # fmt: skip
    assert {o.kind for o in offers(base, content).offers if o.field == "order"} == {OfferKind.DONE}


def test_an_order_changed_in_the_tool_as_well_is_a_conflict(base):
    with open_store() as store:
        for n in (3, 4):
            add_initiative(store, base.id, "housing", f"at der holdes møde nummer {n}")
        draft = print_for_editing(store, base.id, Role.STEERING, DAY, count_pages=False)[0]
        move_initiative(store, store.initiatives(base.id)[-1], -3)
    file = Edited(draft)
    file.move_row("I-01", "I-03")
    only = offers(base, file.saved()).offers
    assert [(o.kind, o.printed, o.returned, o.now) for o in only] == [
        (OfferKind.CONFLICT, "I-01, I-03, I-04", "I-03, I-01, I-04", "I-04, I-01, I-03")
    ]
