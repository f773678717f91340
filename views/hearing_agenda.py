"""The agenda item for the committee: its texts, prefilled from the plan, and the file."""

from zlib import crc32

import streamlit as st

from exports.agenda_documents import print_agenda
from exports.agenda_outline import BODY, FORM, SECTIONS, prefilled
from exports.check import PrintStopped
from interviews.model import Consultation
from interviews.setup import slug
from storage import open_store
from strategy.follow_up.texts import write_text, written
from views.common import role, today
from views.export_words import answer_names, ask_names, offer, stopped
from views.translate import _


def section_name(section: str) -> str:
    """A section of the item in words."""
    return {
        "title": _("Overskrift"),
        "committee": _("Udvalg"),
        "meeting": _("Møde (dag og sted)"),
        "case_number": _("Sagsnummer"),
        "summary": _("Resumé"),
        "presentation": _("Sagsfremstilling"),
        "goals": _("Mål"),
        "economy": _("Økonomi"),
        "hearing": _("Høring"),
        "recommendation": _("Indstilling"),
        "annexes": _("Bilag"),
    }[section]


def agenda_section(current: Consultation) -> None:
    """The texts in one form; an emptied one follows the plan again."""
    with open_store() as store:
        given = prefilled(store, current.id, today())
        own = written(store, current.id, FORM)
    st.write(
        _(
            "Punktet er udfyldt fra planen. Det, du selv skriver, bliver stående; tømmer du et "
            "felt, følger det planen igen. En linje, der begynder med »- «, bliver et punkt."
        )
    )
    with st.form("agenda_form"):
        texts = {}
        for section in SECTIONS:
            kind = st.text_area if section in BODY else st.text_input
            text = own.get(section, given[section])
            name = section_name(section) + (f" ({_('skrevet af jer')})" if section in own else "")
            more = {"height": "content"} if section in BODY else {}
            key = f"agenda_{current.id}_{section}_{crc32(text.encode())}"
            texts[section] = kind(name, text, key=key, **more)
        with st.container(horizontal=True):
            saved = st.form_submit_button(_("Gem teksterne"))
            made = st.form_submit_button(_("Gem, og lav dagsordenspunktet"), type="primary")
    if not (saved or made):
        answer_names(current.id)
        return
    with open_store() as store:
        for section, text in texts.items():
            write_text(store, current.id, FORM, section, text, role(), today(), given[section])
    if saved:
        st.rerun()
    _make(current)
    answer_names(current.id)


def _make(current: Consultation) -> None:
    try:
        with st.spinner(_("Skriver …")), open_store() as store:
            data = print_agenda(store, current.id, role(), today())
    except PrintStopped as error:
        stopped(error)
        ask_names(current.id, error)
    else:
        ask_names(current.id, None)
        name = slug(current.name).replace("_", "-")
        offer(data, f"dagsordenspunkt-{name}.docx", "docx", "agenda")
