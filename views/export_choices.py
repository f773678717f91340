"""What one can choose for the plan in Word or PDF: draft or not, whose style, which quotes."""

from dataclasses import dataclass

import streamlit as st

from exports.word.carrier import NotACarrier, open_carrier, own_words
from storage import open_store
from strategy.reflections import choose_reflections, chosen_reflections
from views.common import blank, emptied, plain, role, today
from views.translate import _

LARGEST = 10_000_000  # bytes of a Word file that carries a style


@dataclass(frozen=True)
class PlanChoices:
    """Whether it is a draft, and the Word file that carries the style, if any."""

    is_draft: bool = True
    carrier: bytes | None = None


def plan_choices(consultation_id: str) -> PlanChoices:
    """The choices, with what is kept of them."""
    is_draft = st.toggle(
        _("Udkast"),
        True,
        help=_("Et udkast viser også maskinens forslag og citater, der ikke er frigivet."),
        key="export_draft",
    )
    with st.expander(_("Brug kommunens egen Word-skabelon")):
        carrier = _carrier(consultation_id)
    _letterhead(carrier)
    _quotes(consultation_id)
    return PlanChoices(is_draft, carrier)


def _letterhead(carrier: bytes | None) -> None:
    """What the template prints besides the plan: nobody asks the guard about it, so it is shown."""
    try:
        own = own_words(carrier)
    except NotACarrier:
        return  # told when the file is made
    for lead, texts in (
        (_("Skabelonen skriver på hver side:"), own.every_page),
        (_("Skabelonen skriver før og efter planen:"), own.around),
    ):
        if texts:
            st.caption(f"{lead} {plain(' · '.join(' '.join(text.split()) for text in texts))}")


def _quotes(consultation_id: str) -> None:
    """Choose the released quotes that stand by themselves; the choice is kept."""
    with open_store() as store:
        kept = chosen_reflections(store, consultation_id)
        released = [q for q in store.quotes(consultation_id) if not q.annex_only]
        said = store.statements_by_id(quote.statement_id for quote in released)
    names = {
        quote.id: f"{said[quote.statement_id].label} {' '.join(quote.text.split())[:80]}"
        for quote in released
        if quote.statement_id in said
    }
    if not names:
        return
    # What is kept is shown, whoever chose it: a page left open must not take it back.
    key = f"export_quotes_{consultation_id}"
    st.session_state[key] = [one for one in kept if one in names]
    with st.expander(_("Vælg citater til »Stof til eftertanke«")):
        st.multiselect(
            _("Citater, der skal stå for sig selv bagest i planen"),
            list(names),
            format_func=names.get,
            placeholder=_("Talerør vælger dem, intet initiativ svarer på"),
            key=key,
            on_change=_keep_quotes,
            args=(consultation_id, key),
        )


def _keep_quotes(consultation_id: str, key: str) -> None:
    with open_store() as store:
        choose_reflections(store, consultation_id, st.session_state[key], role(), today())


def _carrier(consultation_id: str) -> bytes | None:
    """The file that is kept for the consultation; a new one is looked at before it is."""
    with open_store() as store:
        name, content = store.carrier_name(consultation_id), store.carrier(consultation_id)
    if content:
        st.markdown(_("Planen skrives i **{name}**.").format(name=plain(name)))
        if st.button(_("Brug Talerørs egen skabelon"), key="drop_carrier"):
            with open_store() as store:
                store.delete_carrier(consultation_id)
            st.rerun()
    st.caption(
        _(
            "Skabelonen gemmes til næste gang. Skriv [[INDHOLD]] på en linje for sig, hvor planen "
            "skal stå; ellers erstatter planen det, der står."
        )
    )
    new = st.file_uploader(_("Word-skabelon"), type=["docx", "dotx"], key=blank("carrier"))
    if new is not None:
        try:
            if new.size > LARGEST:
                raise NotACarrier("too large")
            open_carrier(new.getvalue())
        except NotACarrier:
            st.error(_("Skabelonen kan ikke læses. Vælg en .docx- eller .dotx-fil fra Word."))
            return content
        with open_store() as store:
            store.save_carrier(consultation_id, new.name, new.getvalue())
        emptied("carrier")
        st.rerun()
    return content
