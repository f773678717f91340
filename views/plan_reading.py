"""What the plan page shows of one theme, read in one go."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from storage import Store
from strategy.model import Digest, EvidenceLink, Goal, Initiative, InitiativeProposal, Stance
from views.translate import ngettext


@dataclass(frozen=True)
class ThemePlan:
    """One theme of the plan; statements are read by the part that shows them.

    `links` are the evidence of each goal and initiative, by id; `answers` the labels of all goals
    and initiatives of the plan that answer a statement, by its id.
    """

    consultation_id: str
    theme_key: str
    goals: tuple[Goal, ...]
    initiatives: tuple[Initiative, ...]
    proposals: tuple[InitiativeProposal, ...]
    links: dict[str, tuple[EvidenceLink, ...]]
    answers: dict[str, tuple[str, ...]]
    digest: Digest | None


def read_plan(store: Store, consultation_id: str, theme_key: str) -> ThemePlan:
    """The theme's goals, initiatives, open proposals, evidence and digest."""
    everyone, all_goals = store.initiatives(consultation_id), store.goals(consultation_id)
    initiatives = tuple(i for i in everyone if i.theme_key == theme_key)
    goals = tuple(g for g in all_goals if g.theme_key == theme_key)
    links: dict[str, list[EvidenceLink]] = {row.id: [] for row in (*goals, *initiatives)}
    there = store.links(consultation_id)
    for link in there:
        if link.target_id in links:
            links[link.target_id].append(link)
    digests = {d.theme_key: d for d in store.digests(consultation_id)}
    return ThemePlan(
        consultation_id,
        theme_key,
        goals,
        initiatives,
        tuple(
            p
            for p in store.initiative_proposals(consultation_id)
            if p.theme_key == theme_key and not p.dismissed and not p.taken_over_by
        ),
        {key: tuple(found) for key, found in links.items()},
        _answers((*all_goals, *everyone), there),
        digests.get(theme_key),
    )


def read_answers(
    store: Store, consultation_id: str, only: Iterable[str]
) -> dict[str, tuple[str, ...]]:
    """The labels of the goals and initiatives that answer each of the statements `only` (ids)."""
    links = store.links(consultation_id, only)
    if not links:
        return {}
    rows = (*store.goals(consultation_id), *store.initiatives(consultation_id))
    return _answers(rows, links)


def _answers(
    rows: Iterable[Goal | Initiative], links: Iterable[EvidenceLink]
) -> dict[str, tuple[str, ...]]:
    labels = {r.id: r.label for r in rows if not (isinstance(r, Initiative) and r.is_dropped)}
    found: dict[str, list[str]] = defaultdict(list)
    for link in links:
        if link.target_id in labels and link.stance is not Stance.CONTRADICTS:
            found[link.statement_id].append(labels[link.target_id])
    return {key: tuple(sorted(all_)) for key, all_ in found.items()}


def counted(plan: ThemePlan) -> str:
    """How much there is of each, in words."""
    made, offered, goals = len(plan.initiatives), len(plan.proposals), len(plan.goals)
    return " · ".join(
        (
            ngettext("{n} initiativ", "{n} initiativer", made).format(n=made),
            ngettext("{n} åbent forslag", "{n} åbne forslag", offered).format(n=offered),
            ngettext("{n} mål", "{n} mål", goals).format(n=goals),
        )
    )
