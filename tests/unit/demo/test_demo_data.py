"""The files of the demonstration agree with each other and sound like different people."""

import re
import tomllib
from collections import Counter
from difflib import SequenceMatcher

import pytest

from demo.files import FOLDER, read_labels, read_statements
from guides.loader import load_shared, load_themes
from interviews.anonymity import check
from interviews.model import Certainty, Kind, SiteKind, Wording
from strategy.model import InitiativeStatus, Stance

STATEMENTS = read_statements()
LABELS = {row["id"]: row for row in read_labels()}
TOLD = tomllib.loads((FOLDER / "consultation.toml").read_text(encoding="utf-8"))
TAGS = tomllib.loads((FOLDER / "codebook.toml").read_text(encoding="utf-8"))["tag"]
PLAN = tomllib.loads((FOLDER / "plan.toml").read_text(encoding="utf-8"))
THEMES = [theme.key for theme in load_themes()]


def plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def test_fifty_four_conversations_at_nine_sites_give_three_hundred_and_sixty_voices_or_more():
    assert (len(TOLD["interview"]), len(TOLD["site"])) == (54, 9)
    assert len(STATEMENTS) >= 360
    assert {row["interview"] for row in STATEMENTS} == {row["id"] for row in TOLD["interview"]}


def test_sixty_to_seventy_five_people_and_some_very_small_places():
    people: Counter[str] = Counter()
    for row in TOLD["interview"]:
        people[row["site"]] += row["participants"]
    assert 60 <= people.total() <= 75
    assert sum(count <= 3 for count in people.values()) >= 2
    assert any(row["participants"] > 1 for row in TOLD["interview"])


def test_sites_are_of_known_and_varied_kinds():
    kinds = [SiteKind(row["kind"]) for row in TOLD["site"]]
    assert len(set(kinds)) >= 7
    assert {row["site"] for row in TOLD["interview"]} == {row["key"] for row in TOLD["site"]}


def test_months_are_months():
    assert all(re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])", row["month"]) for row in TOLD["interview"])


def test_every_statement_was_said_under_a_question_of_its_guide():
    questions = {g.theme_key: {q.key for q in g.questions} for g in load_shared()}
    asked = {row["id"]: row["themes"] for row in TOLD["interview"]}
    for row in STATEMENTS:
        assert row["question"] in questions[row["theme"]], row["id"]
        assert row["theme"] in asked[row["interview"]], row["id"]


def test_every_question_of_every_guide_got_an_answer():
    answered = {(row["theme"], row["question"]) for row in STATEMENTS}
    assert answered == {(g.theme_key, q.key) for g in load_shared() for q in g.questions}


def test_kinds_and_wordings_are_all_known_and_all_used():
    assert {Kind(row["kind"]) for row in STATEMENTS} == set(Kind)
    assert {Wording(row["wording"]) for row in STATEMENTS} == set(Wording)
    assert 0 < sum(not row["quotable"] for row in STATEMENTS) < len(STATEMENTS) / 4


def test_no_statement_is_said_twice_or_nearly_twice():
    texts = sorted({plain(row["text"]) for row in STATEMENTS}, key=len)
    assert len(texts) == len(STATEMENTS)
    for at, one in enumerate(texts):
        for other in texts[at + 1 : at + 40]:
            likeness = SequenceMatcher(None, one, other)
            assert likeness.quick_ratio() < 0.85 or likeness.ratio() < 0.7, (one, other)


def test_people_speak_in_short_and_long_with_and_without_full_stops():
    lengths = [len(row["text"].split()) for row in STATEMENTS]
    assert min(lengths) <= 5
    assert max(lengths) >= 60
    assert sum(row["text"][0].islower() for row in STATEMENTS) > 40
    assert sum(row["text"][-1] not in ".!?" for row in STATEMENTS) > 60


def test_every_statement_has_one_label_in_the_same_order():
    assert list(LABELS) == [row["id"] for row in STATEMENTS]


def test_labels_use_leaf_tags_of_the_codebook():
    leaves = {row["key"] for row in TAGS if "parent" in row}
    for label in LABELS.values():
        assert 1 <= len(label["tags"]) <= 3
        assert set(label["tags"]) <= leaves
        assert label["proposal"] in (0, 1)
        assert label["theme"] in [*THEMES, "other"]
    assert leaves == {tag for label in LABELS.values() for tag in label["tags"]}


def test_the_five_themes_are_evenly_spread_and_a_few_voices_belong_to_none():
    spread = Counter(label["theme"] for label in LABELS.values())
    assert min(spread[key] for key in THEMES) / max(spread[key] for key in THEMES) > 0.75
    assert 10 <= spread["other"] <= 15


def test_about_three_in_ten_ask_for_something():
    assert 0.25 <= sum(label["proposal"] for label in LABELS.values()) / len(LABELS) <= 0.35


def test_the_codebook_has_two_levels_and_tells_its_tags_apart():
    keys = {row["key"]: row for row in TAGS}
    assert len(keys) == len(TAGS)
    for row in TAGS:
        assert row["definition"]
        if "parent" in row:
            assert "parent" not in keys[row["parent"]]
            assert row["include"]
            assert 3 <= len(row["examples"]) <= 5
            assert row.get("theme") == keys[row["parent"]].get("theme")
        for named in re.findall(r"«([a-z-]+)»", row.get("exclude", "")):
            assert named in keys


@pytest.mark.parametrize("row", PLAN["link"], ids=lambda row: f"{row['target']}-{row['statement']}")
def test_every_link_of_the_plan_ties_what_is_there(row):
    targets = {entry["key"] for entry in (*PLAN["goal"], *PLAN["initiative"])}
    assert row["target"] in targets
    assert row["statement"] in LABELS
    assert Stance(row["stance"])
    assert row["reason"]


def test_initiatives_are_worded_as_plans_word_them_and_have_a_goal():
    goals = {row["key"]: row for row in PLAN["goal"]}
    assert 8 <= len(goals) <= 12
    assert 8 <= len(PLAN["initiative"]) <= 12
    for row in PLAN["initiative"]:
        assert row["text"].startswith("at ")
        assert row["goal"] in goals
        assert row["responsible"]
        assert InitiativeStatus(row["status"])
    assert {row["theme"] for row in goals.values()} == set(THEMES)


def test_the_plan_has_its_deliberate_gaps():
    goals = {row["key"]: row["theme"] for row in PLAN["goal"]}
    answered = {goals[row["goal"]] for row in PLAN["initiative"]}
    linked = {row["target"] for row in PLAN["link"]}
    wishes = Counter(label["theme"] for label in LABELS.values() if label["proposal"])
    assert set(THEMES) - answered == {"encounter"}
    assert wishes["encounter"] > 20
    assert [row["key"] for row in PLAN["initiative"] if row["key"] not in linked] == ["i-case-app"]
    assert Counter(row["stance"] for row in PLAN["link"])["contradicts"] == 1


def test_the_anonymity_guard_is_certain_of_nothing():
    for row in STATEMENTS:
        certain = [f for f in check(row["text"]) if f.certainty is Certainty.CERTAIN]
        assert not certain, (row["id"], certain)
