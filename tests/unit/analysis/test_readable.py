"""English statements are refused; Danish ones with English loans never are."""

import pytest

from analysis import practice
from analysis.readable import NOT_DANISH, unreadable
from language.reader import read_words

ENGLISH = [
    "We need a home.",
    "I have no place to live and nobody helps me.",
    "My caseworker is never there when I call.",
    "The dentist is too expensive for me",
    "I would like to have more help with my papers.",
    "They treat me like a number.",
    "It is hard to find a job when you have no address.",
    "she was very kind to me and gave me time",
    "I want to see my kids more often",
    "Nobody told me about the meeting.",
    "There should be a nurse at the shelter.",
    "Why is it so difficult to get a flat?",
    "The staff here are good, they listen.",
    "I drink because I am alone at night.",
    "please open the shelter on sundays",
    "I was in prison for two years and came out with nothing",
    "They cut my money last month.",
    "I hate the letters from the council",
    "You have to wait for everything in this town.",
    "my doctor never listens to me",
    "for me it is the best place in town",
    "I am afraid to go there.",
]
DANISH = [
    "Jeg er lost, der er ingen support.",
    "Fuck systemet, jeg er done.",
    "Min streetworker er cool.",
    "De skal bare chille og lytte.",
    "Jeg går til mindfulness og yoga i fitness centeret.",
    "Housing First virker for mig.",
    "Det er et no go at skifte sagsbehandler.",
    "Jeg har fået et burnout og er on hold.",
    "Min case manager er the best.",
    "Wi-Fi og computer på biblioteket.",
    "Jeg er på speed og crack.",
    "Det er bare bullshit det hele.",
    "Peer support gruppen er nice.",
    "Min mentor og coach hjalp mig.",
    "I har for mange regler.",
    "I må lytte til os.",
    "i want gå hjem sagde han",
    "Happy hour er det eneste jeg har.",
    "Drop in cafeen er mit safe space.",
    "Team Streetwork kommer forbi.",
    "For real, det er for dyrt.",
    "Man er altid bagud, that's life.",
    "De siger: your problem, not mine.",
    "Outreach og recovery skal der til.",
    "Man har et liv, men det er hårdt.",
    "Her har vi det godt.",
    "Vi er tre i mit team.",
    "Så er der bare at vente",
    "Det er for sent.",
    "All in eller intet.",
    "Så sagde hun at jeg var out.",
    "Next stop er herberget.",
    "Take away hver dag er for dyrt",
    "Det er et must at have en hund med.",
    "mit life er et mess lige nu",
    "Jobcentret ghoster mig.",
    "Jeg fik et stort comeback efter rehab.",
    "Vi sidder i parken og drikker Royal Export.",
    "Shit happens, men det er ikke fair.",
    "Jeg skal på detox i morgen.",
    "Streetfodbold og open mic om fredagen.",
    "Hun var min best friend in the world, og så døde hun.",
    "ensomhed, angst, depression, you name it",
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_not_danish(text):
    assert unreadable(text, read_words(text)) == NOT_DANISH


@pytest.mark.parametrize("text", DANISH)
def test_danish_with_english_loans_is_read(text):
    assert unreadable(text, read_words(text)) is None


def test_every_practice_sentence_is_danish():
    texts = [s.text for s in practice.written()]
    assert [t for t in texts if unreadable(t, read_words(t)) is not None] == []
