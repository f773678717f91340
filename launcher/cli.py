"""The commands of start.py: reads the call, sets up what it needs, and hands over."""

import argparse
import io
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import NoReturn

from launcher.environment import DEVELOPMENT, RUNTIME, ensure_environment
from launcher.places import ROOT, child_environment, data_home
from launcher.problems import StartProblem
from launcher.server import DEFAULT_PORT, run_app

GUIDE = """\
Talerør: fra det, borgerne siger, til en plan, der peger på deres egne ord.

  python3 start.py                            åbn Talerør på denne maskine
  python3 start.py import FIL [--into NAVN]   læs udsagn ind fra .csv, .xlsx eller .jsonl
  python3 start.py plan UD.docx [--of NAVN]   skriv udkastet til planen
  python3 start.py backup FIL                 gem hele databasen i én fil
  python3 start.py restore FIL                læg den tilbage
  python3 start.py migrate                    opdatér en database på en server
  python3 start.py erase                      slet alt, for altid
  python3 start.py test [...]                 kør prøverne; resten af linjen går til pytest

In English: no argument opens the app; import reads statements (column "text") into a consultation;
plan writes the draft as a Word file; backup and restore keep the whole base in one file; migrate
updates a server database; erase deletes everything for good; test runs ruff and pytest.
"""
ENDING = """\
TALEROER_HOME flytter mappen med data (ellers: data ved siden af koden).
TALEROER_DATABASE_URL vælger en anden database, for eksempel PostgreSQL. Se docs/deployment.md.
"""
# A file stays in one process, so that what its tests share is built once; slow files come first.
TWO_CORES = ("-n2", "--dist=loadfile", "--no-loadscope-reorder")


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise StartProblem(f"Kaldet blev ikke forstået ({message}). Se python3 start.py --help", 2)


def build_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    parser = _Parser(
        prog="python3 start.py",
        description=GUIDE,
        epilog=ENDING,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        usage="python3 start.py [KOMMANDO] [--port N] [--no-browser]",
        add_help=False,
    )
    parser.add_argument("-h", "--help", action="help", help="vis denne hjælp (show this help)")
    parser.add_argument(
        "--port", type=int, default=DEFAULT_PORT, metavar="N",
        help=f"porten på 127.0.0.1 (default {DEFAULT_PORT})",
    )  # fmt: skip
    parser.add_argument(
        "--no-browser", action="store_true", help="åbn ikke browseren (do not open the browser)"
    )
    commands = parser.add_subparsers(dest="command", help=argparse.SUPPRESS, metavar="")
    reading = commands.add_parser("import")
    reading.add_argument("file", metavar="FIL", type=Path)
    reading.add_argument("--into", metavar="NAVN")
    planning = commands.add_parser("plan")
    planning.add_argument("file", metavar="UD.docx", type=Path)
    planning.add_argument("--of", metavar="NAVN")
    for name in ("backup", "restore"):
        commands.add_parser(name).add_argument("file", metavar="FIL", type=Path)
    commands.add_parser("migrate")
    commands.add_parser("erase")
    return parser


def main(words: list[str]) -> int:
    """Does what `words`, the command line without the program's name, ask for.

    Returns the exit code: 0 done, 1 a problem, 2 a call that was not understood, or what the
    command itself ended with (3: the database was made by a newer version).
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        if words[:1] == ["test"]:
            return run_tests(words[1:])
        call = build_parser().parse_args(words)
        if not 0 < call.port < 65536:
            raise StartProblem("Porten skal være et tal mellem 1 og 65535.", 2)
        home = data_home()
        python = ensure_environment(RUNTIME, home / "pip.log")
        if call.command is None:
            return run_app(python, home, call.port, browser=not call.no_browser)
        return run_command(python, home, call)
    except StartProblem as problem:
        print(f"Fejl: {problem}", file=sys.stderr)
        return problem.exit_code
    except KeyboardInterrupt:
        print("\nAfbrudt.", file=sys.stderr)
        return 130


def run_command(python: Path, home: Path, call: argparse.Namespace) -> int:
    """Hands every command but test to `python -m commands` and returns its exit code."""
    words = [call.command]
    if "file" in call:
        words.append(str(call.file.expanduser().absolute()))
    for option in ("into", "of"):
        if getattr(call, option, None):
            words += [f"--{option}", getattr(call, option)]
    command = [str(python), "-m", "commands", *words]
    return subprocess.run(command, cwd=ROOT, env=child_environment(home), check=False).returncode


def run_tests(words: list[str]) -> int:
    """Runs ruff over the tree, then pytest on two cores with `words`; 0 only when both are content.

    The tests get an empty data folder of their own, so that they cannot touch anybody's data.
    """
    python = ensure_environment(DEVELOPMENT, data_home() / "pip.log")
    with tempfile.TemporaryDirectory(prefix="taleroer-") as folder:
        environment = child_environment(Path(folder))
        environment.pop("TALEROER_DATABASE_URL", None)
        run = partial(subprocess.run, cwd=ROOT, env=environment, check=False)
        linted = run([str(python), "-m", "ruff", "check", "."]).returncode
        if linted:
            print("Fejl: ruff fandt noget; prøverne køres alligevel.", file=sys.stderr, flush=True)
        tested = run([str(python), "-m", "pytest", *TWO_CORES, *words]).returncode
    return tested or linted
