"""The workshop page: a wall typed in at once, the guard before the database, three steps on."""

from pathlib import Path

from storage import open_store
from tests.views.conftest import words

WALL = """For koldt om natten, 3 prikker
Jeg talte med Kirsten fra kommunen om det hele
Mål:
at alle har et sted at bo (5)
Trafik:
at bussen kører om søndagen"""


def press(app, label, at=0):
    [button for button in app.button if button.label == label][at].click().run()
    assert not app.exception, app.exception
    return app


def type_in(visit, text=WALL, role="consultant"):
    app = visit("workshop", role=role)
    app.selectbox(key="workshop_heading").set_value("Boliger")
    next(a for a in app.text_area).set_value(text)
    return press(app, "Sæt op på væggen")


def notes(base):
    with open_store() as store:
        return store.contributions(base.id)


def test_a_wall_is_typed_in_and_a_name_never_reaches_the_database(base, visit, home):
    app = type_in(visit, role="interviewer")
    assert "3 sedler er sat op." in words(app)
    assert "»Kirsten«" in words(app).replace("\\", "")
    assert [(n.heading, n.level.value, n.dots) for n in notes(base)] == [
        ("Boliger", "challenge", 3),
        ("Boliger", "goal", 5),
        ("Trafik", "goal", 0),
    ]
    assert not [p for p in Path(home).rglob("*.db*") if b"Kirsten" in p.read_bytes()]
    press(app, "Gem")
    assert notes(base)[-1].text == "Jeg talte med [navn] fra kommunen om det hele"
    assert "De her sedler er ikke gemt endnu" not in words(app)


def test_without_lines_or_a_theme_one_is_told(base, visit):
    app = press(visit("workshop"), "Sæt op på væggen")
    assert "Skriv mindst én linje." in words(app)
    next(a for a in app.text_area).set_value("Noget")
    press(app, "Sæt op på væggen")
    assert "Vælg et tema, eller skriv et nyt." in words(app)
    assert notes(base) == ()


def test_a_note_is_opened_moved_merged_and_taken_down(base, visit):
    type_in(visit, "For koldt 😀\nDer er koldt, 2 prikker\n<b>Træk</b> # $a$")
    app = visit("workshop", workshop_tab="Væggen")
    first, second, _third = notes(base)
    app.button(key=f"note_{first.id}").click().run()
    app.selectbox(key=f"merge_{first.id}").set_value(second).run()
    press(app, "Læg sammen")
    assert next((n.text, n.dots) for n in notes(base)) == ("For koldt 😀 / Der er koldt", 2)
    press(app, "Tag den ned")
    assert [n.text for n in notes(base)] == ["<b>Træk</b> # $a$"]
    assert not app.exception


def test_the_wall_becomes_themes_goals_and_words_each_with_one_yes(base, visit):
    type_in(visit, WALL.replace("Jeg talte med Kirsten fra kommunen om det hele\n", ""))
    app = visit("workshop", role="steering", workshop_tab="Brug den")
    assert "Trafik" in [box.label for box in app.checkbox]
    press(app, "Gør dem til temaer")
    assert "1 nyt tema." in words(app)
    for box in app.checkbox:
        box.check()
    press(app, "Gør dem til mål")
    assert "2 nye mål i planen." in words(app)
    press(app, "Tilføj ordene")
    with open_store() as store:
        themes = {t.name: t for t in store.themes(base.id)}
        goals = {(g.theme_key, g.text) for g in store.goals(base.id)}
    assert "søndag" in themes["Trafik"].seed_words
    assert goals == {
        ("housing", "at alle har et sted at bo"),
        (themes["Trafik"].key, "at bussen kører om søndagen"),
    }


def test_an_interviewer_types_in_and_decides_nothing(base, visit):
    app = visit("workshop", role="interviewer")
    assert [tab.label for tab in app.tabs] == ["Skriv væggen ind", "Væggen"]
