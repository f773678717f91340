"""What one word tells on its own: a word, a name, both or neither."""

from interviews.anonymity import name_model
from interviews.anonymity.lexicon import frequent_words, is_joined, is_word, word_list
from interviews.anonymity.names.misspelt import SHORTEST, slip_of_name, slip_of_word
from interviews.anonymity.text import Look, Text

# Chosen on names swapped into the treebank's development sentences and on roughened sentences.
SLIP = 0.8
SLIP_OR_WORD = 0.4
SURE = 0.97
DOUBT = 0.5


def load() -> None:
    """Read the lexicon, the model and the tables, so that the first text does not wait."""
    look_of("vejr")
    slip_of_name("kirsetn")
    slip_of_word("kirsetn")
    name_model.load()


def look(text: Text, index: int) -> Look:
    """Return how word `index` looks without its capital."""
    form = text.word(index)
    known = text.looks.get(form)
    if known is None:
        known = text.looks[form] = look_of(form)
    return known


def look_of(form: str) -> Look:
    """Return how the lower-case `form` looks. Genitives count as the word they belong to."""
    if _is_only_name(form):
        return Look.NAME
    if "-" in form and all(map(_is_plain, form.split("-"))):
        return Look.WORD
    if is_word(form):
        return Look.BOTH if _also_name(form) else Look.WORD
    return Look.JOINED if is_joined(form) else Look.UNKNOWN


def _is_plain(part: str) -> bool:
    """True for a part of "fem-seks" that is a word and no name."""
    return is_word(part) and not _also_name(part)


def _is_only_name(form: str) -> bool:
    names = word_list("only_names")
    return form in names or (len(form) > 4 and form.endswith("s") and form[:-1] in names)


def _also_name(form: str) -> bool:
    if form in word_list("never_names"):
        return False
    return name_model.is_also_name(form) or (
        form.endswith("s")
        and len(form) > 3
        and form not in frequent_words()
        and name_model.is_also_name(form[:-1])
    )


def name_score(form: str) -> float:
    """How much the lower-case `form` looks like a name, 0 to 1, by its letters alone.

    A word one slip from a name everybody knows gets at least SLIP; one that is a slip from a
    frequent word keeps only part of its score, for misspelt words are commoner than names.
    """
    if form in word_list("common_names") or form in word_list("doubted_names"):
        return 1.0
    joined = is_joined(form)
    score = max(name_model.score(part, joined) for part in (form, *_stems(form)))
    if joined or score > SURE or len(form) < SHORTEST:
        return score
    named = slip_of_name(form)
    if slip_of_word(form):
        return max(score * DOUBT, SLIP_OR_WORD if named else 0.0)
    return max(score, SLIP if named else 0.0)


def _stems(form: str) -> tuple[str, ...]:
    """The form without a genitive ending, and the longer half of a double name."""
    stems = []
    if form.endswith("s") and len(form) > 4:
        stems.append(form[:-1].rstrip("'’"))
    if "-" in form:
        stems.append(max(form.split("-"), key=len))
    return tuple(stems)
