"""Small real groups of statements, and a stand-in for the sentence model that is quick."""

import hashlib
from collections.abc import Sequence

import numpy as np

from analysis.background import Floats, unit
from language.reader import terms

TEETH = (
    "Jeg har tandpine og har ikke råd til tandlægen",
    "Tandlægen er for dyr, så tænderne rådner",
    "Der burde være gratis tandlæge til os",
    "Mine tænder er ødelagte og tandlægen koster kassen",
    "En tandlæge på værestedet ville hjælpe på tænderne",
    "Man skammer sig over sine tænder",
    "Jeg trækker selv tænderne ud, tandlægen er for dyr",
    "Gratis tandlæge, tak",
    "Tandlægen sagde nej, fordi jeg skyldte penge",
    "Jeg kan ikke tygge, for mine tænder er væk",
)
WORKERS = (
    "Jeg har haft ni sagsbehandlere på to år",
    "Hver gang er der en ny sagsbehandler, og jeg begynder forfra",
    "Skiftende sagsbehandlere kender ikke min sag",
    "Min sagsbehandler er skiftet igen",
    "Jeg vil gerne have en fast sagsbehandler",
    "Sagsbehandleren har ikke læst sagen",
    "En fast sagsbehandler ville give ro",
    "Nye sagsbehandlere hele tiden, ingen husker sagen",
    "Sagsbehandleren rejste midt i min sag",
    "Jeg fortæller den samme historie til hver sagsbehandler",
)
HOMES = (
    "Vi mangler skæve boliger til folk med hund",
    "En lille bolig uden naboer væg til væg",
    "Huslejen i boligen er højere end min ydelse",
    "Skæve boliger er det eneste, der virker",
    "Jeg har ventet på en bolig i fire år",
    "Boligen er fugtig og kold",
    "Skæve boliger med en vicevært, der kommer forbi",
    "Uden bolig kan man ikke passe noget",
    "Jeg mistede min bolig, da jeg blev indlagt",
    "En bolig, hvor hunden må være med",
)
ALL = (*TEETH, *WORKERS, *HOMES)
LABELS = ("teeth",) * 10 + ("workers",) * 10 + ("homes",) * 10


def vectors(texts: Sequence[str]) -> Floats:
    """384 numbers from the lemmas of each text: texts with the same words are near each other."""
    rows = np.zeros((len(texts), 384), dtype=np.float32)
    for row, text in zip(rows, texts, strict=True):
        for term in terms(text):
            seed = int.from_bytes(hashlib.sha256(term.encode()).digest()[:4], "big")
            row += np.random.default_rng(seed).standard_normal(384).astype(np.float32)
    return unit(rows)


def ids(count: int) -> list[str]:
    """Ids as the store has them: 32 hexadecimal digits."""
    return [hashlib.sha256(str(i).encode()).hexdigest()[:32] for i in range(count)]
