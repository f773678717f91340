"""Is this an ordinary Danish word? The one place the guard asks.

The forms are those of `language.lexicon` (its frequency list is left out: it counts names too).
Added are spoken forms, slang and loan words that no dictionary has; taken away are names that a
dictionary lists although nobody says them as words.
"""

from functools import cache
from importlib import resources

from language import lists
from language.lexicon import lexicon

_SHORTEST_PART = 3
_LINKS = ("", "s", "e")


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of lists/NAME.txt in lower case; "#" starts a comment, "_" stands for a space."""
    file = resources.files("interviews.anonymity").joinpath("lists", f"{name}.txt")
    lines = file.read_text(encoding="utf-8").splitlines()
    return frozenset(
        word.lower().replace("_", " ") for line in lines for word in line.split("#")[0].split()
    )


def is_word(form: str) -> bool:
    """True where the lower-case `form` is a word and not first of all a name."""
    if form in word_list("only_names"):
        return False
    if form in frequent_words() or form in word_list("spoken"):
        return True
    return form in lexicon() or _is_owner(form)


@cache
def frequent_words() -> frozenset[str]:
    """Lexicon words that are also among the frequent ones: a quick answer for most words."""
    known = lexicon()
    return frozenset(form for form in lists.frequencies() if form in known)


def is_joined(form: str, shortest: int = _SHORTEST_PART) -> bool:
    """True where `form` splits into two words of at least `shortest` letters ("bo" + "støtte").

    A hyphen splits too: "ss-center". Part of the name model's input, so keep both in step.
    """
    if "-" in form:
        return all(part in lexicon() for part in form.split("-"))
    known = lexicon()
    for cut in range(shortest, len(form) - shortest + 1):
        if form[cut:] in known and _is_head(form[:cut], shortest):
            return True
    return False


def _is_head(head: str, shortest: int) -> bool:
    known = lexicon()
    return any(
        head.endswith(link)
        and len(head) - len(link) >= shortest
        and head[: len(head) - len(link)] in known
        for link in _LINKS
    )


def _is_owner(form: str) -> bool:
    """True for the genitive of a word: "støttens", "kommunes'"."""
    return len(form) > 3 and form.endswith("s") and form[:-1] in lexicon()
