"""The pages for sites: seen, worded plainly, made for one and for all."""

import pytest

from interviews.model import Role
from storage import open_store
from strategy.evidence import release_quote
from strategy.follow_up.texts import written
from tests.views.conftest import DAY, uid, words


@pytest.fixture
def answered(planned):
    with open_store() as store:
        release_quote(store, uid(2), Role.STEERING, DAY)
    return planned


def press(app, label):
    next(b for b in app.button if b.label == label).click()
    return app.run()


def test_without_a_plan_there_is_nothing_to_answer(base, visit):
    assert "før der kan svares" in words(visit("answers"))


def test_the_page_is_seen_with_how_easy_it_is(answered, visit):
    said = words(visit("answers", role="steering"))
    assert "Der skal være en bolig til os uden for byen" in said
    assert "hos jer" not in said.replace("sagt hos jer, står", "")  # two people at each site
    assert "let at læse" in said


def test_plain_words_are_kept_and_the_pages_are_made(answered, visit):
    app = visit("answers")
    field = next(t for t in app.text_input if "I\\-02" in t.label or "I-02" in t.label)
    field.set_value("Huslejen skal ned")
    press(app, "Gem teksterne")
    with open_store() as store:
        assert list(written(store, answered.id, "answers").values()) == ["Huslejen skal ned"]
    assert "Huslejen skal ned\\. Det er et forslag\\." in words(app)
    press(app, "Lav alle 2 sider")
    assert "Filen er klar." in words(app)
    press(app, "Lav siden til stedet")
    with open_store() as store:
        kept = store.documents(answered.id)
        number = store.statement(uid(2)).number
        actions = [e.action for e in store.audit(answered.id)]
    assert [d.numbers for d in kept] == [(number,), (number,)]
    assert actions.count("answers_printed") == 2
