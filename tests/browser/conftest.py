"""The real app on a folder of its own, and a real browser. Skipped where Chromium is missing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

playwright_api = pytest.importorskip("playwright.sync_api")

from benchmarks.kill_bench import set_up  # noqa: E402
from benchmarks.kill_rig import CHROMIUM, Server  # noqa: E402

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture
def app(home: Path) -> Iterator[Server]:
    """A running app with one consultation; its data are this test's own."""
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    home.mkdir(parents=True, exist_ok=True)
    server = Server(home)
    set_up(f"sqlite:///{home / 'taleroer.db'}")
    server.start()
    server.wait()
    yield server
    server.kill()


@pytest.fixture
def browser() -> Iterator["playwright_api.Browser"]:
    """Chromium without a head."""
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    with playwright_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()
