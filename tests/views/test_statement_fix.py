"""A statement that is handed in is found again by its number and corrected."""

from storage import open_store


def test_a_correction_answers_the_guard_and_becomes_a_new_version(base, visit):
    app = visit("capture", role="interviewer")
    app.text_input(key="fix_number").set_value("u-3").run()
    with open_store() as store:
        (said,) = [s for s in store.statements(base.id) if s.number == 3]
    app.text_area(key=f"fix_{said.id}").set_value("Huslejen æder det hele, siger Kirsten")
    app.button(key=f"save_fix_{said.id}").click().run()
    assert not app.exception
    (asked,) = [r for r in app.radio if "Kirsten" in r.label]
    asked.set_value("replace")
    app.button(key=f"save_fix_{said.id}").click().run()
    assert not app.exception
    with open_store() as store:
        (new,) = [s for s in store.statements(base.id) if s.number == 3]
    assert (new.text, new.version) == ("Huslejen æder det hele, siger [navn]", 2)


def test_a_number_nobody_has_is_told(base, visit):
    app = visit("capture", role="interviewer")
    app.text_input(key="fix_number").set_value("U-999").run()
    assert "intet udsagn med det nummer" in app.warning[0].value
