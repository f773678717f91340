"""Runs pip, shows how far it is, and says in words why it failed."""

import re
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

from launcher.problems import StartProblem

NETWORK_SIGNS = (
    "NewConnectionError",
    "Temporary failure in name resolution",
    "Name or service not known",
    "getaddrinfo failed",
    "nodename nor servname",
    "Network is unreachable",
    "Connection refused",
    "ConnectTimeoutError",
    "ReadTimeoutError",
    "Cannot connect to proxy",
    "Connection aborted",
)
TAKEN_UP = re.compile(  # a package from the network, one that is there, one from a file
    r"(?:Collecting |Requirement already satisfied: |Processing (?:\S*[/\\])?)"
    r"([\w.]+(?:-(?!\d)[\w.]+)*)"
)
REPORTED_EVERY = 10  # packages, where the line cannot be rewritten


class Progress:
    """Counts packages on one line of a terminal, or on a line now and then in a file.

    `total` is the expected number of packages, 0 when it is not known.
    """

    def __init__(self, total: int, out: IO[str]) -> None:
        self.total = total
        self.out = out
        self.rewritten = out.isatty()
        self.width = 0
        self.next_line = REPORTED_EVERY
        self.last = ("", 0)
        self.laid_out = False

    def show(self, doing: str, done: int, name: str = "") -> None:
        """Writes "`doing`: `done` af total pakker (`name`)"."""
        of = f" af {max(self.total, done)}" if self.total else ""
        line = f"{doing}: {done}{of} pakker" + (f" ({name})" if name else "")
        if self.rewritten:
            self.out.write("\r" + line.ljust(self.width))
            self.width = len(line)
        elif (doing, done) != self.last and (done >= self.next_line or done == self.total):
            self.out.write(line + "\n")
            self.next_line = done - done % REPORTED_EVERY + REPORTED_EVERY
            self.last = (doing, done)
        self.out.flush()

    def begin(self, total: int) -> None:
        """Starts counting anew, now to `total`."""
        self.total = total
        self.next_line = REPORTED_EVERY

    def end(self) -> None:
        """Leaves the rewritten line standing."""
        if self.rewritten and self.width:
            self.out.write("\n")
            self.out.flush()


def pinned_names(requirements: Path) -> set[str]:
    """Lower-case names of the packages that `requirements` and its -r and -c files pin.

    A line with a marker (`; sys_platform == …`) counts only in the file it stands in for other
    systems, so it is left out of the expected number.
    """
    names: set[str] = set()
    for line in requirements.read_text(encoding="utf-8").splitlines():
        included = re.match(r"-[rc]\s*(\S+)", line)
        pinned = re.match(r"([A-Za-z0-9._-]+)(\[[^]]*\])?==[^;]+$", line)
        if included:
            names |= pinned_names(requirements.parent / included[1])
        elif pinned:
            names.add(re.sub(r"[-_.]+", "-", pinned[1]).lower())
    return names


def install(python: Path, requirements: Path, log: Path) -> None:
    """Installs every pin of `requirements` with pip; all that pip says goes to `log`.

    Raises StartProblem, told apart by cause: no network, no room, no such package.
    """
    command = [str(python), "-m", "pip", "install", "--disable-pip-version-check"]
    command += ["--no-input", "--progress-bar", "off", "--retries", "2", "-r", str(requirements)]
    progress = Progress(len(pinned_names(requirements)), sys.stdout)
    print("Henter de pakker, Talerør bygger på. Det sker kun den første gang.", flush=True)
    with log.open("w", encoding="utf-8") as kept, subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        encoding="utf-8", errors="replace",
    ) as pip:  # fmt: skip
        assert pip.stdout is not None
        _follow(pip.stdout, kept, progress, python)
    progress.end()
    if pip.returncode != 0:
        raise why(log.read_text(encoding="utf-8"), log)


def _follow(said: IO[str], kept: IO[str], progress: Progress, python: Path) -> None:
    """Copies pip's words to `kept` and turns them into progress."""
    done = 0
    stopped = threading.Event()
    counter = threading.Thread(
        target=_count_laid_out, args=(progress, python, stopped), daemon=True
    )
    for line in said:
        kept.write(line)
        found = TAKEN_UP.match(line)
        if found:
            done += 1
            progress.show("Henter", min(done, progress.total or done), found[1])
        elif line.startswith("Installing collected packages:"):
            progress.begin(line.count(",") + 1)
            counter.start()
        elif line.startswith("Successfully installed"):
            progress.laid_out = True
    stopped.set()
    if counter.ident:
        counter.join()


def _count_laid_out(progress: Progress, python: Path, stopped: threading.Event) -> None:
    """Shows how many of the packages are in place; pip itself is silent while it unpacks."""
    venv = python.parent.parent
    before, shown = _installed(venv), -1
    while not stopped.wait(0.5):
        done = min(_installed(venv) - before, progress.total)
        if done > shown:
            progress.show("Lægger på plads", done)
            shown = done
    if progress.laid_out:
        progress.show("Lægger på plads", progress.total)


def _installed(venv: Path) -> int:
    places = ("lib/python*/site-packages", "Lib/site-packages")
    return sum(1 for place in places for _ in venv.glob(f"{place}/*.dist-info"))


def why(said: str, log: Path) -> StartProblem:
    """The problem behind a failed pip, read from all that pip `said`."""
    if "No space left on device" in said:
        return StartProblem("Disken er fuld. Talerør skal bruge 1,5 GB til sine pakker.")
    if any(sign in said for sign in NETWORK_SIGNS):
        return StartProblem(
            "Pakkerne kunne ikke hentes: der er ingen forbindelse til pypi.org. Den første start "
            f"kræver internet; senere starter gør ikke. Detaljer: {log}"
        )
    missing = re.search(r"No matching distribution found for (\S+)", said)
    if missing:
        version = ".".join(str(part) for part in sys.version_info[:2])
        return StartProblem(
            f"Pakken {missing[1]} findes ikke til denne Python ({version}). Brug Python 3.11, 3.12 "
            f"eller 3.13. Detaljer: {log}"
        )
    return StartProblem(f"Pakkerne kunne ikke installeres. Hvad pip sagde, står i {log}")
