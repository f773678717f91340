"""Reads values out of a parsed TOML file and gathers every fault on the way, each with its line."""

import re
import tomllib
from typing import Any

from guides.lines import Path, index_lines, line_of
from guides.model import Fault, Local

SLUG = re.compile(r"^[a-z0-9]+([-_][a-z0-9]+)*$")
_SYNTAX_LINE = re.compile(r"\(at line (\d+)")


class GuideInvalid(Exception):
    """A guide or theme file has faults. `name` is the file; `faults` are all of them, by line."""

    code = "guide_invalid"

    def __init__(self, name: str, faults: tuple[Fault, ...]) -> None:
        self.name = name
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(f"{name}:{fault_text(fault)}" for fault in self.faults))


def fault_text(fault: Fault) -> str:
    """`fault` as "line: place: code (detail)"."""
    detail = f" ({fault.detail})" if fault.detail else ""
    return f"{fault.line}: {fault.path or 'file'}: {fault.code}{detail}"


def parse_toml(text: str, name: str) -> dict[str, Any]:
    """The file as nested tables. Raises `GuideInvalid` with the line of a syntax error."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _SYNTAX_LINE.search(str(error))
        line = int(found.group(1)) if found else len(text.splitlines()) or 1
        raise GuideInvalid(name, (Fault(line, "", "syntax", str(error)),)) from error


class Reader:
    """Takes typed values from nested tables; what is wrong is noted in `faults`, never raised."""

    def __init__(self, text: str, name: str) -> None:
        self.name = name
        self.data = parse_toml(text, name)
        self.faults: list[Fault] = []
        self._lines = index_lines(text)

    def fault(self, path: Path, code: str, detail: str = "") -> None:
        """Notes a fault at `path`."""
        self.faults.append(Fault(line_of(self._lines, path), _place(path), code, detail))

    def text(self, table: dict[str, Any], path: Path, key: str, *, needed: bool = True) -> str:
        """The text under `key`, without outer blanks; "" and a fault where it is missing."""
        value = table.get(key)
        if value is None:
            if needed:
                self.fault((*path, key), "missing")
            return ""
        if not isinstance(value, str):
            self.fault((*path, key), "not_text", type(value).__name__)
            return ""
        if needed and not value.strip():
            self.fault((*path, key), "empty")
        return value.strip()

    def slug(self, table: dict[str, Any], path: Path, key: str) -> str:
        """A key of small ASCII letters and digits, joined by single dashes or underscores."""
        value = self.text(table, path, key)
        if value and not SLUG.match(value):
            self.fault((*path, key), "not_slug", value)
        return value

    def number(self, table: dict[str, Any], path: Path, key: str) -> int:
        """A whole number of 1 or more."""
        value = table.get(key)
        if value is None:
            self.fault((*path, key), "missing")
            return 1
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            self.fault((*path, key), "not_number", str(value))
            return 1
        return value

    def table(self, table: dict[str, Any], path: Path, key: str) -> dict[str, Any]:
        """The table under `key`, empty and a fault where there is none."""
        value = table.get(key)
        if value is None:
            self.fault((*path, key), "missing")
        elif not isinstance(value, dict):
            self.fault((*path, key), "not_table", type(value).__name__)
        return value if isinstance(value, dict) else {}

    def local(self, table: dict[str, Any], path: Path, key: str) -> Local:
        """A table with `da` (needed) and `en`."""
        if key not in table or not isinstance(table[key], dict):
            self.table(table, path, key)
            return Local("")
        inner, place = table[key], (*path, key)
        self.only(inner, place, {"da", "en"})
        return self.pair(inner, place)

    def pair(self, table: dict[str, Any], path: Path) -> Local:
        """`da` (needed) and `en` of the table itself."""
        return Local(self.text(table, path, "da"), self.text(table, path, "en", needed=False))

    def items(self, table: dict[str, Any], path: Path, key: str) -> list[Any]:
        """The list under `key`, empty where there is none, with a fault where it is no list."""
        value = table.get(key, [])
        if not isinstance(value, list):
            self.fault((*path, key), "not_list", type(value).__name__)
            return []
        return value

    def only(self, table: dict[str, Any], path: Path, known: set[str]) -> None:
        """Notes every key that nobody reads: most often a misspelt one."""
        for key in table:
            if key not in known:
                self.fault((*path, key), "unknown", key)

    def finish(self) -> None:
        """Raises `GuideInvalid` with all faults, if there are any."""
        if self.faults:
            raise GuideInvalid(self.name, tuple(self.faults))


def _place(path: Path) -> str:
    """ "question 3 / da" for ("question", 2, "da")."""
    words: list[str] = []
    for part in path:
        if isinstance(part, int) and words:
            words[-1] = f"{words[-1]} {part + 1}"
        else:
            words.append(str(part))
    return " / ".join(words)
