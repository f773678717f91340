"""Phones without a network: what came from them is handed in, and nothing else."""

from guides.loader import load_shared
from interviews import drafts
from interviews.model import Origin, Typed
from storage import open_store

DAY = "2026-03-04"


def half_typed(store, consultation_id, origin, text):
    """A draft with a yes and one text, as the page of that door leaves it."""
    guide = load_shared()[0]
    made = drafts.start_draft(store, consultation_id, [guide], DAY, origin=origin)
    drafts.give_consent(store, made.id)
    entry = drafts.add_entry(store, made.id, guide.theme_key, guide.questions[0].key)
    drafts.save_entry(store, made.id, Typed(entry.id, text, "a", 1, 0), DAY)
    return made.id


def test_only_what_came_from_phones_is_handed_in(base, visit):
    with open_store() as store:
        kept = {
            half_typed(store, base.id, Origin.CAPTURE, "Jeg er midt i en sæt"),
            half_typed(store, base.id, Origin.PAPER, "Der er for dyrt her"),
            half_typed(store, base.id, Origin.PHONE, "  "),
        }
        half_typed(store, base.id, Origin.PHONE, "Jeg savner et sted at vaske tøj")
    app = visit("phones", role="consultant")
    (button,) = [b for b in app.button if b.label.startswith("Aflever")]
    button.click().run()
    assert not app.exception
    assert "1 er afleveret" in app.success[0].value
    with open_store() as store:
        assert {draft.id for draft in store.drafts(base.id)} == kept
        said = {statement.text for statement in store.statements(base.id)}
    assert "Jeg savner et sted at vaske tøj" in said
    assert not {text for text in said if "midt i en" in text}
