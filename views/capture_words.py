"""Words, looks and small helpers that the parts of the conversation page share."""

import html
from collections.abc import Iterable

import streamlit as st

from interviews.model import Certainty, Draft, Finding, FindingKind, Judgement
from storage import open_store
from views.capture_store import practice
from views.capture_sync import in_draft, read_draft
from views.translate import _

CSS = """<style>
.st-key-capture_waker, .st-key-capture_sweep { display: none; }
.st-key-capture_pocket { position: absolute; }
.st-key-capture button, .st-key-capture [role="radio"], .st-key-capture summary,
[data-testid="stPopoverBody"] button, .st-key-capture [data-baseweb="select"] > div,
.st-key-capture [data-testid="stSelectbox"] [role="combobox"], .st-key-capture input {
  min-height: 2.75rem; }
[data-testid="stPopoverBody"] button { min-width: 2.75rem; }
.st-key-capture label:has(input[type="checkbox"]) { min-height: 2.75rem; align-items: center; }
.st-key-capture .readaloud { font-size: 1.2rem; line-height: 1.55; white-space: pre-line;
  border-left: 5px solid var(--st-primary-color, #0b5c63); padding: .3rem 0 .3rem 1.1rem; }
.st-key-capture .said { font-size: 1.06rem; line-height: 1.7; white-space: pre-wrap;
  overflow-wrap: anywhere; margin: 0; }
.said mark { padding: .1em .25em; border-radius: .25em; background: #fbe3b5; color: #3d2a00; }
.said mark.certain { background: #f7cfcf; color: #5c0d0d; }
.said mark.hint { background: none; border-bottom: 2px dotted #8a9a98; color: inherit; }
.said ins { text-decoration: none; font-weight: 600; background: #d9ece7; color: #063d33;
  padding: .1em .25em; border-radius: .25em; }
</style>"""


def field_words() -> dict[str, str]:
    """What the draft field says about itself."""
    return {
        "saved": _("Øvelse – bliver ikke gemt") if practice() else _("Gemt"),
        "saving": _("Gemmer …"),
        "offline": _("Ingen forbindelse – du kan skrive videre"),
    }


def finding_words(finding: Finding) -> str:
    """What a finding looks like, to be read after the words it stands on."""
    return kind_words(finding.kind)


def kind_words(kind: FindingKind) -> str:
    """What findings of one kind look like."""
    return {
        FindingKind.PERSON: _("ligner et navn"),
        FindingKind.CPR: _("ligner et CPR-nummer"),
        FindingKind.PHONE: _("ligner et telefonnummer"),
        FindingKind.EMAIL: _("ligner en mailadresse"),
        FindingKind.WEB: _("ligner en adresse på nettet"),
        FindingKind.ADDRESS: _("ligner en adresse"),
        FindingKind.PLACE: _("ligner et stednavn"),
        FindingKind.DATE_OF_BIRTH: _("ligner en fødselsdato"),
        FindingKind.DATE: _("ligner en præcis dato"),
        FindingKind.AGE: _("ligner en præcis alder"),
        FindingKind.ORG_SMALL: _("ligner et lille sted eller firma"),
        FindingKind.PLATE: _("ligner en nummerplade"),
        FindingKind.ACCOUNT: _("ligner et kontonummer"),
        FindingKind.CASE_NUMBER: _("ligner et sagsnummer"),
    }[kind]


def quiet_findings(text: str, findings: Iterable[Finding]) -> list[dict[str, str]]:
    """The findings that must be answered later, as the draft field shows them while typing."""
    return [
        {
            "quote": text[finding.start : finding.end],
            "words": finding_words(finding),
            "certainty": finding.certainty.value,
        }
        for finding in findings
        if finding.certainty is not Certainty.HINT
    ]


def marked_text(text: str, findings: Iterable[Finding], judgements: Iterable[Judgement]) -> str:
    """`text` as HTML: what is replaced shows its replacement, what is open is marked."""
    pieces = {(j.start, j.end): j for j in judgements}
    spots: dict[tuple[int, int], str] = {}
    for finding in findings:
        words = html.escape(text[finding.start : finding.end])
        harmless = (finding.start, finding.end) in pieces
        mark = f'<mark class="{finding.certainty.value}">{words}</mark>'
        spots[(finding.start, finding.end)] = words if harmless else mark
    for spot, judgement in pieces.items():
        if judgement.replacement is not None:
            spots[spot] = f"<ins>{html.escape(judgement.replacement)}</ins>"
    out, at = [], 0
    # Where two overlap the longer, earlier one is shown; hand-in itself covers both.
    for (start, end), piece in sorted(spots.items(), key=lambda item: (item[0][0], -item[0][1])):
        if start >= at:
            out += [html.escape(text[at:start]), piece]
            at = end
    return f'<p class="said">{"".join(out)}{html.escape(text[at:])}</p>'


def allowed_words(consultation_id: str) -> frozenset[str]:
    """Words that identify nobody here, as the consultation's settings say."""
    with open_store() as store:
        return frozenset(store.settings(consultation_id).allowed_words)


def month_name(month: str | None) -> str:
    """ "marts 2026" for "2026-03"."""
    if not month:
        return _("ukendt måned")
    year, number = month.split("-")
    names = _("januar februar marts april maj juni juli august september oktober november december")
    return f"{names.split()[int(number) - 1]} {year}"


def current_draft() -> Draft | None:
    """The draft named in the address, so that a reload or another tab finds it again."""
    draft_id = st.query_params.get("kladde")
    return read_draft(draft_id) if draft_id else None


def open_draft(draft_id: str | None) -> None:
    """Goes to a draft, or with None back to the list of drafts."""
    st.session_state.pop("capture_done", None)
    if draft_id:
        st.query_params["kladde"] = draft_id
    else:
        st.query_params.pop("kladde", None)


def remove_draft(draft_id: str) -> None:
    """Deletes a draft for good."""
    in_draft(lambda store: store.delete_draft(draft_id))
    open_draft(None)
