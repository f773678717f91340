"""The plain words of the pages for sites, and what one page says."""

import streamlit as st

from exports.answers_outline import FORM, MORE
from exports.answers_sheet import AnswerSheet, head
from exports.danish import decimal
from exports.model import Base
from exports.plain import EASY, lix, told
from interviews.model import Consultation, Status
from storage import open_store
from strategy.follow_up.texts import write_text, written
from strategy.model import InitiativeStatus, Origin
from views.common import plain, role, today
from views.translate import _, ngettext

HARDEST = 20  # initiatives in the form, the hardest to read first


def show_sheet(sheet: AnswerSheet) -> None:
    """What stands on the page, and how easy it is to read."""
    with st.container(border=True, key="answer_sheet"):
        st.subheader(plain(sheet.subtitle))
        st.markdown(plain(sheet.lead))
        for row in sheet.rows:
            left, right = st.columns(2)
            said = f"*»{plain(row.quote.text)}«*" if row.quote else plain(row.said)
            left.markdown(f"**{plain(head(row))}**  \n{said}")
            right.markdown("\n\n".join(plain(text) for text in row.done))
        if sheet.reasons:
            st.markdown("**" + _("Det gør vi ikke") + "**")
            st.markdown("\n".join(f"- {plain(reason)}" for reason in sheet.reasons))
        st.markdown(plain(sheet.more))
    easy = _("let at læse") if sheet.lix < EASY else _("svær at læse: skriv kortere ord")
    st.caption(_("Lix {n}: {easy}").format(n=decimal(sheet.lix, 0), easy=easy))
    if sheet.left_out:
        n = sheet.left_out
        words = ngettext(
            "{n} initiativ er der ikke plads til.", "{n} initiativer er der ikke plads til.", n
        )
        st.caption(words.format(n=n))


def texts_section(current: Consultation, base: Base) -> None:
    """Where more can be said, and plain words for initiatives; emptied, they follow the plan."""
    with open_store() as store:
        own = written(store, current.id, FORM)
    adopted = current.status is Status.ADOPTED
    mine = [
        i
        for i in base.initiatives
        if i.status is not InitiativeStatus.DROPPED and i.origin is not Origin.MACHINE
    ]
    hard = {i.id: lix(told(i, today(), own.get(f"i:{i.id}", ""), adopted)) for i in mine}
    mine.sort(key=lambda i: -hard[i.id])
    with st.form("answers_texts", border=False):
        texts = {"more": st.text_area(_("Hvor kan man sige mere?"), own.get("more", MORE))}
        st.caption(_("Skriv de sværeste initiativer i korte ord, fx »Vi bygger små boliger«."))
        for one in mine[:HARDEST]:
            words = f"{one.label} {one.text} (lix {decimal(hard[one.id], 0)})"
            key = f"i:{one.id}"
            texts[key] = st.text_input(plain(words), own.get(key, ""), key=f"plain_{one.id}")
        if not st.form_submit_button(_("Gem teksterne")):
            return
    with open_store() as store:
        for section, text in texts.items():
            given = MORE if section == "more" else ""
            write_text(store, current.id, FORM, section, text, role(), today(), given)
    st.rerun()
