"""The round as the council sees it."""

from interviews.model import Interview, Settings
from interviews.setup import add_site
from storage import open_store
from tests.views.conftest import words


def shown(app):
    return "\n".join(one.proto.body for one in app.get("html")) + words(app)


def test_the_council_sees_where_nobody_has_been_and_no_small_number(base, visit):
    with open_store() as store:
        add_site(store, base.id, "Tomt <sted>")
        (full, *_rest) = store.sites(base.id)
        store.add_interview(Interview("talk9", base.id, full.id, "2024-05", 41), [])
        store.save_settings(Settings(base.id, ask_gender=True))
    app = visit("round", role="interviewer")
    said = shown(app)
    assert r"Tomt \<sted\>\: ingen samtaler endnu" in said
    assert "Tomt &lt;sted&gt;" in said
    assert '<span class="number">2</span>' not in said
    assert "<td>2</td>" not in said
    assert "<b>45</b>" in said
    assert r"Kvinde\: ingen endnu" in said
    assert not app.number_input


def test_the_consultant_sets_what_is_planned_and_sees_what_is_left(base, visit):
    app = visit("round", role="consultant")
    app.number_input[0].set_value(50)
    next(b for b in app.button if b.label == "Gem").click().run()
    assert not app.exception
    assert "af 50 planlagte" in shown(app)
    with open_store() as store:
        assert [s.planned for s in store.sites(base.id)] == [50, None]
