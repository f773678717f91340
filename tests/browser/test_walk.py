"""The whole way in a real browser: a conversation becomes a plan that points at its words."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from benchmarks.kill_rig import CHROMIUM, Server
from exports.word import WordRenderer
from guides.loader import load_shared
from interviews.setup import add_site, create_consultation, shared_themes
from storage import open_store
from tests.browser.hands import begin

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed"),
]
SAID = "Der skal være flere boliger, hvor min hund må flytte med ind."
OTHER = "Huslejen er for høj, når man er på kontanthjælp."
ANSWER = "at der udlejes boliger, hvor hunde er velkomne"

PATIENCE = 120_000  # milliseconds: the engine is loaded for the first time


@pytest.fixture
def fresh(home: Path) -> Iterator[Server]:
    """The app on an empty folder, with a consultation and the five shared themes."""
    home.mkdir(parents=True)
    with open_store() as store:
        made = create_consultation(store, "Prøve", "Egeby", shared_themes(), load_shared())
        add_site(store, made.id, "Varmestuen")
    server = Server(home)
    server.start()
    server.wait()
    yield server
    server.kill()


def host_of(url: str) -> str:
    return urlsplit(url).hostname or ""


def open_page(page: Page, app: Server, name: str, role: str) -> None:
    page.goto(f"http://127.0.0.1:{app.port}/{name}?role={role}")
    page.locator("h1").first.wait_for()


def at_rest(page: Page) -> None:
    page.wait_for_function(
        "document.querySelector('.stApp').dataset.testScriptState === 'notRunning'"
    )


def capture(page: Page) -> None:
    """Two statements about housing, handed in; nobody is mentioned by name."""
    begin(page)
    for number, text in enumerate((SAID, OTHER), 1):
        if number > 1:
            page.get_by_role("button", name="Ét udsagn mere").click()
        page.get_by_role("textbox", name=f"Udsagn {number}").click()
        page.keyboard.type(text)
        saved = page.locator(".df-status").nth(number - 1)
        expect(saved).to_have_attribute("data-state", "saved")
    page.get_by_role("button", name="Alle spørgsmål").click()
    page.get_by_role("button", name="Afslut samtalen").click()
    page.get_by_role("radio", name="Nej").click(timeout=PATIENCE)
    page.get_by_role("button", name="Aflever samtalen").click()
    page.get_by_role("heading", name="Samtalen er afleveret").wait_for(timeout=PATIENCE)


def review(page: Page) -> None:
    """The machine reads; a person nods at both statements."""
    page.get_by_role("button", name="Læs og foreslå temaer").click()
    page.get_by_role("button", name="Godkend", exact=True).first.wait_for(timeout=PATIENCE)
    at_rest(page)
    for left in (1, 0):
        page.get_by_role("button", name="Godkend", exact=True).first.click()
        expect(page.get_by_role("button", name="Godkend", exact=True)).to_have_count(left)
    page.get_by_text("2 af 2 udsagn er gennemgået").wait_for()


def link(page: Page) -> None:
    """An initiative of one's own, and the citizen's words tied to it."""
    page.get_by_role("textbox", name="Nyt initiativ").fill(ANSWER)
    page.get_by_role("button", name="Tilføj initiativ").click()
    page.get_by_role("button", name=re.compile("Knyt udsagn")).click()
    box = page.get_by_role("textbox", name=re.compile("Søg i udsagn"))
    box.wait_for(timeout=PATIENCE)
    box.fill("hund")
    box.press("Enter")
    expect(page.get_by_role("button", name="Knyt", exact=True)).to_have_count(1)
    page.get_by_role("button", name="Knyt", exact=True).click()
    page.get_by_role("button", name="1 udsagn bag").wait_for()


def download(page: Page) -> bytes:
    """The plan as the browser saves it."""
    page.get_by_role("button", name="Lav filen").click()
    save = page.get_by_role("button", name="Gem filen")
    save.wait_for(timeout=PATIENCE)
    with page.expect_download() as waiting:
        save.click()
    download = waiting.value
    assert re.fullmatch(r"strategiplan-[a-z0-9-]+\.docx", download.suggested_filename)
    return download.path().read_bytes()


def test_from_a_conversation_to_the_printed_plan(browser: Browser, fresh: Server) -> None:
    page = browser.new_page(viewport={"width": 1024, "height": 768}, locale="da-DK")
    page.set_default_timeout(30_000)
    outside: set[str] = set()
    page.on("request", lambda request: outside.add(host_of(request.url)))
    open_page(page, fresh, "capture_page", "interviewer")
    capture(page)
    open_page(page, fresh, "review_page", "consultant")
    review(page)
    open_page(page, fresh, "plan_page", "steering")
    link(page)
    open_page(page, fresh, "export_page", "steering")
    printed = list(WordRenderer().read(download(page)))

    assert outside <= {"127.0.0.1", ""}  # "": what the page holds itself (data:, blob:)
    with open_store() as store:
        (consultation,) = store.consultations()
        (tie,) = store.links(consultation.id)
        said = store.statement(tie.statement_id)
        (initiative,) = store.initiatives(consultation.id)
    assert (said.text, initiative.text, tie.target_id) == (SAID, ANSWER, initiative.id)
    assert any(p.is_voice and p.text == SAID and p.label == said.label for p in printed)
    assert any(ANSWER in p.text for p in printed)
