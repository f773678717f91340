"""»Det sagde I – det gør vi«: a page for each site, with which those who spoke hear back."""

import io
import zipfile

import streamlit as st

from exports.answers_documents import print_answers, read_sheets
from exports.check import PrintStopped
from exports.documents import note_stop
from exports.office import OfficeFailed, program
from exports.timeless import timeless
from interviews.setup import slug
from storage import open_store
from views.answers_texts import show_sheet, texts_section
from views.common import consultation, link_to, role, today
from views.export_words import offer, stopped
from views.translate import _, ngettext

current = consultation()
st.title(_("Det sagde I – det gør vi"))
st.write(
    _(
        "Sådan hører borgerne, hvad der blev af det, de sagde: én side til hvert sted i enkle ord. "
        "Hvad der blev sagt et sted, står kun som stedets eget, hvor mange nok har talt."
    )
)
with open_store() as store:
    sites = store.sites(current.id)
    has_plan = bool(store.initiatives(current.id))
    total = store.count_statements(current.id)
if not (sites and has_plan and total):
    st.info(_("Der skal være kontaktsteder, udsagn og initiativer, før der kan svares."))
    link_to("plan", _("Gå til planen"))
    st.stop()

names = {site.id: site.name for site in sites}
with open_store() as store:
    base, sheets = read_sheets(store, current.id, names, today())
with st.expander(_("Ret teksterne")):
    texts_section(current, base)
chosen = st.selectbox(_("Se siden til"), list(names), format_func=names.get, key="answers_site")
show_sheet(sheets[chosen])

forms = {"docx": "Word"} | ({"pdf": "PDF"} if program() else {})
form = st.segmented_control(
    _("Hvad vil du have?"),
    list(forms),
    default="docx",
    required=True,
    format_func=forms.get,
    key="answers_form",
)
with st.container(horizontal=True):
    n = len(names)
    one = st.button(_("Lav siden til stedet"), key="make_answer")
    words = ngettext("Lav {n} side", "Lav alle {n} sider", n).format(n=n)
    every = st.button(words, type="primary", key="make_answers")
if one or every:
    try:
        with st.spinner(_("Skriver …")), open_store() as store:
            ids = names if every else [chosen]
            files = print_answers(store, current.id, ids, role(), today(), form == "pdf")
    except OfficeFailed:
        st.error(_("Filen kunne ikke laves om til PDF. Vælg Word."))
    except PrintStopped as error:
        with open_store() as store:
            note_stop(store, current.id, error, role(), today())
        stopped(error)
    else:
        if every:
            packed = io.BytesIO()
            with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
                for number, file in enumerate(files, 1):
                    name = slug(file.name).replace("_", "-")
                    archive.writestr(f"{number:02d}-{name}.{form}", file.content)
            offer(timeless(packed.getvalue()), "det-sagde-i.zip", "zip", "answers")
        else:
            name = slug(files[0].name).replace("_", "-")
            offer(files[0].content, f"det-sagde-i-{name}.{form}", form, "answers")
