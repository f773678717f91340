"""Use case: read what is new in a consultation and suggest themes, tags and kinds for it."""

import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Protocol

from analysis import readable, teach
from analysis.arrange import ArrangeStore, arrange
from analysis.batch import suggest_all
from analysis.engine import Engine, Texts, build_engine, engine_name, read
from analysis.model import (
    AnalysisRun,
    Decision,
    KindSuggestion,
    Tag,
    TagSuggestion,
    ThemeSuggestion,
)
from analysis.vectors import statement_vectors
from guides.loader import load_shared
from guides.model import Guide
from interviews.model import Statement, Theme
from language.reader import read_words
from language.vectors import Embedder, default_embedder

# Called with the stage ("vectors", "suggestions", "groups") and the share done, in [0, 1]
Progress = Callable[[str, float], None]


class AnalysisStore(ArrangeStore, Protocol):
    """What the use case needs of the store."""

    def statements_by_id(self, ids: Sequence[str]) -> Mapping[str, Statement]: ...
    def themes(self, consultation_id: str) -> Sequence[Theme]: ...
    def tags(self, consultation_id: str) -> Sequence[Tag]: ...
    def guides(self, consultation_id: str) -> Sequence[Guide]: ...
    def save_theme_suggestions(self, suggestions: Iterable[ThemeSuggestion]) -> None: ...
    def save_tag_suggestions(self, suggestions: Iterable[TagSuggestion]) -> None: ...
    def save_kind_suggestions(self, suggestions: Iterable[KindSuggestion]) -> None: ...
    def add_run(self, run: AnalysisRun) -> None: ...
    def runs(self, consultation_id: str) -> Sequence[AnalysisRun]: ...


def analyse(
    store: AnalysisStore,
    consultation_id: str,
    embedder: Embedder | None = None,
    progress: Progress | None = None,
    now: date | None = None,
) -> AnalysisRun:
    """The run over statements without suggestions of the present engine.

    A statement is new until this engine, with these themes and this codebook, has seen it.
    Suggestions are saved with the engine's name; ids in = suggested for + `unprocessed` (with
    "empty", "no_words" or "not_danish"). Nothing new: nothing is saved, `statements` is 0.
    The same statements, themes, tags and decisions always give the same suggestions.
    """
    chosen = embedder or default_embedder()
    name = engine_name(store.themes(consultation_id), store.tags(consultation_id), chosen)
    seen = {s.statement_id for s in store.theme_suggestions(consultation_id) if s.model == name}
    seen |= {
        key
        for run in store.runs(consultation_id)
        if run.version == name
        for key, _reason in run.unprocessed
    }
    new = [s for s in store.statements(consultation_id) if s.id not in seen]
    return _run(store, consultation_id, new, chosen, progress, now)


def relearn(
    store: AnalysisStore,
    consultation_id: str,
    embedder: Embedder | None = None,
    progress: Progress | None = None,
    now: date | None = None,
) -> AnalysisRun:
    """The run that learns all decisions and makes the suggestions of all statements anew.

    Vectors are kept, so this costs no reading: about a second for 1,000 statements.
    """
    chosen = embedder or default_embedder()
    return _run(store, consultation_id, store.statements(consultation_id), chosen, progress, now)


def _run(
    store: AnalysisStore,
    consultation_id: str,
    statements: Sequence[Statement],
    embedder: Embedder,
    progress: Progress | None,
    now: date | None,
) -> AnalysisRun:
    refused = {s.id: readable.unreadable(s.text, read_words(s.text)) for s in statements}
    good = [s for s in statements if refused[s.id] is None]
    if good:
        _suggest_all(store, consultation_id, good, embedder, progress)
    run = AnalysisRun(
        uuid.uuid4().hex,
        consultation_id,
        embedder.name,
        engine_name(store.themes(consultation_id), store.tags(consultation_id), embedder),
        (now or date.today()).isoformat(),
        len(good),
        tuple((id_, reason) for id_, reason in refused.items() if reason is not None),
    )
    if statements:
        store.add_run(run)
    if good:
        (progress or _silent)("groups", 0.0)
        arrange(store, consultation_id, embedder=embedder)
    return run


def _suggest_all(
    store: AnalysisStore,
    consultation_id: str,
    statements: Sequence[Statement],
    embedder: Embedder,
    progress: Progress | None,
) -> None:
    tell = progress or _silent
    engine = engine_for(store, consultation_id, embedder)
    questions = asked(store, consultation_id)
    vectors = statement_vectors(store, statements, embedder, partial(tell, "vectors"))
    done = 0
    for found in suggest_all(engine, questions, statements, vectors):
        store.save_theme_suggestions(found.themes)
        store.save_tag_suggestions(found.tags)
        store.save_kind_suggestions(found.kinds)
        done += len(found.themes)
        tell("suggestions", done / len(statements))


def _silent(_stage: str, _share: float) -> None:
    """Tell nobody."""


def engine_for(store: AnalysisStore, consultation_id: str, embedder: Embedder) -> Engine:
    """The engine of a consultation with all its decisions learnt."""
    engine = build_engine(store.themes(consultation_id), store.tags(consultation_id), embedder)
    decisions = store.decisions(consultation_id)
    texts = decided_texts(store, consultation_id, decisions, embedder)
    return teach.teach(engine, texts, decisions)


def asked(store: AnalysisStore, consultation_id: str) -> dict[tuple[str, str], str]:
    """Every question with its probes, by theme key and question key."""
    guides = {guide.theme_key: guide for guide in (*load_shared(), *store.guides(consultation_id))}
    return {
        (theme, question.key): " ".join(
            [question.text.da, *(probe.da for probe in question.probes)]
        )
        for theme, guide in guides.items()
        for question in guide.questions
    }


def decided_texts(
    store: AnalysisStore, consultation_id: str, decisions: Sequence[Decision], embedder: Embedder
) -> Texts:
    """The statements that were decided about, read; those deleted since are left out."""
    ids = teach.decided_ids(decisions)
    known = store.statements_by_id(ids)
    decided = [known[id_] for id_ in ids if id_ in known]
    decided = [s for s in decided if readable.unreadable(s.text, read_words(s.text)) is None]
    vectors = statement_vectors(store, decided, embedder)
    return read(decided, vectors, asked(store, consultation_id))
