"""The interview guides as the interviewer reads them."""

import streamlit as st

from exports.check import PrintStopped
from exports.word.guide_sheet import write_guide_sheet
from guides.model import Guide
from interviews.model import Role
from interviews.setup import slug
from storage import open_store
from views.common import consultation, role, theme_names, today
from views.export_words import MIME
from views.guide_edit import edit_guide, new_guide
from views.translate import _, language


def show(guide: Guide) -> None:
    """One guide: what to know, what to read aloud, the questions."""
    lang = language()
    st.write(guide.purpose.text(lang))
    with st.expander(_("Før du begynder")):
        for title, words in (
            (_("Sådan begynder du"), guide.instruction.begin),
            (_("Fortæl om anonymitet"), guide.instruction.anonymity),
            (_("Man må stoppe"), guide.instruction.stopping),
            (_("Hvis du hører noget svært"), guide.instruction.bad_news),
            (_("Hvis nogen er i fare"), guide.instruction.danger),
            (_("Skriv aldrig"), guide.instruction.never_write),
        ):
            st.markdown(f"**{title}**")
            st.write(words.text(lang))
    st.subheader(_("Læs højt"))
    with st.container(border=True):
        st.write(guide.read_aloud.text(lang))
    st.subheader(_("Spørgsmål"))
    for number, question in enumerate(guide.questions, 1):
        st.markdown(f"**{number}. {question.text.text(lang)}**")
        for probe in question.probes:
            st.markdown(f"- {probe.text(lang)}")
    st.subheader(_("Til slut"))
    st.write(guide.ending.text(lang))


def offer_sheet(municipality: str, guide: Guide) -> None:
    """The guide on paper, with room to write, in the language of the page."""
    if not st.button(_("Guiden på papir (Word)"), icon=":material/print:", key="make_sheet"):
        return
    try:
        sheet = write_guide_sheet(guide, municipality, today(), language())
    except PrintStopped:
        st.warning(_("Guiden kan ikke skrives ud: den rummer et nummer, der peger på en person."))
        return
    st.download_button(
        _("Gem filen"),
        sheet,
        file_name=f"spoergeguide-{slug(guide.title.da)}-{guide.version}.docx",
        mime=MIME["docx"],
        type="primary",
        icon=":material/download:",
        key=f"sheet_{guide.id}",
        on_click="ignore",
    )


current = consultation()
with open_store() as store:
    guides = store.guides(current.id)
    names = theme_names(store.themes(current.id))

may_edit = role() in (Role.CONSULTANT, Role.ADMINISTRATOR)
st.title(_("Spørgeguider"))
if not guides:
    st.info(_("Undersøgelsen har ingen spørgeguider endnu."))
    if may_edit:
        new_guide(current.id, set())
    st.stop()
by_id = {guide.id: guide for guide in guides}
chosen = st.segmented_control(
    _("Tema"),
    list(by_id),
    default=next(iter(by_id)),
    required=True,
    format_func=lambda key: names.get(by_id[key].theme_key) or by_id[key].title.text(language()),
    key="guide",
)
guide = by_id[chosen or next(iter(by_id))]
st.header(guide.title.text(language()))
st.caption(_("Udgave {n}").format(n=guide.version))
offer_sheet(current.municipality, guide)
if not may_edit:
    show(guide)
    st.stop()
read, edit = st.tabs([_("Læs"), _("Ret og udgiv")])
with read:
    show(guide)
with edit:
    edit_guide(current.id, guide)
    new_guide(current.id, {g.theme_key for g in guides})
