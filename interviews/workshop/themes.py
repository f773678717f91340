"""What the wall may give a consultation: themes, and words that point at them. A person decides."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from interviews.model import Theme
from interviews.setup import SetupStore, add_theme
from interviews.workshop.board import headings
from interviews.workshop.model import Contribution
from language.lists import frequencies
from language.stopwords import is_stop
from language.words import lemma

SHORTEST, UNKNOWN = 4, 6  # letters of a word; of one that no list knows
COMMON = 385  # centibels: rarer than this says something about a subject ("kommune" stands at 360)
MOST_WORDS = 12  # for one theme
_WORD = re.compile(r"[a-zæøåé]+", re.IGNORECASE)


class ThemeStore(Protocol):
    """What seed words need of the store."""

    def save_theme(self, theme: Theme) -> None: ...


def theme_of(heading: str, themes: Iterable[Theme]) -> Theme | None:
    """The theme whose name a heading is, capitals and blanks ignored."""
    wanted = _plain(heading)
    return next((theme for theme in themes if _plain(theme.name) == wanted), None)


def themes_to_come(notes: Collection[Contribution], themes: Collection[Theme]) -> tuple[str, ...]:
    """Headings that are no theme of the consultation yet, most dots first."""
    return tuple(h for h in headings(notes) if h and theme_of(h, themes) is None)


def accept_themes(store: SetupStore, consultation_id: str, names: Iterable[str]) -> list[Theme]:
    """New themes of the consultation; a name that is there already is passed over."""
    made = []
    for name in names:
        if theme_of(name, store.themes(consultation_id)) is None:
            made.append(add_theme(store, consultation_id, name))
    return made


def seed_words_to_come(
    notes: Collection[Contribution], themes: Sequence[Theme]
) -> dict[str, tuple[str, ...]]:
    """By theme key, words of its notes that no theme has yet and that no other theme's notes hold.

    At most `MOST_WORDS` dictionary forms a theme, heaviest first: each note counts once and once
    more for every dot.
    """
    taken = {word.casefold() for theme in themes for word in theme.seed_words}
    weights: dict[str, dict[str, int]] = {}
    for note in notes:
        theme = theme_of(note.heading, themes)
        if theme is None:
            continue
        mine = weights.setdefault(theme.key, {})
        for word in _telling(note.text):
            mine[word] = mine.get(word, 0) + 1 + note.dots
    shared = {
        word
        for key, mine in weights.items()
        for word in mine
        if any(word in other for its, other in weights.items() if its != key)
    }
    found = {}
    for key, mine in weights.items():
        fresh = [word for word in mine if word not in taken and word not in shared]
        if fresh:
            best = sorted(fresh, key=lambda word: (-mine[word], word))
            found[key] = tuple(best[:MOST_WORDS])
    return found


def accept_seed_words(store: ThemeStore, theme: Theme, words: Iterable[str]) -> Theme:
    """The theme with `words` after those it has; the suggestions use them at the next reading."""
    fresh = dict.fromkeys(word for word in words if word not in theme.seed_words)
    changed = replace(theme, seed_words=(*theme.seed_words, *fresh))
    if changed != theme:
        store.save_theme(changed)
    return changed


def _telling(text: str) -> set[str]:
    found = set()
    for form in _WORD.findall(text):
        word = lemma(form)
        known = frequencies().get(word)
        # What no list knows may be the very word of the place ("nattebus"); a person sees them all.
        rare = known > COMMON if known is not None else len(word) >= UNKNOWN
        if len(word) >= SHORTEST and not is_stop(form) and not is_stop(word) and rare:
            found.add(word)
    return found


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
