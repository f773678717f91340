"""A number is said with its own noun, whole and once; and a finished file says it still."""

import re
from dataclasses import replace

import pytest
from carriers import parts, with_part
from plans import DAY, small_base
from test_gate import make, renderers

from exports.check import PrintStopped
from exports.gate import Counting, publish
from exports.model import Count, Measure, Passage
from exports.outline import draw
from exports.said_counts import unsaid
from exports.walk import each
from exports.word import WordRenderer
from interviews.model import Kind

SAID, HELD, PLACES = Measure.STATEMENTS, Measure.INTERVIEWS, Measure.PLACES


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Planen bygger på 20 udsagn.", [(SAID, 20)]),
        ("Planen bygger på 1.020\u00a0udsagn.", [(SAID, 1020)]),
        ("Ét udsagn står uden svar, og det beder om noget.", [(Measure.UNANSWERED_PROPOSALS, 1)]),
        ("To udsagn står uden svar, og begge beder om det.", [(Measure.UNANSWERED_PROPOSALS, 2)]),
        ("Fem udsagn står uden svar, og to af dem beder.", [(Measure.UNANSWERED_PROPOSALS, 2)]),
        ("Fem samtaler på fem steder.", [(HELD, 5), (PLACES, 5)]),
        ("Tre udsagn. Tre udsagn er indlæst.", [(SAID, 3), (Measure.IMPORTED, 3)]),
    ],
)
def test_what_a_sentence_says_is_found(text, counts):
    assert list(unsaid(Passage(text, tuple(Count(*c) for c in counts)))) == []


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Planen bygger på 200 udsagn.", [(SAID, 20)]),
        ("Planen bygger på 1.020 udsagn.", [(SAID, 20)]),
        ("Planen bygger på 20,5 udsagn.", [(SAID, 20)]),
        ("I alt deltog 130 borgere.", [(Measure.PARTICIPANTS, 30)]),
        ("Planen bygger på femten udsagn.", [(SAID, 5)]),
        ("Planen bygger på tretten udsagn.", [(SAID, 3)]),
        ("Seks samtaler på fem steder.", [(HELD, 5), (PLACES, 5)]),
        ("Tre udsagn er indlæst.", [(SAID, 3), (Measure.IMPORTED, 3)]),
        ("Planen bygger på 20 ord.", [(SAID, 20)]),
    ],
)
def test_another_number_or_noun_is_not_taken_for_it(text, counts):
    assert list(unsaid(Passage(text, tuple(Count(*c) for c in counts))))


def test_every_number_of_every_sentence_is_missed_when_it_is_another():
    """Each number in each sentence of a plan in turn, in digits and in words."""
    outline, tried = draw(small_base(), DAY), 0
    for passage in each(outline, Passage):
        assert list(unsaid(passage)) == []
        for count in passage.counts:
            wrong = replace(count, value=count.value + 100)
            others = tuple(c for c in passage.counts if c is not count)
            assert list(unsaid(replace(passage, counts=(*others, wrong)))) == [wrong]
            tried += 1
    assert tried > 20


def test_the_kinds_of_a_theme_are_told_apart():
    text = "Temaet bygger på to udsagn: ét ønske og én oplevelse."
    counts = [Count(Measure.OF_KIND, 1, "", kind) for kind in (Kind.WISH, Kind.EXPERIENCE)]
    assert list(unsaid(Passage(text, tuple(counts)))) == []
    swapped = Count(Measure.OF_KIND, 1, "", Kind.CHALLENGE)
    assert list(unsaid(Passage(text, (swapped,)))) == [swapped]


def changed(old, new):
    """A renderer whose file says `new` where the outline says `old`, once."""

    class Careless(WordRenderer):
        def render(self, cleared):
            content = super().render(cleared)
            document = parts(content)["word/document.xml"]
            assert len(re.findall(old, document)) >= 1, old
            return with_part(
                content, "word/document.xml", lambda xml: re.sub(old, new, xml, count=1)
            )

    return Careless(count_pages=False)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("deltog 30", "deltog 99"),
        ("bygger på 20", "bygger på 200"),
        ("Seks\u00a0udsagn står uden svar", "Syv\u00a0udsagn står uden svar"),
        (">11</w:t>", ">12</w:t>"),  # people at a place
        (r"(>Boliger</w:t>.{0,400}?)>1</w:t>", r"\1>4</w:t>"),  # a cell of the figure
        ("Udfordringer: 3", "Udfordringer: 4"),  # what a bar says to who cannot see it
        (r"(>betale, indskud</w:t>.{0,400}?)>3</w:t>", r"\1>9</w:t>"),  # a cell of the matrix
        ("24 borgere i 2026", "4 borgere i 2026"),  # where a goal begins
        ("mindst 20 små boliger, som kan", "mindst 2 små boliger, som kan"),
        ("4. kvartal 2028", "4. kvartal 2038"),
    ],
)
def test_a_number_that_the_file_says_otherwise_stops_the_print(old, new):
    base = small_base()
    outline = draw(base, DAY)
    assert publish(outline, base, WordRenderer(count_pages=False))
    with pytest.raises(PrintStopped, match="wrong_count"):
        publish(outline, base, changed(old, new))


@pytest.mark.parametrize("renderer", renderers())
def test_every_form_that_prints_our_sentences_is_held_to_their_numbers(renderer):
    base = small_base()
    outline, form = draw(base, DAY), make(renderer)
    told = [piece.text for piece in form.read(publish(outline, base, form))]
    sentences = [p.text for p in each(outline, Passage) if p.counts]
    assert isinstance(form, Counting) or not any(s in text for s in sentences for text in told)
