"""Long notes become statements of one thought each, and back again, by tapping."""

import re
import secrets
from dataclasses import replace

from interviews.drafts import DraftStore, find_entry, rewritten, without_judgements
from interviews.model import Draft, DraftEntry
from language.sentences import BULLET, bullet_at, sentences

_TURN = re.compile(
    r"(?:,|;| –| -)?\s+(?=(?:og så|men|til gengæld|på den anden side)\b)"
    r"|(?:,|;)\s+(?=(?:og|så|for)\s+(?:jeg|man|vi|der|det|de|han|hun|min|mine|mit|kommunen)\b)",
    re.I,
)
_LISTED = re.compile(rf"(?:^|\n)[^\S\n]*{BULLET.pattern}$")


class SplitOutside(ValueError):
    """A place to split lies outside the text, or would leave an empty part."""

    code = "split_outside"


def split_entry(store: DraftStore, draft_id: str, entry_id: str, at: int) -> Draft:
    """The draft with one entry made two at character `at`; blanks and bullets there fall away.

    Both halves keep question, kind, wording and quotable. Raises `SplitOutside`.
    """
    draft = store.draft(draft_id)
    entry = find_entry(draft, entry_id)
    first, second = _unlisted(entry.text[:at]), _unlisted(entry.text[at:])
    if not 0 < at < len(entry.text) or not first or not second:
        raise SplitOutside(at)
    head = rewritten(entry, first)
    tail = replace(head, id=secrets.token_hex(16), text=second, other="")
    place = draft.entries.index(entry)
    entries = (*draft.entries[:place], head, tail, *draft.entries[place + 1 :])
    return _keep(store, draft, entry_id, entries)


def join_entries(store: DraftStore, draft_id: str, entry_id: str) -> Draft:
    """The draft with one entry and the next one of the same question made one.

    A draft without such a next entry comes back as it is.
    """
    draft = store.draft(draft_id)
    entry = find_entry(draft, entry_id)
    following = next_entry(draft, entry)
    if following is None:
        return draft
    joined = rewritten(entry, f"{entry.text.rstrip()} {following.text.lstrip()}".strip())
    joined = replace(joined, other="\n\n".join(t for t in (entry.other, following.other) if t))
    kept = (joined if e.id == entry_id else e for e in draft.entries if e.id != following.id)
    return _keep(store, without_judgements(draft, following.id), entry_id, tuple(kept))


def next_entry(draft: Draft, entry: DraftEntry) -> DraftEntry | None:
    """The entry that follows under the same question, if there is one."""
    place = (entry.theme_key, entry.question_key)
    same = [e for e in draft.entries if (e.theme_key, e.question_key) == place]
    after = same[same.index(entry) + 1 :]
    return after[0] if after else None


def suggest_splits(text: str) -> tuple[int, ...]:
    """Where `text` may be cut into one thought each: character offsets, ascending.

    The start of every sentence but the first, and of a clause of at least three words that turns
    the thought ("men", "og så", "til gengæld").
    """
    starts = {_before_bullet(text, start) for start, _end in sentences(text)[1:]}
    for turn in _TURN.finditer(text):
        before, after = text[: turn.start()], text[turn.end() :]
        if min(len(_last_clause(before)), len(_first_clause(after))) >= 3:
            starts.add(turn.end())
    return tuple(sorted(at for at in starts if text[:at].strip() and text[at:].strip()))


def words_of(text: str) -> tuple[tuple[int, str], ...]:
    """Every word but the first with the place to cut before it, a bullet going along."""
    words = re.finditer(r"\S*[^\W_]\S*", text)
    return tuple((_before_bullet(text, found.start()), found.group()) for found in words)[1:]


def _before_bullet(text: str, start: int) -> int:
    found = _LISTED.search(text[:start])
    return found.start() + 1 if found and found.start() else start


def _unlisted(text: str) -> str:
    """Without blanks around and the bullet before it."""
    text = text.strip()
    begins = bullet_at(text)
    return text if begins is None else text[begins:]


def _keep(store: DraftStore, draft: Draft, entry_id: str, entries: tuple[DraftEntry, ...]) -> Draft:
    changed = replace(without_judgements(draft, entry_id), entries=entries)
    store.save_draft(changed)
    return changed


def _last_clause(text: str) -> list[str]:
    return re.split(r"[.!?\n]", text)[-1].split()


def _first_clause(text: str) -> list[str]:
    return re.split(r"[.!?\n]", text)[0].split()
