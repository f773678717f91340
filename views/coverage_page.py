"""Coverage: voices without an answer, and answers nobody asked for."""

import streamlit as st

from storage import open_store
from strategy.coverage import coverage_now
from views.common import consultation, link_to, plain, say, theme_names
from views.coverage_thin import thin_goals
from views.coverage_voice import excused, voice
from views.more import more_of, shown_of
from views.plan_step import told, undo_button
from views.translate import _, ngettext

SHOWN = 15

current = consultation()
st.title(_("Dækning"))
told()
with open_store() as store:
    found = coverage_now(store, current.id)
    initiatives = {i.id: i for i in store.initiatives(current.id) if not i.is_dropped}
    names = theme_names(store.themes(current.id))
    reasons = {n.statement_id: n for n in store.not_answered(current.id)}
if not found.statements:
    st.info(_("Der er ingen udsagn endnu."))
    st.stop()
unasked = found.unasked_initiatives

numbers = {
    _("Udsagn med svar"): len(found.answered),
    _("Ønsker uden svar"): len(found.unanswered_proposals),
    _("Ikke medtaget"): len(found.excused),
    _("Initiativer uden belæg"): len(unasked),
}
if found.contradicting:
    numbers[_("Taler kun imod")] = len(found.contradicting)
for column, (name, number) in zip(st.columns(len(numbers)), numbers.items(), strict=True):
    column.metric(name, number)
undo_button(current.id)

st.header(_("Ønsker uden svar"))
others = len(found.unanswered) - len(found.unanswered_proposals)
words = ngettext(
    "Vis også {n} udsagn, der ikke beder om noget",
    "Vis også {n} udsagn, der ikke beder om noget",
    others,
)
everybody = bool(others) and st.toggle(words.format(n=others), key="coverage_everybody")
waiting = found.unanswered if everybody else found.unanswered_proposals
if not waiting:
    st.success(_("Alle ønsker har et svar eller en grund."))
pages = max(1, -(-len(waiting) // SHOWN))
page = min(st.pagination(pages, key="coverage_page"), pages) if pages > 1 else 1
shown = waiting[(page - 1) * SHOWN : page * SHOWN]
left_out = [key for key in found.excused if key in reasons]
excuses = left_out[: shown_of("excuses", SHOWN)]
against = found.hidden_contradictions[: shown_of("against", SHOWN)]
opposed = found.contradicting[: shown_of("opposed", SHOWN)]
with open_store() as store:
    said = store.statements_by_id([*shown, *excuses, *against, *opposed])
for key in shown:
    voice(said[key], initiatives)
if waiting:
    words = ngettext("{n} ønske i alt", "{n} ønsker i alt", len(waiting))
    total = ngettext("{n} udsagn i alt", "{n} udsagn i alt", len(waiting))
    st.caption((total if everybody else words).format(n=len(waiting)))

if opposed:
    st.header(_("Taler kun imod"))
    st.caption(_("De modsiger noget i planen, og intet i den svarer på dem endnu."))
    for key in opposed:
        voice(said[key], initiatives)
    more_of("opposed", SHOWN, len(found.contradicting))
if against:
    st.header(_("Modsatte stemmer, der ikke vises i planen"))
    for key in against:
        if key in said:
            say(said[key])
    more_of("against", SHOWN, len(found.hidden_contradictions))
    link_to("quotes", _("Frigiv citater til den færdige plan"))
if unasked:
    st.header(_("Initiativer, ingen har bedt om"))
    told_of = (initiatives[key] for key in unasked)
    st.markdown(
        "\n".join(
            f"- **{i.label}** · {plain(i.text)}"
            + (f" · *{plain(i.no_evidence_reason)}*" if i.no_evidence_reason else "")
            for i in told_of
        )
    )
thin_goals(current.id, found.weak_goals)
if found.one_sided_themes:
    st.header(_("Temaer, hvor over halvdelen af udsagnene kommer fra ét sted"))
    st.markdown("\n".join(f"- {plain(names.get(k, k))}" for k in found.one_sided_themes))
if excuses:
    st.header(_("Ikke medtaget, og hvorfor"))
    for key in excuses:
        excused(said[key], reasons[key])
    more_of("excuses", SHOWN, len(left_out))
link_to("matrix", _("Se emner og initiativer"))
