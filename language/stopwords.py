"""Danish words that say nothing about a subject, tested on the written form.

The form, not the lemma: "mede" is the lemma some tables give for "med", and "have" is both a
garden and the commonest verb.
"""

from language import lists


def is_stop(form: str) -> bool:
    """Whether the written form, in any case, is a stop word."""
    return form.lower() in lists.stop_words()
