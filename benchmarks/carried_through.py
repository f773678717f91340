"""Real documents carried through: København's two councils to a commented note, Herning's goals of
2014 and status of 2017 to a follow-up report. Prints figures only.

    python -m benchmarks.carried_through --reference DIR [--into DIR]

DIR holds koebenhavn-forslag-om-udsatteenhed.txt, herning-dagsordenspunkt-ny-strategi-2014.txt and
herning-masterplan-2017.txt. The finished Word files are written to --into (a new temporary folder
otherwise), and so is the base they are made from. The plan that København's councils answer, and
what is decided about their points, are made up here; what they say is the document's.
"""

import argparse
import io
import os
import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path

from docx import Document as WordFile

from exports.agenda_documents import print_agenda
from exports.check import PrintStopped
from exports.follow_up_documents import print_follow_up
from exports.hearing_documents import print_hearing_note
from interviews.documents.model import Document, Form
from interviews.documents.plan_parts import find_plan_parts
from interviews.documents.reading import read_document
from interviews.documents.scan_faults import repaired, suggest_repairs
from interviews.model import Role
from interviews.setup import add_theme, create_consultation
from storage import Store, open_store
from strategy.adoption import PointsUndecided, adopt_plan
from strategy.follow_up.figures import read_number, series, set_figure
from strategy.follow_up.model import FollowUp, Progress
from strategy.follow_up.overdue import overdue
from strategy.follow_up.periods import begins
from strategy.follow_up.rounds import mark_row, open_round, recommend, standings
from strategy.goals import add_goal, add_initiative, change_initiative
from strategy.hearing import decide_point, open_hearing
from strategy.hearing_answers import split_answer, take_answer
from strategy.model import HearingDecision
from strategy.versions import changes_between, save_version

BY = Role.STEERING
COUNCILS = ("Udsatterådet i Københavns Kommune", "Udsatterådet i Region Hovedstaden")
PLAN = (  # what the councils are taken to answer
    "at der oprettes en samlet enhed for borgere med flere sammensatte problemer",
    "at enheden har åbent om aftenen og kan kontaktes akut",
    "at enhedens sagsbehandlere kan visitere til behandling og foranstaltninger",
    "at enheden opsøger borgere, der udebliver, i stedet for at lukke sagen",
    "at kommune og region har fælles budget og ansvar for borgeren",
)
DECISIONS = (HearingDecision.FOLLOWED, HearingDecision.PARTLY, HearingDecision.NOT_FOLLOWED)
SECTORS = {  # themes of Herning's strategy, by the words its two documents have for them
    "homelessness": "Hjemløshed",
    "health": "Forbedring af sundhedstilstanden",
    "abuse": "Misbrug",
    "work": "Beskæftigelse",
}
ORGANISATIONS = ("rambøll", "bic", "ceb", "ceb next", "next")  # taken for people's names
GROUP = re.compile(r"Målsætninger der retter sig mod (.+?):?$", re.IGNORECASE)
YEAR = re.compile(r"(20\d\d)[\t ]+([\d.]+)[\t ]+(\d+)$")


def read(folder: Path, name: str) -> Document:
    """One of the documents, the repairs of a scan all taken."""
    document = read_document(name, (folder / name).read_bytes())
    return repaired(document, suggest_repairs(document))


def copenhagen(store: Store, folder: Path, into: Path) -> None:
    """Two councils' proposals as hearing answers, decided about, printed, adopted."""
    document = read(folder, "koebenhavn-forslag-om-udsatteenhed.txt")
    made = create_consultation(store, "Udsatteenhed", "København", ())
    theme = add_theme(store, made.id, "Sammenhængende indsats")
    goal = add_goal(store, made.id, theme.key, "at borgere får den hjælp, de har ret til")
    for text in PLAN:
        add_initiative(
            store, made.id, theme.key, text, goal_id=goal.id, responsible="Forvaltningen"
        )
    first = save_version(store, made.id, BY, "2021-01-04")
    held = open_hearing(store, made.id, 1, "2021-01-05", "2021-02-02", COUNCILS)
    parts = split_answer(document, first)
    second = [p.paragraph for p in parts if p.text.startswith("Forslag fra")][-1]
    taken = 0
    for party, mine in zip(COUNCILS, (parts[:second], parts[second:]), strict=True):
        points = take_answer(store, held, party, [p for p in mine if p.is_point], "2021-02-01")
        taken += len(points)
        tied = sum(bool(p.section) for p in points)
        print(f"  {party}: {len(mine)} paragraphs, {len(points)} points, {tied} tied to a row")
    print(f"  {len(parts)} paragraphs in all, {len(parts) - taken} no points")
    print(f"  adopting before deciding: {_adopting(store, made.id)}")
    for decision, point in zip(cycle(DECISIONS), store.hearing_points(held.id), strict=False):
        remark = "Det indgår i arbejdet med enheden, så langt lovgivningen rækker."
        decide_point(store, point, decision, BY, "2021-03-01", remark)
    for at, one in enumerate(store.initiatives(made.id)[:2]):
        change_initiative(store, one, start=f"{at + 2}. kvartal 2021")
    newest = save_version(store, made.id, BY, "2021-03-02")
    print(f"  version 2: {len(changes_between(first, newest))} changes filled in")
    note = print_hearing_note(store, held.id, BY, "2021-03-03")
    keep(into, "hoeringsnotat-koebenhavn.docx", note)
    keep(into, "dagsordenspunkt-koebenhavn.docx", print_agenda(store, made.id, BY, "2021-03-03"))
    print(f"  adopting after: {_adopting(store, made.id)}")


def _adopting(store: Store, consultation_id: str) -> str:
    try:
        return str(adopt_plan(store, consultation_id, BY, "2021-03-04").status)
    except PointsUndecided as error:
        return f"stopped, {len(error.labels)} points undecided"


def herning(store: Store, folder: Path, into: Path) -> None:
    """The goals of 2014 followed up with the status, figures and recommendations of 2017."""
    agenda = read(folder, "herning-dagsordenspunkt-ny-strategi-2014.txt")
    status = read(folder, "herning-masterplan-2017.txt")
    made = create_consultation(store, "Udsattestrategi", "Herning", ())
    keys = {name.lower(): add_theme(store, made.id, name).key for name in SECTORS.values()}
    goals = list(_goals(agenda, keys))
    for key, text in goals:
        year = 2020 if "2020" in text else None
        add_goal(store, made.id, key, text, year=year)
    door = len(find_plan_parts(agenda, SECTORS))
    print(f"  2014: {len(goals)} goals in {len({k for k, _ in goals})} groups ({door} by the door)")
    one = open_round(store, made.id, BY, "2014-06-17", "Da strategien blev vedtaget.")
    for goal in store.goals(made.id):
        mark_row(store, one, goal, Progress.NOT_BEGUN, BY, "2014-06-17")
    two = open_round(store, made.id, BY, "2017-09-12")
    told = _status(status, keys)
    for goal in store.goals(made.id):
        if reason := told.get(goal.theme_key):
            mark_row(store, two, goal, Progress.UNDER_WAY, BY, "2017-09-12", reason)
    marked = sum(row.mark is not None for row in standings(store, two))
    print(f"  2017: status of {marked} goals, from {len(told)} sections")
    _figures(store, status, made.id)
    _recommendations(store, status, two)
    late = overdue(store.goals(made.id), (), "2021-01-01", {})
    print(f"  late on 2021-01-01: {len(late.late)} goals of {len(goals)}")
    try:
        print_follow_up(store, two.id, BY, "2017-09-12")
    except PrintStopped as error:
        print(f"  stopped by the guard first at {', '.join(f.label for f in error.faults)}")
        known = store.settings(made.id)
        store.save_settings(replace(known, allowed_words=ORGANISATIONS))
    for form in ("docx", "xlsx"):
        content = print_follow_up(store, two.id, BY, "2017-09-12", form)
        keep(into, f"opfoelgning-herning.{form}", content)


def _goals(agenda: Document, keys: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Theme keys and goals: the bullets under each "Målsætninger der retter sig mod …"."""
    key = None
    for paragraph in agenda.paragraphs:
        if match := GROUP.match(paragraph.text):
            key = keys[match[1].lower()]
        elif key and paragraph.kind is Form.BULLET:
            yield key, paragraph.text
        elif key:
            key = None


def _status(status: Document, keys: dict[str, str]) -> dict[str, str]:
    """The first paragraph under the heading of each theme in the chapter on status."""
    found: dict[str, list[str]] = {}
    key = None
    for paragraph in status.paragraphs:
        if paragraph.kind is Form.HEADING:
            key = keys.get(paragraph.text.lower())
        elif key and len(found.setdefault(key, [])) < 1:
            found[key].append(paragraph.text)
    return {key: "\n".join(texts) for key, texts in found.items()}


def _figures(store: Store, status: Document, consultation_id: str) -> None:
    """The table of spending, whose index is held against the document's own."""
    goal = store.goals(consultation_id)[0]
    own = {}
    for paragraph in status.paragraphs:
        if row := YEAR.match(paragraph.text.strip()):
            year, value = int(row[1]), read_number(row[2])
            set_figure(store, consultation_id, goal.id, "Forbrug i kr.", year, value)
            own[year] = int(row[3])
    (found,) = series(store.figures(consultation_id))
    same = sum(own[p.year] == p.index for p in found.points)
    print(f"  figures: {len(found.points)} years, index as in the document in {same}")


def _recommendations(store: Store, status: Document, follow_up: FollowUp) -> None:
    """Each "At …" that an Opstart and an Ansvarlig follow."""
    text = start = ""
    for paragraph in status.paragraphs:
        name, _, rest = paragraph.text.partition(":")
        if paragraph.kind is Form.BULLET and paragraph.text.startswith("At "):
            text = paragraph.text
        elif name == "Opstart":
            start = rest
        elif name.startswith("Ansvarlig") and text:
            recommend(store, follow_up, text, start, rest)
            text = start = ""
    found = store.recommendations(follow_up.id)
    dated = sum(begins(r.start) is not None for r in found)
    whole = sum(bool(r.start and r.responsible) for r in found)
    print(
        f"  recommendations: {len(found)}, {whole} with Opstart and Ansvarlig, "
        f"{dated} with an Opstart that names a time"
    )


def keep(into: Path, name: str, content: bytes) -> None:
    """Write the file, and print how much is in it."""
    (into / name).write_bytes(content)
    size = f"{len(content) // 1000} kB"
    if name.endswith("docx"):
        word = WordFile(io.BytesIO(content))
        size += f", {len(word.paragraphs)} paragraphs, {len(word.tables)} tables"
    print(f"  {name}: {size}")


def main() -> None:
    """Both, in a base of their own."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--reference", type=Path, required=True)
    parser.add_argument("--into", type=Path)
    chosen = parser.parse_args()
    into = chosen.into or Path(tempfile.mkdtemp(prefix="carried-through-"))
    into.mkdir(parents=True, exist_ok=True)
    os.environ["TALEROER_HOME"] = tempfile.mkdtemp(prefix="home-", dir=into)
    os.environ.pop("TALEROER_DATABASE_URL", None)
    for name, carry in (("København", copenhagen), ("Herning", herning)):
        print(name)
        with open_store() as store:
            carry(store, chosen.reference, into)


if __name__ == "__main__":
    main()
