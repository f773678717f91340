from datetime import date

import pytest
from readers import CODEBOOK, HashingEmbedder, MemoryStore, statement

from analysis.analyse import analyse, relearn
from analysis.current import (
    Source,
    current_kinds,
    current_tags,
    current_themes,
    open_tag_suggestions,
)
from analysis.decide import DecisionRefused, decide
from analysis.model import Aspect
from analysis.reread import reread
from interviews.model import Kind, Role

TEXTS = (
    "Huslejen er steget, og jeg er bange for at miste min lejlighed.",
    "Der burde være flere billige boliger til unge.",
    "Tandlægen er for dyr, så mine tænder falder ud.",
    "Jeg har haft otte sagsbehandlere på et år.",
    "De lytter ikke til mig, og der er ingen respekt.",
    "Min søn blev mobbet i skolen.",
    "Jeg bor på herberget, og der er larm hele natten.",
    "Sygeplejersken gav mig medicin, det var jeg glad for.",
)
DAY = date(2026, 3, 4)


@pytest.fixture
def embedder():
    return HashingEmbedder()


@pytest.fixture
def store():
    return MemoryStore([statement(i, text) for i, text in enumerate(TEXTS, start=1)])


def run(store, embedder):
    return analyse(store, "c", embedder=embedder, now=DAY)


def test_every_statement_gets_suggestions_and_the_run_is_kept(store, embedder):
    found = run(store, embedder)
    assert (found.statements, found.unprocessed, found.day) == (8, (), "2026-03-04")
    assert found.model == "hashing-384"
    assert store.run_list == [found]
    assert {s.statement_id for s in store.theme_suggestions("c")} == set(store.all)
    assert {s.statement_id for s in store.kind_suggestions("c")} == set(store.all)
    assert len(store.tag_suggestions("c")) == 3 * 8
    assert {s.model for s in store.theme_suggestions("c")} == {found.version}


def test_groups_and_the_map_are_made_in_the_same_run(store, embedder):
    run(store, embedder)
    assert {id_ for cluster in store.groups for id_ in cluster.statement_ids} == set(store.all)
    assert {point.statement_id for point in store.places} == set(store.all)


def test_a_second_run_with_nothing_new_reads_and_keeps_nothing(store, embedder):
    run(store, embedder)
    before, read = store.theme_suggestions("c"), embedder.read
    assert run(store, embedder).statements == 0
    assert (store.theme_suggestions("c"), embedder.read, len(store.run_list)) == (before, read, 1)


def test_only_new_statements_are_read(store, embedder):
    run(store, embedder)
    store.all["s9"] = statement(9, "Fogeden satte mig ud på gaden.")
    read = embedder.read
    assert run(store, embedder).statements == 1
    assert embedder.read == read + 1


def test_a_changed_codebook_makes_new_suggestions_without_reading_again(store, embedder):
    first = run(store, embedder)
    store.codebook = CODEBOOK[:3]
    second = run(store, embedder)
    assert second.statements == 8
    assert second.version != first.version
    assert {s.tag_key for s in store.tag_suggestions("c")} == {"rent", "shelter"}


def test_what_cannot_be_read_is_named_with_its_reason(embedder):
    texts = ["", "🙂🙂", "12 345", "Naalakkersuisut oqaluttuarpaat inuit tamarmik",
             "أحتاج إلى مكان للعيش", "Bolig"]  # fmt: skip
    store = MemoryStore([statement(i, text) for i, text in enumerate(texts)])
    found = run(store, embedder)
    assert dict(found.unprocessed) == {
        "s0": "empty", "s1": "no_words", "s2": "no_words", "s3": "not_danish", "s4": "not_danish",
    }  # fmt: skip
    assert found.statements + len(found.unprocessed) == len(texts)
    assert {s.statement_id for s in store.theme_suggestions("c")} == {"s5"}


def test_an_empty_consultation_is_analysed_too(embedder):
    assert run(MemoryStore([]), embedder).statements == 0


def test_a_very_long_statement_is_taken(embedder):
    store = MemoryStore([statement(1, "Jeg mangler en bolig og venter. " * 900)])
    assert run(store, embedder).statements == 1


def test_the_same_input_gives_the_same_suggestions(embedder):
    stores = [MemoryStore([statement(i, t) for i, t in enumerate(TEXTS)]) for _ in range(2)]
    for one in stores:
        run(one, embedder)
    assert stores[0].kept == stores[1].kept


def test_progress_is_told_and_ends_at_one(store, embedder):
    told = []
    analyse(
        store, "c", embedder=embedder, progress=lambda stage, share: told.append((stage, share))
    )
    assert {stage for stage, _ in told} == {"vectors", "suggestions", "groups"}
    assert all(0 <= share <= 1 for _, share in told)
    assert ("suggestions", 1.0) in told


def test_a_decision_outranks_the_machine_and_is_learnt(store, embedder):
    run(store, embedder)
    decide(store, ["s1", "s2"], Aspect.THEME, "casework", Role.CONSULTANT, now=DAY)
    assert current_themes(store, "c")["s1"].theme_key == "casework"
    assert current_themes(store, "c")["s1"].source is Source.DECIDED
    assert current_themes(store, "c")["s3"].source is Source.SUGGESTED
    assert relearn(store, "c", embedder=embedder, now=DAY).statements == 8


def test_decisions_change_what_is_suggested_for_others(embedder):
    seen = ("taget", "torvet", "broen", "tårnet", "muren", "træet")
    doing = ("sidder", "flyver", "sover", "synger", "venter")
    texts = [f"Duerne {one} ved {place}." for place in seen for one in doing]
    store = MemoryStore([statement(i, text) for i, text in enumerate(texts)])
    run(store, embedder)
    decide(store, [f"s{i}" for i in range(20)], Aspect.THEME, "encounter", Role.CONSULTANT)
    relearn(store, "c", embedder=embedder)
    assert current_themes(store, "c")["s25"].theme_key == "encounter"


def test_a_rejected_theme_gives_way_to_the_second(store, embedder):
    run(store, embedder)
    first = store.kept["theme"]["s1"][0]
    decide(store, ["s1"], Aspect.THEME, first.theme_key, Role.CONSULTANT, accepted=False)
    assert current_themes(store, "c")["s1"].theme_key == first.second_key


def test_what_it_was_said_under_comes_before_the_suggestion(embedder):
    store = MemoryStore([statement(1, TEXTS[0], theme_key="health", kind=Kind.WISH)])
    run(store, embedder)
    found = current_themes(store, "c")["s1"]
    assert (found.theme_key, found.source) == ("health", Source.SAID_UNDER)
    assert current_kinds(store, "c")["s1"].kind_source is Source.SAID_UNDER


def test_tags_are_those_people_gave_and_did_not_take_back(store, embedder):
    run(store, embedder)
    decide(store, ["s1", "s7"], Aspect.TAG, "rent", Role.CONSULTANT)
    decide(store, ["s7"], Aspect.TAG, "rent", Role.CONSULTANT, accepted=False)
    assert current_tags(store, "c") == {"s1": ("rent",)}
    assert "rent" not in {s.tag_key for s in open_tag_suggestions(store, "c")["s1"]}


def test_whether_it_asks_for_something_can_be_decided(store, embedder):
    run(store, embedder)
    assert current_kinds(store, "c")["s2"].is_proposal
    decide(store, ["s2"], Aspect.PROPOSAL, "no", Role.CONSULTANT)
    found = current_kinds(store, "c")["s2"]
    assert (found.is_proposal, found.proposal_source) == (False, Source.DECIDED)


@pytest.mark.parametrize(
    ("id_", "aspect", "value", "code"),
    [
        ("s99", Aspect.THEME, "housing", "unknown_statement"),
        ("s1", Aspect.KIND, "poem", "not_a_kind"),
        ("s1", Aspect.PROPOSAL, "perhaps", "not_yes_or_no"),
        ("s1", Aspect.TAG, "", "no_value"),
    ],
)
def test_a_decision_that_does_not_fit_is_refused_and_nothing_is_kept(
    store, id_, aspect, value, code
):
    with pytest.raises(DecisionRefused) as refused:
        decide(store, ["s2", id_], aspect, value, Role.CONSULTANT)
    assert refused.value.code == code
    assert store.made == []


def test_a_statement_can_be_read_anew_for_its_reasons(store, embedder):
    run(store, embedder)
    found = reread(store, "c", "s1", embedder=embedder)
    assert {reason.word for reason in found} <= {
        "Huslejen",
        "lejlighed",
        "miste",
        "steget",
        "bange",
    }
    assert found[0].weight >= found[-1].weight > 0
    assert reread(store, "c", "nobody", embedder=embedder) == ()
