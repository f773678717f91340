"""A consultant sorts 100 statements on the review page: `python -m benchmarks.clicks`.

The demonstration is read by the machine; the page is the real one. The consultant wants what
stands in demo/labels.jsonl: the theme, at least one of the right tags and none of the wrong ones,
and whether it asks for something. Two ways are counted: a nod for each statement, with what is
wrong put right in the statement's own form; and a tap on what is wrong, then one nod for the page.
`--pages N` takes N pages of 20. Prints clicks (scrolling and reading are not counted), how many
statements needed a correction, and the seconds of processor time a click took.
Last line: JSON with statements, corrected, clicks_each, clicks_page.
"""

import argparse
import json
import os
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

import storage.store
from analysis.analyse import analyse
from demo.files import read_labels, read_statements
from demo.load import load_demo
from storage import open_store

ROOT = Path(__file__).resolve().parents[1]


@dataclass
class Consultant:
    """A person with a mind of their own in front of the page, who counts clicks."""

    app: Any
    wanted: dict[str, dict[str, Any]]
    clicks: int = 0
    corrected: int = 0
    seconds: float = 0.0

    def tap(self, widget: Any, value: Any = None, taps: int = 1) -> None:
        """Use one widget; a group of pills takes a tap for every pill that changes."""
        start = time.process_time()
        (widget.click() if value is None else widget.set_value(value)).run()
        if self.app.exception:
            raise RuntimeError(f"the page fails: {self.app.exception}")
        self.seconds += time.process_time() - start
        self.clicks += taps

    def page(self, *, at_once: bool) -> list[str]:
        """Sort the statements on the page; their ids."""
        ids = [
            str(b.key).removeprefix("approve_")
            for b in self.app.button
            if str(b.key).startswith("approve_") and b.key not in ("approve_rest", "approve_sure")
        ]
        for id_ in ids:
            self._at_once(id_) if at_once else self._each(id_)
        self.tap(self.app.button(key="approve_rest"))
        return ids

    def _at_once(self, id_: str) -> None:
        before, wish = self.clicks, self.wanted[id_]
        theme = self.app.button_group(key=f"quick_theme_{id_}")
        if not self._offers(theme, wish["theme"]) or not self._tags(id_, only_look=True):
            self._in_full(id_)
            return
        if theme.value != wish["theme"]:
            self.tap(theme, wish["theme"])
        self._tags(id_)
        asks = self.app.toggle(key=f"quick_asks_{id_}")
        if asks.value != wish["asks"]:
            self.tap(asks, wish["asks"])
        self.corrected += self.clicks > before

    def _tags(self, id_: str, *, only_look: bool = False) -> bool:
        """Whether a right tag is offered; unless only looking, it is chosen and wrong ones left."""
        group = self.app.button_group(key=f"quick_tags_{id_}")
        right = [tag for tag in self.wanted[id_]["tags"] if self._offers(group, tag)]
        if not only_look and right:
            kept = [tag for tag in group.value if tag in right] or right[:1]
            changed = set(kept) ^ set(group.value)
            if changed:
                self.tap(group, kept, len(changed))
        return bool(right)

    def _each(self, id_: str) -> None:
        wish = self.wanted[id_]
        theme = self.app.button_group(key=f"quick_theme_{id_}").value
        tags = self.app.button_group(key=f"quick_tags_{id_}").value
        asks = self.app.toggle(key=f"quick_asks_{id_}").value
        fine = tags and set(tags) <= set(wish["tags"]) and asks == wish["asks"]
        if fine and theme == wish["theme"]:
            self.tap(self.app.button(key=f"approve_{id_}"))
        else:
            self._in_full(id_)

    def _in_full(self, id_: str) -> None:
        """Open the statement's form, choose everything that is wrong, and save."""
        wish = self.wanted[id_]
        self.corrected += 1
        self.tap(self.app.button(key=f"correct_{id_}"))
        theme = self.app.button_group(key=f"theme_{id_}")
        if theme.value != wish["theme"]:
            self.tap(theme, wish["theme"])
        group = self.app.button_group(key=f"tags_{id_}")
        right = [tag for tag in wish["tags"] if self._offers(group, tag)]
        kept = [tag for tag in group.value if tag in right] or right[:1]
        if changed := set(kept) ^ set(group.value):
            self.tap(group, kept, len(changed))
        if not kept:  # opening the list and choosing in it
            self.tap(self.app.multiselect(key=f"more_{id_}"), wish["tags"][:1], 2)
        asks = self.app.toggle(key=f"proposal_{id_}")
        if asks.value != wish["asks"]:
            self.tap(asks, wish["asks"])
        self.tap(self.app.button(key=f"save_{id_}"))

    @staticmethod
    def _offers(group: Any, value: str) -> bool:
        return group.format_func(value) in group.options


def walk(pages: int, *, at_once: bool) -> tuple[int, Consultant]:
    """(statements sorted, the consultant afterwards) on a fresh copy of the demonstration."""
    labels = {row["id"]: row for row in read_labels()}
    by_text = {row["text"]: labels[row["id"]] for row in read_statements()}
    with tempfile.TemporaryDirectory(prefix="taleroer-") as folder:
        os.environ["TALEROER_HOME"] = folder
        with open_store() as store:
            id_ = load_demo(store).id
            analyse(store, id_)
            wanted = {s.id: _wish(by_text[s.text]) for s in store.statements(id_)}
        app = AppTest.from_file(ROOT / "app.py", default_timeout=120)
        app.query_params["role"] = "consultant"
        app.run().switch_page("views/review_page.py").run()
        person = Consultant(app, wanted)
        done = [key for _ in range(pages) for key in person.page(at_once=at_once)]
        if app.exception:
            raise SystemExit(app.exception[0].value)
        storage.store.close_engines()
    return len(done), person


def _wish(label: dict[str, Any]) -> dict[str, Any]:
    theme = "" if label["theme"] == "other" else label["theme"]
    return {"theme": theme, "tags": list(label["tags"]), "asks": bool(label["proposal"])}


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=5)
    pages = parser.parse_args().pages
    n, each = walk(pages, at_once=False)
    _, page = walk(pages, at_once=True)
    for name, person in (("one by one", each), ("page by page", page)):
        print(
            f"{name:13} {person.clicks} clicks for {n} statements, {person.corrected} corrected, "
            f"{person.seconds / person.clicks * 1000:.0f} ms of processor time a click"
        )
    figures = {"statements": n, "corrected": page.corrected}
    print(json.dumps({**figures, "clicks_each": each.clicks, "clicks_page": page.clicks}))


if __name__ == "__main__":
    main()
