"""What a person does in the browser, shared by the browser tests."""

from playwright.sync_api import Locator, Page, TimeoutError, expect

SOON = 15_000  # milliseconds after which a person presses a second time


def press(page: Page, name: str, outcome: Locator) -> None:
    """Presses the button until `outcome` is there; a second time where nothing came of the first.

    On a machine that stands still for some seconds the line to the server may be dropped, and a
    press goes with it. Raises AssertionError with what the page says when both presses gave
    nothing.
    """
    button = page.get_by_role("button", name=name)
    button.click()
    for last in (False, True):
        try:
            outcome.first.wait_for(timeout=SOON)
            return
        except TimeoutError:
            if last or not button.count():
                shown = page.locator("body").inner_text()
                raise AssertionError(f"nothing came of pressing {name!r}: {shown}") from None
            button.click()


def begin(page: Page, theme: str = "Boliger") -> None:
    """From the first screen of a conversation to its first question."""
    page.get_by_role("button", name=theme).click()
    expect(page.get_by_role("button", name=theme)).to_have_attribute("aria-pressed", "true")
    agreed = "Ja, vi går i gang"
    press(page, "Begynd samtalen", page.get_by_role("button", name=agreed))
    press(page, agreed, page.get_by_role("textbox", name="Udsagn 1"))
