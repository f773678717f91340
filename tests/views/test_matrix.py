"""The matrix: clusters against initiatives, on a map and as a list, and a cell to read."""

import json

import pytest

from interviews.model import Role
from storage import open_store
from strategy.evidence import link_evidence
from strategy.matrix import plan_matrix
from strategy.model import Stance, TargetKind
from tests.views.conftest import DAY, uid, words


@pytest.fixture
def tied(planned):
    """U-1 supports the first initiative, U-2 contradicts it; the first two housing statements."""
    with open_store() as store:
        first = store.initiatives(planned.id)[0]
        for n, stance in ((1, Stance.SUPPORTS), (2, Stance.CONTRADICTS)):
            link_evidence(
                store, uid(n), TargetKind.INITIATIVE, first.id, stance, Role.STEERING, DAY, "fordi"
            )
    return planned


def matrix(base, theme="housing"):
    with open_store() as store:
        return plan_matrix(store, base.id, theme)


def test_each_cell_holds_the_links_between_its_cluster_and_its_initiative(tied):
    found = matrix(tied)
    held = {link.statement_id for links in found.cells.values() for link in links}
    assert held == {uid(1), uid(2)}
    for (cluster_id, initiative_id), links in found.cells.items():
        cluster = next(c for c in found.clusters if c.id == cluster_id)
        assert {link.statement_id for link in links} <= set(cluster.statement_ids)
        assert {link.target_id for link in links} == {initiative_id}
    assert any(found.contradicts(cell) for cell in found.cells)
    said = {key for c in found.clusters for key in c.statement_ids}
    assert {key for keys in found.open.values() for key in keys} == said - held


def test_an_initiative_of_another_theme_that_answers_something_here_stands_last(tied):
    with open_store() as store:
        other = next(c for c in store.clusters(tied.id) if c.theme_key not in (None, "housing"))
        own = store.initiatives(tied.id)[0]
        link_evidence(
            store,
            other.statement_ids[0],
            TargetKind.INITIATIVE,
            own.id,
            Stance.SUPPORTS,
            Role.STEERING,
            DAY,
        )
        found = plan_matrix(store, tied.id, other.theme_key)
    assert found.initiatives[-1] == own
    assert own.theme_key != other.theme_key


def test_the_map_shows_every_cell_and_marks_who_speaks_against(tied, visit):
    app = visit("matrix")
    chart = json.loads(app.get("plotly_chart")[0].proto.spec)["data"][0]
    found = matrix(tied)
    assert len(chart["customdata"]) == len(found.clusters) * len(found.initiatives)
    counts = {tuple(c): t for c, t in zip(chart["customdata"], chart["text"], strict=True)}
    for cell, links in found.cells.items():
        assert counts[cell] == str(len(links))
    assert max(chart["marker"]["line"]["width"]) == 3


def test_the_list_opens_the_same_cells_and_ties_what_has_no_answer(tied, visit):
    app = visit("matrix", matrix_form="list")
    found = matrix(tied)
    cell = next(iter(found.cells))
    app.button(key=f"cell_{cell[0]}_{cell[1]}").click().run()
    shown = words(app)
    assert "støtter: fordi" in shown.replace("\\", "") or "modsiger: fordi" in shown
    waiting = [key for keys in found.open.values() for key in keys]
    cluster = next(c for c, keys in found.open.items() if keys)
    app.selectbox(key="matrix_cluster").set_value(cluster).run()
    app.button(key=f"link_matrix_{cell[1]}_{found.open[cluster][0]}").click().run()
    left = [key for keys in matrix(tied).open.values() for key in keys]
    assert len(left) == len(waiting) - 1
    app.button(key="plan_undo").click().run()
    assert [key for keys in matrix(tied).open.values() for key in keys] == waiting


def test_without_clusters_the_page_sends_one_there(base, visit):
    assert "Udsagnene er ikke samlet i klynger endnu." in words(visit("matrix"))
