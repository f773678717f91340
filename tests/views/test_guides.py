"""The guides as they are read, changed and published."""

import pytest

from guides.loader import load_shared
from guides.versions import GuideUnchanged, QuestionReworded
from interviews.own_guides import (
    GuideOutdated,
    QuestionsMissing,
    Wording,
    begin_guide,
    publish_guide,
)
from interviews.setup import create_consultation, shared_themes
from storage import open_store
from tests.views.conftest import words


@pytest.fixture
def guide(base):
    with open_store() as store:
        return next(g for g in store.guides(base.id) if g.id == "housing")


def wordings(guide):
    return [Wording(q.key, q.text.da, tuple(p.da for p in q.probes)) for q in guide.questions]


def publish(base, guide, words, same=()):
    with open_store() as store:
        return publish_guide(store, base.id, guide, guide.read_aloud.da, words, dict(same))


def test_a_new_question_gets_a_new_version_and_the_old_one_stays(base, guide):
    new, found = publish(base, guide, [*wordings(guide), Wording(None, "Hvad med katten?")])
    assert (new.version, len(new.questions)) == (2, len(guide.questions) + 1)
    assert [d.change.value for d in found] == ["added"]
    with open_store() as store:
        assert store.guide(base.id, guide.id, 1) == guide
        assert [g.version for g in store.guides(base.id) if g.id == guide.id] == [2]


def test_a_reworded_question_is_a_correction_or_a_new_one_never_silently_the_same(base, guide):
    first, *rest = wordings(guide)
    changed = [Wording(first.key, first.text + " Helt ærligt?", first.probes), *rest]
    with pytest.raises(QuestionReworded):
        publish(base, guide, changed)
    corrected, _ = publish(base, guide, changed, {first.key: True}.items())
    assert corrected.questions[0].key == first.key
    other = [Wording(first.key, "Noget helt andet?", ()), *wordings(corrected)[1:]]
    replaced, found = publish(base, corrected, other, {first.key: False}.items())
    assert replaced.questions[0].key != first.key
    assert {d.change.value for d in found} >= {"added", "removed"}


def test_a_version_somebody_published_meanwhile_is_not_written_over(base, guide):
    publish(base, guide, [*wordings(guide), Wording(None, "Hvad med katten?")])
    with pytest.raises(GuideOutdated):
        publish(base, guide, wordings(guide)[1:])
    with open_store() as store:
        assert len(store.guide(base.id, guide.id, 2).questions) == len(guide.questions) + 1


def test_english_stays_while_the_danish_does(base, guide):
    new, _ = publish(base, guide, [*wordings(guide)[1:], wordings(guide)[0]])
    assert {q.text.en for q in new.questions} == {q.text.en for q in guide.questions}


def test_nothing_changed_and_nothing_asked_are_refused(base, guide):
    with pytest.raises(GuideUnchanged):
        publish(base, guide, wordings(guide))
    with pytest.raises(QuestionsMissing):
        publish(base, guide, [])


def test_a_theme_of_ones_own_gets_a_guide_with_the_same_promise(base, guide):
    with open_store() as store:
        theme = next(t for t in store.themes(base.id) if "Ærø" in t.name)
        made = begin_guide(store, base.id, theme, "", ["Hvad ønsker du?", " ", "Hvad ellers?"])
        assert made in store.guides(base.id)
    assert made.read_aloud == guide.read_aloud
    assert [q.text.da for q in made.questions] == ["Hvad ønsker du?", "Hvad ellers?"]


def test_a_consultation_without_guides_gets_its_first_on_the_page(home, visit):
    with open_store() as store:
        made = create_consultation(store, "Prøve", "Egeby", shared_themes(), ())
        (theme, *_) = store.themes(made.id)
    app = visit("guides", role="interviewer")
    assert not app.text_area
    app = visit("guides", role="consultant")
    app.text_area[1].set_value("Hvor bor du?")
    app.button[-1].click().run()
    assert not app.exception
    with open_store() as store:
        (guide,) = store.guides(made.id)
    assert (guide.theme_key, guide.read_aloud) == (theme.key, load_shared()[0].read_aloud)


def test_publishing_on_the_page_asks_and_then_tells_the_difference(base, guide, visit):
    app = visit("guides", role="consultant")
    mark = f"{guide.id}_1_0"
    app.text_area(key=f"text_{mark}").set_value("Hvor sover du i nat?")
    app.button(key=f"publish_{guide.id}").click().run()
    (question,) = app.radio
    question.set_value(True)
    app.button(key=f"publish_{guide.id}").click().run()
    assert not app.exception
    assert "Udgave 2" in app.success[0].value
    with open_store() as store:
        (new,) = [g for g in store.guides(base.id) if g.id == guide.id]
    assert new.questions[0].text.da == "Hvor sover du i nat?"


def test_an_interviewer_reads_and_changes_nothing(base, guide, visit):
    app = visit("guides", role="interviewer")
    assert not app.exception
    assert not [b for b in app.button if (b.key or "").startswith("publish_")]


def test_the_words_about_consent_are_changed_in_a_version_of_their_own(base, guide):
    words = {"stopping": "Man må gå, når man vil.", "ending": guide.ending.da}
    with open_store() as store:
        new, found = publish_guide(
            store, base.id, guide, guide.read_aloud.da, wordings(guide), {}, words
        )
    assert next((d.change.value, d.where) for d in found) == ("consent", "instruction.stopping")
    assert new.instruction.stopping.da == "Man må gå, når man vil."
    assert (new.ending, new.questions) == (guide.ending, guide.questions)


def test_the_preview_shows_what_is_typed_and_publishes_nothing(base, guide, visit):
    app = visit("guides", role="consultant")
    app.text_area(key=f"text_{guide.id}_1_0").set_value("Hvor sover du i nat?")
    app.toggle(key=f"preview_{guide.id}").set_value(True).run()
    said = words(app)
    assert "### Hvor sover du i nat?" in said
    assert "Det bliver ændret:" in said
    assert "Rettet" in said
    with open_store() as store:
        assert store.guide_versions(base.id, guide.id) == (guide,)


def test_the_guide_on_paper_is_made_on_the_page(base, visit):
    app = visit("guides", role="interviewer")
    app.button(key="make_sheet").click().run()
    assert not app.exception
    assert app.get("download_button")
