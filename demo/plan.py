"""Loads the demonstration's plan in the making: goals, initiatives and the voices behind them."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Protocol

from demo.files import read_toml
from interviews.model import Role
from interviews.setup import new_id
from strategy.evidence import EvidenceStore, FindingsLeft, NotForPrint, release_quote
from strategy.model import (
    EvidenceLink,
    Goal,
    Initiative,
    InitiativeStatus,
    Milestone,
    Stance,
    TargetKind,
)

LINKED_ON = "2024-08-20"


class PlanStore(EvidenceStore, Protocol):
    """What loading the plan needs of the store."""


def load_plan(store: PlanStore, consultation_id: str, statements: Mapping[str, str]) -> None:
    """Goals, initiatives and evidence; `statements` are ids by their keys in the files."""
    told = read_toml("plan.toml")
    targets: dict[str, tuple[TargetKind, str]] = {}
    goals = {row["key"]: _goal(row, consultation_id, n) for n, row in enumerate(told["goal"], 1)}
    for key, goal in goals.items():
        store.save_goal(goal)
        targets[key] = (TargetKind.GOAL, goal.id)
    for number, row in enumerate(told["initiative"], 1):
        initiative = _initiative(row, goals[row["goal"]], number)
        store.save_initiative(initiative)
        targets[row["key"]] = (TargetKind.INITIATIVE, initiative.id)
    for row in told["link"]:
        store.add_link(_link(row, statements[row["statement"]], *targets[row["target"]]))
    for key in told["quotes"]:
        release_quote(store, statements[key], Role.STEERING, LINKED_ON)
    for key in _for_the_annex(told):
        with suppress(NotForPrint, FindingsLeft):
            release_quote(store, statements[key], Role.STEERING, LINKED_ON, annex_only=True)


def _for_the_annex(told: Mapping[str, Any]) -> list[str]:
    """Statements the plan points at and does not quote, less those somebody has yet to read."""
    passed = {*told["quotes"], *told["waiting"]}
    used = dict.fromkeys(row["statement"] for row in told["link"])
    return [key for key in used if key not in passed]


def _goal(row: Mapping[str, Any], consultation_id: str, number: int) -> Goal:
    return Goal(
        id=new_id(),
        consultation_id=consultation_id,
        number=number,
        theme_key=row["theme"],
        text=row["text"],
        indicator=row.get("indicator", ""),
        baseline=row.get("baseline", ""),
        target=row.get("target", ""),
        year=row.get("year"),
        position=number,
    )


def _initiative(row: Mapping[str, Any], goal: Goal, number: int) -> Initiative:
    words = ("text", "responsible", "partners", "start", "end", "indicator")
    return Initiative(
        id=new_id(),
        consultation_id=goal.consultation_id,
        number=number,
        theme_key=goal.theme_key,
        goal_id=goal.id,
        status=InitiativeStatus(row["status"]),
        position=number,
        milestones=tuple(Milestone(**step) for step in row.get("milestones", ())),
        **{word: row[word] for word in words},
    )


def _link(row: Mapping[str, Any], statement_id: str, kind: TargetKind, target: str) -> EvidenceLink:
    return EvidenceLink(
        id=new_id(),
        statement_id=statement_id,
        target_kind=kind,
        target_id=target,
        stance=Stance(row["stance"]),
        reason=row["reason"],
        role=Role.STEERING,
        day=LINKED_ON,
    )
