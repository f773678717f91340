"""Following up: rounds, what is late, figures with an index, recommendations."""

import pytest

from interviews.model import Role
from interviews.setup import create_consultation, shared_themes
from storage import open_store
from strategy.evidence import ReasonMissing
from strategy.follow_up.figures import NotANumber, read_number, series, set_figure
from strategy.follow_up.model import Progress
from strategy.follow_up.overdue import overdue
from strategy.follow_up.rounds import likely_progress, mark_row, open_round, recommend, standings
from strategy.follow_up.texts import write_text, written
from strategy.goals import TextMissing, add_goal, add_initiative, change_initiative
from strategy.hearing import PeriodWrong
from strategy.model import InitiativeStatus

pytestmark = pytest.mark.usefixtures("database")
DAY, LATER = "2026-10-01", "2027-10-01"
BY = Role.CONSULTANT


@pytest.fixture
def base(database):
    """One goal for 2026 and three initiatives: late, not begun in time, without a time."""
    with open_store() as store:
        made = create_consultation(store, "Prøve", "Egeby", shared_themes())
        goal = add_goal(store, made.id, "housing", "at færre er hjemløse", year=2026)
        for text, start, end, who in (
            ("at der bygges", "2025", "3. kvartal 2026", "Bolig"),
            ("at nogen kommer ud", "primo 2026", "2028", "Sundhed"),
            ("at tage imod", "når tiden er til det", "", " "),
        ):
            add_initiative(
                store, made.id, "housing", text,
                goal_id=goal.id, start=start, end=end, responsible=who,
            )  # fmt: skip
    return made


def rows(store, base):
    return store.goals(base.id), store.initiatives(base.id)


def test_late_unowned_and_unreadable_rows_are_told(base):
    with open_store() as store:
        found = overdue(*rows(store, base), DAY)
        later = overdue(*rows(store, base), LATER)
    assert [(f.label, f.what, f.due) for f in found.late] == [
        ("I-01", "end", "2026-09-30"),
        ("I-02", "start", "2026-05-01"),
    ]
    assert [i.label for i in found.unowned] == [i.label for i in found.unread] == ["I-03"]
    assert found.undated == ()
    assert next((f.label, f.due) for f in later.late) == ("M-01", "2026-12-31")


def test_what_is_done_or_dropped_is_not_late(base):
    with open_store() as store:
        goals, (first, second, third) = rows(store, base)
        change_initiative(store, first, status=InitiativeStatus.DONE)
        marked = {second.id: Progress.UNDER_WAY, third.id: Progress.DROPPED}
        marked[goals[0].id] = Progress.DONE
        found = overdue(*rows(store, base), LATER, marked)
    assert found.late == found.unowned == found.unread == found.undated == ()


def test_a_round_keeps_how_each_row_stood_and_the_next_is_held_against_it(base):
    with open_store() as store:
        (goal,), (first, second, _third) = rows(store, base)
        one = open_round(store, base.id, BY, DAY, "Halvvejs")
        mark_row(store, one, goal, Progress.UNDER_WAY, BY, DAY)
        mark_row(store, one, first, Progress.NOT_BEGUN, BY, DAY)
        two = open_round(store, base.id, Role.STEERING, LATER)
        mark_row(store, two, first, Progress.BEHIND, BY, LATER, " Byggeriet venter ")
        changed = change_initiative(store, store.initiatives(base.id)[0], text="at der bygges nyt")
        mark_row(store, two, changed, Progress.DONE, BY, LATER)
        rows_now = standings(store, two)
        assert [r.label for r in rows_now] == ["M-01", "I-01", "I-02", "I-03"]
        assert (rows_now[0].mark, rows_now[0].before.progress) == (None, Progress.UNDER_WAY)
        assert (rows_now[1].mark.progress, rows_now[1].before.text) == (
            Progress.DONE,
            "at der bygges",
        )
        assert likely_progress(goal, rows_now[0].before) is Progress.UNDER_WAY
        assert likely_progress(second, None) is Progress.NOT_BEGUN
        assert [r.number for r in store.follow_ups(base.id)] == [1, 2]


def test_a_round_still_tells_of_a_row_that_left_the_plan(base):
    with open_store() as store:
        one = open_round(store, base.id, BY, DAY)
        first = store.initiatives(base.id)[0]
        mark_row(store, one, first, Progress.DONE, BY, DAY)
        store.delete_initiative(first.id)
        (gone,) = [r for r in standings(store, one) if r.gone]
        assert (gone.label, gone.text, gone.mark.progress) == (
            "I-01",
            "at der bygges",
            Progress.DONE,
        )


def test_the_initiative_takes_its_status_along_but_only_from_the_newest_round(base):
    with open_store() as store:
        one = open_round(store, base.id, BY, DAY)
        first = store.initiatives(base.id)[0]
        mark_row(store, one, first, Progress.DONE, BY, DAY)
        assert store.initiatives(base.id)[0].status is InitiativeStatus.DONE
        two = open_round(store, base.id, BY, LATER)
        mark_row(store, one, store.initiatives(base.id)[0], Progress.UNDER_WAY, BY, DAY)
        assert store.initiatives(base.id)[0].status is InitiativeStatus.DONE
        mark_row(store, two, store.initiatives(base.id)[0], Progress.UNDER_WAY, BY, LATER)
        assert store.initiatives(base.id)[0].status is InitiativeStatus.STARTED


@pytest.mark.parametrize("progress", [Progress.BEHIND, Progress.NOT_DONE, Progress.DROPPED])
def test_bad_news_needs_a_reason(base, progress):
    with open_store() as store:
        one = open_round(store, base.id, BY, DAY)
        with pytest.raises(ReasonMissing):
            mark_row(store, one, store.goals(base.id)[0], progress, BY, DAY, "  ")
        assert store.marks(one.id) == ()
        with pytest.raises(PeriodWrong):
            open_round(store, base.id, BY, "i går")


def test_figures_have_an_index_in_which_the_first_year_is_100(base):
    with open_store() as store:
        goal = store.goals(base.id)[0]
        for year, value in ((2015, 21.8), (2013, 20.0), (2014, 25.0), (2014, 24.0)):
            set_figure(store, base.id, goal.id, " Udgift  i mio. kr.", year, value)
        set_figure(store, base.id, goal.id, "Antal", 2013, 0)
        set_figure(store, base.id, goal.id, "Antal", 2014, 7)
        count, spent = series(store.figures(base.id))
        assert [(p.year, p.value, p.index) for p in spent.points] == [
            (2013, 20.0, 100),
            (2014, 24.0, 120),
            (2015, 21.8, 109),
        ]
        assert [p.index for p in count.points] == [None, None]
        with pytest.raises(NotANumber):
            set_figure(store, base.id, goal.id, "Antal", 13, 1)
        with pytest.raises(TextMissing):
            set_figure(store, base.id, goal.id, " ", 2013, 1)
        store.delete_goal(goal.id)
        assert store.figures(base.id) == ()


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        *(("23.344.224", 23344224), ("45,4", 45.4), ("120 kr.", 120), ("68 %", 68)),
        *(("45,4 mio. kr.", 45_400_000), ("45,4mio.", 45_400_000), ("1,2 mia. kr.", 1_200_000_000)),
        *(("68 pct.", 68), ("68,5 procent", 68.5), ("kr. 120", 120), ("2,5 t.kr.", 2500)),
        *(("0.125", 0.125), ("-0.125", -0.125), ("1.250,5 kr.", 1250.5), ("1234.567", 1234.567)),
        *(("1.5", 1.5), ("1.500", 1500), ("-3", -3), ("12 000", 12000), ("120 dage", 120)),
    ],
)
def test_numbers_are_read_as_danes_write_them(typed, value):
    assert read_number(typed) == value


@pytest.mark.parametrize("typed", ["", "x", "1,2,3", "1e5", "nan", "mange", "12 eller 13", "😀",
                                   "mio. kr.", "0.125.000", "1.25.000", "45 mioner"])  # fmt: skip
def test_what_is_no_number_is_not_taken_for_one(typed):
    with pytest.raises(NotANumber):
        read_number(typed)


def test_millions_are_held_against_what_is_counted():
    assert read_number("45,4 mio. kr.", "Udgift i mio. kr.") == 45.4
    assert read_number("45,4", "Udgift i mio. kr.") == 45.4
    assert read_number("1,2 mia.", "Udgift i mio. kr.") == 1200
    assert read_number("45,4 mio. kr.", "Udgift i kr.") == 45_400_000
    assert read_number("45,4 mio. kr.", "Amioner") == 45_400_000


def test_recommendations_are_numbered_within_their_round(base):
    with open_store() as store:
        one = open_round(store, base.id, BY, DAY)
        first = recommend(store, one, " at vi  fortsætter ", "Juli 2017", "Hjemløseteamet")
        second = recommend(store, one, "at vi tæller")
        assert store.recommendations(one.id) == (first, second)
        assert (first.label, first.text, second.label) == ("A-01", "at vi fortsætter", "A-02")
        with pytest.raises(TextMissing):
            recommend(store, one, " ")
        store.delete_follow_up(one.id)
        assert store.recommendations(one.id) == ()


def test_a_text_of_ones_own_is_kept_until_it_says_what_the_program_says(base):
    with open_store() as store:
        write_text(store, base.id, "agenda", "summary", " Vores ", BY, DAY, "Programmets")
        write_text(store, base.id, "agenda", "title", "Programmets", BY, DAY, "Programmets")
        assert written(store, base.id, "agenda") == {"summary": "Vores"}
        write_text(store, base.id, "agenda", "summary", "Programmets", BY, DAY, "Programmets")
        assert written(store, base.id, "agenda") == written(store, base.id, "answers") == {}


def test_deleting_the_consultation_takes_all_of_it_along(base):
    with open_store() as store:
        goal = store.goals(base.id)[0]
        one = open_round(store, base.id, BY, DAY)
        mark_row(store, one, goal, Progress.DONE, BY, DAY)
        recommend(store, one, "at vi tæller")
        set_figure(store, base.id, goal.id, "Antal", 2013, 5)
        write_text(store, base.id, "agenda", "summary", "Vores", BY, DAY)
        store.delete_consultation(base.id)
        assert (store.marks(one.id), store.recommendations(one.id)) == ((), ())
        assert store.figures(base.id) == store.follow_ups(base.id) == ()
        assert written(store, base.id, "agenda") == {}
