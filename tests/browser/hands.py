"""What a person does in the browser, shared by the browser tests."""

from collections.abc import Callable

from playwright.sync_api import Locator, Page, TimeoutError, expect

SOON = 15_000  # milliseconds after which a person presses a second time
TABS = 15  # presses of Tab that reach the button from the first answer


def press(page: Page, name: str, outcome: Locator) -> None:
    """Clicks the button until `outcome` is there; a second time where nothing came of the first.

    On a machine that stands still for some seconds the line to the server may be dropped, and a
    press goes with it. Raises AssertionError with what the page says when both presses gave
    nothing.
    """
    _until(page, name, outcome, page.get_by_role("button", name=name).click)


def press_by_keyboard(page: Page, name: str, outcome: Locator) -> None:
    """The same with Tab and Enter alone, from where the focus is."""

    def tab_and_enter() -> None:
        for _press in range(TABS):
            if page.evaluate("document.activeElement.innerText") == name:
                break
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")

    _until(page, name, outcome, tab_and_enter)


def _until(page: Page, name: str, outcome: Locator, act: Callable[[], None]) -> None:
    act()
    for last in (False, True):
        try:
            outcome.first.wait_for(timeout=SOON)
            return
        except TimeoutError:
            if last or not page.get_by_role("button", name=name).count():
                shown = page.locator("body").inner_text()
                raise AssertionError(f"nothing came of pressing {name!r}: {shown}") from None
            act()


def begin(page: Page, theme: str = "Boliger") -> None:
    """From the first screen of a conversation to its first question."""
    page.get_by_role("button", name=theme).click()
    expect(page.get_by_role("button", name=theme)).to_have_attribute("aria-pressed", "true")
    agreed = "Ja, vi går i gang"
    press(page, "Begynd samtalen", page.get_by_role("button", name=agreed))
    press(page, agreed, page.get_by_role("textbox", name="Udsagn 1"))
