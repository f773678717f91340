"""Danish words of the follow-up report."""

from strategy.follow_up.model import Progress
from strategy.model import TargetKind

_OF_GOAL = {
    Progress.NOT_BEGUN: "ikke begyndt",
    Progress.UNDER_WAY: "på vej",
    Progress.BEHIND: "forsinket",
    Progress.DONE: "nået",
    Progress.NOT_DONE: "ikke nået",
    Progress.DROPPED: "opgivet",
}
_OF_INITIATIVE = _OF_GOAL | {
    Progress.UNDER_WAY: "i gang",
    Progress.DONE: "gennemført",
    Progress.NOT_DONE: "ikke gennemført",
}
PROGRESS = {TargetKind.GOAL: _OF_GOAL, TargetKind.INITIATIVE: _OF_INITIATIVE}
COLUMNS = {  # of the overview: one form for goals and initiatives alike
    Progress.DONE: "Nået",
    Progress.UNDER_WAY: "I gang",
    Progress.BEHIND: "Forsinket",
    Progress.NOT_BEGUN: "Ikke begyndt",
    Progress.NOT_DONE: "Ikke nået",
    Progress.DROPPED: "Opgivet",
}
NOT_SAID = "ikke gjort op"
NOT_SAID_COLUMN = "Ikke gjort op"
LATE = {
    "end": "skulle være færdigt",
    "start": "skulle være begyndt",
    "year": "målet gjaldt til",
}
