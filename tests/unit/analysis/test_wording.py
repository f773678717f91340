import pytest

from analysis.wording import is_sure, word_initiative


@pytest.mark.parametrize(
    ("said", "worded"),
    [
        (
            "Lav et sted, man kan komme om aftenen.",
            "at der laves et sted, man kan komme om aftenen",
        ),
        ("Hold klubben åben i juli!!", "at klubben holdes åben i juli"),
        ("Der mangler et værested for unge.", "at der etableres et værested for unge"),
        (
            "Jeg vil gerne have en fast kontaktperson, som ringer tilbage.",
            "at der tilknyttes en fast kontaktperson, som ringer tilbage",
        ),
        (
            "Hun foreslår, at alle unge får et kursus i budget.",
            "at alle unge får et kursus i budget",
        ),
        (
            "Sygehuset burde ringe til herberget, inden de sender folk hjem.",
            "at sygehuset ringer til herberget, inden de sender folk hjem",
        ),
        ("Søskende skal ikke skilles ad.", "at søskende ikke skilles ad"),
        (
            "Kunne man ikke få et lille rum til samtaler?",
            "at det undersøges, om man kan få et lille rum til samtaler",
        ),
        (
            "Giv os en nøgle til vores skab.",
            "at borgerne tilbydes en nøgle til borgernes skab",
        ),
        (
            "Der skal ligge noget naloxon alle steder. Jeg har selv reddet to.",
            "at der ligger noget naloxon alle steder",
        ),
        (
            "Lad være med at skifte ud på folk, når det går godt.",
            "at kommunen undlader at skifte ud på folk, når det går godt",
        ),
        ("Lad mig bestemme rækkefølgen.", "at borgeren får mulighed for at bestemme rækkefølgen"),
    ],
)
def test_a_proposal_is_put_in_the_form_of_plans(said, worded):
    assert word_initiative([said], []) == worded


@pytest.mark.parametrize(
    ("said", "worded"),
    [
        (
            "Der peges på, at der mangler en natcafé for kvinder.",
            "at der etableres en natcafé for kvinder",
        ),
        (
            "Flere peger på at en udvidelse af åbningstiden, vil gøre en stor forskel.",
            "at der sker en udvidelse af åbningstiden",
        ),
        (
            "Samtidig efterlyser flere borgere kortere ventetid på behandling.",
            "at der bliver kortere ventetid på behandling",
        ),
        (
            "Borgerne efterlyser at blive mødt med ro – det er der ikke tid til.",
            "at borgerne bliver mødt med ro",
        ),
        (
            "At vejledning om gæld bør ydes/tilbydes alle, der flytter ind.",
            "at vejledning om gæld ydes alle, der flytter ind",
        ),
        (
            "Der er et udtalt behov for hjælp til at læse post fra det offentlige.",
            "at der ydes hjælp til at læse post fra det offentlige",
        ),
        (
            "Det har stor betydning, at skolen tidligt opdager børn, der ikke trives.",
            "at skolen tidligt opdager børn, der ikke trives",
        ),
        (
            "En mentor, der selv har været der, kunne være til stor hjælp.",
            "at der tilknyttes en mentor, der selv har været der",
        ),
        (
            "Det er vigtigt at skabe ro omkring børnene.",
            "at der skabes ro omkring børnene",
        ),
        (
            "Der bør ved havnen etableres et værksted, hvor man kan reparere cykler.",
            "at der ved havnen etableres et værksted, hvor man kan reparere cykler",
        ),
        (
            "Familierne peger på samarbejde mellem skole og kommune.",
            "at samarbejdet mellem skole og kommune styrkes",
        ),
        (
            "Borgeren mangler en plan, der sikre sammenhæng.",
            "at der sikres en plan, der sikrer sammenhæng",
        ),
    ],
)
def test_a_retold_wish_is_worded_by_its_object(said, worded):
    assert word_initiative([said], []) == worded


@pytest.mark.parametrize(
    "said",
    [
        "Det er ingen hjælp at blive flyttet til et herberg.",
        "At for unge er det ikke nogen hjælp, at bo på et herberg.",
        "Borgerne ønsker ikke flere møder på et herberg.",
        "Der er ikke behov for flere herberger.",
        "Borgerne oplever ikke, at der mangler et herberg.",
        "Der peges på ensomhed som det største problem.",
        "Flere peger på, at ventetiden på et herberg er alt for lang.",
        "Mange oplever, at de skal fortælle deres historie forfra.",
        "Beboerne fremhæver, at personalet er søde.",
        'Nogle efterlyser "en voksen, der tør spørge.',
        "At der gives udtryk for utilfredshed med et herberg.",
    ],
)
def test_what_is_not_wished_for_is_not_worded_as_a_wish(said):
    assert not is_sure([said])


@pytest.mark.parametrize("term", ["børn", "dag", "folk", "tilbud", "boliger", "ting", "fanden"])
def test_a_bare_general_noun_names_no_matter(term):
    wording = word_initiative([f"det med {term}, altså"], [term])
    assert wording == "at det drøftes, hvordan kommunen kan imødekomme borgernes forslag"


def test_a_place_that_was_taken_out_is_not_printed():
    wording = word_initiative(["At der i forbindelse med [sted] bør etableres skæve boliger."], [])
    assert wording == "at der etableres skæve boliger"


def test_of_several_proposals_the_one_that_says_the_key_terms_is_worded():
    texts = ("Lav et sted, man kan komme.", "Der mangler en gratis tandlæge på stedet.")
    assert word_initiative(texts, ("gratis tandlæge",)).endswith("en gratis tandlæge på stedet")


def test_where_no_rule_is_sure_the_key_terms_stand_in_a_safe_form():
    texts = ("dårlige tænder!! bare det", "det med tænderne, altså")
    wording = word_initiative(texts, ("dårlige tænder",))
    assert wording.startswith("at det undersøges, hvordan borgernes ønsker kan imødekommes")
    assert wording.endswith(", når det gælder dårlige tænder")


def test_what_somebody_said_is_not_printed_whole_where_no_rule_is_sure():
    wording = word_initiative(["Jamen altså, det sagde min lange kusine også dengang"], [])
    assert wording.startswith("at det ")
    assert "dengang" not in wording


@pytest.mark.parametrize(
    "said",
    [
        "",
        "😀",
        "12345",
        "Please build more homes",
        "أين بيتي",
        "Giv",
        "Lad",
        "Der skal",
        "at",
        "bolig " * 5000,
        "Du skal bare lade mig være, dig og dit kontor",
    ],
)
def test_odd_proposals_end_in_a_safe_form(said):
    wording = word_initiative([said], ["bolig"])
    assert wording.startswith(("at det undersøges, hvordan", "at det drøftes, hvordan"))
    assert len(wording.split()) < 60


def test_nothing_at_all_cannot_be_worded():
    with pytest.raises(ValueError, match="needs"):
        word_initiative([], [])


def test_no_word_of_a_single_speaker_is_left():
    wording = word_initiative(["Lad huslejen gå fra kontoen, før jeg ser pengene."], [])
    assert wording == "at huslejen går fra kontoen, før borgeren ser pengene"
