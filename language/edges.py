"""Where a person's name begins and ends: titles and other words around it are cut off.

In the treebank 98 in 100 names of people consist of proper nouns only; the entity recogniser
now and then takes the title ("Fru", "Erfarne", "dr.phil.") or a stray word with it. It has also
learnt names in lower case, from notes; where a sentence is written with capitals, a word of the
form list in lower case ("at ane", "de ville rose") and a short form ("KLM") are no people.
"""

import re

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from language import names
from language.lexicon import lexicon

TITLE = re.compile(r"(?=.{4,})[a-zæøå]+(\.[a-zæøå]+)*\.")  # "dr.phil.", "cand.", not "p."
ACRONYM = 5  # letters: a longer word in capitals may be a name that is shouted
SURE = 3  # steps of likeness from which an untagged word still counts as a name


def trimmed(span: Span) -> Span | None:
    """The span from its first to its last name-like word, or None where there is none."""
    likes = [_is_name(token) for token in span]
    if not any(likes):
        return None
    first = likes.index(True)
    last = len(likes) - likes[::-1].index(True)
    return Span(span.doc, span.start + first, span.start + last, label=span.label)


def _is_name(token: Token) -> bool:
    if TITLE.fullmatch(token.text):
        return False
    return token.pos_ == "PROPN" or _is_like(token)


def _is_like(token: Token) -> bool:
    return max(names.likeness(token.lower_)) >= SURE


def _is_written_with_capitals(doc: Doc) -> bool:
    """Whether small letters mean something here: its first word has a capital, some have none."""
    first = next((token.text for token in doc if token.is_alpha), "")
    return first[:1].isupper() and not doc.text.isupper()


def _is_no_person(span: Span) -> bool:
    if span.text.islower():
        return all(token.lower_ in lexicon() for token in span)
    return span.text.isupper() and len(span.text) <= ACRONYM and not _is_like(span[0])


def trim_people(doc: Doc) -> Doc:
    """The document with the edges of every PER cut to its name-like words."""
    spans = [trimmed(span) if span.label_ == "PER" else span for span in doc.ents]
    strict = _is_written_with_capitals(doc)
    doc.ents = [
        span
        for span in spans
        if span is not None and not (strict and span.label_ == "PER" and _is_no_person(span))
    ]
    return doc


Language.component("taleroer_edges", func=trim_people)
