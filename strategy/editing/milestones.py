"""Milestones of an initiative: add, reach, remove, in the order a person gave them."""

import dataclasses

from strategy.goals import GoalStore, change_initiative, tidy_words
from strategy.model import Initiative, Milestone


def add_milestone(store: GoalStore, initiative: Initiative, text: str, due: str = "") -> Initiative:
    """The initiative with one more milestone, last. Raises TextMissing."""
    new = Milestone(tidy_words(text), " ".join(due.split()))
    return change_initiative(store, initiative, milestones=(*initiative.milestones, new))


def reach_milestone(store: GoalStore, initiative: Initiative, place: int, done: bool) -> Initiative:
    """The initiative with the milestone at `place` (from 0) reached, or not. Raises IndexError."""
    changed = list(initiative.milestones)
    changed[place] = dataclasses.replace(changed[place], done=done)
    return change_initiative(store, initiative, milestones=tuple(changed))


def remove_milestone(store: GoalStore, initiative: Initiative, place: int) -> Initiative:
    """The initiative without the milestone at `place` (from 0). Raises IndexError."""
    left = list(initiative.milestones)
    del left[place]
    return change_initiative(store, initiative, milestones=tuple(left))
