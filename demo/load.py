"""The demonstration consultation: a made-up municipality, read from the files in this folder."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Protocol

from analysis.model import Tag
from demo.files import Rows, read_statements, read_toml
from demo.plan import LINKED_ON, PlanStore, load_plan
from guides.loader import load_shared
from interviews.cleared import left_standing
from interviews.model import (
    Consultation,
    GuideRef,
    Harmless,
    Interview,
    Kind,
    Role,
    Site,
    SiteKind,
    Statement,
    Status,
    Wording,
)
from interviews.numbers import draw_numbers
from interviews.setup import SetupStore, create_consultation, new_id, shared_themes

NUMBERS_SEED = 2024  # the same visible numbers on every machine


class DemoStore(SetupStore, PlanStore, Protocol):
    """What loading the demonstration needs of the store."""

    def update_consultation(self, consultation: Consultation) -> None: ...
    def save_tag(self, tag: Tag) -> None: ...
    def add_interview(self, interview: Interview, statements: Iterable[Statement]) -> None: ...
    def add_harmless(self, answers: Iterable[Harmless]) -> None: ...


def load_demo(store: DemoStore) -> Consultation:
    """The demonstration, loaded under new ids: 54 conversations, codebook, plan in the making.

    Raises NameTaken when a consultation of its name is there already.
    """
    told = read_toml("consultation.toml")
    made = create_consultation(
        store, told["name"], told["municipality"], shared_themes(), load_shared(), is_demo=True
    )
    consultation = replace(made, status=Status.DRAFTING)
    store.update_consultation(consultation)
    _load_codebook(store, made.id)
    sites = _load_sites(store, made.id, told["site"])
    statements = _load_interviews(store, made.id, told["interview"], sites)
    load_plan(store, made.id, statements)
    return consultation


def _load_codebook(store: DemoStore, consultation_id: str) -> None:
    for position, told in enumerate(read_toml("codebook.toml")["tag"]):
        tag = Tag(
            id=new_id(),
            consultation_id=consultation_id,
            key=told["key"],
            name=told["name"],
            parent_key=told.get("parent"),
            theme_key=told.get("theme"),
            definition=told["definition"],
            include=told.get("include", ""),
            exclude=told.get("exclude", ""),
            examples=tuple(told.get("examples", ())),
            position=position,
        )
        store.save_tag(tag)


def _load_sites(store: DemoStore, consultation_id: str, rows: Rows) -> dict[str, str]:
    """Site ids by their keys in the file."""
    ids: dict[str, str] = {}
    for told in rows:
        kind = SiteKind(told["kind"])
        site = Site(new_id(), consultation_id, told["name"], kind, told["planned"])
        store.save_site(site)
        ids[told["key"]] = site.id
    return ids


def _load_interviews(
    store: DemoStore, consultation_id: str, rows: Rows, sites: Mapping[str, str]
) -> dict[str, str]:
    """Statement ids by their keys in the file."""
    said: dict[str, Rows] = {}
    for row in read_statements():
        said.setdefault(row["interview"], []).append(row)
    total = sum(len(group) for group in said.values())
    numbers = iter(draw_numbers(frozenset(), total, random.Random(NUMBERS_SEED)))
    versions = {guide.theme_key: GuideRef(guide.id, guide.version) for guide in load_shared()}
    ids: dict[str, str] = {}
    for told in rows:
        interview = Interview(
            id=new_id(),
            consultation_id=consultation_id,
            site_id=sites[told["site"]],
            month=told["month"],
            participants=told["participants"],
            guides=tuple(versions[theme] for theme in told["themes"]),
            consented=True,
        )
        statements = [_statement(row, interview, next(numbers)) for row in said[told["id"]]]
        store.add_interview(interview, statements)
        for statement in statements:  # all 443 were read by a person when they were written
            store.add_harmless(
                left_standing(statement, frozenset(), "demo", Role.INTERVIEWER, LINKED_ON)
            )
        keys = (row["id"] for row in said[told["id"]])
        ids.update(zip(keys, (statement.id for statement in statements), strict=True))
    return ids


def _statement(row: Mapping[str, Any], interview: Interview, number: int) -> Statement:
    return Statement(
        id=new_id(),
        number=number,
        consultation_id=interview.consultation_id,
        interview_id=interview.id,
        text=row["text"],
        theme_key=row["theme"],
        question_key=row["question"],
        kind=Kind(row["kind"]),
        wording=Wording(row["wording"]),
        quotable=row["quotable"],
    )
