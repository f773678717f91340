"""After the handing in: what was stored, in plain words, and the way to correct it."""

import html

import streamlit as st

from interviews.model import Statement
from views.capture_store import open_capture
from views.capture_sync import sweep_data
from views.capture_words import month_name
from views.common import kind_name, plain, theme_names, wording_name
from views.components.draft_field import draft_field
from views.statement_fix import fix
from views.translate import _, ngettext


def show_done(done: tuple[str, int, str]) -> None:
    """The summary of one interview: its id, how many places were replaced, the withdrawal code."""
    interview_id, replaced, code = done
    with open_capture() as store:
        interview = store.interview(interview_id)
        cid = interview.consultation_id
        said = [s for s in store.statements(cid) if s.interview_id == interview_id]
        places = {site.id: site.name for site in store.sites(cid)}
        names = theme_names(store.themes(cid))
    st.title(_("Samtalen er afleveret"))
    draft_field("capture_sweep", sweep_data())
    people = interview.participants or 1
    parts = [
        ngettext("{n} udsagn", "{n} udsagn", len(said)).format(n=len(said)),
        ngettext("{n} borger", "{n} borgere", people).format(n=people),
        places.get(interview.site_id or "", _("Uden sted")),
        month_name(interview.month),
    ]
    st.success(" · ".join(parts))
    if replaced:
        words = ngettext("{n} sted er erstattet.", "{n} steder er erstattet.", replaced)
        st.write(words.format(n=replaced))
    st.write(_("Kladden og den rå tekst er slettet, også på denne tablet. Tak for samtalen."))
    if code:
        st.header(_("Kode til borgeren"))
        st.html(f'<p class="readaloud">{html.escape(code)}</p>')
        st.write(
            _(
                "Skriv de fire ord ned til borgeren. Med dem kan samtalen slettes igen. "
                "De vises kun nu, og ingen kan finde dem frem."
            )
        )
    st.button(
        _("Ny samtale"),
        type="primary",
        key="done_again",
        on_click=lambda: st.session_state.pop("capture_done", None),
    )
    st.header(_("Udsagnene"))
    for statement in said:
        _show_statement(statement, names.get(statement.theme_key, ""))


def _show_statement(statement: Statement, theme: str) -> None:
    with st.container(border=True):
        version = _("udgave {n}").format(n=statement.version) if statement.version > 1 else ""
        facts = [theme, wording_name(statement.wording), kind_name(statement.kind), version]
        st.caption(f"{statement.label} · " + " · ".join(fact for fact in facts if fact))
        st.markdown(plain(statement.text))
        fix(statement)
