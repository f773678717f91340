"""What the plan page shows of one theme, read in one go."""

from dataclasses import dataclass

from storage import Store
from strategy.model import Digest, EvidenceLink, Goal, Initiative, InitiativeProposal
from views.translate import ngettext


@dataclass(frozen=True)
class ThemePlan:
    """One theme of the plan; statements are read by the part that shows them."""

    consultation_id: str
    theme_key: str
    goals: tuple[Goal, ...]
    initiatives: tuple[Initiative, ...]
    proposals: tuple[InitiativeProposal, ...]
    links: dict[str, tuple[EvidenceLink, ...]]
    digest: Digest | None


def read_plan(store: Store, consultation_id: str, theme_key: str) -> ThemePlan:
    """The theme's goals, initiatives, open proposals, evidence and digest."""
    initiatives = tuple(i for i in store.initiatives(consultation_id) if i.theme_key == theme_key)
    links: dict[str, list[EvidenceLink]] = {i.id: [] for i in initiatives}
    for link in store.links(consultation_id):
        if link.target_id in links:
            links[link.target_id].append(link)
    digests = {d.theme_key: d for d in store.digests(consultation_id)}
    return ThemePlan(
        consultation_id,
        theme_key,
        tuple(g for g in store.goals(consultation_id) if g.theme_key == theme_key),
        initiatives,
        tuple(
            p
            for p in store.initiative_proposals(consultation_id)
            if p.theme_key == theme_key and not p.dismissed and not p.taken_over_by
        ),
        {key: tuple(found) for key, found in links.items()},
        digests.get(theme_key),
    )


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
