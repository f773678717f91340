"""Coverage: an unanswered wish gets an initiative or a reason, and the numbers follow."""

from interviews.model import Role
from storage import open_store
from strategy.evidence import leave_unanswered, link_evidence
from strategy.goals import change_initiative
from strategy.model import InitiativeStatus, Stance, TargetKind
from tests.views.conftest import DAY, uid, words


def numbers(app):
    return {m.label: m.value for m in app.metric}


def test_what_is_asked_for_and_not_answered_is_listed(planned, visit):
    app = visit("coverage")
    assert numbers(app) == {
        "Udsagn med svar": "0",
        "Ønsker uden svar": "3",
        "Ikke medtaget": "0",
        "Initiativer uden belæg": "2",
    }
    assert {b.key for b in app.button} == {f"answer_{uid(i)}" for i in (1, 2, 8)}
    assert "Mål uden belæg fra to samtaler to steder" in words(app)


def test_a_wish_is_tied_to_an_initiative(planned, visit):
    app = visit("coverage")
    app.button(key=f"answer_{uid(1)}").click().run()
    app.button(key=f"link_{uid(1)}").click().run()
    assert "Vælg et initiativ først." in words(app)
    with open_store() as store:
        first = store.initiatives(planned.id)[0]
    app.selectbox(key=f"initiative_{uid(1)}").set_value(first.id)
    app.button(key=f"link_{uid(1)}").click().run()
    assert numbers(app)["Udsagn med svar"] == "1"
    assert numbers(app)["Initiativer uden belæg"] == "1"
    with open_store() as store:
        (link,) = store.links(planned.id)
    assert (link.statement_id, link.target_id) == (uid(1), first.id)


def test_a_wish_left_out_needs_a_reason(planned, visit):
    app = visit("coverage", role="steering")
    app.button(key=f"answer_{uid(8)}").click().run()
    app.button(key=f"save_{uid(8)}").click().run()
    assert "Skriv grunden først." in words(app)
    app.text_input(key=f"why_{uid(8)}").set_value("hører til regionen")
    app.button(key=f"save_{uid(8)}").click().run()
    assert numbers(app)["Ikke medtaget"] == "1"
    with open_store() as store:
        (kept,) = store.not_answered(planned.id)
    assert (kept.reason, kept.role) == ("hører til regionen", Role.STEERING)


def test_voices_against_are_shown_until_they_are_quoted(planned, visit):
    with open_store() as store:
        one = store.initiatives(planned.id)[0]
        link_evidence(
            store, uid(4), TargetKind.INITIATIVE, one.id, Stance.CONTRADICTS, Role.STEERING, DAY
        )
    app = visit("coverage")
    assert "Modsatte stemmer, der ikke vises i planen" in words(app)
    assert "Varmestuen redder min dag" in words(app)
    assert numbers(app)["Initiativer uden belæg"] == "2"


def test_who_only_speaks_against_is_counted_and_shown_apart(planned, visit):
    with open_store() as store:
        one, other = store.initiatives(planned.id)
        for said, target in ((1, one), (2, other)):
            link_evidence(
                store, uid(said), TargetKind.INITIATIVE, target.id, Stance.CONTRADICTS,
                Role.STEERING, DAY,
            )  # fmt: skip
        change_initiative(store, other, status=InitiativeStatus.DROPPED)
    app = visit("coverage")
    assert numbers(app)["Udsagn med svar"] == "0"
    assert numbers(app)["Taler kun imod"] == "1"
    assert numbers(app)["Ønsker uden svar"] == "2"
    assert numbers(app)["Initiativer uden belæg"] == "1"
    app.button(key=f"answer_{uid(1)}").click().run()
    assert len(app.selectbox(key=f"initiative_{uid(1)}").options) == 1


def test_all_answered_is_said(planned, visit):
    with open_store() as store:
        one = store.initiatives(planned.id)[0]
        for i in (1, 2, 8):
            link_evidence(
                store, uid(i), TargetKind.INITIATIVE, one.id, Stance.SUPPORTS, Role.STEERING, DAY
            )
    assert "Alle ønsker har et svar eller en grund." in words(visit("coverage"))


def test_a_voice_left_out_stands_with_its_reason_and_can_be_taken_in_again(planned, visit):
    with open_store() as store:
        leave_unanswered(store, uid(8), "hører til regionen", Role.STEERING, DAY)
    app = visit("coverage")
    assert "ikke medtaget, fordi hører til regionen (Styregruppe)" in words(app).replace("\\", "")
    app.button(key=f"again_{uid(8)}").click().run()
    with open_store() as store:
        assert store.not_answered(planned.id) == ()
    app.button(key="plan_undo").click().run()
    with open_store() as store:
        assert [n.reason for n in store.not_answered(planned.id)] == ["hører til regionen"]


def test_a_long_list_of_voices_is_shown_piece_by_piece(planned, visit):
    with open_store() as store:
        for i in (1, 2, 8):
            leave_unanswered(store, uid(i), "hører til regionen", Role.STEERING, DAY)
    app = visit("coverage", shown_excuses=2)
    assert len([b for b in app.button if str(b.key).startswith("again_")]) == 2
    app.button(key="more_excuses").click().run()
    assert len([b for b in app.button if str(b.key).startswith("again_")]) == 3
    assert "more_excuses" not in {b.key for b in app.button}


def test_voices_that_ask_for_nothing_are_shown_when_wanted(planned, visit):
    app = visit("coverage")
    app.toggle(key="coverage_everybody").set_value(True).run()
    assert len([b for b in app.button if str(b.key).startswith("answer_")]) == 8


def test_thin_goals_say_that_few_speak_for_them_and_never_that_it_is_one(planned, visit):
    assert "0 samtaler, 0 steder" in words(visit("coverage"))  # nobody is known by that
    with open_store() as store:
        one = next(i for i in store.initiatives(planned.id) if i.goal_id)
        link_evidence(
            store, uid(1), TargetKind.INITIATIVE, one.id, Stance.SUPPORTS, Role.STEERING, DAY
        )
    said = words(visit("coverage"))
    assert "færre end 5 samtaler" in said
    assert "1 samtale" not in said
