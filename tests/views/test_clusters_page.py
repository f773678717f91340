"""Clusters: read, mapped, renamed, joined, split, moved, and every step taken back."""

import pytest

from storage import open_store
from tests.views.conftest import uid, words
from views.work import _JOBS


def clusters(base, theme="housing"):
    with open_store() as store:
        return {c.id: c for c in store.clusters(base.id) if c.theme_key == theme}


def opened(visit, tab="Liste", **state):
    return visit("clusters", cluster_tab=tab, **state)


def test_before_anything_is_read_the_page_sends_one_there(base, visit):
    assert "Udsagnene er ikke læst endnu." in words(visit("clusters"))


def test_each_cluster_of_the_theme_has_a_line_and_opens_on_demand(read, visit):
    app = opened(visit)
    assert [e.label for e in app.expander] == ["egen hund, bolig \\(2\\)", "husleje \\(2\\)"]
    assert "U-001" not in words(app)
    app = opened(visit, cluster_k1=True)
    assert "U-001" in words(app)
    assert "færre end 5 samtaler" in words(app)


def test_across_themes_the_rest_is_called_what_it_is(read, visit):
    app = opened(visit)
    app.selectbox(key="cluster_theme").set_value("").run()
    assert [e.label for e in app.expander] == ["Hører ingen steder til \\(8\\)"]


def test_the_map_shows_every_statement_of_the_theme_without_html(read, visit):
    app = opened(visit, "Kort")
    app.selectbox(key="cluster_theme").set_value("health").run()
    assert not app.exception
    chart = app.get("plotly_chart")[0].proto.spec
    assert all(uid(i) in chart for i in (5, 6, 7))
    assert "<img" not in chart


def test_renaming_joining_moving_and_splitting_reach_the_store_and_can_be_undone(read, visit):
    app = opened(visit, "Ret klyngerne")
    app.text_input[0].set_value("Dyr i boligen")
    app.button(key="FormSubmitter:rename_k1-Giv navn").click().run()
    assert clusters(read)["k1"].name == "Dyr i boligen"

    app.multiselect[1].set_value([uid(2)])
    next(s for s in app.selectbox if s.label == "Flyt dem til").set_value("k2")
    app.button(key="FormSubmitter:move_k1-Flyt udsagn").click().run()
    assert set(clusters(read)["k2"].statement_ids) == {uid(2), uid(3), uid(4)}

    app.selectbox(key="edit_cluster").set_value("k2").run()
    app.multiselect[1].set_value([uid(2), uid(4)])
    app.button(key="FormSubmitter:move_k2-Flyt udsagn").click().run()
    assert len(clusters(read)) == 3

    app.multiselect[0].set_value(["k1"])
    app.button(key="FormSubmitter:join_k2-Læg sammen").click().run()
    assert len(clusters(read)) == 2
    for _step in range(4):
        app.button(key="undo").click().run()
    assert clusters(read)["k1"].name is None
    assert set(clusters(read)["k1"].statement_ids) == {uid(1), uid(2)}
    app.button(key="undo").click().run()
    assert not app.exception


@pytest.mark.parametrize(
    ("button", "said"),
    [
        ("FormSubmitter:join_k1-Læg sammen", "Vælg mindst én anden klynge."),
        ("FormSubmitter:move_k1-Flyt udsagn", "Vælg mindst ét udsagn."),
    ],
)
def test_an_empty_choice_is_told(read, visit, button, said):
    app = opened(visit, "Ret klyngerne")
    app.button(key=button).click().run()
    assert said in words(app)


def test_all_statements_of_a_cluster_cannot_leave_it(read, visit):
    app = opened(visit, "Ret klyngerne")
    app.multiselect[1].set_value([uid(1), uid(2)])
    app.button(key="FormSubmitter:move_k1-Flyt udsagn").click().run()
    assert "men ikke dem alle" in words(app)


def test_clusters_somebody_else_changed_meanwhile_are_told(read, visit):
    app = opened(visit, "Ret klyngerne")
    with open_store() as store:
        store.save_clusters(read.id, [c for c in store.clusters(read.id) if c.id != "k1"])
    app.text_input[0].set_value("Dyr")
    app.button(key="FormSubmitter:rename_k1-Giv navn").click().run()
    assert not app.exception


def test_more_clusters_are_made_beside_the_page(read, visit, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "views.cluster_edit.arrange", lambda _store, key, finer: asked.append((key, finer))
    )
    app = opened(visit, "Ret klyngerne")
    for button in ("more", "more", "fewer"):
        app.button(key=button).click().run()
        for job in list(_JOBS.values()):
            assert job.ended.wait(10)
        app.run()
    assert asked == [(read.id, 1), (read.id, 2), (read.id, 1)]
