"""A made-up base of any size for measuring: words without meaning, the sizes of real plans."""

import random

from exports.model import Base
from interviews.cleared import left_standing
from interviews.model import Consultation, Interview, Kind, Role, Site, Statement, Theme, Wording
from strategy.model import (
    Coverage,
    Digest,
    DigestLine,
    EvidenceLink,
    Goal,
    Initiative,
    Origin,
    Quote,
    Stance,
    TargetKind,
)

CID = "0" * 32
DAY = "2026-01-31"
_TEXT = (
    "der bør være et sted hvor man kan komme uden at have en aftale og hvor nogen lytter til det "
    "man siger når det er svært at få hverdagen til at hænge sammen med regninger og breve"
)
_WORDS = _TEXT.split(" ")


def _sentence(chance: random.Random, length: int) -> str:
    return " ".join(chance.choices(_WORDS, k=length)).capitalize() + "."


def made_up_base(quotes: int, initiatives: int) -> Base:
    """A base with so many released quotes (one a statement) and initiatives, on five themes.

    Every initiative has three statements behind it, every theme four goals and a digest of twelve
    lines; the same size gives the same base.
    """
    chance = random.Random(quotes)
    themes = tuple(Theme(f"t{n}", CID, f"theme{n}", f"Tema {n + 1}", position=n) for n in range(5))
    sites = tuple(Site(f"s{n}", CID, f"Sted {n + 1}") for n in range(9))
    talks = tuple(Interview(f"i{n}", CID, f"s{n % 9}", "2026-01", 6) for n in range(54))
    statements = tuple(_statement(chance, n) for n in range(quotes))
    goals = tuple(
        Goal(f"g{n}", CID, n + 1, f"theme{n % 5}", f"at {_sentence(chance, 12).lower()}")
        for n in range(20)
    )
    plans = tuple(_initiative(chance, n) for n in range(initiatives))
    links = tuple(
        EvidenceLink(
            f"l{n}-{k}", f"u{(n * 3 + k) % quotes}", TargetKind.INITIATIVE, f"a{n}",
            Stance.SUPPORTS, "", Role.STEERING, DAY,
        )
        for n in range(initiatives)
        for k in range(3)
    )  # fmt: skip
    tied = {link.statement_id for link in links}
    return Base(
        consultation=Consultation(CID, "Måling", "Prøveby"),
        themes=themes,
        sites=sites,
        interviews=talks,
        statements=statements,
        goals=goals,
        initiatives=plans,
        links=links,
        proposals=(),
        digests=tuple(_digest(theme.key, statements) for theme in themes),
        quotes=tuple(
            Quote(f"q{s.id}", s.id, 0, len(s.text), s.text, Role.STEERING, DAY) for s in statements
        ),
        harmless=tuple(
            answer
            for said in statements
            for answer in left_standing(said, frozenset(), "read", Role.CONSULTANT, DAY)
        ),
        not_answered=(),
        clusters=(),
        coverage=Coverage(
            statements=len(statements),
            answered=tuple(s.id for s in statements if s.id in tied),
            unanswered=tuple(s.id for s in statements if s.id not in tied),
            excused=(),
            unasked_initiatives=(),
            weak_goals=(),
            one_sided_themes=(),
            hidden_contradictions=(),
        ),
        theme_of={s.id: s.theme_key for s in statements},
        kind_of={s.id: s.kind for s in statements},
    )


def _statement(chance: random.Random, n: int) -> Statement:
    return Statement(
        id=f"u{n}",
        number=n + 1,
        consultation_id=CID,
        interview_id=f"i{n % 54}",
        text=_sentence(chance, chance.randint(8, 45)),
        theme_key=f"theme{n % 5}",
        kind=list(Kind)[n % 4],
        wording=Wording.VERBATIM,
    )


def _initiative(chance: random.Random, n: int) -> Initiative:
    return Initiative(
        id=f"a{n}",
        consultation_id=CID,
        number=n + 1,
        theme_key=f"theme{n % 5}",
        text=f"at {_sentence(chance, 18).lower()}",
        goal_id=f"g{n % 20}",
        responsible="Center for Måling",
        start="1. kvartal 2027",
        end="4. kvartal 2028",
        indicator=_sentence(chance, 6),
    )


def _digest(key: str, statements: tuple[Statement, ...]) -> Digest:
    lines = tuple(
        DigestLine(s.id, 0, len(s.text), at, 1)
        for at, s in enumerate([s for s in statements if s.theme_key == key][:12])
    )
    return Digest(CID, key, lines, Origin.PERSON, DAY)
