"""What `start.py` runs inside the environment, a function a command.

Prints Danish; ends with 0, or with 2 (the user can mend it), 3 (database from a newer
version), always after one line on standard error that says what to do.
"""

import argparse
import datetime
import getpass
import os
import sys
from collections.abc import Callable
from pathlib import Path

from interviews.model import Consultation, Role
from storage import DatabaseNewer, HomeNotWritable, MigrationNeeded, database_url, open_store

ERASE_WORDS = "SLET ALT"


class CannotDo(Exception):
    """Ends the command with one line."""


def prepare(_args: argparse.Namespace) -> None:
    """Make the database and, when it is empty, the demonstration; delete what is due, every day."""
    from storage.daily import DAILY

    with open_store() as store:
        empty = not store.consultations()
    DAILY.each_day(_delete_due)  # the app runs on in this process, perhaps for months
    if empty and not os.environ.get("TALEROER_NO_DEMO"):
        print("Lægger den opdigtede undersøgelse ind …", flush=True)
        from demo.load import load_demo

        with open_store() as store:
            load_demo(store)


def _delete_due() -> None:
    from interviews.retention import keep_promises

    with open_store() as store:
        keep_promises(store, datetime.date.today().isoformat())


def import_file(args: argparse.Namespace) -> None:
    """Statements from a file into a consultation, made with the five themes when new."""
    from guides.loader import load_shared
    from interviews.importing import import_statements
    from interviews.reading_files import FileUnreadable
    from interviews.setup import create_consultation, shared_themes
    from views.messages import file_message, report_lines

    path = Path(args.file)
    if not path.is_file():
        raise CannotDo(f"Filen {path} findes ikke.")
    name = args.into or path.stem
    try:
        with open_store() as store:
            into = store.consultation_named(name) or create_consultation(
                store, name, "", shared_themes(), load_shared()
            )
            report = import_statements(store, into.id, path.name, path.read_bytes())
    except FileUnreadable as error:
        raise CannotDo(file_message(error, str)) from error
    print(f"Undersøgelse: {into.name}")
    print("\n".join(report_lines(report, str)))


def plan(args: argparse.Namespace) -> None:
    """Analyse what is new, draft what is missing, and write the plan."""
    from analysis.analyse import analyse
    from exports.documents import print_plan
    from exports.word import WordRenderer
    from strategy.draft_plan import draft_plan

    chosen = _chosen(args.of)
    with open_store() as store:
        done = analyse(store, chosen.id, progress=_tell)
    with open_store() as store:
        if done.statements or not store.digests(chosen.id):
            draft_plan(store, chosen.id)
    with open_store() as store:
        data = print_plan(store, chosen.id, WordRenderer(), Role.ADMINISTRATOR)
    _write(Path(args.out), data)
    print(f"Planen for {chosen.name} ligger i {args.out}.")


def _chosen(name: str | None) -> Consultation:
    """The consultation named; without a name the only one that is not the demonstration."""
    with open_store() as store:
        there = store.consultations()
    real = [c for c in there if not c.is_demo] or list(there)
    found = [c for c in there if c.name == name] if name else real
    if len(found) != 1:
        names = ", ".join(c.name for c in there) or "ingen"
        say = "Undersøgelsen findes ikke." if name or not there else "Sig hvilken, med --of NAVN."
        raise CannotDo(f"{say} Der er: {names}.")
    return found[0]


def backup(args: argparse.Namespace) -> None:
    """The whole base in one sealed file."""
    from storage.backup import back_up

    rows = back_up(Path(args.file), _passphrase(new=True))
    print(f"{rows} rækker er gemt i {args.file}. Kladder er ikke med.")


def restore(args: argparse.Namespace) -> None:
    """Replace the base by a backup; what was there is kept in a sealed file first."""
    from storage import StorageError
    from storage.backup import back_up, home_passphrase
    from storage.backup import restore as restore_base
    from storage.home import home

    source = Path(args.file)
    if not source.is_file():
        raise CannotDo(f"Filen {source} findes ikke.")
    kept = home() / "before-restore.taleroer"
    with open_store() as store:
        if store.consultations():
            back_up(kept, home_passphrase())
    try:
        rows = restore_base(source, _passphrase(new=False))
    except DatabaseNewer:
        raise
    except StorageError as error:
        words = {
            "not_a_backup": f"{source} er ikke en sikkerhedskopi fra Talerør.",
            "wrong_passphrase": "Kodeordet passer ikke, eller filen er beskadiget.",
        }
        raise CannotDo(words.get(error.code, str(error))) from error
    print(f"{rows} rækker er lagt tilbage fra {source}.")


def migrate(_args: argparse.Namespace) -> None:
    """Bring a server database up to date, because somebody asked."""
    from storage.migrate import bring_up_to_date
    from storage.store import raw_engine

    changed = bring_up_to_date(raw_engine(database_url()), asked=True)
    print("Databasen er opdateret." if changed else "Databasen var opdateret i forvejen.")


def erase(_args: argparse.Namespace) -> None:
    """Delete everything, for good, when the words are typed."""
    from storage.erase import erase_everything

    with open_store() as store:
        names = ", ".join(c.name for c in store.consultations()) or "ingen"
    print(f"Alle undersøgelser slettes: {names}.")
    print(
        "Samtaler, udsagn, kladder, planer, Talerørs egne kopier og nøglen til kladder forsvinder."
    )
    print(
        "Det kan ikke fortrydes. Sikkerhedskopier, du selv har lagt andre steder, sletter du selv."
    )
    print(f"Skriv {ERASE_WORDS} for at gå videre: ", end="", flush=True)
    if sys.stdin.readline().strip() != ERASE_WORDS:
        raise CannotDo("Intet er slettet: ordene var ikke dem, der blev bedt om.")
    done = erase_everything(datetime.date.today().isoformat())
    if not done.rewritten:
        raise CannotDo("Alt er slettet, men filen er i brug. Luk Talerør, og kør erase igen.")
    print(f"Alt er slettet: {done.consultations} undersøgelser og {len(done.files)} filer.")


def _passphrase(*, new: bool) -> str:
    """From the environment, else typed, else the one kept at home."""
    from storage.backup import home_passphrase

    given = os.environ.get("TALEROER_PASSPHRASE")
    if given:
        return given
    if not sys.stdin.isatty():
        if new:
            print("Låst med nøglen i backup.key; gem en kopi af den et andet sted.")
        return home_passphrase()
    first = getpass.getpass("Kodeord til sikkerhedskopien: ")
    if new and getpass.getpass("Kodeordet igen: ") != first:
        raise CannotDo("De to kodeord er ikke ens. Prøv igen.")
    return first or home_passphrase()


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise CannotDo(f"{path} kan ikke skrives: {error.strerror}. Vælg et andet sted.") from error


def _tell(stage: str, share: float) -> None:
    words = {"vectors": "Læser udsagn", "suggestions": "Foreslår temaer", "groups": "Samler"}
    much = "" if stage == "groups" else f"{share:4.0%}"
    print(
        f"\r{words.get(stage, stage)} … {much}",
        end="\n" if share >= 1 or stage == "groups" else "",
        flush=True,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="start.py")
    sub = parser.add_subparsers(required=True)
    for name, run, arguments in (
        ("prepare", prepare, ()),
        ("migrate", migrate, ()),
        ("import", import_file, ("file", "--into")),
        ("plan", plan, ("out", "--of")),
        ("backup", backup, ("file",)),
        ("restore", restore, ("file",)),
        ("erase", erase, ()),
    ):
        command = sub.add_parser(name, help=run.__doc__)
        for argument in arguments:
            command.add_argument(argument)
        command.set_defaults(run=run)
    return parser


def main(argv: list[str] | None = None) -> int:
    """Run one command; the exit status."""
    args = _parser().parse_args(argv)
    run: Callable[[argparse.Namespace], None] = args.run
    try:
        run(args)
    except CannotDo as error:
        return _stop(2, str(error))
    except DatabaseNewer:
        return _stop(3, "Databasen er fra en nyere udgave af Talerør. Opdatér programmet først.")
    except MigrationNeeded:
        return _stop(2, "Databasen skal opdateres. Kør: python3 start.py migrate")
    except HomeNotWritable as error:
        return _stop(
            2, f"Mappen {error.path} kan ikke skrives. Sæt TALEROER_HOME til en anden mappe."
        )
    return 0


def _stop(status: int, words: str) -> int:
    print(words, file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())
