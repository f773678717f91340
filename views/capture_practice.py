"""Practising a conversation: the real pages, a made-up citizen, and nothing that is kept."""

import html

import streamlit as st

from interviews.model import Consultation
from interviews.practice import PRACTICE, PracticeStore, begin_practice, made_up_citizen
from storage import open_store
from views.capture_steps import Step
from views.capture_store import end_practice, practice
from views.capture_words import open_draft
from views.common import today
from views.translate import _, language

CSS = """<style>
div:has(> .st-key-practice) { position: sticky; top: 3.25rem; z-index: 90; }
.st-key-practice { background: #fdf0d5; color: #5c3d00; }
</style>"""


def offer_practice(current: Consultation) -> None:
    """The way in, on the page where conversations begin."""
    st.header(_("Øv dig"))
    st.write(_("Prøv en samtale med en opdigtet borger. Intet af det, du skriver, bliver gemt."))
    st.button(
        _("Begynd en øvelse"),
        icon=":material/school:",
        key="practice_begin",
        on_click=_begin,
        args=(current.id,),
    )


def show_banner() -> None:
    """Says all the way through that this is practice; ends it when somebody went elsewhere."""
    here = st.query_params.get("kladde") == PRACTICE or st.session_state.get("capture_done")
    if practice() is None or not here:
        end_practice()
        return
    st.html(CSS)
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="practice"):
        st.markdown(f"**{_('Øvelse')}.** {_('Borgeren er opdigtet, og intet bliver gemt.')}")
        st.button(_("Stop øvelsen"), key="practice_end", on_click=_stop)


def show_answer(step: Step) -> None:
    """What the made-up citizen says to this question."""
    said = made_up_citizen().answers.get(step.question.key) if practice() else None
    if said:
        st.markdown(f"**{_('Borgeren siger – skriv det ned:')}**")
        st.html(f'<p class="readaloud">{html.escape(said.text(language()))}</p>')


def _stop() -> None:
    end_practice()
    open_draft(None)


def _begin(consultation_id: str) -> None:
    with open_store() as store:
        themes, settings = store.themes(consultation_id), store.settings(consultation_id)
    st.session_state["practice"] = PracticeStore(themes, settings)
    open_draft(begin_practice(practice(), consultation_id, today()).id)
