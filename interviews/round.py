"""How far the round of conversations has come: by site, by theme, and who is missing.

Counts are people, and small ones are hidden as everywhere (`small_cells`): what this gives may be
shown on a wall.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from guides.model import Guide
from interviews.model import AgeBand, Gender, Interview, Settings, Site, Statement
from interviews.small_cells import hidden_group, hide_small, told_sum
from interviews.small_shortfall import may_be_named
from interviews.small_tables import protect

T = TypeVar("T", AgeBand, Gender)


class RoundStore(Protocol):
    """What looking at the round needs of the store."""

    def settings(self, consultation_id: str) -> Settings: ...
    def sites(self, consultation_id: str) -> tuple[Site, ...]: ...
    def guides(self, consultation_id: str) -> tuple[Guide, ...]: ...
    def interviews(self, consultation_id: str) -> tuple[Interview, ...]: ...
    def statements(
        self, consultation_id: str, theme_key: str | None = None
    ) -> tuple[Statement, ...]: ...


class PlanStore(Protocol):
    """What planning needs of the store."""

    def save_site(self, site: Site) -> None: ...


@dataclass(frozen=True)
class SiteRound:
    """One site: how many people and conversations; None where the number is hidden.

    `themes` are people by theme key, for themes somebody spoke of anywhere. `is_short` says whether
    fewer people came than planned; None where telling it could give a hidden number away.
    """

    site: Site
    people: int | None
    conversations: int | None
    themes: Mapping[str, int | None]
    is_short: bool | None


@dataclass(frozen=True)
class Round:
    """The whole round. `ages` and `genders` are None where the consultation does not ask.

    `people` is None where even all together are too few. `planned` adds up the sites that
    have a number. `uncounted` are conversations without a site or a number of people.
    """

    k: int
    sites: tuple[SiteRound, ...]
    people: int | None
    planned: int
    conversations: int
    uncounted: int
    ages: Mapping[AgeBand, int | None] | None
    genders: Mapping[Gender, int | None] | None


def look_at_round(store: RoundStore, consultation_id: str) -> Round:
    """The round as it stands."""
    settings, sites = store.settings(consultation_id), store.sites(consultation_id)
    every = store.interviews(consultation_id)
    people = {site.id: 0 for site in sites}
    counted = [i for i in every if i.site_id in people and i.participants]
    for one in counted:
        people[one.site_id or ""] += one.participants or 0
    held = Counter(i.site_id or "" for i in counted)
    hidden = [site for site in sites if site.id in hidden_group(people, settings.k)]
    together = told_sum((people[site.id] for site in hidden), settings.k)
    may_tell = may_be_named([site.planned for site in hidden], together, settings.k)
    cells = _cells(store, consultation_id, sites, counted, settings.k)
    rounds = tuple(
        _hidden_site(site, people[site.id], cells[site.id], may_tell)
        if site in hidden
        else SiteRound(
            site,
            people[site.id],
            held[site.id],
            cells[site.id],
            people[site.id] < (site.planned or 0),
        )
        for site in sites
    )
    return Round(
        settings.k,
        rounds,
        None if together is None else sum(people.values()),
        sum(site.planned or 0 for site in sites),
        len(counted),
        len(every) - len(counted),
        _groups(AgeBand, (i.age_band for i in every), settings) if settings.ask_age else None,
        _groups(Gender, (i.gender for i in every), settings) if settings.ask_gender else None,
    )


def _hidden_site(
    site: Site, people: int, themes: Mapping[str, int | None], may_tell: bool
) -> SiteRound:
    """A site without its numbers; nor may they be had from one of its themes."""
    away = {theme: 0 if n == 0 else None for theme, n in themes.items()}
    return SiteRound(site, None, None, away, people < (site.planned or 0) if may_tell else None)


def plan_site(store: PlanStore, site: Site, planned: int | None) -> Site:
    """The site with how many people are aimed at there; 0 or None: nobody said."""
    changed = replace(site, planned=planned or None)
    if changed != site:
        store.save_site(changed)
    return changed


def _cells(
    store: RoundStore,
    consultation_id: str,
    sites: tuple[Site, ...],
    counted: Iterable[Interview],
    k: int,
) -> dict[str, dict[str, int | None]]:
    """People by site and theme; somebody who spoke of two themes counts in both."""
    theme_of = {guide.id: guide.theme_key for guide in store.guides(consultation_id)}
    spoken: dict[str, set[str]] = {}
    for said in store.statements(consultation_id):
        if said.theme_key:
            spoken.setdefault(said.interview_id, set()).add(said.theme_key)
    counts: dict[tuple[Hashable, Hashable], int] = {}
    themes: dict[str, None] = {}
    for one in counted:
        of_guides = {theme_of[g.guide_id] for g in one.guides if g.guide_id in theme_of}
        for theme in sorted(of_guides | spoken.get(one.id, set())):
            themes.setdefault(theme)
            cell = (one.site_id, theme)
            counts[cell] = counts.get(cell, 0) + (one.participants or 0)
    table = protect(counts, k)
    return {
        site.id: {theme: table.cells.get((site.id, theme), 0) for theme in themes} for site in sites
    }


def _groups(kind: type[T], answers: Iterable[T | None], settings: Settings) -> dict[T, int | None]:
    found = Counter(answer for answer in answers if answer is not None)
    counts: dict[Hashable, int] = {one: found[one] for one in kind}
    shown = hide_small(counts, settings.k)
    return {one: shown[one] for one in kind}
