"""What stands in a document: the account of the reading, repairs of a scan."""

from collections import Counter

import streamlit as st

from interviews.documents.model import Document, Form, Repair
from views.common import plain
from views.translate import _, ngettext

SHOWN = 400  # paragraphs; more is a book, and the browser slow


def show_account(document: Document) -> None:
    """How much was read, what was left out and why."""
    n = len(document.paragraphs)
    st.success(ngettext("{n} afsnit er læst.", "{n} afsnit er læst.", n).format(n=n))
    for note in document.notes:
        code, _colon, detail = note.partition(":")
        words = {
            "cp1252": _(
                "Filen var ikke i UTF-8; den er læst som Windows-tegn. Se efter æ, ø og å."
            ),
            "running_lines": _("Sidehoveder, sidefødder og sidetal er udeladt: {detail} linjer."),
            "tables": _("Tabeller i dokumentet: {detail}. Kontrollér rækkerne."),
            "deleted_text": _("Tekst, der er slettet med sporede ændringer, er udeladt."),
            "comments": _("Kommentarer i margenen er udeladt."),
        }
        st.caption(words[code].format(detail=detail))
    if document.left_out:
        with st.expander(_("Udeladte linjer")):
            st.text("\n".join(document.left_out[:50]))


def show_repairs(found: tuple[Repair, ...]) -> list[Repair]:
    """The repairs a person accepts; each different fault is one choice, with the original in it."""
    if not found:
        return []
    st.header(_("Læsefejl fra skanning"))
    st.write(
        _(
            "Dokumentet ligner en skanning. Til venstre står det, filen rummer, til højre det, der "
            "nok stod på papiret. Intet rettes, før du vælger det."
        )
    )
    count = Counter((repair.found, repair.suggested) for repair in found)
    with st.container(horizontal=True):
        if st.button(_("Vælg alle rettelser"), key="repairs_all"):
            st.session_state["document_repairs"] = list(count)
        if st.button(_("Vælg ingen"), key="repairs_none"):
            st.session_state["document_repairs"] = []
    chosen = st.pills(
        _("Rettelser"),
        list(count),
        selection_mode="multi",
        format_func=lambda pair: f"{plain(pair[0])} → {plain(pair[1])} ({count[pair]})",
        key="document_repairs",
    )
    wanted = set(chosen)
    return [repair for repair in found if (repair.found, repair.suggested) in wanted]


def show_text(document: Document) -> None:
    """The whole text, as it will be cut into statements."""
    with st.expander(_("Hele teksten")), st.container(height=420, border=False):
        for paragraph in document.paragraphs[:SHOWN]:
            words = plain(paragraph.text)
            if paragraph.kind is Form.HEADING:
                words = f"**{words}**"
            elif paragraph.kind is Form.BULLET:
                words = f"- {words}"
            st.markdown(words)
        if len(document.paragraphs) > SHOWN:
            st.caption(_("Kun de første {n} afsnit er vist.").format(n=SHOWN))
