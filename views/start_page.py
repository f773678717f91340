"""Where the consultation stands, and the one next step."""

import streamlit as st

from interviews.model import Role
from storage import open_store
from strategy.standing import Standing, Step, standing
from views.common import consultation, role
from views.translate import _, ngettext

STEPS = (Step.COLLECT, Step.ANALYSE, Step.DRAFT, Step.PRINT)
PHASE = {Step.SET_UP: 0, Step.COLLECT: 0, Step.ANALYSE: 1, Step.REVIEW: 1, Step.DRAFT: 2}


def next_step(now: Standing) -> tuple[str, str, str]:
    """What to do next: a sentence, the words on the button, the page it leads to."""
    if role() is Role.INTERVIEWER:
        return _("Du er klar til en samtale."), _("Begynd en samtale"), "capture_page"
    if role() is Role.STEERING and now.statements:
        return _("Borgernes udsagn ligger klar til planen."), _("Arbejd med planen"), "plan_page"
    return {
        Step.SET_UP: (_("Vælg temaer og kontaktsteder."), _("Gå til opsætning"), "setup_page"),
        Step.COLLECT: (
            _("Der er ingen udsagn endnu."),
            _("Hent udsagn eller begynd en samtale"),
            "setup_page" if role() is Role.ADMINISTRATOR else "capture_page",
        ),
        Step.ANALYSE: (
            ngettext(
                "{n} udsagn er ikke læst af maskinen endnu.",
                "{n} udsagn er ikke læst af maskinen endnu.",
                now.statements - now.analysed,
            ).format(n=now.statements - now.analysed),
            _("Læs og foreslå temaer"),
            "review_page",
        ),
        Step.REVIEW: (
            _("Maskinen har foreslået temaer og koder. Se dem igennem."),
            _("Gennemgå forslagene"),
            "review_page",
        ),
        Step.DRAFT: (_("Udsagnene er samlet. Lav et udkast."), _("Lav et udkast"), "plan_page"),
        Step.LINK: (
            _("Nogle initiativer mangler borgernes egne ord."),
            _("Knyt udsagn til initiativer"),
            "plan_page",
        ),
        Step.PRINT: (_("Planen kan skrives ud."), _("Skriv planen ud"), "export_page"),
    }[now.step]


current = consultation()
with open_store() as store:
    now = standing(store, current.id)

st.title(current.name)
if current.is_demo:
    st.info(_("Dette er en opdigtet undersøgelse, som du trygt kan prøve alt i."))

sentence, words, page = next_step(now)
if role() is Role.ADMINISTRATOR and page not in ("setup_page", "export_page"):
    sentence, words, page = _("Alt er sat op."), _("Gå til opsætning"), "setup_page"
with st.container(border=True):
    st.header(_("Næste skridt"))
    st.write(sentence)
    if st.button(words, type="primary", key="next_step"):
        st.switch_page(f"views/{page}.py")

st.header(_("Hvor langt er vi?"))
names = [_("Samtaler"), _("Læsning"), _("Plan"), _("Udskrift")]
reached = PHASE.get(now.step, 3 if now.step is Step.PRINT else 2)
for column, (place, name) in zip(st.columns(4), enumerate(names), strict=True):
    mark = "✓" if place < reached else ("●" if place == reached else "○")
    column.markdown(f"**{mark} {name}**")

first = st.columns(4)
first[0].metric(_("Samtaler"), now.interviews)
first[1].metric(_("Borgere"), now.participants or "–")
first[2].metric(_("Udsagn"), now.statements)
first[3].metric(_("Kontaktsteder"), f"{now.sites_visited} / {now.sites}" if now.sites else "–")
second = st.columns(4)
second[0].metric(_("Kladder"), now.drafts)
second[1].metric(_("Læst af maskinen"), now.analysed)
second[2].metric(_("Tema afgjort"), now.reviewed)
second[3].metric(_("Initiativer"), now.initiatives)
