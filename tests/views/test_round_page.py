"""The round as the council sees it."""

from interviews.model import Interview, Settings, Statement
from interviews.round import plan_site
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


def test_sites_below_plan_are_named_also_where_their_numbers_are_hidden(base, visit):
    """Two of ten and eight of twelve: nothing was said to be missing."""
    _plan(base, (10, 12), (2, 8))
    said = shown(visit("round", role="interviewer")).replace("\\", "")
    assert "Alle planlagte tal er nået" not in said
    assert "Varmestuen: der mangler stadig nogen" in said
    assert "Herberget: der mangler stadig nogen" in said
    assert ">2 af 10<" not in said


def test_where_a_name_would_tell_the_number_the_hidden_sites_share_a_line(base, visit):
    _plan(base, (2, 12), (1, 8))
    said = shown(visit("round", role="interviewer")).replace("\\", "")
    assert "De steder, hvis tal ikke vises: der kan stadig mangle nogen" in said
    assert "der mangler stadig nogen" not in said


def test_each_theme_is_counted_of_what_is_planned_at_the_site(base, visit):
    _plan(base, (20, 9), (12, 9))
    with open_store() as store:
        add_site(store, base.id, "Uden plan")
    said = shown(visit("round", role="interviewer"))
    assert "<td>12 af 20</td>" in said
    assert "<td>0 af 9</td>" in said
    assert "<td>0</td>" in said


def _plan(base, planned, people):
    """Varmestuen and Herberget with so many planned and met, each about one theme."""
    with open_store() as store:
        sites = {site.name: site for site in store.sites(base.id)}
        for talk in store.interviews(base.id):
            store.delete_interview(talk.id)
        names = ("Varmestuen", "Herberget")
        for at, (name, aim, n) in enumerate(zip(names, planned, people, strict=True)):
            plan_site(store, sites[name], aim)
            talk = Interview(f"new{at}", base.id, sites[name].id, "2024-05", n)
            theme = ("housing", "health")[at]
            said = Statement(f"n{at}", 90 + at, base.id, talk.id, "der mangler ro", theme)
            store.add_interview(talk, [said])
