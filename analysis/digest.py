"""The digest of a theme: the fewest real sentences that cover what was said."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.background import Floats, project
from analysis.model import Cluster
from language.reader import sentences

SHORTEST, LONGEST = 4, 40  # words: shorter says too little, longer is no digest
ROUNDS = 3  # sentences at most from one group


@dataclass(frozen=True)
class DigestSpan:
    """One chosen sentence: text[start:end] of a statement, for which group of how many people."""

    statement_id: str
    start: int
    end: int
    group: int
    group_size: int
    dissents: bool = False


@dataclass(frozen=True)
class _Candidate:
    place: int
    start: int
    end: int
    group: int
    worth: float
    dissents: bool


def choose_digest(
    ids: Sequence[str],
    texts: Sequence[str],
    vectors: Floats,
    clusters: Sequence[Cluster],
    people: Mapping[str, str],
    max_sentences: int,
) -> tuple[DigestSpan, ...]:
    """Up to `max_sentences` sentences, the largest group's first, each exactly as it was said.

    Every group gets its most telling sentence before any gets a second; a second is one that
    contradicts the first, or says something else. `people` gives the interview of each statement;
    a group counts as many people as interviews. Groups come largest first, so that the majority
    leads and the minorities follow; what belongs nowhere comes last, if there is room.
    """
    place_of = {id_: place for place, id_ in enumerate(ids)}
    groups = [c for c in clusters if any(i in place_of for i in c.statement_ids)]
    sizes = {
        c.id: len({people.get(i, i) for i in c.statement_ids if i in place_of}) for c in groups
    }
    groups.sort(key=lambda c: (c.is_rest, -sizes[c.id], c.position))
    space = project(vectors) if len(ids) else vectors
    pools = [_candidates(c, g, place_of, texts, space) for g, c in enumerate(groups)]
    chosen: list[_Candidate] = []
    for pool in [pool for _ in range(ROUNDS) for pool in pools]:
        if len(chosen) == max_sentences:
            break
        mine = [c for c in chosen if c.group == pool[0].group] if pool else []
        following = _next(pool, mine, space)
        if following is not None:
            chosen.append(following)
    return tuple(
        DigestSpan(ids[c.place], c.start, c.end, c.group, sizes[groups[c.group].id], c.dissents)
        for c in sorted(chosen, key=lambda c: c.group)
    )


def _candidates(
    cluster: Cluster,
    group: int,
    place_of: Mapping[str, int],
    texts: Sequence[str],
    space: Floats,
) -> list[_Candidate]:
    members = [place_of[i] for i in cluster.statement_ids if i in place_of]
    centre = space[members].mean(axis=0)
    dissenting = {place_of[i] for i in cluster.dissenting_ids if i in place_of}
    found = []
    for place in members:
        for start, end in sentences(texts[place]):
            words = len(texts[place][start:end].split())
            if words == 0:
                continue
            fit = 1.0 if SHORTEST <= words <= LONGEST else 0.4
            worth = fit * (1.0 + float(space[place] @ centre))
            found.append(_Candidate(place, start, end, group, worth, place in dissenting))
    return sorted(found, key=lambda c: (-c.worth, c.place, c.start))


def _next(
    pool: Sequence[_Candidate], chosen: Sequence[_Candidate], space: Floats
) -> _Candidate | None:
    """The next sentence of a group: its most telling, then a dissenting one, then another one."""
    used = {c.place for c in chosen}
    left = [c for c in pool if c.place not in used]
    if not left:
        return None
    if not chosen:
        return next((c for c in left if not c.dissents), left[0])
    if not any(c.dissents for c in chosen):
        against = next((c for c in left if c.dissents), None)
        if against is not None:
            return against
    return max(
        left, key=lambda c: c.worth - max(float(space[c.place] @ space[o.place]) for o in chosen)
    )


@dataclass(frozen=True)
class DigestCoverage:
    """Which share of the groups and of the people a digest speaks for, both in [0, 1]."""

    groups: float
    people: float


def digest_coverage(
    spans: Sequence[DigestSpan], clusters: Sequence[Cluster], people: Mapping[str, str]
) -> DigestCoverage:
    """What a digest covers: groups with a sentence, and people with a statement in such a group."""
    shown = {span.statement_id for span in spans}
    covered = [c for c in clusters if shown & set(c.statement_ids)]
    voices = Counter(people.get(i, i) for c in clusters for i in c.statement_ids)
    heard = {people.get(i, i) for c in covered if not c.is_rest for i in c.statement_ids}
    heard |= {people.get(i, i) for i in shown}
    return DigestCoverage(len(covered) / max(1, len(clusters)), len(heard) / max(1, len(voices)))
