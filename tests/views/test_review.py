"""Review: nodding records what the card shows, correcting records what was chosen."""

from dataclasses import replace

import pytest

from analysis.current import current_tags, current_themes
from analysis.model import AnalysisRun, Aspect, Reason
from interviews.model import Role
from interviews.recall import recall_statement
from storage import open_store
from strategy.evidence import link_evidence
from strategy.goals import add_initiative
from strategy.model import Stance, TargetKind
from tests.views.conftest import DAY, HOSTILE, uid, words


def decisions(base, statement):
    with open_store() as store:
        found = store.decisions(base.id, [statement])
    return {(d.aspect, d.value, d.accepted) for d in found}


def test_statements_nobody_has_read_are_offered_to_the_machine_first(base, visit):
    app = visit("review")
    assert "8 nye udsagn er ikke læst." in words(app)
    assert [b.key for b in app.button] == ["read_new"]


def test_reading_runs_beside_the_page_and_its_bar_shows_how_far(base, visit, monkeypatch):
    from views.work import _JOBS

    seen = {}

    def analyse(store, consultation_id, progress=None):
        for stage in ("vectors", "suggestions", "groups"):
            progress(stage, 0.5)
            job = next(iter(_JOBS.values()))
            seen[job.words] = job.share
        refused = tuple((uid(i), "no_words") for i in range(1, 9))
        run = AnalysisRun("r", consultation_id, "m", "v", DAY, 0, refused)
        store.add_run(run)
        return run

    monkeypatch.setattr("views.review_list.analyse", analyse)
    app = visit("review")
    app.button(key="read_new").click().run()
    for job in list(_JOBS.values()):
        assert job.ended.wait(10)
    app.run()
    assert not app.exception
    assert list(seen) == [
        "Læser udsagn …",
        "Foreslår temaer …",
        "Samler udsagn, der ligner hinanden …",
    ]
    assert list(seen.values()) == pytest.approx([0.35, 0.8, 0.95])
    with open_store() as store:
        assert store.count_analysed(base.id) == 8


def test_work_that_fails_is_told_and_changes_nothing(base, visit, monkeypatch):
    def analyse(store, consultation_id, progress=None):
        store.delete_statement(uid(1))
        raise RuntimeError("Karen Hansen")

    monkeypatch.setattr("views.review_list.analyse", analyse)
    app = visit("review")
    app.button(key="read_new").click().run()
    from views.work import _JOBS

    for job in list(_JOBS.values()):
        assert job.ended.wait(10)
    told = words(app) + words(app.run())
    assert "Det lykkedes ikke (RuntimeError)" in told
    assert "Karen" not in told
    with open_store() as store:
        assert store.count_statements(base.id) == 8


def test_a_nod_records_theme_tag_kind_and_proposal_as_the_card_shows_them(read, visit):
    app = visit("review")
    app.button(key=f"approve_{uid(1)}").click().run()
    assert decisions(read, uid(1)) == {
        (Aspect.THEME, "housing", True),
        (Aspect.TAG, "husdyr", True),
        (Aspect.KIND, "wish", True),
        (Aspect.PROPOSAL, "yes", True),
    }
    assert "Godkendt" in words(app)
    assert app.get("progress")[0].proto.text == "1 af 8 udsagn er gennemgået"
    with open_store() as store:
        assert {d.role for d in store.decisions(read.id)} == {Role.CONSULTANT}


def test_a_correction_records_what_was_chosen_and_what_was_refused(read, visit):
    app = visit("review")
    app.button(key=f"correct_{uid(3)}").click().run()
    app.button_group(key=f"theme_{uid(3)}").set_value("casework")
    app.multiselect(key=f"more_{uid(3)}").set_value(["husleje"])
    app.toggle(key=f"proposal_{uid(3)}").set_value(True)
    app.run()
    app.button(key=f"save_{uid(3)}").click().run()
    assert not app.exception
    with open_store() as store:
        assert current_themes(store, read.id)[uid(3)].theme_key == "casework"
        assert current_tags(store, read.id)[uid(3)] == ("husleje",)
    assert (Aspect.THEME, "housing", False) in decisions(read, uid(3))
    assert (Aspect.PROPOSAL, "yes", True) in decisions(read, uid(3))


def test_what_answers_a_statement_stands_beside_it(read, visit):
    with open_store() as store:
        one = add_initiative(store, read.id, "housing", "at der er plads til hunde")
        link_evidence(
            store, uid(3), TargetKind.INITIATIVE, one.id, Stance.SUPPORTS, Role.STEERING, DAY
        )
    assert words(visit("review")).replace("\\", "").count(f"besvares af {one.label}") == 1


def test_the_likeliest_corrections_are_a_tap_each_and_recorded_with_the_nod(read, visit):
    with open_store() as store:
        (guess,) = store.theme_suggestions(read.id, [uid(3)])
        store.save_theme_suggestions([replace(guess, theme_key="casework")])
    app = visit("review")
    app.button_group(key=f"quick_theme_{uid(3)}").set_value("casework")
    app.toggle(key=f"quick_asks_{uid(3)}").set_value(True)
    app.run()
    assert decisions(read, uid(3)) == set()
    app.button(key=f"approve_{uid(3)}").click().run()
    with open_store() as store:
        assert current_themes(store, read.id)[uid(3)].theme_key == "casework"
    assert (Aspect.PROPOSAL, "yes", True) in decisions(read, uid(3))


def test_a_suggested_tag_tapped_away_is_refused(read, visit):
    app = visit("review")
    app.button_group(key=f"quick_tags_{uid(1)}").set_value([]).run()
    app.button(key=f"approve_{uid(1)}").click().run()
    assert (Aspect.TAG, "husdyr", False) in decisions(read, uid(1))


def test_one_tap_records_the_rest_as_they_stand_and_shows_the_next(read, visit, monkeypatch):
    monkeypatch.setattr("views.review_list.PAGE", 5)
    app = visit("review")
    first = {b.key for b in app.button if str(b.key).startswith("approve_u")}
    assert app.button(key="approve_rest").label == "Godkend alle 5 og gå videre"
    app.button(key="approve_rest").click().run()
    assert not app.exception
    with open_store() as store:
        done = {d.statement_id for d in store.decisions(read.id)}
    assert {f"approve_{id_}" for id_ in done} == first
    second = {b.key for b in app.button if str(b.key).startswith("approve_u")}
    assert len(second) == 3
    assert not second & first
    app.button(key="approve_rest").click().run()
    assert "Her er ikke mere at gennemgå." in words(app)


def test_the_sure_ones_are_approved_in_one_tap_and_the_others_wait(read, visit):
    app = visit("review")
    assert app.button(key="approve_sure").label == "Godkend 4 sikre"
    app.button(key="approve_sure").click().run()
    with open_store() as store:
        done = {d.statement_id for d in store.decisions(read.id)}
    assert done == {uid(1), uid(2), uid(5), uid(8)}


def test_approved_cards_stay_until_the_next_are_asked_for(read, visit, monkeypatch):
    monkeypatch.setattr("views.review_list.PAGE", 4)
    app = visit("review")
    before = {b.key for b in app.button if str(b.key).startswith("correct_")}
    for i in (5, 1, 2):
        if f"approve_{uid(i)}" in {b.key for b in app.button}:
            app.button(key=f"approve_{uid(i)}").click().run()
    assert {b.key for b in app.button if str(b.key).startswith("correct_")} == before
    app.button(key="next_cards").click().run()
    after = {b.key for b in app.button if str(b.key).startswith("correct_")}
    assert len(after) == 4
    assert after != before


def test_filter_and_search_show_what_fits(read, visit):
    app = visit("review")
    app.selectbox(key="review_theme").set_value("health").run()
    shown = {b.key for b in app.button if str(b.key).startswith("approve_u")}
    assert shown == {f"approve_{uid(i)}" for i in (5, 6, 7)}
    app.text_input(key="review_search").set_value("TANDLÆGEN").run()
    shown = {b.key for b in app.button if str(b.key).startswith("approve_u")}
    assert shown <= {f"approve_{uid(5)}"}


def test_everything_reviewed_leads_on(read, visit):
    app = visit("review")
    for i in range(1, 9):
        app.button(key=f"approve_{uid(i)}").click().run()
    app.button(key="approve_rest").click().run()
    assert "Her er ikke mere at gennemgå." in words(app)


def test_a_citizens_markdown_is_shown_as_text(read, visit):
    app = visit("review")
    shown = next(m.value for m in app.markdown if "U-006" in m.value)
    assert r"\!\[x\]\(" in shown.replace("**", "")
    assert HOSTILE not in shown
    assert "<img" not in shown.replace(r"\<", "")


@pytest.mark.parametrize("role", ["interviewer", "steering", "administrator"])
def test_only_consultants_review(read, visit, role):
    with pytest.raises(ValueError, match="Could not find"):
        visit("review", role=role)


def test_where_no_words_are_known_a_button_finds_those_that_decided(read, visit, monkeypatch):
    with open_store() as store:
        guesses = store.theme_suggestions(read.id, [uid(1), uid(2)])
        store.save_theme_suggestions([replace(guess, reasons=()) for guess in guesses])
    found = {uid(1): (Reason("Hund", 0, 4, 0.4), Reason("ikke", 5, 9, -0.2)), uid(2): ()}
    monkeypatch.setattr("views.review_why.reread", lambda _store, _key, id_: found[id_])
    app = visit("review")
    for id_ in found:
        app.button(key=f"ask_why_{id_}").click().run()
    told = words(app)
    assert "på grund af »hund«" in told
    assert "»ikke«" not in told
    assert "det var sætningen som helhed" in told
    assert f"ask_why_{uid(1)}" not in {b.key for b in app.button}


def test_two_may_approve_the_same_statement(read, visit):
    one, two = visit("review"), visit("review")
    for app in (one, two):
        app.button(key=f"approve_{uid(5)}").click().run()
        assert not app.exception
    with open_store() as store:
        themes = [d for d in store.decisions(read.id, [uid(5)]) if d.aspect is Aspect.THEME]
    assert len({d.value for d in themes if d.accepted}) == 1


@pytest.mark.parametrize("button", [f"approve_{uid(5)}", "approve_sure"])
def test_what_another_withdrew_meanwhile_is_named_and_the_rest_is_approved(read, visit, button):
    app = visit("review")
    with open_store() as store:
        gone = store.statement(uid(5))
        recall_statement(store, read.id, gone.number, Role.ADMINISTRATOR, DAY)
    app.button(key=button).click().run()
    assert not app.exception
    assert [gone.label in toast.value for toast in app.toast] == [True]
    with open_store() as store:
        done = {d.statement_id for d in store.decisions(read.id)}
    assert done == (set() if button != "approve_sure" else {uid(1), uid(2), uid(8)})
