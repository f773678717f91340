"""The untrained pipeline: its parts, their sizes, and its examples."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from language.conventions import Word
from language.corpus import Sentence
from language.evaluate import entity_spans

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.training import Example

WIDTH = 96
TABLE_WIDTH = 64
DEPTH = 4  # a token sees four neighbours on each side
LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "tok2vec"}
TOK2VEC: dict[str, Any] = {
    "@architectures": "spacy.Tok2Vec.v2",
    "embed": {
        "@architectures": "taleroer.WordFeatures.v1",
        "width": WIDTH,
        "table_width": TABLE_WIDTH,
    },
    "encode": {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": WIDTH,
        "depth": DEPTH,
        "window_size": 1,
        "maxout_pieces": 3,
    },
}
TAGGER: dict[str, Any] = {"@architectures": "spacy.Tagger.v2", "tok2vec": LISTENER, "nO": None}
NAMES: dict[str, Any] = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "ner",
    "extra_state_tokens": True,
    "hidden_width": 64,
    "maxout_pieces": 2,
    "use_upper": True,
    "nO": None,
    "tok2vec": LISTENER,
}


def untrained(sentences: Sequence[Sentence]) -> "Language":
    """A spaCy pipeline with one shared layer for tags, sentence starts and names, no lemmas yet.

    Its labels are those of the sentences.
    """
    import spacy

    from language import embedding  # noqa: F401 (registers the first layer)

    nlp = spacy.blank("da")
    nlp.add_pipe("tok2vec", config={"model": TOK2VEC})
    nlp.add_pipe("morphologizer", config={"model": TAGGER})
    nlp.add_pipe("senter", config={"model": TAGGER})
    nlp.add_pipe("ner", config={"model": NAMES})
    examples = [example(nlp, [sentence]) for sentence in sentences]
    nlp.initialize(lambda: examples)
    return nlp


def example(nlp: "Language", group: Sequence[Sentence]) -> "Example":
    """One document of several sentences; entities that are not known are marked missing."""
    from spacy.tokens import Span
    from spacy.training import Example

    words = [word for sentence in group for word in sentence.words]
    reference = _doc(
        nlp,
        words,
        pos=[word.pos for word in words],
        morphs=[word.morph for word in words],
        sent_starts=[not place for sentence in group for place in range(len(sentence.words))],
    )
    if all(sentence.entities_known for sentence in group):
        spans, offset = [], 0
        for sentence in group:
            for first, last, label in entity_spans(sentence):
                spans.append(Span(reference, offset + first, offset + last, label=label))
            offset += len(sentence.words)
        reference.set_ents(spans)
    return Example(_doc(nlp, words), reference)


def _doc(nlp: "Language", words: Sequence[Word], **known: Any) -> "Doc":
    from spacy.tokens import Doc

    forms = [word.form for word in words]
    return Doc(nlp.vocab, words=forms, spaces=[word.space_after for word in words], **known)
