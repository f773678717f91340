"""Which hidden sites are below plan is told only where no answer would give a number away."""

from interviews.small_shortfall import MOST_SITES, may_be_named


def test_plans_far_from_the_numbers_may_be_answered() -> None:
    assert may_be_named([10, 12], 10, 5)
    assert may_be_named([10, None, 12], 20, 5)


def test_without_a_plan_there_is_nothing_to_hide() -> None:
    assert may_be_named([], 0, 5)
    assert may_be_named([None, 0], None, 5)


def test_fewer_than_two_is_one() -> None:
    assert not may_be_named([2, 12], 10, 5)


def test_as_many_as_planned_at_both_says_both_where_the_plans_are_the_sum() -> None:
    assert not may_be_named([4, 6], 10, 5)


def test_all_but_one_elsewhere_says_one_here() -> None:
    assert not may_be_named([9, 12], 10, 5)


def test_that_one_of_them_is_small_is_known_too() -> None:
    """Six or more here and four or more there, of eleven: not six and five, so seven and four."""
    assert not may_be_named([6, 4], 11, 5)


def test_where_the_sum_is_hidden_or_the_sites_are_too_many_nothing_is_told() -> None:
    assert not may_be_named([10, 12], None, 5)
    assert not may_be_named([9] * (MOST_SITES + 1), 40, 5)
