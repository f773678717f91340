"""The plan page: goals, initiatives, evidence, the machine's proposals and the digest."""

import pytest

from analysis.model import Likeness
from interviews.model import Role
from storage import open_store
from strategy.model import InitiativeStatus, Origin, Stance
from tests.views.conftest import HOSTILE, uid, words
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
    app.button(key=f"change_{first.id}").click().run()
    app.button(key=f"move1_{first.id}").click().run()
    assert [i.id for i in stored("initiatives", planned)] == [second.id, first.id]
    app.button(key=f"delete_{first.id}").click().run()
    assert [i.id for i in stored("initiatives", planned)] == [second.id]


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
    app = on(2, **{f"edit_{first.id}": True})
    next(t for t in app.text_input if t.label == "Måles på").set_value("Ventetid")
    next(t for t in app.text_input if t.label == "Ønsket resultat").set_value("3 uger")
    next(n for n in app.number_input if n.label == "År").set_value(2028)
    app.button(key=f"FormSubmitter:goal_form_{first.id}-Gem").click().run()
    changed = stored("goals", planned)[0]
    assert (changed.indicator, changed.target, changed.year) == ("Ventetid", "3 uger", 2028)
    app = on(2, **{f"edit_{first.id}": True})
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
