"""Use case: one round of following up as a status report, in Word or Excel."""

from typing import Protocol

from exports.allowing import NamesStore, own_names
from exports.follow_up_outline import FollowUpStore, outline_follow_up
from exports.follow_up_sheet import write_follow_up_sheet
from exports.word.follow_up import write_follow_up
from interviews.audit import AuditStore, note
from interviews.model import Role


class FollowUpPrintStore(FollowUpStore, NamesStore, AuditStore, Protocol):
    """What printing a report needs of the store."""


def print_follow_up(
    store: FollowUpPrintStore,
    follow_up_id: str,
    role: Role,
    day: str,
    form: str = "docx",
    carrier: bytes | None = None,
) -> bytes:
    """The report as a file: `form` is "docx" (in the style of `carrier` or our own) or "xlsx".

    Those responsible may be named. Raises PrintStopped when something in it identifies or may name
    a person, NotACarrier; nothing is kept then.
    """
    outline = outline_follow_up(store, follow_up_id)
    cid = store.follow_up(follow_up_id).consultation_id
    allowed = own_names(store, cid, (row[3] for row in outline.recommendations))
    if form == "xlsx":
        content = write_follow_up_sheet(outline, allowed)
    else:
        content = write_follow_up(outline, allowed, carrier)
    note(store, cid, day, role, "follow_up_printed", form)
    return content
