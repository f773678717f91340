"""Following up by page: a round, a status with a reason, figures, recommendations, the report."""

import pytest

from interviews.model import Role
from storage import open_store
from strategy.follow_up.figures import set_figure
from strategy.follow_up.model import Progress
from strategy.follow_up.rounds import mark_row, open_round, recommend
from strategy.goals import change_initiative
from tests.views.conftest import DAY, HOSTILE, words

TABS = {"status": "Status", "figures": "Tal år for år", "next": "Anbefalinger", "report": "Rapport"}
BY = Role.CONSULTANT


@pytest.fixture
def at(visit, planned):
    """Opens one tab of the page: at("figures", role="steering")."""

    def go(tab="status", role="consultant"):
        return visit("followup", role=role, **{f"follow_up_tab_{planned.id}": TABS[tab]})

    return go


@pytest.fixture
def begun(planned):
    with open_store() as store:
        return open_round(store, planned.id, BY, DAY)


def press(app, label):
    next(b for b in app.button if b.label == label).click()
    return app.run()


def test_a_plan_without_content_has_nothing_to_follow_up(base, visit):
    assert "Planen har hverken mål eller initiativer endnu." in words(visit("followup"))


def test_a_round_is_begun_and_what_needs_a_look_is_told(planned, at):
    with open_store() as store:
        first = store.initiatives(planned.id)[0]
        change_initiative(store, first, end="1. kvartal 2024", responsible="Bolig", text=HOSTILE)
    app = at(role="steering")
    said = words(app)
    assert "2 rækker at se på" in said
    assert "*ingen ansvarlig, hverken opstart eller slut*" in said
    assert "skulle være færdigt 31\\.3\\.2024" in said
    assert "<img" not in said.replace("\\<img", "")
    press(app, "Begynd opfølgningen")
    with open_store() as store:
        (made,) = store.follow_ups(planned.id)
    assert made.role is Role.STEERING
    assert "Nr\\. 1, status pr\\." in "\n".join(s.value for s in app.subheader)


def test_a_status_is_kept_and_bad_news_needs_a_reason(planned, begun, at):
    with open_store() as store:
        one = store.initiatives(planned.id)[0]
    app = at()
    app.selectbox(key=f"progress_{begun.id}_{one.id}").set_value("behind")
    button = [b for b in app.button if b.label == "Gem status"][1]
    button.click().run()
    assert "Skriv hvorfor." in words(app)
    app.text_area(key=f"reason_{begun.id}_{one.id}").set_value("Grunden mangler")
    [b for b in app.button if b.label == "Gem status"][1].click().run()
    with open_store() as store:
        (mark,) = store.marks(begun.id)
    assert (mark.progress, mark.reason, mark.role) == (Progress.BEHIND, "Grunden mangler", BY)
    app.toggle(key=f"left_{begun.id}").set_value(True).run()
    assert "**I-01** ·" not in words(app)
    assert "**I-02** ·" in words(app)


def test_the_next_round_shows_how_it_stood_the_last_time(planned, begun, at):
    with open_store() as store:
        one = store.initiatives(planned.id)[0]
        mark_row(store, begun, one, Progress.BEHIND, BY, DAY, "Grunden mangler")
        second = open_round(store, planned.id, BY, "2025-06-01")
    app = at()
    assert "Sidst: Forsinket: Grunden mangler" in words(app).replace("\\", "")
    assert app.selectbox(key=f"progress_{second.id}_{one.id}").value == "behind"


def test_figures_are_typed_as_danes_write_them_and_shown_with_an_index(planned, begun, at):
    with open_store() as store:
        set_figure(store, planned.id, goal_id(planned), "Udgift i kr.", 2013, 23344224)
    app = at("figures")
    for year, typed in ((2014, "24.237.654"), (2015, "mange")):
        app.number_input(key="figure_year").set_value(year)
        next(t for t in app.text_input if t.label == "Tal").set_value(typed)
        press(app, "Gem tallet")
    assert "Det er ikke et tal. Skriv det som 1.250 eller 45,4." in words(app)
    assert "| 2014 | 24\\.237\\.654 | 104 |" in words(app)
    with open_store() as store:
        assert [f.value for f in store.figures(planned.id)] == [23344224.0, 24237654.0]


def goal_id(planned):
    with open_store() as store:
        return store.goals(planned.id)[0].id


def test_a_recommendation_is_added_and_taken_away(planned, begun, at):
    app = at("next")
    press(app, "Tilføj anbefaling")
    assert "Skriv anbefalingen først." in words(app)
    next(t for t in app.text_area if t.label == "Ny anbefaling").set_value("at vi tæller")
    next(t for t in app.text_input if t.label == "Ansvarlig").set_value("Hjemløseteamet")
    press(app, "Tilføj anbefaling")
    assert "**A-01** · at vi tæller" in words(app)
    assert "Ansvarlig: Hjemløseteamet" in words(app).replace("\\", "")
    press(app, "Slet anbefalingen")
    with open_store() as store:
        assert store.recommendations(begun.id) == ()


def test_the_report_is_made_or_stopped_with_the_reason(planned, begun, at):
    with open_store() as store:
        set_figure(store, planned.id, store.goals(planned.id)[0].id, "Antal", 2024, 3)
    app = at("report", "steering")
    press(app, "Lav rapporten")
    assert "Filen er klar." in words(app)
    with open_store() as store:
        recommend(store, begun, "at ringe til 20 30 40 50")
    press(app, "Lav rapporten")
    assert "teksten peger på en person" in words(app)


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_a_possible_name_in_the_report_is_answered_and_the_report_made(planned, begun, at, form):
    with open_store() as store:
        recommend(store, begun, "at spørge Gunhild igen")
    app = at("report", "steering")
    app.session_state["report_form"] = form
    press(app, "Lav rapporten")
    assert "**A\\-01**: filens egne ord kan nævne en person \\(Gunhild\\)" in words(app)
    app.button(key="nobody_Gunhild").click().run()
    press(app, "Lav rapporten")
    assert "Filen er klar." in words(app)
