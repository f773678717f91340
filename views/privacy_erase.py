"""The administrator's parts of the page about protection: receipts, and deleting everything."""

import streamlit as st

from interviews.model import AuditEntry, Consultation
from storage import open_store
from storage.erase import erase_everything
from views.common import plain, today
from views.translate import _, ngettext


def receipts_without_consultation() -> None:
    """What was deleted, where nothing is left that the rest of the page could be about."""
    with open_store() as store:
        there, entries = store.consultations(), store.receipts()
    if entries and not there:
        st.title(_("Beskyttelse"))
        receipts(entries, ())


def receipts(entries: tuple[AuditEntry, ...], there: tuple[Consultation, ...]) -> None:
    """What was deleted on which day, in numbers: also for consultations that are gone."""
    st.write(_("Kvitteringer for det, der er slettet. De rummer kun tal."))
    if not entries:
        st.info(_("Der er ikke slettet noget endnu."))
        return
    names = {one.id: one.name for one in there}
    st.dataframe([_receipt(e, names) for e in entries], hide_index=True)


def _receipt(entry: AuditEntry, names: dict[str, str]) -> dict[str, object]:
    drafts, codes, deleted, *said = (int(number) for number in entry.detail.split())
    return {
        _("Dag"): entry.day,
        _("Undersøgelse"): names.get(entry.consultation_id, _("slettet")),
        _("Hvorfor"): _("Slet alt") if entry.action == "erased" else _("Fristen var nået"),
        _("Kladder"): drafts,
        _("Borgernes koder"): codes,
        _("Hele undersøgelsen"): _("ja") if deleted else _("nej"),
        _("Udsagn"): said[0] if said else None,
    }


def erase_form(current: Consultation) -> None:
    """Everything goes when the consultation's name is typed."""
    with open_store() as store:
        names = [one.name for one in store.consultations()]
    st.warning(_("Her slettes alt i Talerør, for altid. Det kan ikke fortrydes."))
    st.write(_("Disse undersøgelser forsvinder:") + " " + ", ".join(plain(n) for n in names))
    st.write(
        _(
            "Det gælder samtaler, udsagn, kladder, planer, borgernes koder, de kopier, Talerør "
            "selv har lavet, og nøglen til kladder. Sikkerhedskopier og udskrevne filer, I selv "
            "har lagt andre steder, skal I selv slette. Kvitteringen bliver; den rummer kun tal."
        )
    )
    with st.form("erase", border=False):
        typed = st.text_input(
            _("Skriv undersøgelsens navn for at bekræfte: {name}").format(name=plain(current.name)),
            key="erase_name",
        )
        sent = st.form_submit_button(_("Slet alt nu"), type="primary")
    if not sent:
        return
    if typed.strip() != current.name:
        st.error(_("Navnet passer ikke. Intet er slettet."))
        return
    done = erase_everything(today())
    st.success(
        ngettext(
            "Alt er slettet: {n} undersøgelse.", "Alt er slettet: {n} undersøgelser.",
            done.consultations,
        ).format(n=done.consultations)
    )  # fmt: skip
    if not done.rewritten:
        st.warning(
            _("Andre var i gang, så filen er ikke renset endnu. Det sker, så snart de er færdige.")
        )
    st.stop()
