"""Danish words for decisions and changes, as they stand in a hearing note."""

from exports.words import STATUS
from strategy.model import ChangeKind, HearingDecision, Stance

DECISIONS = {  # in the order the overview shows them
    HearingDecision.FOLLOWED: "Taget til følge",
    HearingDecision.PARTLY: "Delvist taget til følge",
    HearingDecision.NOT_FOLLOWED: "Ikke taget til følge",
    HearingDecision.NOTED: "Taget til efterretning",
    HearingDecision.OPEN: "Ikke besluttet endnu",
}
SHORT = {
    HearingDecision.FOLLOWED: "Fulgt",
    HearingDecision.PARTLY: "Delvist",
    HearingDecision.NOT_FOLLOWED: "Ikke fulgt",
    HearingDecision.NOTED: "Noteret",
    HearingDecision.OPEN: "Mangler",
}
FIELDS = {
    "goal": "Mål",
    "responsible": "Ansvarlig",
    "partners": "Samarbejdspartnere",
    "start": "Opstart",
    "end": "Slut",
    "indicator": "Indikator",
    "cost": "Økonomi",
    "status": "Status",
    "no_evidence_reason": "Begrundelse uden belæg",
    "baseline": "Udgangspunkt",
    "target": "Måltal",
    "year": "År",
}
VALUES = {str(status): word for status, word in STATUS.items()} | {
    str(Stance.SUPPORTS): "støtter",
    str(Stance.NUANCES): "nuancerer",
    str(Stance.CONTRADICTS): "modsiger",
}
CHANGES = {
    ChangeKind.ADDED: "Ny i planen: »{after}«",
    ChangeKind.REMOVED: "Udgået af planen: »{before}«",
    ChangeKind.REWORDED: "Ny ordlyd: »{after}« (før: »{before}«)",
    ChangeKind.MOVED: "Flyttet fra temaet {before} til {after}",
    ChangeKind.CHANGED: "{field} ændret fra »{before}« til »{after}«",
    ChangeKind.EVIDENCE_ADDED: "Nyt belæg: {said} ({after})",
    ChangeKind.EVIDENCE_REMOVED: "{said} er ikke længere belæg",
    ChangeKind.EVIDENCE_CHANGED: "Belægget {said} {after} nu (før: {before})",
}
SET = "{field} tilføjet: »{after}«"
TAKEN_OUT = "{field} fjernet (før: »{before}«)"
