"""The first wording of an initiative, in the form Danish plans use ("at der etableres …")."""

from collections.abc import Sequence

from analysis.wording_matter import name_matter
from analysis.wording_rules import Wording, rule_wordings

LONGEST = 32  # words of an initiative


def word_initiative(texts: Sequence[str], key_terms: Sequence[str]) -> str:
    """One initiative for proposals that belong together, beginning "at" and without a full stop.

    Reuses the object that a citizen named where a rule can put it into the form safely; of
    several, the one that says most of the key terms, then that of the earliest text. Where no
    rule is sure of the grammar, the matter is named in a form that is right for things wished
    for and troubles alike, or, where nothing names it, no matter at all. Raises ValueError when
    there are neither texts nor key terms.
    """
    found = [wording for text in texts for wording in rule_wordings(text)]
    fitting = [one for one in found if len(one.text.split()) <= LONGEST]
    if fitting:
        return max(fitting, key=lambda one: _rank(one, key_terms)).text
    return _safe(texts, key_terms)


def is_sure(texts: Sequence[str]) -> bool:
    """Whether a rule can word what one of the texts asks for; else only its key terms are named."""
    return any(
        len(wording.text.split()) <= LONGEST for text in texts for wording in rule_wordings(text)
    )


def _rank(one: Wording, key_terms: Sequence[str]) -> tuple[int, float]:
    low = one.text.lower()
    return sum(term.lower() in low for term in key_terms[:3]), one.fitness


def _safe(texts: Sequence[str], key_terms: Sequence[str]) -> str:
    # Never the proposal itself: it may be a statement that nobody has released for printing.
    if not key_terms and not any(text.strip() for text in texts):
        raise ValueError("an initiative needs a text or a key term")
    matter = name_matter(texts, key_terms)
    if matter:
        return (
            f"at det undersøges, hvordan borgernes ønsker kan imødekommes, når det gælder {matter}"
        )
    return "at det drøftes, hvordan kommunen kan imødekomme borgernes forslag"
