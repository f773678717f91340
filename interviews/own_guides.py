"""A consultation's own guides: changed as new versions, or begun for a theme of its own."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Protocol

from guides.loader import load_shared
from guides.model import Difference, Guide, Local, Question
from guides.versions import differences, next_version
from interviews.model import Theme
from interviews.setup import slug

CONSENT_WORDS = ("anonymity", "stopping", "ending")


class GuideStore(Protocol):
    """What keeping guides needs of the store."""

    def guides(self, consultation_id: str) -> tuple[Guide, ...]: ...
    def guide_versions(self, consultation_id: str, guide_id: str) -> tuple[Guide, ...]: ...
    def save_guide(self, consultation_id: str | None, guide: Guide) -> None: ...


class QuestionsMissing(ValueError):
    """A guide without a single question leads no conversation."""

    code = "questions_missing"


class GuideOutdated(ValueError):
    """Somebody has published a newer version meanwhile; nothing of theirs is written over."""

    code = "guide_outdated"


@dataclass(frozen=True)
class Wording:
    """One question as a person has typed it; `key` None for a new one. Probes one each."""

    key: str | None
    text: str
    probes: tuple[str, ...] = ()


def publish_guide(
    store: GuideStore,
    consultation_id: str,
    old: Guide,
    read_aloud: str,
    wordings: Sequence[Wording],
    meant_the_same: Mapping[str, bool],
    consent: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Guide, tuple[Difference, ...]]:
    """The new version, saved, and what changed. The old one stays as it was.

    A published question never changes its meaning: `meant_the_same` says of each reworded one, by
    key, whether it is a correction (True) or a new question (False, it gets a new key). `consent`
    holds changed words about consent by name (`CONSENT_WORDS`). Raises QuestionReworded while that
    is open, GuideUnchanged, QuestionsMissing, and GuideOutdated where `old` is not the newest.
    """
    versions = store.guide_versions(consultation_id, old.id)
    if any(guide.version > old.version for guide in versions):
        raise GuideOutdated(old.id)
    used = {q.key for guide in versions for q in guide.questions}
    changed = compose_guide(old, read_aloud, wordings, meant_the_same, consent, used)
    corrected = {key for key, same in meant_the_same.items() if same}
    retired = used - {q.key for q in old.questions}
    new = next_version(old, changed, corrected, retired)
    store.save_guide(consultation_id, new)
    return new, differences(old, new)


def compose_guide(
    old: Guide,
    read_aloud: str,
    wordings: Sequence[Wording],
    meant_the_same: Mapping[str, bool],
    consent: Mapping[str, str] = MappingProxyType({}),
    used: Collection[str] = (),
) -> Guide:
    """`old` with what a person has typed, to look at before it is published; nothing is saved.

    `used` are question keys of earlier versions, never taken again. Raises QuestionsMissing.
    """
    there = {q.key: q for q in old.questions}
    taken = set(used) | set(there)
    kept = [w for w in wordings if w.text.strip()]
    if not kept:
        raise QuestionsMissing
    questions: list[Question] = []
    for wording in kept:
        before = there.get(wording.key or "")
        if before is None or meant_the_same.get(before.key) is False:
            key = slug(wording.text, taken | {q.key for q in questions})
            before = Question(key, Local(""))
        questions.append(_question(before, wording))
    told = old.instruction
    return replace(
        old,
        read_aloud=_local(old.read_aloud, read_aloud),
        instruction=replace(
            told,
            anonymity=_local(told.anonymity, consent.get("anonymity", told.anonymity.da)),
            stopping=_local(told.stopping, consent.get("stopping", told.stopping.da)),
        ),
        ending=_local(old.ending, consent.get("ending", old.ending.da)),
        questions=tuple(questions),
    )


def begin_guide(
    store: GuideStore, consultation_id: str, theme: Theme, purpose: str, questions: Sequence[str]
) -> Guide:
    """A first guide for a theme of the consultation's own, saved.

    Instructions, words to read aloud and the ending are those of the guides that are there (without
    any, of those that come with the program), since the promise to citizens is one. Raises
    QuestionsMissing.
    """
    asked = [" ".join(q.split()) for q in questions if q.strip()]
    if not asked:
        raise QuestionsMissing
    model = (store.guides(consultation_id) or load_shared())[0]
    keys: list[str] = []
    for question in asked:
        keys.append(slug(question, keys))
    guide = replace(
        model,
        id=slug(theme.key, _ids(store, consultation_id)),
        theme_key=theme.key,
        version=1,
        title=Local(theme.name),
        purpose=Local(purpose.strip() or theme.description or theme.name),
        questions=tuple(Question(k, Local(q)) for k, q in zip(keys, asked, strict=True)),
    )
    store.save_guide(consultation_id, guide)
    return guide


def _ids(store: GuideStore, consultation_id: str) -> Collection[str]:
    return {guide.id for guide in store.guides(consultation_id)}


def _question(before: Question, wording: Wording) -> Question:
    probes = {probe.da: probe for probe in before.probes}
    return Question(
        before.key,
        _local(before.text, wording.text),
        tuple(probes.get(p.strip(), Local(p.strip())) for p in wording.probes if p.strip()),
    )


def _local(before: Local, danish: str) -> Local:
    """The Danish as typed; the English stays only while the Danish does."""
    danish = danish.strip()
    return before if danish == before.da.strip() else Local(danish)
