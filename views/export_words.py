"""The forms a file can have, and why one was not made, in words."""

import streamlit as st

from exports import words
from exports.check import PrintStopped
from exports.office import program
from interviews.model import FindingKind
from interviews.setup import slug
from storage import open_store
from strategy.plan_names import is_nobodys_name
from views.capture_words import kind_words
from views.common import link_to, plain, role, today
from views.translate import _, ngettext

MIME = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "qdpx": "application/zip",
    "qdc": "application/xml",
}


def forms() -> list[str]:
    """The forms that can be made here; PDF where LibreOffice is installed."""
    return [form for form in MIME if form != "pdf" or program()]


def form_name(form: str) -> str:
    """What one gets, in words."""
    return {
        "docx": _("Strategiplanen i Word"),
        "pdf": _("Strategiplanen som PDF"),
        "xlsx": _("Udsagn og initiativer i Excel"),
        "csv": _("Udsagnene som CSV"),
        "qdpx": _("Udsagnene til ATLAS.ti, NVivo, MAXQDA (.qdpx)"),
        "qdc": _("Kodebogen til de samme (.qdc)"),
    }[form]


def file_name(form: str, consultation: str) -> str:
    """What the file is called: what it is, and of which consultation."""
    kind = {"docx": "strategiplan", "pdf": "strategiplan", "qdc": "kodebog"}.get(form, "udsagn")
    return f"{kind}-{slug(consultation).replace('_', '-')}.{form}"


def stopped(error: PrintStopped) -> None:
    """Tell what stopped the print, statement by statement."""
    st.error(_("Filen er ikke lavet. Det her skal rettes først:"))
    reasons = {
        "altered": _("citatet er ikke længere, som det blev sagt"),
        "outdated": _("udsagnet er rettet, siden det blev valgt"),
        "not_quotable": _("borgeren har ikke sagt ja til at blive citeret"),
        "not_released": _("citatet er ikke frigivet"),
        "not_approved": _("opsamlingen er ikke godkendt"),
        "open_finding": _("ordet kan være et navn eller et sted; svar på siden Citater"),
        "identifier": _("teksten peger på en person"),
        "name_in_plan": _("filens egne ord kan nævne en person"),
        "too_small": _("gruppen er så lille, at nogen kan genkendes"),
        "wrong_count": _("tallet passer ikke med undersøgelsen"),
        "wrong_number": _("nummeret passer ikke"),
        "wrong_reference": _("henvisningen passer ikke"),
        "missing_in_annex": _("udsagnet mangler i bilaget"),
        "altered_text": _("teksten er ændret undervejs"),
        "altered_in_file": _("teksten i filen er ikke den samme som i undersøgelsen"),
    }
    for fault in error.faults:
        what = reasons.get(fault.reason, fault.reason) + _detail(fault.detail)
        st.markdown(f"- **{plain(_place(fault.label))}**: {plain(what)}")
    if any(fault.reason in ("open_finding", "not_released") for fault in error.faults):
        link_to("quotes", _("Gå til citater"))


def tell_unreleased(consultation_id: str) -> None:
    """How many statements of the plan nobody has released: their words are not in the file."""
    with open_store() as store:
        n = store.count_unreleased(consultation_id, None, only_linked=True)
    if n:
        words = ngettext(
            "{n} udsagn, som planen bruger, er ikke frigivet og trykkes ikke ordret.",
            "{n} udsagn, som planen bruger, er ikke frigivet og trykkes ikke ordret.",
            n,
        )
        st.warning(words.format(n=n))
        link_to("quotes", _("Gå til citater"))


def ask_names(consultation_id: str, error: PrintStopped | None) -> None:
    """Remember which words of the file looked like names; none when nothing stopped it."""
    faults = error.faults if error else ()
    words = {fault.detail for fault in faults if fault.reason == "name_in_plan"}
    st.session_state[f"plan_names_{consultation_id}"] = sorted(words)


def answer_names(consultation_id: str) -> None:
    """One button for each: it is nobody's name."""
    key = f"plan_names_{consultation_id}"
    waiting = st.session_state.get(key, [])
    if not waiting:
        return
    st.write(_("Er et af ordene ikke et navn? Ellers ret teksten, der hvor den er skrevet."))
    with st.container(horizontal=True):
        for word in waiting:
            label = _("»{word}« er ikke en person").format(word=plain(word))
            if st.button(label, key=f"nobody_{word}"):
                with open_store() as store:
                    is_nobodys_name(store, consultation_id, word, role(), today())
                st.session_state[key] = [one for one in waiting if one != word]
                st.rerun()


def _place(label: str) -> str:
    """A visible number or heading as it is; a part of the file in the reader's language."""
    return {
        words.HEADER: _("Sidehoved"),
        words.FOOTER: _("Sidefod"),
        words.NOTES: _("Noter"),
        words.COMMENTS: _("Kommentarer"),
        words.PROPERTIES: _("Filens egenskaber"),
        words.OWN_WORDS: _("Filens egne ord"),
    }.get(label, label)


def _detail(detail: str) -> str:
    if detail in {kind.value for kind in FindingKind}:
        detail = kind_words(FindingKind(detail))
    return f" ({detail})" if detail else ""


def offer(data: bytes, file_name: str, form: str, key: str) -> None:
    """The finished file, ready to be kept."""
    st.success(_("Filen er klar."))
    st.download_button(
        _("Gem filen"),
        data,
        file_name=file_name,
        mime=MIME.get(form, f"application/{form}"),
        type="primary",
        icon=":material/download:",
        on_click="ignore",
        key=f"save_{key}",
    )
