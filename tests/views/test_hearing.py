"""Versions and the hearing: saved, compared, heard, decided, printed and adopted by page."""

import datetime
from zlib import crc32

import pytest

from interviews.model import Role, Status
from storage import open_store
from strategy.adoption import adopt_plan
from strategy.goals import change_initiative
from strategy.hearing import add_point, note_received, open_hearing
from strategy.model import HearingDecision
from strategy.versions import save_version
from tests.views.conftest import DAY, HOSTILE, words

COUNCIL = "Rådet for Socialt Udsatte"
TABS = {"versions": "Versioner", "parties": "Parter og frister", "points": "Høringssvar"}
TABS["note"] = "Notat og vedtagelse"


@pytest.fixture
def at(visit, planned):
    """Opens one tab of the page: at("points", role="steering")."""

    def go(tab, role="consultant"):
        return visit("hearing", role=role, **{f"hearing_tab_{planned.id}": TABS[tab]})

    return go


@pytest.fixture
def heard(planned):
    """Version 1 heard in the past, with one point nobody has decided."""
    with open_store() as store:
        save_version(store, planned.id, Role.CONSULTANT, DAY)
        made = open_hearing(store, planned.id, 1, "2024-06-02", "2024-06-16", [COUNCIL, "Naboen"])
        made = note_received(store, made, COUNCIL, "2024-06-10")
        add_point(store, made, COUNCIL, "I-01", "Tidsplan", HOSTILE)
    return planned


def received(held, name):
    return f"received_{held.id}_{crc32(name.encode())}"


def press(app, label):
    next(b for b in app.button if b.label == label).click()
    return app.run()


def test_a_plan_without_content_has_nothing_to_save(base, visit):
    app = visit("hearing")
    assert "Planen har hverken mål eller initiativer endnu." in words(app)
    assert not app.tabs


def test_a_version_is_saved_once_and_compared_in_words(planned, at):
    app = at("versions", "steering")
    app.text_input[0].set_value("Til høring")
    press(app, "Gem planen som en ny version")
    assert "**Version 1**" in words(app)
    assert "Til høring" in words(app)
    assert "Der er ingen forskel." in words(app)
    press(app, "Gem planen som en ny version")
    assert "Planen er uændret siden version 1." in words(app)
    with open_store() as store:
        one = store.initiatives(planned.id)[0]
        change_initiative(store, one, start="2027", theme_key="health")
    app.run()
    said = words(app)
    assert "- **I-01** · flyttet fra temaet Boliger til Sundhed" in said
    assert "- **I-01** · Opstart er sat til »2027«" in said
    press(app, "Gem planen som en ny version")
    again = at("versions", "steering")
    assert [s.value for s in again.selectbox if s.label in ("Fra", "Til")] == [1, 2]
    assert "- **I-01** · Opstart er sat til »2027«" in words(again)
    with open_store() as store:
        kept = store.plan_versions(planned.id)[0]
    assert (kept.role, kept.note) == (Role.STEERING, "Til høring")


def test_a_hearing_needs_a_version_and_is_opened_with_its_parties(planned, at):
    app = at("parties")
    assert "Gem først en version af planen" in words(app)
    with open_store() as store:
        save_version(store, planned.id, Role.CONSULTANT, DAY)
    app.run()
    press(app, "Åbn høringen")
    assert "Skriv mindst én, der skal høres." in words(app)
    app.text_area[0].set_value(f"{COUNCIL}\n\nNaboen")
    app.date_input(key="hearing_opens").set_value(datetime.date(2024, 6, 2))
    app.date_input(key="hearing_closes").set_value(datetime.date(2024, 6, 1))
    press(app, "Åbn høringen")
    assert "Høringen skal lukke efter den dag, den åbner." in words(app)
    app.date_input(key="hearing_closes").set_value(datetime.date(2024, 6, 16))
    press(app, "Åbn høringen")
    assert "åben i 15 dage · 0 af 2 har svaret" in words(app)
    with open_store() as store:
        (held,) = store.hearings(planned.id)
        assert store.consultation(planned.id).status is Status.HEARING
    assert [p.name for p in held.parties] == [COUNCIL, "Naboen"]


def test_answers_are_noted_and_parties_added(heard, at):
    app = at("parties")
    with open_store() as store:
        (held,) = store.hearings(heard.id)
    app.date_input(key=received(held, "Naboen")).set_value(datetime.date(2024, 6, 12)).run()
    assert "2 af 2 har svaret" in words(app)
    next(t for t in app.text_input if t.label == "Endnu en part").set_value("Kirken")
    press(app, "Tilføj part")
    assert "ikke sendt direkte" in words(app)
    with open_store() as store:
        (held,) = store.hearings(heard.id)
    assert [p.received_on for p in held.parties] == ["2024-06-10", "2024-06-12", ""]


def test_a_point_is_written_in_and_decided(heard, at):
    app = at("points", "steering")
    assert "Om: I\\-01 at der bygges skæve boliger" in words(app)
    assert "evil.example" not in words(app).replace("evil\\.example", "")
    next(s for s in app.selectbox if s.label == "Emne").set_value("Tidsplan")
    next(t for t in app.text_area if t.label == "Hvad siger parten?").set_value("Og hvem?")
    press(app, "Gem punktet")
    with open_store() as store:
        (held,) = store.hearings(heard.id)
        first, second = store.hearing_points(held.id)
    assert (second.label, second.text, second.section) == ("H-02", "Og hvem?", "")
    app.session_state[f"decide_{second.id}"] = True
    app.run()
    app.selectbox(key=f"decision_{second.id}").set_value("not")
    press(app, "Gem beslutningen")
    assert "Skriv i bemærkningerne, hvorfor punktet ikke følges helt." in words(app)
    app.text_area(key=f"remark_{second.id}").set_value("Det står i I-02.")
    press(app, "Gem beslutningen")
    assert "Ikke taget til følge · Styregruppe" in words(app).replace("\\", "")
    with open_store() as store:
        kept = store.hearing_points(held.id)[1]
        assert len(store.statements(heard.id)) == 8
    assert (kept.decision, kept.remark) == (HearingDecision.NOT_FOLLOWED, "Det står i I-02.")
    assert first.decision is HearingDecision.OPEN


def test_a_point_is_reworded(heard, at):
    with open_store() as store:
        (held,) = store.hearings(heard.id)
        (one,) = store.hearing_points(held.id)
    app = at("points")
    app.session_state[f"decide_{one.id}"] = True
    app.run()
    app.text_area(key=f"said_{one.id}").set_value("Skriv hvornår")
    press(app, "Gem teksten")
    assert "Skriv hvornår" in words(app)
    with open_store() as store:
        assert [p.text for p in store.hearing_points(held.id)] == ["Skriv hvornår"]


def test_the_note_is_made_and_the_plan_waits_for_every_decision(heard, at):
    app = at("note", "steering")
    app.button(key="make_note").click().run()
    assert "Filen er klar." in words(app)
    app.button(key="adopt").click().run()
    assert "Der mangler en beslutning om H\\-01." in words(app)
    with open_store() as store:
        (held,) = store.hearings(heard.id)
        store.delete_hearing_point(store.hearing_points(held.id)[0].id)
        change_initiative(store, store.initiatives(heard.id)[0], start="2027")
    app.button(key="adopt").click().run()
    assert "Planen er ændret siden version 1." in words(app)
    with open_store() as store:
        save_version(store, heard.id, Role.STEERING, DAY)
    app.button(key="adopt").click().run()
    assert "Planen er vedtaget." in words(app)
    with open_store() as store:
        assert store.consultation(heard.id).status is Status.ADOPTED


def test_a_number_that_identifies_somebody_stops_the_note(heard, at):
    with open_store() as store:
        (held,) = store.hearings(heard.id)
        add_point(store, held, COUNCIL, "", "Andet", "Ring på 20 30 40 50")
    app = at("note")
    app.button(key="make_note").click().run()
    assert "Filen er ikke lavet." in words(app)
    assert "20 30 40 50" not in words(app)


def test_a_possible_name_is_asked_about_and_then_the_note_is_made(heard, at):
    with open_store() as store:
        (held,) = store.hearings(heard.id)
        add_point(store, held, COUNCIL, "", "Andet", "Spørg hellere Gunhild")
    app = at("note")
    app.button(key="make_note").click().run()
    assert "filens egne ord kan nævne en person \\(Gunhild\\)" in words(app)
    app.button(key="nobody_Gunhild").click().run()
    app.button(key="make_note").click().run()
    assert "Filen er klar." in words(app)


def test_a_name_that_was_mended_is_not_asked_about_any_longer(heard, at):
    with open_store() as store:
        (held,) = store.hearings(heard.id)
        point = add_point(store, held, COUNCIL, "", "Andet", "Spørg hellere Gunhild")
    app = at("note")
    app.button(key="make_note").click().run()
    assert "»Gunhild« er ikke en person" in words(app)
    with open_store() as store:
        store.delete_hearing_point(point.id)
    app.button(key="make_note").click().run()
    assert "Filen er klar." in words(app)
    assert "Gunhild" not in words(app)


@pytest.mark.parametrize("tab", TABS)
def test_no_danish_is_left_on_the_english_page(heard, visit, tab, monkeypatch):
    monkeypatch.setattr("views.translate.language", lambda: "en")
    names = dict(
        zip(TABS, ("Versions", "Parties and dates", "Answers", "Note and adoption"), strict=True)
    )
    app = visit("hearing", language="en", **{f"hearing_tab_{heard.id}": names[tab]})
    said = words(app)
    for own in ("Talerør", COUNCIL, "rødt", "skæve boliger"):
        said = said.replace(own, "")
    assert not set("æøåÆØÅ") & set(said)


def test_two_versions_stand_side_by_side_and_come_as_a_file(planned, at):
    with open_store() as store:
        save_version(store, planned.id, Role.CONSULTANT, DAY)
        one, _ = store.initiatives(planned.id)
        change_initiative(store, one, text="at der bygges <b>små</b> boliger")
    app = at("versions", "steering")
    shown = "".join(block.body for block in app.get("html"))
    assert "<del" in shown
    assert "&lt;b&gt;" in shown
    assert "huslejen" not in shown
    app.toggle[0].set_value(True).run()
    assert "huslejen" in "".join(block.body for block in app.get("html"))
    press(app, "Lav Word-fil med ændringerne")
    assert "Filen er klar." in words(app)
    with open_store() as store:
        entry = next(e for e in store.audit(planned.id) if e.action == "redline_printed")
    assert (entry.role, entry.detail) == (Role.STEERING, "1–2")


def test_an_answer_is_taken_from_a_file(heard, at):
    said = "Vi vil gerne have, at de skæve boliger ligger spredt i byen."
    text = f"Boliger\n\n{said}\n\nRing 20304050 nu."
    with open_store() as store:
        (held,) = store.hearings(heard.id)
    app = at("points")
    app.session_state[f"from_file_{held.id}"] = True
    app.run()
    app.file_uploader(key=f"answer_{held.id}_file").set_value(
        ("svar.txt", text.encode(), "text/plain")
    )
    app.run()
    boxes = [c for c in app.checkbox if c.label == "Tag med"]
    assert [b.value for b in boxes].count(True) == 1
    for box in boxes:
        box.set_value(True)
    press(app, "Tag de valgte med som punkter")
    assert "Teksten peger på en person" in words(app)
    assert "20304050" not in "".join(e.value for e in app.error)
    next(t for t in app.text_area if "20304050" in (t.value or "")).set_value("Ring til os nu.")
    press(app, "Tag de valgte med som punkter")
    with open_store() as store:
        kept = {p.text for p in store.hearing_points(held.id)}
    assert {"Ring til os nu.", said} <= kept


def test_faults_of_a_scan_are_mended_before_an_answer_is_taken(heard, at):
    text = (
        "Udsatteradet i Kebenhavns Kommune gnsker flere boliger, hvor de udsatte kan fa stgtte.\n\n"
        "Indsatsen bgr ga pa tveers af omrader, sa ingen hjemlgse ma vente pa hjeelp i manedsvis."
    )
    with open_store() as store:
        (held,) = store.hearings(heard.id)
    app = at("points")
    app.session_state[f"from_file_{held.id}"] = True
    app.run()
    upload = ("svar.txt", text.encode(), "text/plain")
    app.file_uploader(key=f"answer_{held.id}_file").set_value(upload).run()
    press(app, "Tag de valgte med som punkter")
    assert "Teksten peger på en person" in words(app)
    app.button(key="repairs_all").click().run()
    assert any("Københavns Kommune" in (t.value or "") for t in app.text_area)
    press(app, "Tag de valgte med som punkter")
    with open_store() as store:
        kept = [p.text for p in store.hearing_points(held.id)][1:]
    assert len(kept) == 2
    assert kept[0].startswith("Udsatterådet i Københavns Kommune ønsker")


def test_a_party_is_renamed_and_one_taken_out(heard, at):
    app = at("parties")
    with open_store() as store:
        (held,) = store.hearings(heard.id)
    own = received(held, "Naboen").removeprefix("received_")
    app.text_input(key=f"party_name_{own}").set_value("Værestedet, Storegade 5")
    press_in(app, own)
    assert "Skriv kun, hvad parten hedder" in words(app)
    app.text_input(key=f"party_name_{own}").set_value("Kirken")
    press_in(app, own)
    with open_store() as store:
        (held,) = store.hearings(heard.id)
    assert [p.name for p in held.parties] == [COUNCIL, "Kirken"]
    council, church = (received(held, p.name).removeprefix("received_") for p in held.parties)
    app.button(key=f"remove_{council}").click().run()
    assert "Parten har svaret og kan ikke fjernes." in words(app)
    app.button(key=f"remove_{church}").click().run()
    with open_store() as store:
        (held,) = store.hearings(heard.id)
    assert [(p.name, p.received_on) for p in held.parties] == [(COUNCIL, "2024-06-10")]


def press_in(app, own):
    next(b for b in app.button if b.form_id == f"party_form_{own}").click()
    app.run()


def test_dates_are_mended_and_a_mistake_is_taken_back(heard, at):
    with open_store() as store:
        (held,) = store.hearings(heard.id)
        wrong = open_hearing(store, heard.id, 1, "2024-07-01", "2042-07-16", ["Kirken"])
    app = at("parties")
    app.date_input(key=f"closes_{held.id}").set_value(datetime.date(2024, 6, 1))
    press_dates(app, held)
    assert "Høringen skal lukke efter den dag, den åbner." in words(app)
    app.date_input(key=f"closes_{held.id}").set_value(datetime.date(2024, 6, 20))
    press_dates(app, held)
    app.button(key=f"withdraw_{held.id}").click().run()
    assert "trækkes ikke tilbage" in words(app)
    app.button(key=f"withdraw_{wrong.id}").click().run()
    with open_store() as store:
        assert [h.closes for h in store.hearings(heard.id)] == ["2024-06-20"]


def press_dates(app, held):
    next(b for b in app.button if b.form_id == f"dates_form_{held.id}").click()
    app.run()


def test_what_comes_after_the_adoption_is_said(heard, at):
    with open_store() as store:
        (held,) = store.hearings(heard.id)
        store.delete_hearing_point(store.hearing_points(held.id)[0].id)
        adopt_plan(store, heard.id, Role.STEERING, "2024-07-01")
    assert "adopt" not in {b.key for b in at("note").button}
    with open_store() as store:
        add_point(store, held, COUNCIL, "Boliger", "Tid", "Vent.")
        change_initiative(store, store.initiatives(heard.id)[0], start="2027")
    app = at("note", "steering")
    said = words(app).replace("\\", "")
    assert "Version 1 blev vedtaget 1.7.2024. Planen er ændret siden." in said
    assert "Der mangler en beslutning om H-01." in said
    assert "adopt" in {b.key for b in app.button}


def test_a_point_may_be_about_a_theme_and_its_party_has_answered(heard, at):
    with open_store() as store:
        (held,) = store.hearings(heard.id)
    app = at("points")
    app.selectbox(key=f"point_{held.id}_party").set_value("Naboen")
    app.selectbox(key=f"point_{held.id}_section").set_value("Boliger")
    next(s for s in app.selectbox if s.label == "Emne").set_value("Tidsplan")
    next(t for t in app.text_area if t.label == "Hvad siger parten?").set_value("Og hvem?")
    press(app, "Gem punktet")
    assert "Om: Temaet Boliger" in words(app)
    with open_store() as store:
        assert store.hearing_points(held.id)[1].section == "Boliger"
    said = words(at("parties"))
    assert "2 af 2 har svaret" in said
    assert "har svaret; dagen er ikke noteret" in said


def test_the_agenda_item_is_written_and_made(heard, visit):
    app = visit("hearing", role="steering", **{f"hearing_tab_{heard.id}": "Dagsordenspunkt"})
    summary = next(t for t in app.text_area if t.label == "Resumé")
    assert "Planen har ét" in summary.value
    summary.set_value("Vores egne ord.")
    press(app, "Gem teksterne")
    assert next(t.value for t in app.text_area if "skrevet af jer" in t.label) == "Vores egne ord."
    press(app, "Gem, og lav dagsordenspunktet")
    assert "Filen er klar." in words(app)
    next(t for t in app.text_area if "skrevet af jer" in t.label).set_value("Ring 20 30 40 50")
    press(app, "Gem, og lav dagsordenspunktet")
    assert "**Resumé**: teksten peger på en person" in words(app)


def test_a_possible_name_in_the_agenda_item_is_answered_and_the_item_made(heard, visit):
    app = visit("hearing", role="steering", **{f"hearing_tab_{heard.id}": "Dagsordenspunkt"})
    next(t for t in app.text_area if t.label == "Resumé").set_value("Spørg hellere Gunhild")
    press(app, "Gem, og lav dagsordenspunktet")
    assert "**Resumé**: filens egne ord kan nævne en person \\(Gunhild\\)" in words(app)
    app.button(key="nobody_Gunhild").click().run()
    assert "Gunhild« er ikke en person" not in words(app)
    press(app, "Gem, og lav dagsordenspunktet")
    assert "Filen er klar." in words(app)
