"""Other plans: out of a document into the catalogue, and from there beside citizens' wishes."""

import pytest

from storage import open_store
from strategy.model import TargetKind
from strategy.precedents.keep import Found, keep_precedents
from tests.views.conftest import words

PLAN = (
    "# Bolig\n\n## Kommunens mål:\n\n- at ingen sover på gaden\n\n## Følgende initiativer:\n\n"
    "- at der bygges boliger, hvor man må holde hund\n- at huslejen følger indkomsten\n\n"
    "# Trafik\n\n## Følgende initiativer:\n\n- at bussen kører om aftenen\n"
)


@pytest.fixture
def document(base, visit):
    """The page with a plan on it, its goals and initiatives to be chosen."""
    app = visit("documents")
    app.file_uploader[0].upload("plan.txt", PLAN.encode(), "text/plain").run()
    app.session_state["document_plan"] = True
    return app.run()


def press(app, label):
    next(b for b in app.button if b.label == label).click().run()
    assert not app.exception, app.exception
    return words(app)


def field(app, label):
    return next(f for f in (*app.text_input, *app.selectbox) if f.label == label)


def test_what_a_plan_holds_is_kept_with_its_source_and_once(document, base):
    assert "Plan i dokumentet: 1 mål, 3 initiativer, 0 steder" in words(document)
    assert "Skriv først" in press(document, "Læg de valgte i kataloget")
    field(document, "Hvilken plan er det?").set_value("Bredby")
    tick = next(box for box in document.checkbox if "husleje" in box.label)
    tick.uncheck()
    assert "3 er lagt i kataloget." in press(document, "Læg de valgte i kataloget")
    assert "3 stod der i forvejen." in press(document, "Læg de valgte i kataloget")
    with open_store() as store:
        kept = {p.text: p for p in store.precedents(base.id)}
    dog = kept["at der bygges boliger, hvor man må holde hund"]
    assert (dog.source, dog.theme_key, dog.section) == ("Bredby", "housing", "Bolig")
    assert kept["at bussen kører om aftenen"].theme_key is None


def test_an_old_plan_goes_into_the_present_one_where_a_theme_is_said(document, base):
    said = press(document, "Tag de valgte ind i planen")
    assert "3 er taget ind i planen." in said
    assert "1 mangler et tema og er ikke taget." in said
    with open_store() as store:
        assert [g.text for g in store.goals(base.id)] == ["at ingen sover på gaden"]
        assert len(store.initiatives(base.id)) == 2


@pytest.fixture
def kept(planned):
    hound = Found(TargetKind.INITIATIVE, "at der bygges til folk med hund", "housing", 4, "Bolig")
    other = Found(TargetKind.GOAL, "at alle kan få en tid hos tandlægen", "health")
    with open_store() as store:
        keep_precedents(store, planned.id, [hound, other], "Bredby <b>", 2013)
    return planned


def test_the_catalogue_is_searched_put_right_and_emptied(kept, visit):
    app = visit("precedents")
    assert "2 fundet." in words(app)
    app.text_input(key="precedent_search").set_value("tandlægen").run()
    assert "1 fundet." in words(app)
    with open_store() as store:
        one = next(p for p in store.precedents(kept.id) if p.kind is TargetKind.GOAL)
    app.session_state[f"precedent_{one.id}"] = True
    app.run()
    field(app, "Hvilken plan?").set_value("")
    assert "Skriv, hvilken plan" in press(app, "Gem")
    field(app, "Hvilken plan?").set_value("Nyby")
    press(app, "Gem")
    with open_store() as store:
        assert {p.source for p in store.precedents(kept.id)} == {"Bredby <b>", "Nyby"}
    app.session_state[f"precedent_{one.id}"] = True
    app.run()
    press(app, "Slet fra kataloget")
    app.text_input(key="precedent_search").set_value("").run()
    assert "1 fundet." in words(app)
    press(app, "Ja, slet den fra kataloget")
    assert "Her kan I samle" in words(app)


@pytest.mark.parametrize(
    ("page", "group", "tab"), [("plan", "p1", "Maskinens forslag"), ("clusters", "k1", "Liste")]
)
def test_the_nearest_stand_beside_wishes_and_begin_an_initiative(kept, visit, page, group, tab):
    state = {f"near_{group}": True, f"cluster_{group}": True, f"{page}_tab_{kept.id}": tab}
    app = visit(page, **state)
    said = words(app)
    assert "at der bygges til folk med hund" in said
    assert "side 4" in said
    press(app, "Begynd et initiativ med de ord")
    assert [note.value for note in app.toast] == ["I-03 er lagt i planen. Ret ordene til jeres."]
    with open_store() as store:
        begun = store.initiatives(kept.id)[-1]
        tied = [link for link in store.links(kept.id) if link.target_id == begun.id]
    assert begun.text == "at der bygges til folk med hund"
    assert begun.no_evidence_reason == "Forbillede: Bredby <b> 2013, side 4, Bolig"
    assert len(tied) == (1 if page == "plan" else 0)


def test_nothing_is_offered_while_the_catalogue_is_empty(planned, visit):
    app = visit("plan", **{f"plan_tab_{planned.id}": "Maskinens forslag"})
    assert "Se, hvad andre planer har" not in words(app)
