"""The administrator sees what was deleted, and can delete everything."""

from interviews.model import Role, Settings
from interviews.retention import keep_promises
from storage import open_store
from strategy.evidence import link_evidence
from strategy.goals import add_initiative
from strategy.model import Stance, TargetKind
from tests.views.conftest import DAY, uid, words


def labels(app):
    return [tab.label for tab in app.tabs]


def test_only_the_administrator_sees_receipts_and_deletes_everything(base, visit):
    assert {"Kvitteringer", "Slet alt"} <= set(labels(visit("privacy", role="administrator")))
    assert not {"Kvitteringer", "Slet alt"} & set(labels(visit("privacy", role="consultant")))


def test_everything_goes_only_when_the_name_is_typed(base, visit):
    app = visit("privacy", role="administrator")
    said = words(app)
    assert "Det kan ikke fortrydes" in said
    assert "Disse undersøgelser forsvinder: Prøve" in said
    press = next(b for b in app.button if b.label == "Slet alt nu")
    app.text_input(key="erase_name").input("Prøv")
    press.click().run()
    assert "Navnet passer ikke" in words(app)
    with open_store() as store:
        assert len(store.consultations()) == 1
    app.text_input(key="erase_name").input("Prøve")
    next(b for b in app.button if b.label == "Slet alt nu").click().run()
    assert not app.exception
    assert "Alt er slettet: 1 undersøgelse." in words(app)
    with open_store() as store:
        assert store.consultations() == ()
    after = visit("privacy", role="administrator")
    row = after.dataframe[0].value.iloc[0]
    assert (row["Hvorfor"], row["Undersøgelse"], row["Udsagn"]) == ("Slet alt", "slettet", 8)


def test_a_deletion_by_date_leaves_a_receipt_that_can_be_read(base, visit):
    with open_store() as store:
        store.save_settings(Settings(base.id, delete_on=DAY))
        keep_promises(store, DAY)
    app = visit("privacy", role="administrator")
    row = app.dataframe[0].value.iloc[0]
    assert (row["Dag"], row["Hvorfor"], row["Hele undersøgelsen"]) == (
        DAY,
        "Fristen var nået",
        "ja",
    )
    assert "Kvitteringer" not in words(visit("privacy", role="consultant"))


def test_a_recall_shows_the_initiative_that_repeats_the_words(base, visit):
    with open_store() as store:
        act = add_initiative(store, base.id, "housing", "at bo, hvor min hund må være")
        link_evidence(
            store, uid(1), TargetKind.INITIATIVE, act.id, Stance.SUPPORTS, Role.STEERING, DAY
        )
    app = visit("privacy")
    app.number_input[0].set_value(1)
    next(b for b in app.button if "alle steder" in b.label).click().run()
    said = words(app)
    assert "deler fire ord" in said
    assert "I\\-01 · at bo, hvor min hund må være" in said
