"""What the plan page shows of one theme, read in one go."""

from dataclasses import dataclass

from analysis.current import current_themes
from interviews.model import Statement
from storage import Store
from strategy.coverage import coverage
from strategy.model import EvidenceLink, Goal, Initiative, InitiativeProposal
from views.common import plain


@dataclass(frozen=True)
class ThemePlan:
    """One theme of the plan with its statements by id."""

    consultation_id: str
    theme_key: str
    statements: int
    goals: tuple[Goal, ...]
    initiatives: tuple[Initiative, ...]
    proposals: tuple[InitiativeProposal, ...]
    links: dict[str, tuple[EvidenceLink, ...]]
    said: dict[str, Statement]
    unanswered: tuple[str, ...]
    digest: tuple[str, ...]


def read_plan(store: Store, consultation_id: str, theme_key: str) -> ThemePlan:
    """The theme's goals, initiatives, proposals and evidence."""
    said = {s.id: s for s in store.statements(consultation_id)}
    initiatives = tuple(i for i in store.initiatives(consultation_id) if i.theme_key == theme_key)
    links: dict[str, tuple[EvidenceLink, ...]] = {i.id: () for i in initiatives}
    for link in store.links(consultation_id):
        if link.target_id in links:
            links[link.target_id] += (link,)
    themes = {k: t.theme_key for k, t in current_themes(store, consultation_id).items()}
    covered = coverage(store, consultation_id)
    return ThemePlan(
        consultation_id,
        theme_key,
        sum(1 for key in said if themes.get(key) == theme_key),
        tuple(g for g in store.goals(consultation_id) if g.theme_key == theme_key),
        initiatives,
        tuple(
            p
            for p in store.initiative_proposals(consultation_id)
            if p.theme_key == theme_key and not p.dismissed and not p.taken_over_by
        ),
        links,
        said,
        tuple(k for k in covered.unanswered_proposals if themes.get(k) == theme_key),
        _digest(store, consultation_id, theme_key, said),
    )


def _digest(
    store: Store, consultation_id: str, theme_key: str, said: dict[str, Statement]
) -> tuple[str, ...]:
    lines = []
    for digest in store.digests(consultation_id):
        for line in digest.lines if digest.theme_key == theme_key else ():
            statement = said.get(line.statement_id)
            if statement:
                text = plain(statement.text[line.start : line.end])
                lines.append(f"- {text} ({statement.label})")
    return tuple(lines)
