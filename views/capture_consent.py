"""What to know before the conversation, the words to read aloud, and the citizen's yes."""

import html

import streamlit as st

from guides.model import Guide
from interviews import drafts
from interviews.model import Draft
from views.capture_steps import guides_of
from views.capture_sync import in_draft
from views.capture_words import open_draft, remove_draft
from views.translate import _, language


def show_consent(draft: Draft) -> None:
    """The words of the first guide are for the whole conversation."""
    guide = guides_of(draft)[0]
    lang = language()
    st.title(_("Før I begynder"))
    with st.expander(_("Til dig, der spørger")):
        show_instruction(guide)
    st.header(_("Læs højt"))
    st.html(f'<p class="readaloud">{html.escape(guide.read_aloud.text(lang))}</p>')
    asked = _("Sagde borgeren ja?") if draft.participants == 1 else _("Sagde alle ja?")
    st.header(asked)
    with st.container(horizontal=True):
        st.button(
            _("Ja, vi går i gang"),
            type="primary",
            key="consent_yes",
            on_click=lambda: in_draft(lambda store: drafts.give_consent(store, draft.id)),
        )
        st.button(_("Nej, stop og slet"), key="consent_no", on_click=remove_draft, args=(draft.id,))
        st.button(_("Senere"), key="consent_later", on_click=open_draft, args=(None,))
    st.caption(_("Der gemmes kun, at der blev sagt ja. Ingen navne og ingen underskrift."))


def show_instruction(guide: Guide) -> None:
    """The guide's advice to the interviewer."""
    words = guide.instruction
    for title, text in (
        (_("Sådan begynder du"), words.begin),
        (_("Fortæl om anonymitet"), words.anonymity),
        *help_texts(guide),
    ):
        st.markdown(f"**{title}**")
        st.write(text.text(language()))


def help_texts(guide: Guide) -> tuple[tuple[str, object], ...]:
    """What may be needed in the middle of a conversation."""
    words = guide.instruction
    return (
        (_("Man må stoppe"), words.stopping),
        (_("Hvis du hører noget svært"), words.bad_news),
        (_("Hvis nogen er i fare"), words.danger),
        (_("Skriv aldrig"), words.never_write),
    )
