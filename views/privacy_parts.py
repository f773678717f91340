"""The parts of the page about protection."""

import dataclasses
import datetime
from collections.abc import Sequence

import streamlit as st

from interviews.audit import note
from interviews.echoes import Planned
from interviews.model import AuditEntry, Interview, PrintedDocument, Settings
from interviews.recall import NumberUnknown, recall_statement
from interviews.small_cells import at_least, coarser, uniqueness
from interviews.withdrawal import CodesFrozen, CodeUnknown, freeze, withdraw
from storage import open_store
from views.common import plain, role, role_name, today
from views.translate import _, ngettext

TRIES = 5  # codes typed in one session: more looks like guessing
SHOWN = 200


def withdrawal_form(consultation_id: str, settings: Settings) -> None:
    """Four words delete one conversation."""
    if _is_frozen(settings):
        st.info(_("Koderne er slettet. Ingen samtale kan længere findes igen."))
        return
    st.write(_("Skriv de fire ord, borgeren fik. Så slettes samtalen og alt, der hører til den."))
    tried = st.session_state.setdefault("codes_tried", 0)
    with st.form("withdraw", border=False):
        code = st.text_input(_("De fire ord"))
        sent = st.form_submit_button(_("Slet samtalen"), type="primary")
    if not sent:
        return
    if tried >= TRIES:
        st.error(_("Der er prøvet for mange gange. Luk siden, og prøv igen senere."))
        return
    try:
        with open_store() as store:
            gone = withdraw(store, consultation_id, code, role(), today())
    except CodeUnknown:
        st.session_state["codes_tried"] = tried + 1
        st.error(_("Ingen samtale har den kode. Se efter, om ordene er stavet rigtigt."))
        return
    except CodesFrozen as error:
        st.error(_("Koderne virkede til og med dagen før {day}.").format(day=error.day))
        return
    st.success(
        ngettext(
            "Samtalen er slettet med {n} udsagn.",
            "Samtalen er slettet med {n} udsagn.",
            gone.statements,
        ).format(n=gone.statements)
    )
    _documents(gone.documents)
    _echoes(gone.echoes)


def recall_form(consultation_id: str) -> None:
    """A number deletes one statement everywhere."""
    st.write(_("Står der noget i et udsagn, som peger på en person, så slet det helt her."))
    st.caption(
        _(
            "Er udsagnet rettet, efter at det var frigivet eller trykt, gemmes den gamle ordlyd. "
            "Kun en tilbagekaldelse sletter den."
        )
    )
    with st.form("recall", border=False):
        number = st.number_input(_("Udsagnets nummer"), 1, 999_999, None, format="%d")
        sent = st.form_submit_button(_("Slet udsagnet alle steder"), type="primary")
    if not sent or not number:
        return
    try:
        with open_store() as store:
            gone = recall_statement(store, consultation_id, int(number), role(), today())
    except NumberUnknown:
        st.error(_("Der er intet udsagn med det nummer."))
        return
    st.success(_("{label} er slettet alle steder.").format(label=gone.label))
    _documents(gone.documents)
    _echoes(gone.echoes)


def _echoes(planned: Sequence[Planned]) -> None:
    """Goals and initiatives in which a citizen's phrase may live on."""
    if planned:
        st.warning(
            _(
                "Disse mål og initiativer deler fire ord eller flere i træk med det. "
                "Læs dem, og ret:"
            )
        )
    for one in planned:
        st.markdown(f"- {plain(one.label)} · {plain(one.text)}")


def _documents(documents: Sequence[PrintedDocument]) -> None:
    if documents:
        st.warning(_("Det stod i disse filer. Dem kan Talerør ikke kalde tilbage; det skal du:"))
    for document in documents:
        st.markdown(f"- {plain(document.label)}")


def settings_form(settings: Settings) -> None:
    """Deletion dates, the smallest group shown, and names that may stand."""
    with st.form("privacy_settings", border=False):
        days = st.number_input(_("Kladder slettes efter så mange dage"), 1, 60, settings.draft_days)
        k = st.number_input(
            _("Vis aldrig grupper med færre personer end"), 3, 20, settings.k, format="%d"
        )
        ask_age = st.toggle(_("Spørg om alder (i store grupper)"), settings.ask_age)
        ask_gender = st.toggle(_("Spørg om køn"), settings.ask_gender)
        frozen_on = _date(_("Slet borgernes koder den"), settings.frozen_on)
        delete_on = _date(_("Slet hele undersøgelsen den"), settings.delete_on)
        words = st.text_area(
            _("Navne på steder og myndigheder, der gerne må stå (ét pr. linje)"),
            "\n".join(settings.allowed_words),
        )
        if st.form_submit_button(_("Gem")):
            changed = dataclasses.replace(
                settings,
                draft_days=int(days),
                k=int(k),
                frozen_on=settings.frozen_on if _is_frozen(settings) else frozen_on,
                delete_on=delete_on,
                ask_age=ask_age,
                ask_gender=ask_gender,
                allowed_words=tuple(w.strip().lower() for w in words.splitlines() if w.strip()),
            )
            with open_store() as store:
                store.save_settings(changed)
                note(store, settings.id, today(), role(), "settings")
            st.success(_("Gemt."))
    if _is_frozen(settings):
        return
    st.write(_("Når planen er vedtaget, slettes koderne. Så kan ingen samtale findes igen."))
    if st.button(_("Slet alle koder nu")):
        with open_store() as store:
            freeze(store, settings.id, role(), today())
        st.rerun()


def _date(label: str, now: str) -> str:
    """A day as "YYYY-MM-DD", "" for never."""
    chosen = st.date_input(
        label, datetime.date.fromisoformat(now) if now else None, format="DD/MM/YYYY"
    )
    return chosen.isoformat() if chosen else ""


def _is_frozen(settings: Settings) -> bool:
    return bool(settings.frozen_on) and settings.frozen_on <= today()


def people(interviews: Sequence[Interview], k: int) -> None:
    """How many stand alone by month, place, age and gender, and what to do about it."""
    traits = {
        _("sted"): lambda i: (i.site_id,),
        _("sted og måned"): lambda i: (i.site_id, i.month),
        _("sted, alder og køn"): lambda i: (i.site_id, i.age_band, i.gender),
    }
    total = sum(i.participants or 0 for i in interviews)
    st.write(_("Så mange af {n} borgere kan kendes fra alle andre:").format(n=total))
    for name, of in traits.items():
        alone, few = uniqueness(((of(i), i.participants or 0) for i in interviews), k)
        st.markdown(
            "- "
            + _("{traits}: {alone} står alene, {few} er i en gruppe på færre end {k}").format(
                traits=name, alone=_bounded(alone, k), few=_bounded(few, k), k=k
            )
        )
    if advice := _advice(interviews, k):
        st.info(advice)
    st.caption(
        _(
            "Talerør trykker aldrig sted, måned, alder eller køn ved et udsagn, "
            "og slår små steder sammen."
        )
    )


def _bounded(number: int, k: int) -> str:
    """The number; not a small one: with one small place it would be that place's."""
    shown = at_least(number, k)
    return _("færre end {k}").format(k=k) if shown is None else str(shown)


def _advice(interviews: Sequence[Interview], k: int) -> str:
    """Which one trait to ask less about; "" where nobody stands out or nothing helps."""
    traits = [((i.site_id, i.age_band, i.gender), i.participants or 0) for i in interviews]
    best = coarser(traits, k)
    if best is None:
        return ""
    trait, alone, few = best
    what = (
        _("slå små steder sammen"),
        _("spørg ikke om alder"),
        _("spørg ikke om køn"),
    )[trait]
    return _(
        "Det hjælper mest: {what}. Så står {alone} alene, og {few} er i en lille gruppe."
    ).format(what=what, alone=_bounded(alone, k), few=_bounded(few, k))


def trail(entries: Sequence[AuditEntry]) -> None:
    """What was done, newest first: day, role, deed."""
    words = {
        "workshop_goals": _("Mål fra et fremtidsværksted: {detail}"),
        "handed_in": _("En samtale er afleveret ({detail} udsagn)"),
        "corrected": _("{detail} er rettet"),
        "withdrawn": _("En borger har trukket sig ({detail} udsagn slettet)"),
        "recalled": _("{detail} er kaldt tilbage"),
        "frozen": _("Koderne er slettet ({detail})"),
        "printed": _("Skrevet ud: {detail} udsagn"),
        "print_stopped": _("Udskrift stoppet ({detail} ting at rette)"),
        "retention": _("Forældet er slettet (kladder, koder, undersøgelse, udsagn: {detail})"),
        "settings": _("Indstillinger er ændret"),
        "imported": _("Hentet fra en fil: {detail} udsagn"),
        "released": _("{detail} er frigivet"),
        "adopted": _("Planen er vedtaget (version {detail})"),
        "redline_printed": _("Ændringerne er skrevet ud (version {detail})"),
        "taken_over": _("Overtaget fra Word: {detail} ændringer"),
        "role_code": _("En rolles kode er ændret eller fjernet"),
        "hearing_withdrawn": _("Høringen over version {detail} er trukket tilbage"),
        "hearing_printed": _("Høringsnotatet er skrevet ud ({detail} punkter)"),
    }
    if not entries:
        st.info(_("Der er ikke sket noget endnu."))
    st.dataframe(
        [
            {
                _("Dag"): e.day,
                _("Hvem"): role_name(e.role),
                _("Hvad"): words.get(e.action, e.action).format(detail=e.detail),
            }
            for e in entries[:SHOWN]
        ],
        hide_index=True,
    )
