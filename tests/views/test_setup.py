"""Setting up: consultations, sites, themes, tags and files, with every mistake told."""

import pytest

from interviews.model import SiteKind
from storage import open_store
from tests.views.conftest import words

TABS = ("Kontaktsteder", "Temaer", "Kodebog", "Hent udsagn fra en fil")


@pytest.fixture
def on(base, visit):
    """Opens the setup on the tab with this number."""
    return lambda tab, **state: visit("setup", setup_tab=TABS[tab], **state)


def stored(what, base):
    with open_store() as store:
        return list(getattr(store, what)(base.id))


def field(app, kind, label):
    return next(element for element in getattr(app, kind) if element.label == label)


def test_the_first_consultation_is_made_and_chosen(home, visit):
    app = visit("setup")
    field(app, "text_input", "Navn").set_value("Udsatte 2027")
    field(app, "text_input", "Kommune").set_value("Egeby")
    app.button(key="FormSubmitter:new_consultation-Opret").click().run()
    assert not app.exception
    with open_store() as store:
        (made,) = store.consultations()
        assert (made.name, len(store.themes(made.id)), len(store.guides(made.id))) == (
            "Udsatte 2027",
            5,
            5,
        )
    assert app.header[0].value == "Udsatte 2027"
    assert field(app, "text_input", "Navn").value == ""


@pytest.mark.parametrize(("name", "said"), [(" ", "Skriv et navn"), ("Prøve", "allerede en")])
def test_a_name_is_needed_and_must_be_new(base, visit, name, said):
    app = visit("setup")
    field(app, "text_input", "Navn").set_value(name)
    field(app, "text_input", "Kommune").set_value("Egeby")
    app.button(key="FormSubmitter:new_consultation-Opret").click().run()
    assert said in words(app)
    assert field(app, "text_input", "Kommune").value == "Egeby"
    with open_store() as store:
        assert len(store.consultations()) == 1


def test_a_second_consultation_becomes_the_chosen_one(base, visit):
    app = visit("setup")
    field(app, "text_input", "Navn").set_value("Anden")
    app.button(key="FormSubmitter:new_consultation-Opret").click().run()
    assert app.header[0].value == "Anden"
    assert app.sidebar.selectbox(key="consultation").value != base.id


def test_sites_are_added_with_kind_and_number(on, base):
    app = on(0)
    app.button(key="FormSubmitter:new_site-Tilføj kontaktsted").click().run()
    assert "Skriv stedets navn." in words(app)
    field(app, "text_input", "Stedets navn").set_value("Gadebussen  ved [havnen](x)")
    field(app, "selectbox", "Slags sted").set_value("outreach")
    field(app, "number_input", "Planlagte deltagere (kan udelades)").set_value(4)
    app.button(key="FormSubmitter:new_site-Tilføj kontaktsted").click().run()
    made = next(s for s in stored("sites", base) if s.name.startswith("Gadebussen"))
    assert (made.name, made.kind, made.planned) == (
        "Gadebussen ved [havnen](x)",
        SiteKind.OUTREACH,
        4,
    )
    assert any("\\[havnen\\]" in e.label for e in app.expander)


def test_a_site_is_renamed_and_only_an_unused_one_removed(on, base):
    used = stored("sites", base)[0]
    app = on(0, **{f"site_{used.id}": True})
    assert f"remove_{used.id}" not in {b.key for b in app.button}
    name = next(t for t in app.text_input if t.form_id == f"change_{used.id}")
    name.set_value("")
    app.button(key=f"FormSubmitter:change_{used.id}-Gem stedet").click().run()
    assert "Skriv stedets navn." in words(app)
    name = next(t for t in app.text_input if t.form_id == f"change_{used.id}")
    name.set_value("Herberget Nord")
    app.button(key=f"FormSubmitter:change_{used.id}-Gem stedet").click().run()
    assert "Herberget Nord" in [s.name for s in stored("sites", base)]
    app.text_input(key="site_name_0").set_value("Nyt sted")
    app.button(key="FormSubmitter:new_site-Tilføj kontaktsted").click().run()
    made = next(s for s in stored("sites", base) if s.name == "Nyt sted")
    app.session_state[f"site_{made.id}"] = True
    app.run()
    app.button(key=f"remove_{made.id}").click().run()
    assert "Nyt sted" not in [s.name for s in stored("sites", base)]


def test_themes_are_added_and_changed(on, base):
    app = on(1)
    app.button(key="FormSubmitter:new_theme-Tilføj tema").click().run()
    assert "Skriv temaets navn." in words(app)
    field(app, "text_input", "Nyt tema").set_value("Børn og ældre")
    app.button(key="FormSubmitter:new_theme-Tilføj tema").click().run()
    made = stored("themes", base)[-1]
    assert (made.name, made.key) == ("Børn og ældre", "boern_og_aeldre")
    app = on(1, **{f"theme_{made.id}": True})
    field(app, "text_area", "Eksempler på udsagn, ét pr. linje").set_value("En\n\n To ")
    field(app, "text_area", "Ord, der peger på temaet, adskilt af komma").set_value("børn, , skole")
    app.button(key=f"FormSubmitter:theme_form_{made.id}-Gem tema").click().run()
    changed = stored("themes", base)[-1]
    assert (changed.examples, changed.seed_words) == (("En", "To"), ("børn", "skole"))
    name = next(t for t in app.text_input if t.form_id == f"theme_form_{made.id}")
    name.set_value(" ")
    app.button(key=f"FormSubmitter:theme_form_{made.id}-Gem tema").click().run()
    assert "Skriv temaets navn." in words(app)
    assert stored("themes", base)[-1].name == "Børn og ældre"


def test_tags_are_added_in_two_levels(on, base):
    app = on(2)
    assert "Kodebogen er tom." in words(app)
    app.button(key="FormSubmitter:new_tag-Tilføj kode").click().run()
    assert "Skriv kodens navn." in words(app)
    field(app, "text_input", "Ny kode").set_value("Økonomi")
    app.button(key="FormSubmitter:new_tag-Tilføj kode").click().run()
    field(app, "text_input", "Ny kode").set_value("Gæld")
    field(app, "selectbox", "Hører under").set_value("oekonomi")
    field(app, "text_area", "Hvad hører med under koden?").set_value("Gammel og ny gæld")
    app.button(key="FormSubmitter:new_tag-Tilføj kode").click().run()
    top, tag = stored("tags", base)
    assert (top.parent_key, tag.parent_key, tag.definition) == (
        None,
        "oekonomi",
        "Gammel og ny gæld",
    )
    app = on(2, **{f"tag_{top.id}": True})
    assert "**Gæld** · Gammel og ny gæld" in words(app)


def test_a_file_is_read_in_with_an_account_of_every_row(on, base):
    app = on(3)
    content = "tekst;tema\nJeg vil gerne have et sted at bo;Boliger\n;Boliger\n=1+1;\n"
    app.file_uploader[0].upload("udsagn.csv", content.encode()).run()
    next(b for b in app.button if b.label == "Hent udsagn").click().run()
    said = words(app) + "\n".join(t.value for t in app.text)
    assert "3 rækker læst, 1 taget, 2 ikke taget." in said
    assert "tom: række 3" in said
    assert len(stored("statements", base)) == 9


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("tom.csv", b"", "Filen er tom."),
        ("forkert.csv", b"navn;by\nx;y\n", "ingen kolonne med udsagn"),
        ("bog.xlsx", b"ikke Excel", "ikke en Excel-fil"),
        ("linjer.jsonl", b'{"tekst": "x"}\n{', "ikke gyldig JSON"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(on, base, name, content, said):
    app = on(3)
    app.file_uploader[0].upload(name, content).run()
    next(b for b in app.button if b.label == "Hent udsagn").click().run()
    assert said in words(app)
    assert len(stored("statements", base)) == 8
