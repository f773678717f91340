"""The pages for sites: seen, worded plainly, made for one and for all."""

import io
import zipfile

import pytest

from interviews.model import Role
from storage import open_store
from strategy.adoption import adopt_plan
from strategy.evidence import link_evidence, release_quote
from strategy.follow_up.texts import written
from strategy.goals import add_initiative
from strategy.model import InitiativeStatus, Stance, TargetKind
from strategy.versions import save_version
from tests.views.conftest import DAY, uid, words


@pytest.fixture
def answered(planned):
    with open_store() as store:
        release_quote(store, uid(2), Role.STEERING, DAY)
        one = store.initiatives(planned.id)[0]
        link_evidence(
            store, uid(2), TargetKind.INITIATIVE, one.id, Stance.SUPPORTS, Role.STEERING, DAY
        )
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


def test_the_adopted_version_is_promised_and_what_came_later_is_proposed(answered, visit):
    with open_store() as store:
        save_version(store, answered.id, Role.STEERING, DAY)
        adopt_plan(store, answered.id, Role.STEERING, DAY)
        store.delete_initiative(store.initiatives(answered.id)[1].id)
        add_initiative(store, answered.id, "housing", "at der bygges et bad",
                       status=InitiativeStatus.PLANNED)  # fmt: skip
    said = words(visit("answers", role="steering"))
    assert "Vi vil sørge for, at der bygges skæve boliger" in said
    assert "Vi foreslår, at der bygges et bad" in said


def test_the_files_for_all_sites_tell_no_time_of_day(answered, visit, monkeypatch):
    offered = []
    monkeypatch.setattr("views.export_words.offer", lambda data, *_more: offered.append(data))
    press(visit("answers"), "Lav alle 2 sider")
    with zipfile.ZipFile(io.BytesIO(offered[0])) as parts:
        assert len(parts.namelist()) == 2
        assert {one.date_time for one in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert all(parts.read(name).startswith(b"PK") for name in parts.namelist())
