"""Typing paper notes in: the boxes of the paper, a field a question, the same way out."""

from interviews import drafts
from interviews.model import Origin, Typed
from storage import open_store
from tests.views.conftest import words


def press(app, label):
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception, app.exception
    return app


def begin(visit):
    app = visit("paper", role="interviewer")
    app.checkbox(key="paper_consent").check().run()
    return press(app, "Tast noterne ind")


def test_without_a_cross_at_the_yes_nothing_begins(base, visit):
    app = press(visit("paper", role="interviewer"), "Tast noterne ind")
    assert "Uden et ja må noterne ikke bruges." in words(app)
    with open_store() as store:
        assert store.drafts(base.id) == ()


def test_notes_go_the_same_way_out_as_a_conversation(base, visit):
    app = begin(visit)
    press(app, "Se noterne igennem, og aflever")
    assert "Der er ikke skrevet noget endnu." in words(app)
    with open_store() as store:
        (draft,) = store.drafts(base.id)
        assert draft.origin is Origin.PAPER
        text = "Varmestuen lukker for tidligt\nSengen er hård"
        drafts.save_entry(store, draft.id, Typed(draft.entries[0].id, text, "w", 1, 0))
    press(app, "Se noterne igennem, og aflever")
    assert "Afslut samtalen" in words(app)
    app = visit("capture", role="interviewer")
    app.query_params["kladde"] = draft.id
    app.run()
    app.button_group(key=f"named_{draft.id}").set_value("no").run()
    press(app, "Aflever samtalen")
    assert "Samtalen er afleveret" in words(app)
    assert "Kode til borgeren" in words(app)
    with open_store() as store:
        assert {s.text for s in store.statements(base.id)} >= set(text.splitlines())


def test_notes_that_were_closed_wait_in_the_list(base, visit):
    press(begin(visit), "Gem og luk")
    app = visit("paper", role="interviewer")
    assert "0 felter udfyldt" in words(app)
    press(app, "Fortsæt")
    assert "Se noterne igennem, og aflever" in words(app)
    press(visit("paper", role="interviewer"), "Ja, slet kladden")
    with open_store() as store:
        assert store.drafts(base.id) == ()
