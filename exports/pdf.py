"""The plan as PDF: the published Word file, put through LibreOffice."""

from exports.gate import publish
from exports.model import Base, Outline
from exports.office import OfficeMissing, program, to_pdf
from exports.word import WordRenderer


def publish_pdf(outline: Outline, base: Base, carrier: bytes | None = None) -> bytes:
    """The plan as tagged PDF. Raises PrintStopped, NotACarrier, OfficeMissing, OfficeFailed.

    The Word file behind it goes through the gate first; nothing is printed that it stops.
    """
    if program() is None:
        raise OfficeMissing
    return to_pdf(publish(outline, base, WordRenderer(carrier)))
