"""A conversation: beginning, consent, questions, the check, the handing in. Typing itself is the
browser test's: a component of our own cannot be driven from here."""

import pytest

from interviews import drafts
from interviews.model import Kind, Origin, Typed
from storage import open_store
from tests.views.conftest import HOSTILE, words
from views.common import today

NAME = "Jeg talte med Kirsten om det hele, men det hjalp ikke noget."
CALM = "Varmestuen lukker alt for tidligt om aftenen."


def the_draft(base):
    with open_store() as store:
        (draft,) = store.drafts(base.id)
        return draft


@pytest.fixture
def draft(base):
    """A draft with consent along the first guide, at its first question."""
    with open_store() as store:
        guide = store.guides(base.id)[0]
        made = drafts.start_draft(store, base.id, [guide], today())
        return drafts.give_consent(store, made.id)


def say(draft, *texts):
    """Entries with these texts, and the draft moved to its end."""
    with open_store() as store:
        for text in texts:
            entry = drafts.add_entry(store, draft.id, draft.theme_keys[0], None)
            drafts.save_entry(store, draft.id, Typed(entry.id, text, "w", 1, 0))
        drafts.move_to(store, draft.id, 1000)
        return store.draft(draft.id).entries


@pytest.fixture
def resume(visit):
    """Opens the page at a draft, as its address does."""

    def go(draft, **state):
        app = visit("capture", **state)
        app.query_params["kladde"] = draft.id
        return app.run()

    return go


def press(app, label):
    """Presses the first button with these words."""
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception, app.exception
    return app


def test_a_conversation_needs_a_theme_and_then_a_yes(base, visit):
    app = visit("capture")
    press(app, "Begynd samtalen")
    assert "Vælg mindst ét tema." in words(app)
    app.button_group(key="capture_themes").set_value(["housing", "health"]).run()
    press(app, "Begynd samtalen")
    draft = the_draft(base)
    assert (draft.theme_keys, draft.consent_given) == (("housing", "health"), False)
    assert "Sagde borgeren ja?" in words(app)
    press(app, "Ja, vi går i gang")
    assert the_draft(base).consent_given
    assert "Spring over" in words(app)


def test_no_means_that_nothing_is_kept(base, visit):
    app = visit("capture")
    app.button_group(key="capture_themes").set_value(["housing"]).run()
    press(app, "Begynd samtalen")
    press(app, "Nej, stop og slet")
    with open_store() as store:
        assert store.drafts(base.id) == ()


def test_one_moves_freely_and_what_is_passed_over_is_remembered(base, draft, resume):
    app = resume(draft)
    press(app, "Spring over")
    press(app, "Næste spørgsmål")
    press(app, "Tilbage")
    now = the_draft(base)
    assert now.position == 1
    assert len(now.skipped) == 1
    press(app, "Afslut samtalen")
    assert "Der er ikke skrevet noget endnu." in words(app)


def test_a_tap_on_kind_is_kept_at_once(base, draft, resume):
    app = resume(draft)
    entry = the_draft(base).entries[0]
    app.button_group(key=f"kind_{entry.id}").set_value("wish").run()
    assert the_draft(base).entries[0].kind is Kind.WISH
    press(app, "Ét udsagn mere")
    entries = the_draft(base).entries
    assert [e.question_key == entry.question_key for e in entries[:3]] == [True, True, False]


def test_a_draft_waits_in_the_list_and_can_be_deleted(base, draft, visit):
    app = visit("capture")
    assert "0 af" in words(app)
    press(app, "Ja, slet kladden")
    with open_store() as store:
        assert store.drafts(base.id) == ()


def test_names_are_answered_before_the_handing_in(base, draft, resume):
    say(draft, NAME, HOSTILE)
    app = resume(draft)
    press(app, "Aflever samtalen")
    assert "Svar først på, om nogen blev nævnt ved navn." in words(app)
    app.button_group(key=f"named_{draft.id}").set_value("no").run()
    press(app, "Aflever samtalen")
    assert "Noget kan stadig pege på en person" in words(app)
    while any(b.label.startswith(r"Erstat med \[") for b in app.button):
        press(app, next(b.label for b in app.button if b.label.startswith(r"Erstat med \[")))
    press(app, "Aflever samtalen")
    assert "Samtalen er afleveret" in words(app)
    assert "Kode til borgeren" in words(app)
    with open_store() as store:
        assert store.drafts(base.id) == ()
        texts = [s.text for s in store.statements(base.id)]
    assert NAME.replace("Kirsten", "[navn]") in texts


def test_not_a_person_lets_the_word_stand_and_can_be_taken_back(base, draft, resume):
    say(draft, NAME)
    app = press(resume(draft), "Ikke en person")
    assert "bliver stående" in words(app)
    press(app, "Fortryd")
    assert the_draft(base).judgements == ()


def test_remembered_names_leave_the_field_and_the_text(base, draft, resume):
    say(draft, "jeg talte med tage, og tages hund bed mig")
    app = resume(draft)
    app.button_group(key=f"named_{draft.id}").set_value("yes").run()
    app.text_input(key="named_words").set_value("Tage").run()
    assert app.text_input(key="named_words").value == ""
    assert "2 steder er erstattet." in words(app)
    assert [j.replacement for j in the_draft(base).judgements] == ["[navn]", "[navn]"]


def test_long_notes_are_cut_by_tapping_and_joined_again(base, draft, resume):
    say(draft, f"{CALM} Maden er til gengæld rigtig god.")
    app = resume(draft)
    next(b for b in app.button if b.label.startswith("✂")).click().run()
    assert next(e.text for e in the_draft(base).entries if e.text) == CALM
    press(app, "Saml med det næste")
    assert len([e for e in the_draft(base).entries if e.text]) == 1


def test_a_text_without_a_question_is_put_right_where_it_stands(base, resume):
    with open_store() as store:
        made = drafts.start_draft(store, base.id, (), today(), origin=Origin.DOCUMENT)
        drafts.give_consent(store, made.id)
        entry = drafts.add_entry(store, made.id, "housing", None)
        drafts.save_entry(store, made.id, Typed(entry.id, CALM, "w", 1, 0))
    app = press(resume(made), "Ret teksten")
    app.button_group(key=f"kind_{entry.id}").set_value("challenge").run()
    with open_store() as store:  # as the browser sends it, then everything taken away for a moment
        drafts.save_entry(store, made.id, Typed(entry.id, "", "w", 2, 1))
    assert "Færdig" in words(app.run())
    with open_store() as store:
        drafts.save_entry(store, made.id, Typed(entry.id, "Den lukker for tidligt.", "w", 3, 2))
    press(app, "Færdig")
    app.button_group(key=f"named_{made.id}").set_value("no").run()
    press(app, "Aflever samtalen")
    with open_store() as store:
        (talk,) = [i for i in store.interviews(base.id) if i.origin is Origin.DOCUMENT]
        (said,) = [s for s in store.statements(base.id) if s.interview_id == talk.id]
    assert (said.text, said.kind) == ("Den lukker for tidligt.", Kind.CHALLENGE)


def test_a_draft_that_is_gone_is_said_to_be_gone(base, draft, resume):
    with open_store() as store:
        store.delete_draft(draft.id)
    assert "Kladden er afleveret eller slettet" in words(resume(draft))


def test_what_was_typed_in_a_draft_that_is_gone_is_shown_until_it_is_put_away(draft, resume):
    with open_store() as store:
        store.delete_draft(draft.id)
    app = resume(draft)
    app.session_state["capture_unheard"] = ("Det blev koldt.",)
    app.run()
    assert [block.value for block in app.code] == ["Det blev koldt."]
    assert not press(app, "Læg det væk").code
