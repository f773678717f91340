"""The places where citizens are met: see, add, change, remove."""

import dataclasses

import streamlit as st

from interviews.model import Site, SiteCount, SiteKind
from interviews.setup import NameMissing, NameTelling, add_site, site_name
from interviews.small_cells import hide_small
from storage import open_store
from views.common import blank, emptied, plain, site_kind_name
from views.translate import _, ngettext

KINDS = [kind.value for kind in SiteKind]


def sites_tab(consultation_id: str) -> None:
    """Every site with what it has given, and a form for a new one."""
    with open_store() as store:
        counts = store.site_counts(consultation_id)
        k = store.settings(consultation_id).k
    shown = hide_small({count.site.id: count.participants for count in counts}, k)
    if not counts:
        st.info(_("Tilføj de steder, hvor I møder borgerne."))
    for count in counts:
        with st.expander(
            _line(count, shown[count.site.id]), key=f"site_{count.site.id}", on_change="rerun"
        ) as one:
            if one.open:
                _change(count)
    with st.form("new_site"):
        st.subheader(_("Nyt kontaktsted"))
        name = st.text_input(_("Stedets navn"), key=blank("site_name"))
        kind, planned = _details(None, blank("site"))
        if st.form_submit_button(_("Tilføj kontaktsted"), type="primary"):
            try:
                with open_store() as store:
                    add_site(store, consultation_id, name, SiteKind(kind), planned)
                emptied("site_name")
                emptied("site")
                st.rerun()
            except (NameMissing, NameTelling) as error:
                st.error(_refused(error))


def _line(count: SiteCount, participants: int | None) -> str:
    """A site; how many talked there only where the number points at nobody."""
    site = count.site
    line = f"**{plain(site.name)}** · {site_kind_name(site.kind)}"
    if participants is None:
        return line + " · " + _("få borgere endnu: tallet vises ikke")
    people = f"{participants} / {site.planned}" if site.planned else str(participants)
    talks = ngettext("{n} samtale", "{n} samtaler", count.interviews).format(n=count.interviews)
    return f"{line} · {talks} · " + _("{n} borgere").format(n=people)


def _details(site: Site | None, key: str) -> tuple[str, int | None]:
    left, right = st.columns(2)
    kind = left.selectbox(
        _("Slags sted"),
        KINDS,
        index=KINDS.index(site.kind if site else SiteKind.DROP_IN),
        format_func=site_kind_name,
        key=f"{key}_kind",
    )
    planned = right.number_input(
        _("Planlagte deltagere (kan udelades)"),
        1,
        500,
        site.planned if site else None,
        key=f"{key}_planned",
    )
    return kind, int(planned) if planned else None


def _change(count: SiteCount) -> None:
    site = count.site
    with st.form(f"change_{site.id}", border=False):
        name = st.text_input(_("Stedets navn"), site.name)
        kind, planned = _details(site, site.id)
        if st.form_submit_button(_("Gem stedet")):
            try:
                words = site_name(name)
            except (NameMissing, NameTelling) as error:
                st.error(_refused(error))
            else:
                with open_store() as store:
                    store.save_site(
                        dataclasses.replace(site, name=words, kind=SiteKind(kind), planned=planned)
                    )
                st.rerun()
    if count.interviews:
        st.caption(_("Stedet kan ikke fjernes, for der er holdt samtaler."))
    elif st.button(_("Fjern stedet"), key=f"remove_{site.id}"):
        with open_store() as store:
            store.delete_site(site.id)
        st.rerun()


def _refused(error: ValueError) -> str:
    if isinstance(error, NameTelling):
        return _(
            "Navnet har et nummer, en mailadresse eller en fødselsdato. Skriv kun stedets navn: "
            "det trykkes i planen."
        )
    return _("Skriv stedets navn.")
