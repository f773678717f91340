"""The app comes up on this machine only, once per data folder, and goes when it is told to."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from launcher.server import healthy
from tests.unit.launcher.made_up_tree import Tree

STARTING = '{"words": ["prepare"]'
READY = "Talerør er klar: http://127.0.0.1:"


@contextmanager
def _running(tree: Tree, port: int, wait: bool = True) -> Iterator["subprocess.Popen[str]"]:
    """The entrance on `port`, the app up if we `wait`; ended with the block."""
    with subprocess.Popen(
        tree.call("--no-browser", "--port", str(port)), env=tree.environment(),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    ) as start:  # fmt: skip
        try:
            assert start.stdout is not None
            for line in start.stdout:
                if line.startswith(READY if wait else STARTING):
                    break
            yield start
        finally:
            if start.poll() is None:
                start.terminate()
                start.communicate(timeout=20)


def test_the_app_is_ready_within_three_seconds_and_ends_with_ctrl_c(
    built: Tree, free_port: int
) -> None:
    waited: list[float] = []
    while len(waited) < 3 and min(waited, default=3) >= 3:  # other work may hold up one start
        before = time.monotonic()
        with _running(built, free_port) as start:
            waited.append(time.monotonic() - before)
            assert healthy(free_port)
            start.send_signal(signal.SIGINT)
            said, complaint = start.communicate(timeout=20)

    assert min(waited) < 3
    assert start.returncode == 0, complaint
    assert said.rstrip().endswith("Talerør er stoppet.")
    assert not healthy(free_port)


def test_a_second_start_shows_the_address_of_the_first(built: Tree, free_port: int) -> None:
    with _running(built, free_port):
        second = built.run("--no-browser")

    assert second.returncode == 0
    assert second.stdout == f"Talerør kører allerede: http://127.0.0.1:{free_port}\n"


def test_a_port_of_another_program_is_named_with_a_way_out(built: Tree, free_port: int) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", free_port))
        other.listen()
        failed = built.run("--no-browser", "--port", str(free_port))

    assert failed.returncode == 1
    assert f"Port {free_port} er optaget" in failed.stderr
    assert f"--port {free_port + 1}" in failed.stderr
    assert len(failed.stderr.splitlines()) == 1


def test_another_data_folder_may_not_take_over_the_port(
    built: Tree, free_port: int, tmp_path: Path
) -> None:
    with _running(built, free_port):
        other = built.run("--port", str(free_port), TALEROER_HOME=str(tmp_path))

    assert other.returncode == 1
    assert f"Port {free_port} er optaget" in other.stderr


def test_a_database_from_a_newer_version_stops_the_start(built: Tree, free_port: int) -> None:
    failed = built.run("--port", str(free_port), STAND_IN_ENDS="3")

    assert failed.returncode == 3
    assert failed.stderr.strip() == "Databasen er lavet af en nyere version."
    assert READY not in failed.stdout


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_an_app_whose_entrance_was_killed_is_found_again(built: Tree, free_port: int) -> None:
    with _running(built, free_port) as start:
        children = Path(f"/proc/{start.pid}/task/{start.pid}/children")
        if not children.exists():
            pytest.skip("the test reads the child's number from Linux's /proc")
        app = int(children.read_text().split()[0])
        try:
            start.kill()
            start.wait(timeout=20)
            again = built.run("--no-browser", "--port", str(free_port))
        finally:
            os.kill(app, signal.SIGTERM)

    assert again.returncode == 0
    assert f"Talerør kører allerede: http://127.0.0.1:{free_port}" in again.stdout


def test_two_starts_at_once_give_one_app(built: Tree, free_port: int) -> None:
    with _running(built, free_port, wait=False) as first:
        second = built.run("--no-browser", "--port", str(free_port))
        app_is_up = healthy(free_port)
        assert first.poll() is None

    assert app_is_up
    assert second.returncode == 0, second.stderr
    assert f"Talerør kører allerede: http://127.0.0.1:{free_port}" in second.stdout
