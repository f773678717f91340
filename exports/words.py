"""Danish names of kinds, places and stances, as they stand in a plan."""

from interviews.model import Kind, SiteKind, Wording
from strategy.model import InitiativeStatus, Stance

KIND_PLURAL = {
    Kind.EXPERIENCE: "Oplevelser",
    Kind.CHALLENGE: "Udfordringer",
    Kind.WISH: "Ønsker",
    Kind.PRAISE: "Ros",
    None: "Uden art",
}
KIND = {
    Kind.EXPERIENCE: "oplevelse",
    Kind.CHALLENGE: "udfordring",
    Kind.WISH: "ønske",
    Kind.PRAISE: "ros",
    None: "",
}
WORDING = {Wording.VERBATIM: "ordret", Wording.PARAPHRASED: "gengivet"}
SITE_KIND = {
    SiteKind.DROP_IN: "værested eller varmestue",
    SiteKind.SHELTER: "forsorgshjem eller herberg",
    SiteKind.TREATMENT: "behandlingstilbud",
    SiteKind.HOUSING: "botilbud",
    SiteKind.ACTIVITY: "aktivitets- eller beskæftigelsestilbud",
    SiteKind.OUTREACH: "opsøgende arbejde",
    SiteKind.RELATIVES: "pårørende",
    SiteKind.OTHER: "andet kontaktsted",
}
STANCE = {
    Stance.SUPPORTS: "",
    Stance.NUANCES: "Nuanceres af",
    Stance.CONTRADICTS: "Modsiges af",
}
STATUS = {
    InitiativeStatus.PROPOSED: "foreslået",
    InitiativeStatus.PLANNED: "planlagt",
    InitiativeStatus.STARTED: "i gang",
    InitiativeStatus.DONE: "gennemført",
    InitiativeStatus.DROPPED: "opgivet",
}


OTHER_PLACES = "Øvrige steder"
NOT_SHOWN = "vises ikke"
NOT_PRINTED = "Talt med, men gengives ikke ordret af hensyn til borgerne:"
NOT_PRINTED_CELL = "(gengives ikke af hensyn til borgeren)"
MACHINE_MARK = "Forslag fra maskinen, ikke vedtaget"
DRAFT_MARK = "Udkast – citater ikke frigivet"
WITHOUT_THEME = "Uden tema"

# places in a file that no heading names, for what stops a print
HEADER, FOOTER, NOTES = "Sidehoved", "Sidefod", "Noter"
COMMENTS, PROPERTIES, OWN_WORDS = "Kommentarer", "Filens egenskaber", "Filens egne ord"
PARTS = (HEADER, FOOTER, NOTES, COMMENTS, PROPERTIES)

HOW_TO_READ = (
    ("U-012", "er et udsagn. Klik på nummeret, eller slå det op i bilaget."),
    ("M-01", "er et mål: det, kommunen vil opnå inden for et tema."),
    ("I-01", "er et initiativ: det, der gøres for at nå målet, af hvem og hvornår."),
    ("F-01", "er et forslag fra maskinen. Det er ikke vedtaget, og kun udkast har dem med."),
)


def genitive(name: str) -> str:
    """`name` in the genitive: "Solby Kommunes", but "Aarhus'" after s, x and z."""
    return name + ("'" if name.lower().endswith(("s", "x", "z")) else "s")


def inside(text: str) -> str:
    """`text` as it stands inside a sentence: its capital goes, not those of acronyms and names.

    "Boliger" gives "boliger"; "ADHD og hiv i Solby" stays as it is.
    """
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first[1:] == first[1:].lower() else text


def sentence(text: str) -> str:
    """`text` with a capital at its start, all else as it was."""
    return text[:1].upper() + text[1:]


def of_municipality(name: str) -> str:
    """`name` with the word Kommune: "Solby" gives "Solby Kommune"; no name, "kommunen"."""
    name = name.strip()
    if not name:
        return "kommunen"
    return name if "kommune" in name.lower() else f"{name} Kommune"
