"""Names by their capital, their letters and the words around them; ordinary words are left."""

import pytest
from guard_tables import found

from interviews.anonymity import check
from interviews.model import Certainty, FindingKind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # a capital inside a sentence
        ("Det var Mette der fik mig med.", "Mette"),
        ("Jeg har snakket med Søren Lindhardt om det.", "Søren Lindhardt"),
        ("Jeg fik nøgle af Mikeal i sidste uge.", "Mikeal"),
        ("så kom Ahmed Al-Khatib og tolkede", "Ahmed Al-Khatib"),
        ("Hos Ejgil Trabjerg får man kaffe.", "Ejgil Trabjerg"),
        ("Jeg skrev til C. Mikkelsen i går.", "C. Mikkelsen"),
        ("Den klub mente Lars' far var god.", "Lars'"),
        ("Vi fik at vide af Poul-Erik at", "Poul-Erik"),
        ("De kalder mig Lille Palle her.", "Lille Palle"),
        ("hos Jose\u0301 får man mad", "Jose\u0301"),
        ("det er Peter von Holstein der ved det", "Peter von Holstein"),
        # the first word of a sentence
        ("Kurt har boet her længst.", "Kurt"),
        ("Hans lånte mig hundrede kroner.", "Hans"),
        ("Bo siger at vi skal rydde op.", "Bo"),
        ("Det er slut. Qivioq skal i retten.", "Qivioq"),
        ("Mladen kom med suppe.", "Mladen"),
        # words that are surnames too, with a capital
        ("Jeg kender Vinter fra skolen.", "Vinter"),
        ("Jeg spurgte Sommer om det.", "Sommer"),
        # after words that a name follows
        ("min sagsbehandler birgitte ringer aldrig", "birgitte"),
        ("hun hedder lone og lytter", "lone"),
        ("den nye hedder vist nok line", "line"),
        ("min kontaktperson sørne er syg", "sørne"),
        ("min ven storm overdosede", "storm"),
        ("Dr. Kold skrev mig ud", "Kold"),
        ("Overlæge Lang hørte ikke efter", "Lang"),
        # without a capital
        ("jeg deler værelse med preben", "preben"),
        ("så kom zbigniew og tog min plads", "zbigniew"),
        ("det er nukannguaq der har hunden", "nukannguaq"),
        ("min søster hodan er flyttet", "hodan"),
        ("det var chirstina der hjalp", "chirstina"),
        ("jeg spurgte henrik madsen om det", "henrik madsen"),
        ("per holm og jeg gik i skole", "per holm"),
        ("jeg bor sammen med hans og en anden", "hans"),
        ("jeg ringede til liv men hun svarede ikke", "liv"),
        ("sagde hans til mig", "hans"),
        ("bjarke lindegren skrev det ned", "bjarke lindegren"),
        ("mads bang lånte mig en dyne", "mads bang"),
        ("mvh torben k", "torben k"),
        # nothing but capitals
        ("HVORFOR MÅ BIRGIT BESTEMME DET", "BIRGIT"),
    ],
)
def test_a_name_is_covered_whole(text, name):
    assert name in found(text, FindingKind.PERSON)


@pytest.mark.parametrize(
    "text",
    [
        "Jeg synes at Kommunen burde lytte mere til os.",
        "Vi sover ude hele Sommer, også i Vinter.",
        "Noget med børne- og familieområdet.",
        "Kommuen kan ikke svare.",
        "min Sagsbehandler skifter hele tiden",
        "Det er Svært at få en tid hos lægen.",
        "Bostøtten er god men der er for lidt af den.",
        "I skal vide at De var søde ved os.",
        "Hans hund bider.",
        "når det regner er der våde sko",
        "det hedder jo et herberg",
        "Per dag får vi 50 kroner.",
        "Liv og død handler det om.",
        "Tage imod hjælp er svært.",
        "bo billigt, ja tak",
        "min mand skriver til kommunen",
        "min sagsbehandler siger nej hver gang",
        "jeg har lært at leve i nuet",
        "vi mangler et sted at være om natten",
        "sagbehandleren havde ikke læst min sag",
        "det er uværdit at stå i kø",
        "I august og i Maj var der koldt.",
        'Hun sagde: "Det må du selv finde ud af."',
        "1. Boliger 2. Arbejde 3. Behandling",
        "NEJ DET ER IKKE GODT NOK",
        "Jeg har ADHD, KOL og en SKP'er.",
        "Jobcenteret og Psykiatrien peger på hinanden.",
        "chill, det er bare fucking nederen",
        "SÅ ER DET NOK",
        "kl. Otte er der mad",
        "det var værre i 1980erne og i 60'erne",
    ],
)
def test_an_ordinary_word_is_no_name(text):
    assert found(text, FindingKind.PERSON) == []


def test_a_name_after_a_role_is_certain_and_a_lone_one_is_asked_about():
    (after_role,) = check("Sagsbehandleren, Kirsten, var på ferie.")
    (alone,) = check("Det var Kirsten der kom.")
    assert after_role.certainty is Certainty.CERTAIN
    assert alone.certainty is Certainty.LIKELY


def test_a_whole_name_with_capitals_is_certain():
    (finding,) = check("Jeg talte med Fatma Yıldırım i går.")
    assert finding.certainty is Certainty.CERTAIN


def test_each_name_layer_finds_something_of_its_own():
    only = {
        "names_capital": "Det var Mette der kom.",
        "names_trigger": "min ven storm overdosede",
        "names_small": "jeg deler værelse med preben",
    }
    for layer, text in only.items():
        assert found(text, layers=frozenset({layer}))
        assert not found(text, layers=frozenset(only) - {layer}), layer


def test_neighbours_make_a_name_whole():
    text = "Jeg spurgte mads bang om det"
    with_them = frozenset({"names_small", "names_neighbours"})
    assert found(text, layers=with_them) == ["mads bang"]
    assert found(text, layers=frozenset({"names_small"})) == ["mads"]
