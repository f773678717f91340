"""Practice in a real browser: what is typed stays neither on the server nor in the browser."""

import pytest
from playwright.sync_api import Browser, expect

from benchmarks.kill_rig import CHROMIUM, Server
from tests.browser.hands import press
from tests.browser.test_capture_in_browser import TABLET, open_page, saved, small_targets

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed"),
]
TYPED = "Min ven har et værelse af grøn ost."


def test_a_practice_leaves_nothing_in_database_or_browser(browser: Browser, app: Server) -> None:
    page = open_page(browser, app, TABLET)
    press(page, "Begynd en øvelse", page.get_by_role("button", name="Ja, vi går i gang"))
    press(page, "Ja, vi går i gang", page.get_by_role("textbox", name="Udsagn 1"))
    page.get_by_role("textbox", name="Udsagn 1").click()
    page.keyboard.type(TYPED)
    saved(page)
    page.get_by_role("button", name="Næste spørgsmål").click()
    page.get_by_text("Spørgsmål 2 af").wait_for()
    assert small_targets(page) == []
    page.get_by_role("button", name="Tilbage").click()
    page.get_by_text("Spørgsmål 1 af").wait_for()
    expect(page.get_by_role("textbox", name="Udsagn 1")).to_have_value(TYPED)
    kept = page.evaluate("() => JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert "taleroer:" not in kept
    assert "grøn ost" not in kept
    page.reload()
    page.get_by_text("Øvelsen er slut. Intet er gemt.").wait_for()
    files = [path for path in app.home.rglob("*") if path.is_file()]
    assert "taleroer.db" in {path.name for path in files}
    assert not [path for path in files if "grøn ost".encode() in path.read_bytes()]
