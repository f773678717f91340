"""New versions of a guide. A version that was used in an interview stands as it is for ever."""

from collections.abc import Collection
from dataclasses import replace

from guides.model import Change, Difference, Guide, Local, Question

_CONSENT = ("instruction.anonymity", "instruction.stopping", "read_aloud", "ending")
_OTHER = (
    "title",
    "purpose",
    "instruction.begin",
    "instruction.bad_news",
    "instruction.danger",
    "instruction.never_write",
)


class QuestionReworded(Exception):
    """Questions got another wording under their old key. `keys` names them.

    Either the change mends a slip and means the same (declare the keys as corrected), or it is
    another question and needs a key of its own: answers are compared across versions by key.
    """

    code = "question_reworded"

    def __init__(self, keys: tuple[str, ...]) -> None:
        self.keys = keys
        super().__init__("reworded without being declared a correction: " + ", ".join(keys))


class QuestionKeyRetired(Exception):
    """New questions took keys that earlier versions used for questions since removed."""

    code = "question_key_retired"

    def __init__(self, keys: tuple[str, ...]) -> None:
        self.keys = keys
        super().__init__("keys of removed questions cannot be used again: " + ", ".join(keys))


class GuideMismatch(Exception):
    """Two guides that are not versions of one guide: another id or theme."""

    code = "guide_mismatch"


class GuideUnchanged(Exception):
    """The changed guide says the same as the old one: no new version is needed."""

    code = "guide_unchanged"


def next_version(
    old: Guide,
    changed: Guide,
    corrected: Collection[str] = (),
    retired: Collection[str] = (),
) -> Guide:
    """`changed` as the version after `old`; neither guide is altered.

    `corrected`: keys of questions whose new Danish wording means what the old one meant.
    `retired`: keys that versions before `old` used and that are no longer in it.
    Raises `GuideMismatch`, `GuideUnchanged`, `QuestionReworded` or `QuestionKeyRetired`.
    """
    if (old.id, old.theme_key) != (changed.id, changed.theme_key):
        raise GuideMismatch(f"{changed.id}/{changed.theme_key} is not {old.id}/{old.theme_key}")
    found = differences(old, changed)
    if not found:
        raise GuideUnchanged(old.id)
    reworded = {d.where for d in found if d.change is Change.REWORDED} - set(corrected)
    if reworded:
        raise QuestionReworded(tuple(q.key for q in changed.questions if q.key in reworded))
    reused = tuple(d.where for d in found if d.change is Change.ADDED and d.where in set(retired))
    if reused:
        raise QuestionKeyRetired(reused)
    return replace(changed, version=old.version + 1)


def differences(old: Guide, new: Guide) -> tuple[Difference, ...]:
    """What differs, read from top to bottom: texts, words of consent, then questions.

    The version number itself is no difference; neither are blanks. Only questions that changed
    places among those in both versions count as moved, not those pushed down by a new one.
    """
    return (
        *_text_differences(old, new, _OTHER, Change.WORDS),
        *_text_differences(old, new, _CONSENT, Change.CONSENT),
        *_question_differences(old, new),
    )


def _text_differences(
    old: Guide, new: Guide, names: tuple[str, ...], change: Change
) -> list[Difference]:
    found: list[Difference] = []
    for name in names:
        before, after = _local(old, name), _local(new, name)
        if not _same(before.da, after.da):
            found.append(Difference(change, name, before.da, after.da))
        if not _same(before.en, after.en):
            found.append(Difference(Change.TRANSLATED, name, before.en, after.en))
    return found


def _question_differences(old: Guide, new: Guide) -> list[Difference]:
    before = {question.key: question for question in old.questions}
    after = {question.key: question for question in new.questions}
    found = [
        Difference(Change.REMOVED, key, question.text.da)
        for key, question in before.items()
        if key not in after
    ]
    moved = _moved([key for key in before if key in after], [key for key in after if key in before])
    places_old, places_new = list(before), list(after)
    for key, question in after.items():
        if key not in before:
            found.append(Difference(Change.ADDED, key, "", question.text.da))
            continue
        if key in moved:
            places = str(places_old.index(key) + 1), str(places_new.index(key) + 1)
            found.append(Difference(Change.MOVED, key, *places))
        found += _changes(before[key], question)
    return found


def _changes(before: Question, after: Question) -> list[Difference]:
    found: list[Difference] = []
    if not _same(before.text.da, after.text.da):
        found.append(Difference(Change.REWORDED, after.key, before.text.da, after.text.da))
    if not _same(before.text.en, after.text.en):
        found.append(Difference(Change.TRANSLATED, after.key, before.text.en, after.text.en))
    if before.probes != after.probes:
        probes = "\n".join(p.da for p in before.probes), "\n".join(p.da for p in after.probes)
        found.append(Difference(Change.PROBES, after.key, *probes))
    return found


def _moved(before: list[str], after: list[str]) -> set[str]:
    """The fewest keys that must be lifted out to bring one order into the other.

    The rest is a longest common subsequence; quadratic, for guides of at most some dozen questions.
    """
    best: list[list[tuple[str, ...]]] = [[()] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i, left in enumerate(before, start=1):
        for j, right in enumerate(after, start=1):
            if left == right:
                best[i][j] = (*best[i - 1][j - 1], left)
            else:
                best[i][j] = max(best[i - 1][j], best[i][j - 1], key=len)
    return set(before) - set(best[-1][-1])


def _local(guide: Guide, name: str) -> Local:
    holder: object = guide
    for part in name.split("."):
        holder = getattr(holder, part)
    assert isinstance(holder, Local)
    return holder


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()) == " ".join(other.split())
