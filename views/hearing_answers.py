"""A party's answer from a file: its paragraphs as cards; the chosen ones become points."""

from dataclasses import replace
from zlib import crc32

import streamlit as st

from interviews.documents.model import Document, Repair
from interviews.documents.reading import read_document
from interviews.documents.scan_faults import repaired, suggest_repairs
from interviews.model import FindingKind
from interviews.reading_files import FileUnreadable
from storage import open_store
from strategy.goals import TextMissing
from strategy.hearing_answers import AnswerIdentifies, AnswerPart, split_answer, take_answer
from strategy.model import Hearing
from views.capture_words import kind_words
from views.common import plain, today
from views.documents_text import show_repairs
from views.messages import file_message
from views.translate import _, ngettext

ENDINGS = ["docx", "odt", "pdf", "txt", "doc", "rtf", "docm"]  # the last three: to be told why not
AT_ONCE = 12  # cards on the screen


def answers_section(hearing: Hearing, sections: dict[str, str]) -> None:
    """Choose the party and the file, then go through what it says."""
    field = f"answer_{hearing.id}"
    party = st.selectbox(
        _("Hvem har svaret?"), [p.name for p in hearing.parties], key=f"{field}_party"
    )
    upload = st.file_uploader(
        _("Høringssvar (.docx, .odt, .pdf eller .txt)"), type=ENDINGS, key=f"{field}_file"
    )
    st.caption(_("Filen gemmes ikke. Kun de punkter, du tager med, bliver en del af høringen."))
    read = _read(upload, field)
    if read is None:
        return
    parts = _parts(hearing, *read, field)
    gone = st.session_state.setdefault(f"{field}_gone", set())
    left = [part for part in parts if part.paragraph not in gone]
    told = sum(part.is_point for part in left)
    words = ngettext("{n} muligt punkt tilbage.", "{n} mulige punkter tilbage.", told)
    st.markdown(f"**{words.format(n=told)}**")
    if left:
        _cards(hearing, party, left[:AT_ONCE], sections, field)


def _read(upload, field: str) -> tuple[Document, tuple[Repair, ...]] | None:
    """The upload and the faults of its scan, read once for each file; None while there is none."""
    kept = st.session_state.get(f"{field}_read")
    if upload is None:
        st.session_state.pop(f"{field}_read", None)
        return None
    if kept and kept[0] == upload.file_id:
        return kept[1]
    try:
        with st.spinner(_("Læser dokumentet …")):
            document = read_document(upload.name, upload.getvalue())
            faults = suggest_repairs(document)
    except FileUnreadable as error:
        st.error(file_message(error, _))
        return None
    st.session_state.pop("document_repairs", None)
    st.session_state[f"{field}_read"] = (upload.file_id, (document, faults))
    st.session_state[f"{field}_gone"] = set()
    return document, faults


def _parts(
    hearing: Hearing, document: Document, faults: tuple[Repair, ...], field: str
) -> tuple[AnswerPart, ...]:
    """The parts of the document with the repairs a person accepts; split once for each choice."""
    chosen = show_repairs(faults)
    turn = (st.session_state[f"{field}_read"][0], frozenset(chosen))
    kept = st.session_state.get(f"{field}_parts")
    if kept and kept[0] == turn:
        return kept[1]
    with open_store() as store:
        versions = store.plan_versions(hearing.consultation_id)
        themes = [theme.name for theme in store.themes(hearing.consultation_id)]
    version = next(v for v in versions if v.number == hearing.version_number)
    parts = split_answer(repaired(document, chosen), version, themes)
    st.session_state[f"{field}_parts"] = (turn, parts)
    return parts


def _cards(
    hearing: Hearing, party: str, shown: list[AnswerPart], sections: dict[str, str], field: str
) -> None:
    turn = st.session_state[f"{field}_read"][0]
    with st.form(f"{field}_form", border=False):
        cards = [_card(part, sections, f"{turn}_{_mark(part)}") for part in shown]
        with st.container(horizontal=True):
            taken = st.form_submit_button(_("Tag de valgte med som punkter"), type="primary")
            passed = st.form_submit_button(_("Spring disse over"))
    chosen = [part for part in cards if part.is_point]
    if taken and not _take(hearing, party, chosen):
        return
    if taken or passed:
        st.session_state[f"{field}_gone"] |= {part.paragraph for part in shown}
        st.rerun()


def _mark(part: AnswerPart) -> str:
    """Another one once the part was repaired, so that its fields show the new words."""
    return f"{part.paragraph}_{crc32(part.text.encode())}"


def _card(part: AnswerPart, sections: dict[str, str], key: str) -> AnswerPart:
    """One paragraph, and what the person makes of it."""
    keys = list(sections)
    with st.container(border=True):
        take = st.checkbox(_("Tag med"), part.is_point, key=f"take_{key}")
        text = st.text_area(_("Hvad siger parten?"), part.text, key=f"text_{key}")
        left, right = st.columns(2)
        section = left.selectbox(
            _("Om"),
            keys,
            keys.index(part.section) if part.section in keys else 0,
            format_func=sections.get,
            key=f"section_{key}",
        )
        subject = right.text_input(_("Emne"), part.subject, key=f"subject_{key}")
    return replace(part, text=text, section=section, subject=subject, is_point=take)


def _take(hearing: Hearing, party: str, chosen: list[AnswerPart]) -> bool:
    """Whether the points were kept."""
    if not chosen:
        st.warning(_("Sæt først flueben ved det, der skal med."))
        return False
    try:
        with open_store() as store:
            take_answer(store, hearing, party, chosen, today())
    except AnswerIdentifies as error:
        st.error(_("Teksten peger på en person. Ret den i disse felter, før den tages med:"))
        by_number = {part.paragraph: part.text for part in chosen}
        for number, kinds in error.where:
            words = ", ".join(kind_words(FindingKind(kind)) for kind in kinds)
            start = by_number[number][:40]
            st.markdown(f"- {plain(start)} … ({plain(words)})")
        return False
    except TextMissing:
        st.error(_("Skriv både emnet og det, parten siger."))
        return False
    return True
