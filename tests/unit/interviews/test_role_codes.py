"""A code locks a role, and nobody but the administrator can set or lift it."""

import pytest

from interviews import role_codes
from interviews.model import Role
from interviews.role_codes import (
    AdministratorFirst,
    CodeTooShort,
    TooManyTries,
    is_right_code,
    set_role_code,
)
from storage import open_store

BOSS, CLERK = "en lang kode", "en anden kode"


@pytest.fixture(autouse=True)
def _nobody_has_guessed():
    role_codes._wrong.clear()


@pytest.fixture
def store(home):
    with open_store() as store:
        yield store


def test_without_codes_every_role_is_open(store):
    assert all(is_right_code(store, role, "") for role in Role)


def test_a_code_opens_its_own_role_and_no_other_code_does(store):
    set_role_code(store, Role.ADMINISTRATOR, BOSS)
    set_role_code(store, Role.STEERING, CLERK)
    assert is_right_code(store, Role.STEERING, CLERK)
    assert not is_right_code(store, Role.STEERING, BOSS)
    assert is_right_code(store, Role.INTERVIEWER, "")


def test_the_code_itself_is_kept_nowhere_and_two_alike_do_not_look_alike(store):
    set_role_code(store, Role.ADMINISTRATOR, BOSS)
    set_role_code(store, Role.STEERING, BOSS)
    kept = store.role_codes()
    assert BOSS.encode() not in b"".join(part for pair in kept.values() for part in pair)
    assert kept[Role.ADMINISTRATOR] != kept[Role.STEERING]


def test_the_administrators_code_comes_first_and_goes_last(store):
    with pytest.raises(AdministratorFirst):
        set_role_code(store, Role.STEERING, CLERK)
    set_role_code(store, Role.ADMINISTRATOR, BOSS)
    set_role_code(store, Role.STEERING, CLERK)
    with pytest.raises(AdministratorFirst):
        set_role_code(store, Role.ADMINISTRATOR, "")
    set_role_code(store, Role.STEERING, "")
    set_role_code(store, Role.ADMINISTRATOR, "")
    assert store.role_codes() == {}


def test_a_short_code_is_none(store):
    with pytest.raises(CodeTooShort):
        set_role_code(store, Role.ADMINISTRATOR, "1234567")


def test_guessing_is_stopped_for_a_minute_even_with_the_right_code(store):
    set_role_code(store, Role.ADMINISTRATOR, BOSS)
    for at in range(5):
        assert not is_right_code(store, Role.ADMINISTRATOR, "forkert", lambda at=at: float(at))
    with pytest.raises(TooManyTries):
        is_right_code(store, Role.ADMINISTRATOR, BOSS, lambda: 30.0)
    assert is_right_code(store, Role.ADMINISTRATOR, BOSS, lambda: 70.0)
