"""What citizens said, what the plan wants and who was met is found, under the right theme."""

import pytest

from interviews.documents.model import Document, Form, Paragraph, Part
from interviews.documents.plan_parts import find_places, find_plan_parts
from interviews.documents.reading import read_document
from interviews.documents.sections import theme_of
from interviews.documents.statements import kind_of_words, suggest_statements
from interviews.model import Kind, Wording

THEMES = {
    "housing": "Boliger",
    "prevention": "Forebyggelse",
    "encounter": "Mødet mellem kommunen og borgeren",
    "casework": "Helhedsorienteret indsats og sagsbehandling",
}
PLAN = """# PLAN FOR EGEBY

## FOREBYGGELSE AF ENSOMHED

Her står noget om ensomhed, som ingen borger har sagt.

### Egeby Kommunes mål er:

- at flere har nogen at spise med
- at flere har nogen at spise med

### Borgerne fortæller blandt andet:

Der mangler et sted at spise om aftenen. Søndagen er den længste dag, siger flere.

- varmestuen redder mange weekender

### Egeby Kommune vil iværksætte følgende initiativer:

- at der åbnes et folkekøkken
Ansvarlig: Socialafdelingen
- at bussen kører om søndagen, bl.a.

også til skoven

## BOLIGER

**Egeby Kommune vil sætte disse tiltag i gang:**

- flere små lejligheder

Almindelig tekst, der slutter listen.

- et punkt, der hører til noget andet

## Bilag

„Jeg sover dårligt, når der er støj på gangen hele natten.“

Vi mødte:

Varmestuen	8 deltagere
Herberget: 3 personer
"""


@pytest.fixture
def plan():
    return read_document("plan.txt", PLAN.encode())


def told(document):
    return [
        (c.theme_hint, c.text, c.wording) for c in suggest_statements(document, THEMES) if c.told
    ]


def document(*texts):
    return Document(tuple(Paragraph(text) for text in texts))


def test_what_citizens_say_is_found_under_its_theme(plan):
    retold = Wording.PARAPHRASED
    assert told(plan) == [
        ("prevention", "Der mangler et sted at spise om aftenen.", retold),
        ("prevention", "Søndagen er den længste dag, siger flere.", retold),
        ("prevention", "varmestuen redder mange weekender", retold),
        (None, "Jeg sover dårligt, når der er støj på gangen hele natten.", Wording.VERBATIM),
    ]


def test_other_sentences_are_there_but_not_as_told(plan):
    rest = [c.text for c in suggest_statements(plan, THEMES) if not c.told]
    assert "Her står noget om ensomhed, som ingen borger har sagt." in rest
    assert not any("folkekøkken" in text or "spise med" in text for text in rest)
    for candidate in suggest_statements(plan, THEMES):
        assert candidate.text in plan.paragraphs[candidate.paragraph].text


def test_goals_and_initiatives_theme_by_theme(plan):
    assert [(p.part, p.theme_hint, p.text) for p in find_plan_parts(plan, THEMES)] == [
        (Part.GOAL, "prevention", "at flere har nogen at spise med"),
        (Part.INITIATIVE, "prevention", "at der åbnes et folkekøkken"),
        (Part.INITIATIVE, "prevention", "at bussen kører om søndagen, bl.a. også til skoven"),
        (Part.INITIATIVE, "housing", "flere små lejligheder"),
    ]


def test_places_with_their_participants(plan):
    assert [(p.name, p.participants) for p in find_places(plan)] == [
        ("Varmestuen", 8),
        ("Herberget", 3),
    ]


def test_a_section_with_quotes_gives_its_quotes_only():
    talk = Document(
        (
            Paragraph("Borgernes stemmer", Form.HEADING),
            Paragraph("Vi har talt med mange, og her er noget af det, de sagde."),
            Paragraph('"Jeg vil bare have fred."'),
            Paragraph("»Der er ingen, der lytter til mig.«"),
        )
    )
    assert [text for _theme, text, _wording in told(talk)] == [
        "Jeg vil bare have fred.",
        "Der er ingen, der lytter til mig.",
    ]


def test_an_interview_written_down_gives_the_answers_only():
    talk = document(
        "Interviewer: Hvordan bor du?",
        "Borger: Jeg bor på et værelse. Der er for koldt om natten.",
        "I: Og hvad med maden?",
        "Borger: Den er rigtig god herinde.",
    )
    assert [text for _theme, text, _wording in told(talk)] == [
        "Jeg bor på et værelse.",
        "Der er for koldt om natten.",
        "Den er rigtig god herinde.",
    ]


def test_a_quote_inside_a_sentence_is_lifted_out_but_not_a_word_in_quotes():
    talk = document(
        'En mand sagde: "Jeg har ikke set min læge i to år", og det er "typisk" for mange.'
    )
    assert [(text, wording) for _theme, text, wording in told(talk)] == [
        ("Jeg har ikke set min læge i to år", Wording.VERBATIM)
    ]


def test_notes_without_any_sign_give_every_sentence_and_no_question():
    notes = document("Maden er god her. Hvorfor er der ingen læge?", "Side om side")
    found = suggest_statements(notes, THEMES)
    assert [(c.text, c.told) for c in found] == [("Maden er god her.", False)]


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("BOLIGER", "housing"),
        ("3. Boliger", "housing"),
        ("Bolig\t16", "housing"),
        ("FOREBYGGELSE AF SOCIAL UDSATHED", "prevention"),
        ("MØDET MELLEMM KOMMUNEN OG BORGEREN", "encounter"),
        ("Mødet med kommunen", "encounter"),
        ("Indledning", None),
        ("Boliger og forebyggelse", None),
        ("12", None),
        ("og", None),
        ("Indsatser", None),
        ("Forslag til handlinger", None),
        ("Sagsbehandling", "casework"),
        ("En helhedsorienteret indsats", "casework"),
    ],
)
def test_a_heading_names_its_theme(heading, key):
    assert theme_of(heading, THEMES) == key


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Der bør være åbent om søndagen", Kind.WISH),
        ("Vi er glade for suppen", Kind.PRAISE),
        ("Det er svært at få en tid", Kind.CHALLENGE),
        ("Jeg bor på tredje sal", None),
    ],
)
def test_the_kind_is_guessed_by_plain_words_only(text, kind):
    assert kind_of_words(text) is kind


def test_a_chapter_title_with_both_words_is_no_lead_in():
    mixed = Document(
        (
            Paragraph("Mål og indsatser i Egeby", Form.HEADING),
            Paragraph("flere busser", Form.BULLET),
        )
    )
    assert find_plan_parts(mixed, THEMES) == ()


def planned(*pairs):
    document = Document(tuple(Paragraph(text, kind, None, level) for text, kind, level in pairs))
    return [(p.part, p.theme_hint, p.text) for p in find_plan_parts(document, THEMES)]


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("Mål", Part.GOAL),
        ("Indsatser", Part.INITIATIVE),
        ("Initiativer", Part.INITIATIVE),
        ("Forslag", Part.INITIATIVE),
        ("Handlinger", Part.INITIATIVE),
    ],
)
def test_a_heading_that_fits_any_theme_keeps_the_one_above(heading, part):
    assert planned(
        ("Bolig", Form.HEADING, 1),
        ("Mål og indsatser", Form.HEADING, 1),
        (heading, Form.HEADING, 1),
        ("flere værelser", Form.BULLET, 0),
    ) == [(part, "housing", "flere værelser")]


def test_a_theme_may_be_called_as_a_part_of_a_plan_is():
    assert theme_of("Indsatser", {"acts": "Indsatser"}) == "acts"


def test_goals_are_found_in_paragraphs_of_one_sentence():
    assert planned(
        ("Boliger", Form.HEADING, 1),
        ("Målsætninger", Form.HEADING, 2),
        ("Målene gælder fra næste år.", Form.BODY, 0),
        ("Flere unge får et sted at bo.", Form.BODY, 0),
        ("Ansvarlig: Socialafdelingen", Form.BODY, 0),
        ("Ingen sover på gaden om vinteren.", Form.BODY, 0),
        ("Baggrund", Form.HEADING, 2),
        ("Her står noget om byen.", Form.BODY, 0),
    ) == [
        (Part.GOAL, "housing", "Flere unge får et sted at bo."),
        (Part.GOAL, "housing", "Ingen sover på gaden om vinteren."),
    ]


@pytest.mark.parametrize(
    "others",
    [
        (("Byen har arbejdet længe med boliger. Det går fremad.", Form.BODY, 0),),
        (("at flere får et hjem", Form.BODY, 0),),
    ],
)
def test_prose_and_what_stands_beside_a_list_are_no_goals(others):
    found = planned(
        ("Mål", Form.HEADING, 1), ("Byrådet talte om det i maj.", Form.BODY, 0), *others
    )
    assert "Byrådet talte om det i maj." not in [text for _part, _theme, text in found]
