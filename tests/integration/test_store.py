"""What goes into the store comes out the same, on each database there is."""

import dataclasses
import sqlite3

import pytest
from sqlalchemy.exc import IntegrityError

from analysis.model import (
    Aspect,
    Cluster,
    Decision,
    KindSuggestion,
    MapPoint,
    Reason,
    Tag,
    TagSuggestion,
    ThemeSuggestion,
)
from guides.loader import load_shared
from interviews.model import (
    Consultation,
    Draft,
    DraftEntry,
    GuideRef,
    Interview,
    Kind,
    Role,
    Site,
    SiteKind,
    Statement,
    Theme,
)
from storage import Unknown, open_store
from strategy.model import (
    Digest,
    DigestLine,
    EvidenceLink,
    Goal,
    Initiative,
    InitiativeProposal,
    NotAnswered,
    Origin,
    Quote,
    Stance,
    TargetKind,
)

pytestmark = pytest.mark.usefixtures("database")

C = Consultation("c" * 32, "Prøve", "Egeby")
SITE = Site("s" * 32, C.id, "Varmestuen", SiteKind.DROP_IN, 5)
TALK = Interview("i" * 32, C.id, SITE.id, "2024-05", 2, guides=(GuideRef("housing", 1),))
SAID = Statement("u" * 32, 12, C.id, TALK.id, "Jeg vil bo <æøå> 😀", "housing", kind=Kind.WISH)
OTHER = Statement("w" * 32, 7, C.id, TALK.id, "Tandlægen er for dyr", "health")
DAY = "2024-06-01"


@pytest.fixture(autouse=True)
def base(database):
    with open_store() as store:
        store.add_consultation(C)
        store.save_site(SITE)
        store.add_interview(TALK, [SAID, OTHER])


def link(target="g" * 32, said=SAID):
    return EvidenceLink(
        "l" * 32, said.id, TargetKind.GOAL, target, Stance.SUPPORTS, "r", Role.STEERING, DAY
    )


def test_statements_come_back_as_they_were_in_number_order():
    with open_store() as store:
        assert store.statements(C.id) == (OTHER, SAID)
        assert store.statements(C.id, "housing") == (SAID,)
        assert store.statements_by_id([SAID.id, "nobody"]) == {SAID.id: SAID}
        assert store.used_numbers(C.id) == {7, 12}
        assert store.count_statements(C.id) == 2


def test_search_takes_danish_letters_and_signs_as_they_are():
    with open_store() as store:
        assert store.statements_page(C.id, 0, 10, search="TAND") == (OTHER,)
        assert store.statements_page(C.id, 0, 10, search="<æøå>") == (SAID,)
        assert store.statements_page(C.id, 0, 10, search="%") == ()


def test_every_model_survives_the_round_trip():
    reasons = (Reason("bo", 9, 11, 0.5),)
    theme = ThemeSuggestion(SAID.id, None, 0.5, "housing", 0.25, reasons, "m")
    tag = TagSuggestion(SAID.id, "bolig", 1, 0.5, reasons, "m")
    kind = KindSuggestion(SAID.id, Kind.WISH, 0.5, True, 0.75, (), "m")
    decision = Decision(SAID.id, Aspect.THEME, "", True, Role.CONSULTANT, DAY)
    kept_theme = Theme("t" * 32, C.id, "housing", "Boliger", "om", ("a",), ("b", "c"), 1)
    book = Tag("a" * 32, C.id, "bolig", "Bolig", "over", "housing", "d", "i", "e", ("x",), 2)
    goal = Goal("g" * 32, C.id, 1, "housing", "at", "antal", "10", "5", 2027)
    act = Initiative("b" * 32, C.id, 1, "housing", "at der", goal.id, end="2026")
    asked = InitiativeProposal("p" * 32, C.id, "housing", "at", (SAID.id,), None, "m", DAY)
    digest = Digest(C.id, "housing", (DigestLine(SAID.id, 0, 3, 1, 4),), Origin.MACHINE, DAY)
    quote = Quote("q" * 32, SAID.id, 0, 3, "Jeg", Role.STEERING, DAY)
    excuse = NotAnswered(OTHER.id, "Det er regionens", Role.STEERING, DAY)
    with open_store() as store:
        store.save_theme(kept_theme)
        store.save_tag(book)
        store.save_theme_suggestions([theme])
        store.save_tag_suggestions([tag])
        store.save_kind_suggestions([kind])
        store.add_decisions([decision])
        store.save_points(C.id, [MapPoint(SAID.id, 0.5, -0.5)])
        store.save_vectors("m", {SAID.id: b"\x00\xff"})
        store.save_goal(goal)
        store.save_initiative(act)
        store.save_initiative_proposals(C.id, [asked])
        store.save_digest(digest)
        store.add_quote(quote)
        store.add_not_answered(excuse)
        store.add_link(link())
    with open_store() as store:
        assert store.themes(C.id) == (kept_theme,)
        assert store.tags(C.id) == (book,)
        assert store.theme_suggestions(C.id) == (theme,)
        assert store.tag_suggestions(C.id, [SAID.id]) == (tag,)
        assert store.kind_suggestions(C.id, [OTHER.id]) == ()
        assert store.decisions(C.id) == (decision,)
        assert store.points(C.id) == (MapPoint(SAID.id, 0.5, -0.5),)
        assert store.vectors("m", [SAID.id, OTHER.id]) == {SAID.id: b"\x00\xff"}
        assert store.goals(C.id) == (goal,)
        assert store.initiatives(C.id) == (act,)
        assert store.initiative_proposals(C.id) == (asked,)
        assert store.digests(C.id) == (digest,)
        assert store.quotes(C.id) == (quote,)
        assert store.not_answered(C.id) == (excuse,)
        assert store.links(C.id) == (link(),)


def test_a_correction_takes_along_what_people_tied_to_it_and_drops_the_guesses():
    new = dataclasses.replace(SAID, id="v" * 32, text="Ny", version=2, replaces=SAID.id)
    cluster = Cluster("k" * 32, C.id, "housing", 0, ("bo",), (SAID.id, OTHER.id), (SAID.id,))
    with open_store() as store:
        store.save_clusters(C.id, [cluster])
        store.add_link(link())
        store.save_theme_suggestions([ThemeSuggestion(SAID.id, None, 1, None, 0, (), "m")])
        store.add_quote(Quote("q" * 32, SAID.id, 0, 3, "Jeg", Role.STEERING, DAY))
        store.add_statement_version(new)
    with open_store() as store:
        assert store.statements(C.id) == (OTHER, new)
        assert store.statement(SAID.id) == SAID
        assert store.links(C.id)[0].statement_id == new.id
        assert store.clusters(C.id)[0].statement_ids == (new.id, OTHER.id)
        assert store.theme_suggestions(C.id) == ()
        assert store.quotes(C.id) == ()


def test_deleting_a_statement_leaves_nothing_that_names_it():
    cluster = Cluster("k" * 32, C.id, None, 0, (), (SAID.id, OTHER.id))
    digest = Digest(C.id, "housing", (DigestLine(SAID.id, 0, 3),), Origin.MACHINE, DAY)
    with open_store() as store:
        store.save_clusters(C.id, [cluster])
        store.save_digest(digest)
        store.add_link(link())
        store.delete_statement(SAID.id)
    with open_store() as store:
        assert store.clusters(C.id)[0].statement_ids == (OTHER.id,)
        assert store.digests(C.id)[0].lines == ()
        assert store.links(C.id) == ()
        with pytest.raises(Unknown):
            store.statement(SAID.id)


def test_cluster_edits_can_be_undone_one_by_one():
    states = [(Cluster("k" * 32, C.id, None, 0, (str(n),), (SAID.id,)),) for n in range(3)]
    with open_store() as store:
        for state in states:
            store.save_clusters(C.id, state)
        assert store.undo_clusters(C.id)
        assert store.clusters(C.id) == states[1]
        assert store.undo_clusters(C.id)
        assert store.clusters(C.id) == states[0]
        assert not store.undo_clusters(C.id)


def test_site_counts_count_people_and_current_statements():
    with open_store() as store:
        (count,) = store.site_counts(C.id)
    assert (count.site, count.interviews, count.participants, count.statements) == (SITE, 1, 2, 2)


def test_a_failing_use_case_leaves_nothing_behind():
    def half_done():
        with open_store() as store:
            store.delete_statement(OTHER.id)
            raise RuntimeError("half way")

    with pytest.raises(RuntimeError):
        half_done()
    with open_store() as store:
        assert store.count_statements(C.id) == 2


def test_a_number_is_used_once_in_a_consultation():
    twin = dataclasses.replace(OTHER, id="x" * 32)
    other_talk = dataclasses.replace(TALK, id="j" * 32)

    def add():
        with open_store() as store:
            store.add_interview(other_talk, [twin])

    with pytest.raises(IntegrityError):
        add()


def test_guides_keep_their_versions_and_know_when_they_are_in_use():
    guide = next(g for g in load_shared() if g.id == "housing")
    newer = dataclasses.replace(guide, version=guide.version + 1)
    with open_store() as store:
        store.save_guide(C.id, guide)
        store.save_guide(C.id, newer)
    with open_store() as store:
        assert store.guides(C.id) == (newer,)
        assert store.guide(C.id, guide.id, guide.version) == guide
        assert store.guide_in_use(C.id, guide.id, guide.version)
        assert not store.guide_in_use(C.id, newer.id, newer.version)


def test_review_puts_the_surest_first_and_leaves_decided_ones_out():
    with open_store() as store:
        store.save_theme_suggestions(
            [
                ThemeSuggestion(SAID.id, "housing", 0.4, None, 0, (), "m"),
                ThemeSuggestion(OTHER.id, "housing", 0.9, None, 0, (), "m"),
            ]
        )
        assert store.review_ids(C.id, 0, 10) == (OTHER.id, SAID.id)
        assert store.review_ids(C.id, 0, 10, theme_key="-") == ()
        store.add_decisions(
            [Decision(OTHER.id, Aspect.THEME, "housing", True, Role.CONSULTANT, DAY)]
        )
        assert store.review_ids(C.id, 0, 10) == (SAID.id,)
        assert store.count_review(C.id, only_open=False) == 2
        assert (store.count_analysed(C.id), store.count_reviewed(C.id)) == (2, 1)


def test_a_draft_is_unreadable_in_the_database_file(database, home):
    secret = "Jens fra Nørregade"
    draft = Draft("d" * 32, C.id, DAY, entries=(DraftEntry("e", "housing", "q", secret),))
    with open_store() as store:
        store.save_draft(draft)
    with open_store() as store:
        assert store.draft(draft.id) == draft
        assert store.drafts(C.id) == (draft,)
        assert store.purge_drafts(DAY) == 0
        assert store.purge_drafts("2024-06-02") == 1
    if database == "sqlite":
        for file in home.iterdir():
            assert "Nørregade".encode() not in file.read_bytes()


def test_deleting_a_consultation_empties_every_table(database, home):
    with open_store() as store:
        store.add_link(link())
        store.delete_consultation(C.id)
        assert store.consultations() == ()
    if database == "sqlite":
        with sqlite3.connect(home / "taleroer.db") as conn:
            assert conn.execute("select count(*) from statements").fetchone() == (0,)
            assert conn.execute("select count(*) from evidence_links").fetchone() == (0,)
        conn.close()
