"""The plan page: goals, initiatives, evidence, the machine's proposals and the digest."""

import re

import pytest

from analysis.model import Likeness
from interviews.model import Role
from storage import open_store
from strategy.evidence import link_evidence
from strategy.goals import change_initiative
from strategy.model import InitiativeStatus, Origin, Stance, TargetKind
from tests.views.conftest import DAY, HOSTILE, uid, words
from views.work import _JOBS

TABS = ("Initiativer", "Maskinens forslag", "Mål", "Det siger borgerne")


@pytest.fixture
def on(planned, visit):
    """Opens the plan on the tab with this number."""
    return lambda tab, **state: visit("plan", **{f"plan_tab_{planned.id}": TABS[tab]}, **state)


def stored(what, base):
    with open_store() as store:
        return list(getattr(store, what)(base.id))


def test_before_reading_the_page_sends_one_there_and_still_takes_initiatives(base, visit):
    app = visit("plan")
    assert "Udsagnene er ikke læst endnu." in words(app)
    app.text_area[0].set_value("at der lyttes")
    app.button(key="FormSubmitter:new_initiative_housing_form-Tilføj initiativ").click().run()
    assert re.fullmatch(r"Fortryd: I-\d\d tilføjet", app.button(key="plan_undo").label)
    assert [i.text for i in stored("initiatives", base)] == ["at der lyttes"]


def test_the_draft_is_the_next_step_once_the_statements_are_read(read, visit, monkeypatch):
    asked = []
    monkeypatch.setattr("views.plan_draft.draft_plan", lambda _store, key: asked.append(key))
    app = visit("plan")
    assert app.button(key="draft").label == "Lav et udkast"
    app.button(key="draft").click().run()
    for job in list(_JOBS.values()):
        assert job.ended.wait(10)
    app.run()
    assert asked == [read.id]


def test_an_initiative_without_words_is_refused_and_what_was_typed_stays(on, planned):
    app = on(0)
    button = "FormSubmitter:new_initiative_housing_form-Tilføj initiativ"
    app.text_area[0].set_value("   ")
    app.button(key=button).click().run()
    assert "Skriv initiativet først." in words(app)
    assert app.text_area[0].value == "   "
    app.text_area[0].set_value("at der åbnes en dør")
    app.button(key=button).click().run()
    assert app.text_area[0].value == ""
    assert "at der åbnes en dør" in [i.text for i in stored("initiatives", planned)]


def test_the_nearest_statements_are_offered_and_one_is_tied_with_its_reason(
    on, planned, monkeypatch
):
    def nearest(_store, _key, _everyone, initiative, count):
        return tuple(Likeness(uid(i), initiative, 1.0 / i) for i in (2, 1))

    monkeypatch.setattr("views.plan_evidence.nearest_statements", nearest)
    one = stored("initiatives", planned)[0]
    app = on(0)
    app.button(key=f"find_{one.id}").click().run()
    key = f"{one.id}_{uid(2)}"
    app.selectbox(key=f"stance_{key}").set_value("nuances")
    app.text_input(key=f"reason_{key}").set_value("gælder også udenbys")
    app.button(key=f"link_{key}").click().run()
    (link,) = stored("links", planned)
    assert (link.statement_id, link.stance, link.reason, link.role) == (
        uid(2),
        Stance.NUANCES,
        "gælder også udenbys",
        Role.CONSULTANT,
    )
    assert f"link_{key}" not in {b.key for b in app.button}
    app.button(key=f"behind_{one.id}").click().run()
    assert "nuancerer: gælder også udenbys" in words(app).replace("\\", "")
    app.button(key=f"unlink_{link.id}").click().run()
    assert stored("links", planned) == []


def test_a_search_finds_any_statement_to_tie(on, planned, monkeypatch):
    monkeypatch.setattr("views.plan_evidence.nearest_statements", lambda *_a, **_k: ())
    one = stored("initiatives", planned)[0]
    app = on(0)
    app.button(key=f"find_{one.id}").click().run()
    app.text_input(key=f"search_{one.id}").set_value("tandlægen").run()
    app.button(key=f"link_{one.id}_{uid(5)}").click().run()
    assert [link.statement_id for link in stored("links", planned)] == [uid(5)]


def test_an_initiative_is_changed_moved_and_deleted(on, planned):
    first, second = stored("initiatives", planned)
    app = on(0)
    app.button(key=f"change_{first.id}").click().run()
    area = next(t for t in app.text_area if t.label == "Initiativ")
    area.set_value("at der bygges ti skæve boliger")
    next(t for t in app.text_input if t.label == "Ansvarlig").set_value(" Bolig  og By ")
    next(s for s in app.selectbox if s.label == "Status").set_value("started")
    app.button(key=f"FormSubmitter:initiative_form_{first.id}-Gem").click().run()
    changed = stored("initiatives", planned)[0]
    assert (changed.text, changed.responsible, changed.status) == (
        "at der bygges ti skæve boliger",
        "Bolig og By",
        InitiativeStatus.STARTED,
    )
    app.button(key=f"arrange_{first.id}").click().run()
    app.button(key=f"move1_{first.id}").click().run()
    assert [i.id for i in stored("initiatives", planned)] == [second.id, first.id]
    arrange(app, first, "delete")
    app.button(key=f"delete_{first.id}").click().run()
    assert [i.id for i in stored("initiatives", planned)] == [second.id]


def arrange(app, row, what):
    """Chooses what to do with a row whose part for that is open."""
    group = next(g for g in app.button_group if str(g.key).endswith(f"how_{row.id}"))
    group.set_value(what).run()


def test_two_initiatives_are_put_together_and_it_can_be_taken_back(on, planned):
    first, second = stored("initiatives", planned)
    with open_store() as store:
        tied = ((1, first, "supports"), (1, second, "contradicts"), (2, second, "supports"))
        for n, target, stance in tied:
            link_evidence(
                store, uid(n), TargetKind.INITIATIVE, target.id, Stance(stance), Role.STEERING, DAY
            )
        change_initiative(store, first, responsible="Teknik")
        change_initiative(store, second, responsible="Social")
    app = on(0, **{f"part_{first.id}": "arrange"})
    arrange(app, first, "merge")
    app.selectbox(key=f"merge_{first.id}").set_value(second.id).run()
    app.text_area(key=f"words_{first.id}_{second.id}").set_value("at begge dele sker")
    app.button(key=f"do_merge_{first.id}").click().run()
    (left,) = stored("initiatives", planned)
    assert (left.text, len(stored("links", planned))) == ("at begge dele sker", 2)
    told = words(app).replace("\\", "")
    assert f"{second.label} er lagt ind i {first.label}. Belæg: 1 og 2 udsagn, 1 gik igen." in told
    assert "Set forskelligt, nu som det mest kritiske: U-001." in told
    assert "Gav plads: Ansvarlig »Social«." in told
    assert app.button(key="plan_undo").label == f"Fortryd: {first.label} lagt sammen"
    app.button(key="plan_undo").click().run()
    assert [i.text for i in stored("initiatives", planned)] == [first.text, second.text]
    assert len(stored("links", planned)) == 3
    assert "plan_undo" not in {b.key for b in app.button}


def test_an_initiative_is_split_and_each_statement_goes_where_it_is_sent(on, planned):
    first, second = stored("initiatives", planned)
    with open_store() as store:
        for n in (1, 2):
            link_evidence(
                store, uid(n), TargetKind.INITIATIVE, first.id, Stance.SUPPORTS, Role.STEERING, DAY
            )
    app = on(0, **{f"part_{first.id}": "arrange"})
    arrange(app, first, "split")
    button = f"FormSubmitter:split_{first.id}-Del initiativet"
    app.button(key=button).click().run()
    assert "Skriv det nye initiativ først." in words(app)
    next(t for t in app.text_area if t.label == "Det nye initiativ").set_value("at hunde må bo")
    place = next(g for g in app.button_group if str(g.key).endswith(f"where_{first.id}_{uid(2)}"))
    place.set_value("there")
    app.button(key=button).click().run()
    made = next(i for i in stored("initiatives", planned) if i.text == "at hunde må bo")
    ends = {link.statement_id: link.target_id for link in stored("links", planned)}
    assert ends == {uid(1): first.id, uid(2): made.id}
    assert [i.id for i in stored("initiatives", planned)] == [first.id, made.id, second.id]


def test_milestones_are_added_reached_and_removed(on, planned):
    one = stored("initiatives", planned)[0]
    app = on(0, **{f"part_{one.id}": "milestones"})
    button = f"FormSubmitter:new_milestone_{one.id}_form-Tilføj"
    app.button(key=button).click().run()
    assert "Skriv milepælen først." in words(app)
    next(t for t in app.text_input if t.label == "Ny milepæl").set_value(HOSTILE)
    next(t for t in app.text_input if t.label == "Hvornår").set_value("marts 2027")
    app.button(key=button).click().run()
    (made,) = stored("initiatives", planned)[0].milestones
    assert (made.text, made.due, made.done) == (HOSTILE, "marts 2027", False)
    app.checkbox(key=f"reached_{one.id}_0_False").check().run()
    assert stored("initiatives", planned)[0].milestones[0].done
    assert app.button(key=f"milestones_{one.id}").label == "Milepæle (1 af 1)"
    app.button(key=f"no_milestone_{one.id}_0").click().run()
    assert stored("initiatives", planned)[0].milestones == ()


def test_a_statement_ties_to_a_goal_and_its_stance_can_be_changed(on, planned, monkeypatch):
    monkeypatch.setattr(
        "views.plan_evidence.nearest_statements",
        lambda _s, _k, _e, row, count: (Likeness(uid(1), row, 1.0),),
    )
    (goal,) = stored("goals", planned)
    app = on(2, **{f"part_{goal.id}": "find"})
    app.button(key=f"link_{goal.id}_{uid(1)}").click().run()
    (link,) = stored("links", planned)
    assert (link.target_kind, link.target_id) == (TargetKind.GOAL, goal.id)
    app.button(key=f"behind_{goal.id}").click().run()
    app.button(key=f"open_relink_{link.id}").click().run()
    app.selectbox(key=f"stance_relink_{link.id}").set_value("contradicts")
    app.text_input(key=f"reason_relink_{link.id}").set_value("vil hellere blive")
    app.button(key=f"save_relink_{link.id}").click().run()
    (link,) = stored("links", planned)
    assert (link.stance, link.reason) == (Stance.CONTRADICTS, "vil hellere blive")
    assert "besvares af" not in words(on(3))  # what speaks against is not answered
    app.button(key=f"open_relink_{link.id}").click().run()
    app.selectbox(key=f"stance_relink_{link.id}").set_value("nuances")
    app.button(key=f"save_relink_{link.id}").click().run()
    assert f"besvares af {goal.label}" in words(on(3)).replace("\\", "")


def test_an_initiative_moves_to_another_theme(on, planned):
    one = stored("initiatives", planned)[0]
    app = on(0, **{f"part_{one.id}": "arrange"})
    app.selectbox(key=f"theme_{one.id}").set_value("health").run()
    app.button(key=f"to_theme_{one.id}").click().run()
    moved = next(i for i in stored("initiatives", planned) if i.id == one.id)
    assert (moved.theme_key, moved.goal_id) == ("health", None)
    assert f"{one.label} står nu under Sundhed." in words(app)


def test_what_is_not_covered_stands_over_the_plan(on, planned):
    told = words(on(0))
    assert "0 af 8 udsagn har svar · 3 ønsker uden svar · 2 initiativer uden belæg" in told


def test_an_initiative_emptied_by_mistake_is_refused(on, planned):
    one = stored("initiatives", planned)[0]
    app = on(0)
    app.button(key=f"change_{one.id}").click().run()
    next(t for t in app.text_area if t.label == "Initiativ").set_value("")
    app.button(key=f"FormSubmitter:initiative_form_{one.id}-Gem").click().run()
    assert "Skriv initiativet først." in words(app)
    assert stored("initiatives", planned)[0] == one


def test_a_proposal_is_taken_over_in_other_words_with_its_statements(on, planned):
    app = on(1)
    app.text_area(key="text_p1").set_value("at hunde er velkomne")
    app.button(key="take_p1").click().run()
    made = next(i for i in stored("initiatives", planned) if i.text == "at hunde er velkomne")
    assert [(link.statement_id, link.target_id) for link in stored("links", planned)] == [
        (uid(1), made.id)
    ]
    assert stored("initiative_proposals", planned)[0].taken_over_by == made.id


def test_a_proposal_needs_words_and_can_be_put_aside(on, planned):
    app = on(1)
    app.text_area(key="text_p1").set_value(" ")
    app.button(key="take_p1").click().run()
    assert "Skriv initiativet først." in words(app)
    app.button(key="dismiss_p1").click().run()
    assert stored("initiative_proposals", planned)[0].dismissed


def test_goals_are_added_changed_and_deleted(on, planned):
    app = on(2)
    app.button(key="FormSubmitter:new_goal_housing_form-Tilføj mål").click().run()
    assert "Skriv målet først." in words(app)
    app.text_area[-1].set_value("at ingen sover på gaden")
    app.button(key="FormSubmitter:new_goal_housing_form-Tilføj mål").click().run()
    first, second = stored("goals", planned)
    assert second.text == "at ingen sover på gaden"
    app = on(2, **{f"part_{first.id}": "change"})
    next(t for t in app.text_input if t.label == "Måles på").set_value("Ventetid")
    next(t for t in app.text_input if t.label == "Ønsket resultat").set_value("3 uger")
    next(n for n in app.number_input if n.label == "År").set_value(2028)
    app.button(key=f"FormSubmitter:goal_form_{first.id}-Gem").click().run()
    changed = stored("goals", planned)[0]
    assert (changed.indicator, changed.target, changed.year) == ("Ventetid", "3 uger", 2028)
    app = on(2, **{f"part_{first.id}": "arrange"})
    arrange(app, first, "delete")
    app.button(key=f"delete_{first.id}").click().run()
    assert [g.id for g in stored("goals", planned)] == [second.id]
    assert {i.goal_id for i in stored("initiatives", planned)} == {None}


def test_the_digest_is_approved_and_shortened(on, planned):
    app = on(3)
    app.button(key="approve_digest").click().run()
    assert stored("digests", planned)[0].origin is Origin.PERSON
    app.button(key=f"away_housing_1_{uid(2)}").click().run()
    assert [line.statement_id for line in stored("digests", planned)[0].lines] == [uid(1)]


def test_a_theme_with_danish_letters_has_a_plan_of_its_own(on, planned):
    app = on(0)
    app.button_group[0].set_value("aeroe_og_aasum_oensker").run()
    assert "Temaet har ingen initiativer endnu." in words(app)
    assert HOSTILE not in words(app)
