"""A made-up plan, and edits a steering group might make in it, each with what it means."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from benchmarks.word_edits import Edited, w
from interviews.model import Interview, Role, Statement
from interviews.setup import add_site, create_consultation, shared_themes
from storage import Store
from strategy.evidence import link_evidence
from strategy.goals import add_goal, add_initiative
from strategy.model import (
    Digest,
    DigestLine,
    InitiativeStatus,
    Milestone,
    Origin,
    Stance,
    TargetKind,
)

DAY = "2026-01-31"
INITIATIVES, GOALS, STATEMENTS = 40, 20, 60
_VERBS = ("oprettes", "indrettes", "ansættes", "afprøves", "udvides", "samles", "åbnes")
_THINGS = ("pladser", "værelser", "vejledere", "aftaler", "cykler", "borde", "skabe", "haver")
_ENDS = ("i hver bydel", "tæt på stationen", "uden visitation", "hele året", "om aftenen")


@dataclass
class Meant:
    """What an edit means for the plan: fields by (label, field), texts added, rows removed."""

    changes: dict[tuple[str, str], Any] = field(default_factory=dict)
    added: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    comment: tuple[str, str] | None = None
    quote: str = ""


Edit = Callable[[Edited], Meant]


def make_plan(store: Store) -> str:
    """A consultation with goals, initiatives, statements and a digest; its id."""
    chance = random.Random(7)
    made = create_consultation(store, "Måling", "Prøveby", shared_themes())
    keys = [theme.key for theme in store.themes(made.id)]
    site = add_site(store, made.id, "Sted")
    said = [
        Statement(f"u{n}", n, made.id, "t", f"{_words(chance, n)}, og det hjælper", keys[n % 5])
        for n in range(1, STATEMENTS + 1)
    ]
    store.add_interview(Interview("t", made.id, site.id, "2026-01", 12), said)
    for key in keys:
        lines = tuple(DigestLine(s.id, 0, len(s.text)) for s in said if s.theme_key == key)
        store.save_digest(Digest(made.id, key, lines, Origin.PERSON, DAY))
    goals = [
        add_goal(store, made.id, keys[n % 5], f"at {_words(chance, n)}", indicator=f"antal {n}",
                 baseline=f"{n} nu", target=f"{n + 9} flere", year=2030)
        for n in range(1, GOALS + 1)
    ]  # fmt: skip
    for n in range(1, INITIATIVES + 1):
        goal = goals[(n - 1) % GOALS]
        one = add_initiative(
            store, made.id, goal.theme_key, f"at {_words(chance, n)}", goal_id=goal.id,
            responsible=f"Center {n}", partners=f"Forening {n}", start=f"{n}. uge 2027",
            end=f"{n}. uge 2029", indicator=f"antal brugte {n}", cost=f"{n} mio. kr.",
            status=InitiativeStatus.PLANNED, milestones=(Milestone(f"trin {n}", "2028"),),
        )  # fmt: skip
        for k in (0, 1):
            target = (n * 2 + k) % STATEMENTS + 1
            link_evidence(store, f"u{target}", TargetKind.INITIATIVE, one.id, Stance.SUPPORTS,
                          Role.STEERING, DAY)  # fmt: skip
    return made.id


def _words(chance: random.Random, n: int) -> str:
    """A sentence that no other row has."""
    verb, thing, end = (chance.choice(words) for words in (_VERBS, _THINGS, _ENDS))
    return f"der {verb} {n} {thing} {end}"


def _cell(n: int, column: int, line: int, field_: str, old: str, new: str) -> Edit:
    def edit(file: Edited) -> Meant:
        file.replace(file.cell(f"I-{n:02d}", column, line), old, new)
        return Meant({(f"I-{n:02d}", field_): new})

    return edit


def fields(n: int) -> Iterator[Edit]:
    """One edit of each field of initiative `n`, made in that many different files."""
    yield _cell(n, 2, 0, "responsible", f"Center {n}", f"Afdeling Nord {n}")
    yield _cell(n, 2, 1, "partners", f"Forening {n}", f"Frivilligcenter {n}")
    yield _cell(n, 3, 0, "start", f"{n}. uge 2027", f"august 20{30 + n}")
    yield _cell(n, 4, 0, "end", f"{n}. uge 2029", "løbende")
    yield _cell(n, 5, 0, "indicator", f"antal brugte {n}", f"andel tilfredse {n}")
    yield _cell(n, 1, 1, "cost", f"{n}\u00a0mio. kr.", "inden for rammen")
    yield _cell(n, 1, 2, "milestones", f"trin {n} (2028)", f"grundsten {n} (maj 2028)")


def words_of(n: int, how: str) -> Edit:
    """Reword initiative `n`: "insert", "delete", "rewrite", "retype" (number, bookmark lost)."""

    def edit(file: Edited) -> Meant:
        label = f"I-{n:02d}"
        paragraph = file.cell(label, 1)
        text = next(paragraph.iter(w("t"))).text or ""
        new = {
            "insert": text.replace("at der ", "at der snarest "),
            "delete": " ".join(text.split()[:-1]),
            "rewrite": f"at kommunen sammen med borgerne finder en anden vej {n}",
        }.get(how, text.replace("at der ", "at der gradvist "))
        old, typed = text, new
        if how == "insert":
            old, typed = "at der ", "at der snarest "
        if how == "delete":
            old, typed = f" {text.split()[-1]}", ""
        file.replace(paragraph, old, typed)
        if how == "retype":
            file.unname(label)
        if how == "split":
            file.tracked = False
            file.split(paragraph, " ".join(new.split()[3:]))
        return Meant({(label, "text"): new})

    return edit


def goal(n: int, what: str) -> Edit:
    """Change one thing about goal `n`."""

    def edit(file: Edited) -> Meant:
        label = f"M-{n:02d}"
        first = file.paragraph(label)
        second = first.getnext()
        if what == "text":
            whole = "".join(t.text or "" for t in first.iter(w("t"))).partition("  ")[2]
            file.replace(first, "at der ", "at der fortsat ")
            return Meant({(label, "text"): whole.replace("at der ", "at der fortsat ")})
        old, new, value = {
            "indicator": (f"antal {n}", f"andel {n}", f"andel {n}"),
            "baseline": (f"{n} nu", f"{n + 2} nu", f"{n + 2} nu"),
            "target": (f"{n + 9} flere", "dobbelt så mange", "dobbelt så mange"),
            "year": ("i 2030", "i 2032", 2032),
        }[what]
        file.replace(second, old, new)
        return Meant({(label, what): value})

    return edit


def row(n: int, what: str) -> Edit:
    """Add, remove or move a row at initiative `n`, or say something about it."""

    def edit(file: Edited) -> Meant:
        label, text = f"I-{n:02d}", f"at der hver uge holdes et åbent møde {n}"
        if what == "remove":
            file.remove_row(label)
            return Meant(removed=[label])
        if what == "comment":
            file.comment(file.cell(label, 1), f"Hvem holder øje med det {n}?")
            return Meant(comment=(label, f"Hvem holder øje med det {n}?"))
        if what == "status":
            file.replace(file.cell(label, 1, 1), "planlagt", "i gang")
            return Meant({(label, "status"): InitiativeStatus.STARTED})
        if what == "move":
            file.move_row(label, f"I-{n + 1:02d}")
            return Meant({(label, "theme_key"): f"of I-{n + 1:02d}"})
        if what == "order":
            other = f"I-{n + 5:02d}"  # the next of the same theme
            file.move_row(label, other)
            return Meant({(label, "position"): f"of {other}", (other, "position"): f"of {label}"})
        number = {"add": "", "new": "nyt initiativ", "numbered": "I-77"}[what]
        file.add_row(label, [number, text, "Borgerservice", "2027", "", "", ""])
        return Meant(added=[text])

    return edit


def goals_row(n: int, what: str) -> Edit:
    """Add or remove a goal at goal `n`, or comment on it."""

    def edit(file: Edited) -> Meant:
        label, text = f"M-{n:02d}", f"at flere får en hverdag, de selv har valgt {n}"
        if what == "remove":
            file.remove_goal(label)
            return Meant(removed=[label])
        if what == "comment":
            file.comment(file.paragraph(label), "Kan vi måle det?")
            return Meant(comment=(label, "Kan vi måle det?"))
        file.add_goal(label, f"Nyt mål: {text}" if what == "new" else text)
        return Meant(added=[text])

    return edit


def quote(n: int) -> Edit:
    """Change a citizen's words in the annex: to be told, never taken."""

    def edit(file: Edited) -> Meant:
        label = f"U-{n:03d}"
        start = file.bookmark(label)
        file.replace(start.getparent(), "og det hjælper", "og det hjælper ikke")
        return Meant(quote=label)

    return edit
