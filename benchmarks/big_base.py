"""A base with thousands of statements, put together from the demonstration's own sentences.

Suggestions, decisions, clusters, a map and a plan are written straight into the store, so that no
engine is needed and two runs measure the same base.
"""

import random

from analysis.model import (
    Aspect,
    Cluster,
    Decision,
    KindSuggestion,
    MapPoint,
    Reason,
    TagSuggestion,
    ThemeSuggestion,
)
from demo.load import load_demo
from interviews.model import Consultation, Interview, Kind, Role, Statement
from interviews.setup import new_id
from storage import Store
from strategy.evidence import link_evidence
from strategy.goals import add_goal, add_initiative
from strategy.model import (
    Digest,
    DigestLine,
    Initiative,
    InitiativeProposal,
    Origin,
    Stance,
    TargetKind,
)

DAY = "2024-08-20"
MODEL = "made up"


def build(store: Store, statements: int = 5000, initiatives: int = 200) -> Consultation:
    """The demonstration, grown to `statements` statements and `initiatives` initiatives."""
    made = load_demo(store)
    draw = random.Random(5)
    _grow(store, made.id, statements, draw)
    said = store.statements(made.id)
    _suggest(store, made.id, said, draw)
    _group(store, made.id, said, draw)
    _plan(store, made.id, said, initiatives, draw)
    return made


def _grow(store: Store, key: str, wanted: int, draw: random.Random) -> None:
    there = store.statements(key)
    sites = [site.id for site in store.sites(key)]
    number = max(said.number for said in there)
    left = wanted - len(there)
    while left > 0:
        talk = Interview(new_id(), key, draw.choice(sites), "2024-05", 1)
        new = []
        for _place in range(min(8, left)):
            first, second = draw.sample(there, 2)
            number += 1
            text = f"{first.text} {second.text}"
            new.append(
                Statement(
                    new_id(), number, key, talk.id, text, first.theme_key, first.question_key,
                    first.kind,
                )
            )  # fmt: skip
        store.add_interview(talk, new)
        left -= len(new)


def _reasons(said: Statement) -> tuple[Reason, ...]:
    reasons, start = [], 0
    for word in said.text.split()[:4]:
        start = said.text.index(word, start)
        reasons.append(Reason(word, start, start + len(word), 0.3))
        start += len(word)
    return tuple(reasons)


def _suggest(store: Store, key: str, said: tuple[Statement, ...], draw: random.Random) -> None:
    themes = [theme.key for theme in store.themes(key)]
    tags = [tag.key for tag in store.tags(key) if tag.parent_key]
    store.save_theme_suggestions(
        ThemeSuggestion(
            s.id, s.theme_key, draw.random(), draw.choice(themes), 0.1, _reasons(s), MODEL
        )
        for s in said
    )
    store.save_kind_suggestions(
        KindSuggestion(
            s.id, draw.choice(list(Kind)), 0.6, draw.random() < 0.4, 0.7, _reasons(s), MODEL
        )
        for s in said
    )
    store.save_tag_suggestions(
        TagSuggestion(s.id, tag, rank, 0.5, _reasons(s), MODEL)
        for s in said
        for rank, tag in enumerate(draw.sample(tags, 3), 1)
    )
    decided = draw.sample(said, len(said) // 2)
    store.add_decisions(
        Decision(s.id, Aspect.THEME, s.theme_key or "", True, Role.CONSULTANT, DAY) for s in decided
    )


def _group(store: Store, key: str, said: tuple[Statement, ...], draw: random.Random) -> None:
    by_theme: dict[str | None, list[Statement]] = {None: list(said)}
    for s in said:
        by_theme.setdefault(s.theme_key, []).append(s)
    clusters = []
    for theme, members in by_theme.items():
        size = -(-len(members) // 12)
        for position in range(12):
            ids = tuple(s.id for s in members[position * size : (position + 1) * size])
            terms = tuple(" ".join(s.text.split()[:2]) for s in members[position : position + 3])
            if ids:
                clusters.append(
                    Cluster(new_id(), key, theme, position, terms, ids, ids[:3], ids[3:5])
                )
    store.save_clusters(key, clusters)
    store.save_points(key, (MapPoint(s.id, draw.uniform(-1, 1), draw.uniform(-1, 1)) for s in said))


def _plan(
    store: Store, key: str, said: tuple[Statement, ...], wanted: int, draw: random.Random
) -> None:
    themes = [theme.key for theme in store.themes(key)]
    goals = {t: add_goal(store, key, t, "at flere får et sted at bo").id for t in themes}
    made: list[Initiative] = list(store.initiatives(key))
    while len(made) < wanted:
        theme = draw.choice(themes)
        text = f"at der etableres tilbud nummer {len(made)}"
        made.append(add_initiative(store, key, theme, text, goal_id=goals[theme]))
    for one in made[: wanted - 10]:
        for s in draw.sample(said, 5):
            link_evidence(
                store, s.id, TargetKind.INITIATIVE, one.id, Stance.SUPPORTS, Role.STEERING, DAY
            )
    for theme in themes:
        here = [s for s in said if s.theme_key == theme][:9]
        lines = tuple(DigestLine(s.id, 0, len(s.text)) for s in here)
        store.save_digest(Digest(key, theme, lines, Origin.MACHINE, DAY))
    store.save_initiative_proposals(
        key,
        [
            InitiativeProposal(
                new_id(), key, theme, f"at der arbejdes for nummer {n}",
                tuple(s.id for s in draw.sample(said, 6)), None, MODEL, DAY,
            )
            for theme in themes
            for n in range(12)
        ],
    )  # fmt: skip
