"""Splitting an initiative in two: a person says which statements go where."""

import uuid
from collections.abc import Collection
from dataclasses import replace
from typing import Protocol

from strategy.editing.order import put_after
from strategy.evidence import EvidenceStore
from strategy.goals import add_initiative
from strategy.model import Initiative, TargetKind


class SplitStore(EvidenceStore, Protocol):
    """What splitting needs of the store."""


def split_initiative(
    store: SplitStore,
    initiative: Initiative,
    text: str,
    moved: Collection[str] = (),
    shared: Collection[str] = (),
) -> Initiative:
    """A new initiative right after the old one, in its theme and under its goal.

    Statements (ids) in `moved` go to the new one, those in `shared` speak for both, all others
    stay; each keeps its stance and its reason. Raises TextMissing.
    """
    made = add_initiative(
        store,
        initiative.consultation_id,
        initiative.theme_key,
        text,
        goal_id=initiative.goal_id,
        responsible=initiative.responsible,
        came_from=(initiative.label,),
    )
    put_after(store, made, initiative.id)
    for link in store.links(initiative.consultation_id):
        if link.target_kind is not TargetKind.INITIATIVE or link.target_id != initiative.id:
            continue
        if link.statement_id in moved:
            store.delete_link(link.id)
            store.add_link(replace(link, target_id=made.id))
        elif link.statement_id in shared:
            store.add_link(replace(link, id=uuid.uuid4().hex, target_id=made.id))
    return made
