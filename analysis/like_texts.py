"""Which of some short texts comes nearest to another, by letters alone: no model is loaded.

Groups of three to five letters meet in compounds and endings ("boligerne", "ungdomsbolig"), which
whole words do not. Good for a first guess among a few dozen rows that a person then looks at.
"""

from collections.abc import Sequence

from sklearn.feature_extraction.text import TfidfVectorizer

LEAST = 0.15  # of 1; below this two texts share little more than endings


def nearest_texts(texts: Sequence[str], rows: Sequence[str], least: float = LEAST) -> list[int]:
    """For each of `texts` the place (from 0) of the likest of `rows`, -1 where none is like it.

    Likeness is the cosine of TF-IDF weighted letter groups within words. Cost: linear in the
    letters; a thousand texts and rows take about a second.
    """
    if not rows or not any(text.strip() for text in (*texts, *rows)):
        return [-1] * len(texts)
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    try:
        weighed = letters.fit_transform([*rows, *texts])
    except ValueError:  # not one group of three letters in all of them
        return [-1] * len(texts)
    scores = (weighed[len(rows) :] @ weighed[: len(rows)].T).toarray()
    best = scores.argmax(axis=1)
    return [int(place) if scores[at, place] >= least else -1 for at, place in enumerate(best)]
