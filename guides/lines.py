"""Where in a TOML text a key stands: `tomllib` forgets lines, and who mends a file needs them."""

import re

Path = tuple[str | int, ...]

_HEADER = re.compile(r"^\s*(\[{1,2})\s*([\w.\-]+)\s*\]{1,2}")
_KEY = re.compile(r"^\s*([\w\-]+)\s*=")
_ITEM = re.compile(r"^\s*[{\"']")


def index_lines(text: str) -> dict[Path, int]:
    """Line (from 1) of every table, key and list item that begins on a line of its own.

    A path is the keys on the way, with a number from 0 for the place in a list:
    ("question", 2, "probes", 0). Reads the layouts people write; what it misses is found under
    the nearest path above it, see `line_of`. Linear in the length of the text.
    """
    scanner = _Scanner()
    for number, line in enumerate(text.splitlines(), start=1):
        scanner.read(number, line)
    return scanner.found


def line_of(lines: dict[Path, int], path: Path) -> int:
    """The line of `path`, else of the nearest path above it, else 1."""
    while path:
        if path in lines:
            return lines[path]
        path = path[:-1]
    return 1


class _Scanner:
    """Walks down a TOML text line by line, knowing which table, list or long text it is in."""

    def __init__(self) -> None:
        self.found: dict[Path, int] = {}
        self._table: Path = ()
        self._counts: dict[Path, int] = {}
        self._list: Path | None = None
        self._items = 0
        self._quote = ""

    def read(self, number: int, line: str) -> None:
        if self._quote:
            self._leave_long_text(line)
        elif self._list is not None:
            self._read_item(number, line)
        elif header := _HEADER.match(line):
            self._enter_table(number, header)
        elif key := _KEY.match(line):
            self._read_key(number, key.group(1), line[key.end() :])

    def _enter_table(self, number: int, header: re.Match[str]) -> None:
        path: Path = ()
        parts = header.group(2).split(".")
        for part in parts[:-1]:
            path = (*path, part)
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
        path = (*path, parts[-1])
        if header.group(1) == "[[":
            self._counts[path] = self._counts.get(path, 0) + 1
            path = (*path, self._counts[path] - 1)
        self._table = path
        self.found.setdefault(path, number)

    def _read_key(self, number: int, key: str, rest: str) -> None:
        path = (*self._table, key)
        self.found.setdefault(path, number)
        for quote in ('"""', "'''"):
            if rest.count(quote) == 1:
                self._quote = quote
        if rest.strip().startswith("[") and not rest.rstrip().endswith("]"):
            self._list, self._items = path, 0

    def _read_item(self, number: int, line: str) -> None:
        assert self._list is not None
        if _ITEM.match(line):
            self.found.setdefault((*self._list, self._items), number)
            self._items += 1
        if line.strip().startswith("]"):
            self._list = None

    def _leave_long_text(self, line: str) -> None:
        if self._quote in line:
            self._quote = ""
