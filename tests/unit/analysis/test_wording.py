import pytest

from analysis.wording import word_initiative


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


def test_of_several_proposals_the_one_that_says_the_key_terms_is_worded():
    texts = ("Lav et sted, man kan komme.", "Der mangler en gratis tandlæge på stedet.")
    assert word_initiative(texts, ("gratis tandlæge",)).endswith("en gratis tandlæge på stedet")


def test_where_no_rule_is_sure_the_key_terms_stand_in_a_safe_form():
    texts = ("tænder!! bare det", "det med tænderne, altså")
    wording = word_initiative(texts, ("ondt i tænderne",))
    assert wording.startswith("at det undersøges, hvordan borgernes ønsker kan imødekommes")
    assert wording.endswith(", når det gælder ondt i tænderne")


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
