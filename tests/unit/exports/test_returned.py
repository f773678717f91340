"""A plan edited in Word and sent back: what was changed is found, whatever hand changed it."""

import io
import random
import zipfile
from dataclasses import replace

import pytest
from plans import CID, DAY, small_base

from benchmarks.word_edits import Edited, w
from exports.gate import clear
from exports.outline import draw
from exports.printed_rows import printed_rows, stamp_of
from exports.word.render import write
from exports.word.returned import read_returned
from interviews.model import Role
from interviews.reading_files import FileUnreadable
from strategy.model import PlanVersion, TargetKind
from strategy.round_trip.compare import NotThisPlan, compare
from strategy.round_trip.model import OfferKind, Refusal

BASE = small_base()
VERSION = PlanVersion(
    "v" * 32, CID, 3, DAY, Role.STEERING, "", BASE.goals, BASE.initiatives, BASE.links
)
LABELS = {s.id: s.label for s in BASE.statements}
SAID = {s.label: (s.text,) for s in BASE.statements}
both = pytest.mark.parametrize("tracked", [False, True], ids=["untracked", "tracked"])


@pytest.fixture(scope="module")
def printed():
    return printed_of(BASE, stamp_of(VERSION))


def printed_of(base, stamp=None):
    return write(clear(draw(base, DAY), base), None, {}, stamp)[0]


def rows(base=BASE):
    version = replace(VERSION, goals=base.goals, initiatives=base.initiatives)
    return printed_rows(version, LABELS)


def back(content, now=BASE, then=BASE):
    """The comparison of a returned file printed from `then`, the tool holding `now`."""
    there = rows(then)
    ids = {row.label: key for key, row in there.items()}
    returned = read_returned(content, BASE.themes)
    return compare(3, returned, tuple(there.values()), rows(now), ids, SAID)


def offered(found):
    """What is offered, in short."""
    return {(o.label, o.kind, o.field, o.returned) for o in found.offers}


def test_a_file_nobody_touched_offers_nothing(printed):
    found = back(printed)
    assert (found.offers, found.refused, found.comments) == ((), (), ())
    assert (found.printed, found.read, found.same) == (7, 7, 7)


def test_the_file_says_its_version_by_property_and_by_bookmark(printed):
    assert read_returned(printed, BASE.themes).stamp == stamp_of(VERSION)
    without = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(printed)) as package, zipfile.ZipFile(without, "w") as out:
        for name in package.namelist():
            if name != "docProps/custom.xml":
                out.writestr(name, package.read(name))
    assert read_returned(without.getvalue(), BASE.themes).stamp == stamp_of(VERSION)
    plain = write(clear(draw(BASE, DAY), BASE), None, {})[0]
    assert read_returned(plain, BASE.themes).stamp is None


@both
def test_words_and_every_field_of_an_initiative_are_found(printed, tracked):
    file = Edited(printed, tracked)
    file.replace(file.cell("I-01", 1), "mindst 20 små", "mindst 30 små")
    file.replace(file.cell("I-01", 1, 1), "4,5", "6")
    file.replace(file.cell("I-01", 2), "Center for Bolig", "Boligenheden")
    file.replace(file.cell("I-01", 2, 1), "boligorganisationerne", "boligforeningen og KFUM")
    file.replace(file.cell("I-01", 3), "1. kvartal 2027", "2. kvartal 2027")
    file.replace(file.cell("I-01", 4), "4. kvartal 2028", "2029")
    file.replace(file.cell("I-01", 5), "antal boliger taget i brug", "antal nøgler")
    file.append(file.cell("I-01", 1, 1), " · Status: planlagt")
    changed = OfferKind.CHANGED
    text = "at der etableres mindst 30 små boliger, som kan betales af en kontanthjælp"
    assert offered(back(file.saved())) == {
        ("I-01", changed, "text", text),
        ("I-01", changed, "cost", "6 mio. kr."),
        ("I-01", changed, "responsible", "Boligenheden"),
        ("I-01", changed, "partners", "boligforeningen og KFUM"),
        ("I-01", changed, "start", "2. kvartal 2027"),
        ("I-01", changed, "end", "2029"),
        ("I-01", changed, "indicator", "antal nøgler"),
        ("I-01", changed, "status", "planned"),
    }


@both
def test_words_and_measure_of_a_goal_are_found(printed, tracked):
    file = Edited(printed, tracked)
    goal = file.paragraph("M-01")
    file.replace(goal, "lever på gaden", "sover på gaden")
    file.replace(goal.getnext(), "24 borgere i 2026", "21 borgere i 2026")
    found = back(file.saved())
    assert offered(found) == {
        ("M-01", OfferKind.CHANGED, "text", "at ingen borgere mod deres vilje sover på gaden"),
        ("M-01", OfferKind.CHANGED, "baseline", "21 borgere i 2026"),
    }
    assert found.tracked is tracked


@both
def test_rows_and_goals_added_and_taken_out_are_found(printed, tracked):
    file = Edited(printed, tracked)
    file.add_row("I-02", ["nyt initiativ", "at der ansættes to gadesygeplejersker", "Sundhed",
                          "2027", "–", "", ""])  # fmt: skip
    file.remove_row("I-04")
    file.add_goal("M-01", "Nyt mål: at ingen unge står uden seng")
    file.remove_goal("M-02")
    found = back(file.saved())
    assert offered(found) == {
        ("", OfferKind.ADDED, "", "at der ansættes to gadesygeplejersker"),
        ("I-04", OfferKind.REMOVED, "", ""),
        ("", OfferKind.ADDED, "", "at ingen unge står uden seng"),
        ("M-02", OfferKind.REMOVED, "", ""),
    }
    new = next(o.row for o in found.offers if o.target is TargetKind.INITIATIVE and o.row)
    assert new.theme_key == "housing"
    assert (new.value("responsible"), new.value("start"), new.value("end")) == (
        "Sundhed", "2027", "",
    )  # fmt: skip


def test_moved_split_renumbered_and_retyped_rows_are_the_same_rows(printed):
    file = Edited(printed)
    file.move_row("I-02", "I-04")
    file.split(file.cell("I-01", 1), "som kan betales")
    file.split(file.paragraph("M-01"), "lever på gaden")
    file.unname("I-03")
    found = back(file.saved())
    assert offered(found) == {("I-02", OfferKind.CHANGED, "theme_key", "health")}


def test_another_order_of_the_rows_is_offered_as_one_thing(printed):
    before = [row.label for row in BASE.initiatives if row.theme_key == "housing"]
    file = Edited(printed)
    file.move_row(before[0], before[-1])
    after = [*before[1:], before[0]]
    found = back(file.saved())
    assert offered(found) == {("", OfferKind.CHANGED, "order", ", ".join(after))}
    assert (found.offers[0].target_id, found.refused) == ("housing", ())
    first, second, *others = BASE.initiatives
    moved = replace(BASE, initiatives=(second, first, *others))
    assert [o.kind for o in back(file.saved(), moved).offers] == [OfferKind.DONE]


def test_numbers_typed_over_each_other_do_not_change_what_belongs_to_whom(printed):
    file = Edited(printed)
    for one, other in (("I-01", "02"), ("I-02", "01")):
        number = list(file.paragraph(one).iter(w("t")))[1]
        number.text = other
    assert offered(back(file.saved())) == set()
    for label in ("I-01", "I-02"):
        file.unname(label)
    assert offered(back(file.saved())) == set()


def test_other_quotation_marks_dashes_and_blanks_are_no_change(printed):
    known = replace(BASE.initiatives[2], text="at »borgeren« får 18-25 % – mindst")
    base = replace(BASE, initiatives=(*BASE.initiatives[:2], known, BASE.initiatives[3]))
    content = write(clear(draw(base, DAY), base), None, {}, stamp_of(VERSION))[0]
    file = Edited(content)
    text = next(file.cell("I-03", 1).iter(w("t")))
    text.text = "at “borgeren”  får 18–25% - mindst"
    there = rows(base)
    ids = {row.label: key for key, row in there.items()}
    returned = read_returned(file.saved(), BASE.themes)
    assert compare(3, returned, tuple(there.values()), there, ids, SAID).offers == ()


def test_a_change_on_both_sides_is_a_conflict_and_the_same_change_is_done(printed):
    file = Edited(printed)
    file.replace(file.cell("I-01", 3), "1. kvartal 2027", "2. kvartal 2027")
    file.replace(file.cell("I-02", 3), "2. kvartal 2027", "3. kvartal 2027")
    file.remove_row("I-04")
    one, two, three, four = BASE.initiatives
    now = replace(
        BASE,
        initiatives=(
            replace(one, start="januar 2028"),
            replace(two, start="3. kvartal 2027", end="2030"),
            three,
            replace(four, indicator="antal pjecer"),
        ),
    )
    assert {(o.label, o.kind, o.field, o.now) for o in back(file.saved(), now).offers} == {
        ("I-01", OfferKind.CONFLICT, "start", "januar 2028"),
        ("I-02", OfferKind.DONE, "start", "3. kvartal 2027"),
        ("I-04", OfferKind.CONFLICT, "", "at kommunens sundhedspjecer opdateres"),
    }
    without = replace(BASE, initiatives=(two, three, four))
    gone = next(o for o in back(file.saved(), without).offers if o.label == "I-01")
    assert gone.kind is OfferKind.GONE


@both
def test_a_citizens_changed_words_are_told_and_never_offered(printed, tracked):
    file = Edited(printed, tracked)
    for paragraph in list(file.root.iter(w("p"))):
        whole = "".join(t.text or "" for t in paragraph.iter(w("t")))
        if "stod på venteliste" in whole or "sad jeg på gulvet i to dage" in whole:
            file.replace(paragraph, "sad jeg på gulvet", "satte jeg mig på gulvet")
    found = back(file.saved())
    assert found.offers == ()
    assert {(r.label, r.why) for r in found.refused} == {("U-088", Refusal.QUOTE)}
    assert all("satte jeg mig" in r.returned for r in found.refused)


def test_statements_added_beside_an_initiative_are_told(printed):
    file = Edited(printed)
    file.append(file.cell("I-03", 6), ", U-012")
    refused = back(file.saved()).refused
    assert [(r.label, r.why) for r in refused] == [("I-03", Refusal.EVIDENCE)]
    assert "U-012" in refused[0].returned


def test_comments_come_with_their_place_and_without_a_name(printed):
    file = Edited(printed)
    file.comment(file.cell("I-02", 1), "Hvem betaler?")
    file.comment(file.paragraph("M-03"), "Godt mål 😀")
    found = back(file.saved()).comments
    assert [(c.place, c.text, c.role) for c in found] == [
        ("I-02", "Hvem betaler?", None),
        ("M-03", "Godt mål 😀", None),
    ]
    assert "Karla" not in repr(found)


def test_a_copied_row_is_new_and_says_so(printed):
    file = Edited(printed)
    file.add_row("I-01", ["I-01", "at der bygges noget helt andet", "", "", "", "", ""])
    only = back(file.saved()).offers
    assert [(o.kind, o.flags) for o in only] == [(OfferKind.ADDED, ("copied",))]


def test_a_file_of_another_plan_is_not_compared(printed):
    other = Edited(printed)
    for label in ("I-01", "I-02", "I-03", "I-04"):
        other.remove_row(label)
    for label in ("M-01", "M-02", "M-03"):
        other.remove_goal(label)
    with pytest.raises(NotThisPlan):
        back(other.saved())


def test_more_text_than_any_plan_has_is_not_read(printed):
    file = Edited(printed)
    file.append(file.cell("I-01", 1), "uden ende " * 300_001)
    with pytest.raises(FileUnreadable) as error:
        read_returned(file.saved(), BASE.themes)
    assert error.value.code == "suspicious_archive"
    file = Edited(printed)
    chance = random.Random(1)
    file.append(file.cell("I-01", 1), "".join(chance.choices("abcdefghi ", k=3_000_001)))
    with pytest.raises(FileUnreadable) as error:
        read_returned(file.saved(), BASE.themes)
    assert error.value.code == "too_large"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "not_document"),
        (b"Hej", "not_document"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 600, "locked"),
    ],
)
def test_what_is_no_word_file_is_told(content, code):
    with pytest.raises(FileUnreadable) as error:
        read_returned(content, BASE.themes)
    assert error.value.code == code


def test_macros_and_declared_entities_stay_outside(printed):
    def with_part(name, content):
        target = io.BytesIO(printed)
        with zipfile.ZipFile(target, "a") as out:
            out.writestr(name, content)
        return target.getvalue()

    bad = (
        with_part("word/vbaProject.bin", b"x"),
        with_part("word/comments.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'),
    )
    for content, code in zip(bad, ("macros", "doctype"), strict=True):
        with pytest.raises(FileUnreadable) as error:
            read_returned(content, BASE.themes)
        assert error.value.code == code
