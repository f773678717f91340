"""The pages for quotes and protection, as people use them."""

import datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from guides.loader import load_shared
from interviews.cleared import findings_of, judge_harmless
from interviews.model import AgeBand, Gender, Interview, Role, Statement
from interviews.setup import add_site, create_consultation, shared_themes
from interviews.withdrawal import give_code
from storage import open_store
from strategy.evidence import SecondPersonNeeded, link_evidence, release_quote
from strategy.goals import add_initiative
from strategy.model import Stance, TargetKind

APP = str(Path(__file__).resolve().parents[2] / "app.py")


@pytest.fixture
def base(home):
    with open_store() as store:
        made = create_consultation(store, "Prøve", "Egeby", shared_themes())
        talk = Interview("talk", made.id, None, "2024-05", 2)
        said = [
            Statement("u1", 1, made.id, talk.id, "jeg savner et sted at bo", "housing"),
            Statement("u2", 2, made.id, talk.id, "så kom Kirsten forbi med mad", "housing"),
            Statement("u3", 3, made.id, talk.id, "ring til mig", "housing", quotable=False),
        ]
        store.add_interview(talk, said)
        act = add_initiative(store, made.id, "housing", "at der bygges")
        for one in said:
            link_evidence(
                store, one.id, TargetKind.INITIATIVE, act.id, Stance.SUPPORTS, Role.STEERING, "d"
            )
    return made


def page(name, role="consultant"):
    at = AppTest.from_file(APP, default_timeout=30)
    at.query_params["role"] = role
    at.run()
    at.switch_page(f"views/{name}_page.py").run()
    assert not at.exception
    return at


def test_a_second_person_releases_a_quote(base):
    at = page("quotes", "steering")
    at.button(key="release_u1").click().run()
    assert not at.exception
    with open_store() as store:
        (quote,) = store.quotes(base.id)
        (entry,) = store.audit(base.id)
    assert (entry.action, entry.detail, entry.role) == ("released", "U-001", Role.STEERING)
    assert (quote.statement_id, quote.text) == ("u1", "jeg savner et sted at bo")


def test_words_are_released_for_the_annex_only(base):
    at = page("quotes", "steering")
    at.button(key="annex_u1").click().run()
    assert not at.exception
    with open_store() as store:
        (quote,) = store.quotes(base.id)
    assert quote.annex_only


def test_who_handed_a_conversation_in_does_not_release_its_words(base):
    with open_store() as store:
        talk = Interview("mine", base.id, None, "2024-05", 2, handed_in_by=Role.CONSULTANT)
        said = Statement("u9", 9, base.id, talk.id, "jeg vil have ro", "housing")
        store.add_interview(talk, [said])
        for who in (Role.INTERVIEWER, Role.CONSULTANT):
            with pytest.raises(SecondPersonNeeded):
                release_quote(store, said.id, who, "2024-06-01")
        assert release_quote(store, said.id, Role.STEERING, "2024-06-01").text == said.text


def test_a_part_must_stand_in_the_statement_letter_by_letter(base):
    at = page("quotes")
    at.text_input(key="part_u1").input("et sted at boo")
    at.button(key="release_u1").click().run()
    assert "bogstav" in at.error[0].value
    at.text_input(key="part_u1").input("et sted at bo")
    at.button(key="release_u1").click().run()
    with open_store() as store:
        assert [q.text for q in store.quotes(base.id)] == ["et sted at bo"]


def test_a_quote_with_a_possible_name_waits_for_an_answer(base):
    at = page("quotes")
    at.button(key="release_u2").click().run()
    assert "navn" in at.error[0].value
    with open_store() as store:
        assert store.quotes(base.id) == ()


def test_what_may_not_be_quoted_is_not_offered(base):
    at = page("quotes")
    assert [b.key for b in at.button if b.key and b.key.startswith("release_")] == [
        "release_u1",
        "release_u2",
    ]


def test_four_words_delete_the_conversation(base):
    with open_store() as store:
        code = give_code(store, "talk")
    at = page("privacy")
    at.text_input[0].input("kanin bil hus sol")
    at.button[0].click().run()
    assert "Ingen samtale" in at.error[0].value
    at.text_input[0].input(code)
    at.button[0].click().run()
    assert "slettet" in at.success[0].value
    with open_store() as store:
        assert store.statements(base.id) == ()


def test_a_number_calls_one_statement_back(base):
    at = page("privacy", "administrator")
    at.number_input[0].set_value(2)
    next(b for b in at.button if "alle steder" in b.label).click().run()
    assert "U-002" in at.success[0].value
    with open_store() as store:
        assert [s.id for s in store.statements(base.id)] == ["u1", "u3"]
        assert [e.action for e in store.audit(base.id)] == ["recalled"]


def test_settings_are_kept(base):
    at = page("privacy", "administrator")
    at.text_area[0].input("Café Havnen\n")
    next(b for b in at.button if b.label == "Gem").click().run()
    assert not at.exception
    with open_store() as store:
        assert store.settings(base.id).allowed_words == ("café havnen",)


def test_the_day_the_codes_go_may_lie_ahead(base):
    ahead = datetime.date.today() + datetime.timedelta(days=40)
    with open_store() as store:
        code = give_code(store, "talk")
    at = page("privacy", "administrator")
    next(d for d in at.date_input if "koder" in d.label).set_value(ahead)
    next(b for b in at.button if b.label == "Gem").click().run()
    assert not at.exception
    with open_store() as store:
        assert store.settings(base.id).frozen_on == ahead.isoformat()
    at = page("privacy", "administrator")
    assert [b for b in at.button if b.label == "Slet alle koder nu"]
    at.text_input[0].input(code)
    at.button[0].click().run()
    assert "slettet" in at.success[0].value


def test_an_interviewer_sees_neither_page(base):
    at = AppTest.from_file(APP, default_timeout=30)
    at.query_params["role"] = "interviewer"
    at.run()
    with pytest.raises(ValueError, match="quotes_page"):
        at.switch_page("views/quotes_page.py").run()


def test_age_and_gender_are_asked_for_only_where_somebody_decided_so(base):
    at = page("capture")
    assert not [b for b in at.selectbox if b.key in ("capture_age", "capture_gender")]
    at = page("privacy", "administrator")
    for toggle in at.toggle:
        toggle.set_value(True)
    next(b for b in at.button if b.label == "Gem").click().run()
    with open_store() as store:
        assert store.settings(base.id).ask_age
        for guide in load_shared():
            store.save_guide(base.id, guide)
    at = page("capture")
    assert at.selectbox(key="capture_age").value == "no_answer"
    at.selectbox(key="capture_age").set_value("from_50")
    at.run()
    next(g for g in at.button_group if g.key == "capture_themes").set_value(["housing"]).run()
    at.button(key="capture_begin").click().run()
    assert not at.exception
    with open_store() as store:
        (draft,) = store.drafts(base.id)
    assert (draft.age_band, draft.gender) == (AgeBand.FROM_50, Gender.NO_ANSWER)


def test_who_answered_the_guard_does_not_release_and_another_role_does(base):
    with open_store() as store:
        said = store.statement("u2")
        (finding,) = findings_of(store, said)
        judge_harmless(store, "u2", finding, "det er en båd", Role.CONSULTANT, "2024-06-01")
    at = page("quotes", "consultant")
    at.button(key="release_u2").click().run()
    assert "En anden rolle skal frigive det" in at.error[0].value
    at = page("quotes", "steering")
    at.button(key="release_u2").click().run()
    with open_store() as store:
        assert [q.statement_id for q in store.quotes(base.id)] == ["u2"]


def test_whoever_releases_sees_what_only_one_conversation_has(base):
    with open_store() as store:
        talk = Interview("other", base.id, add_site(store, base.id, "Varmestuen").id, "2024-05", 2)
        said = Statement("u9", 9, base.id, talk.id, "her i varmestuen er jeg fisker, siden branden")
        store.add_interview(talk, [said])
    at = page("quotes", "steering")
    at.toggle(key="quotes_linked").set_value(False).run()
    assert "Kun én samtale har: fisker, branden" in [c.value for c in at.caption]
    told = " ".join(w.value for w in at.warning)
    assert "To sjældne oplysninger" in told
    assert "Ordene trykkes ikke" in told
