"""Trees to try the entrance on."""

import socket
from pathlib import Path

import pytest

from tests.unit.launcher.made_up_tree import Tree, make_tree


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """A tree whose first start is behind it; its tests leave it as they found it."""
    tree = make_tree(tmp_path_factory.mktemp("built"))
    first = tree.run("backup", "x.db")
    assert first.returncode == 0, first.stdout + first.stderr
    return tree


@pytest.fixture
def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def new(tmp_path: Path) -> Tree:
    """A tree of the test's own, with nothing installed."""
    return make_tree(tmp_path)
