"""What the start page says of a consultation: the next step for a role, and the way so far."""

from interviews.model import Role
from strategy.standing import Standing, Step
from views.common import PAGES, role
from views.translate import _, ngettext

PHASES = {
    Step.SET_UP: 0,
    Step.COLLECT: 0,
    Step.ANALYSE: 1,
    Step.REVIEW: 1,
    Step.DRAFT: 2,
    Step.LINK: 2,
    Step.PRINT: 3,
}


def next_step(now: Standing) -> tuple[str, str, str]:
    """What to do next: a sentence, the words on the button ("": none), the page it leads to."""
    by = role()
    if by is Role.INTERVIEWER and now.step is not Step.SET_UP:
        drafts = ngettext("{n} kladde venter.", "{n} kladder venter.", now.drafts)
        waiting = " " + drafts.format(n=now.drafts) if now.drafts else ""
        return _("Du er klar til en samtale.") + waiting, _("Gå til samtalen"), "capture"
    if by is Role.STEERING and now.analysed:
        if now.step is Step.PRINT:
            return _("Planen kan skrives ud."), _("Skriv planen ud"), "export"
        return _("Borgernes udsagn ligger klar til planen."), _("Arbejd med planen"), "plan"
    sentence, words, page = _steps(now)
    if page in PAGES[by]:
        return sentence, words, page
    if by is Role.ADMINISTRATOR:
        return _("Alt er sat op. Andre arbejder videre."), _("Se opsætningen"), "setup"
    return sentence + " " + _("Det gør en udviklingskonsulent."), "", ""


def _steps(now: Standing) -> tuple[str, str, str]:
    unread = now.statements - now.analysed
    collect = "setup" if role() is Role.ADMINISTRATOR else "capture"
    return {
        Step.SET_UP: (_("Undersøgelsen mangler temaer."), _("Gå til opsætning"), "setup"),
        Step.COLLECT: (
            _("Der er ingen udsagn endnu."),
            _("Hent udsagn fra en fil") if collect == "setup" else _("Begynd en samtale"),
            collect,
        ),
        Step.ANALYSE: (
            ngettext(
                "{n} udsagn er ikke læst af maskinen endnu.",
                "{n} udsagn er ikke læst af maskinen endnu.",
                unread,
            ).format(n=unread),
            _("Læs og foreslå temaer"),
            "review",
        ),
        Step.REVIEW: (
            _("Maskinen har foreslået temaer og koder. Se dem igennem."),
            _("Gennemgå forslagene"),
            "review",
        ),
        Step.DRAFT: (_("Udsagnene er gennemgået. Lav et udkast."), _("Lav et udkast"), "plan"),
        Step.LINK: (
            _("Nogle initiativer mangler borgernes egne ord."),
            _("Knyt udsagn til initiativer"),
            "plan",
        ),
        Step.PRINT: (_("Planen kan skrives ud."), _("Skriv planen ud"), "export"),
    }[now.step]


def phases(now: Standing) -> list[tuple[str, str, str]]:
    """For each part of the way: a mark (done, here, ahead), its name, and how far it is."""
    reached = PHASES[now.step]
    places = f"{now.sites_visited} / {now.sites}" if now.sites else "–"
    linked = ngettext("{n} initiativ", "{n} initiativer", now.initiatives)
    told = [
        (_("Samtaler"), _("Kontaktsteder besøgt: {n}").format(n=places)),
        (
            _("Gennemgang"),
            _("{done} af {all} gennemgået").format(done=now.reviewed, all=now.statements),
        ),
        (_("Plan"), linked.format(n=now.initiatives)),
        (_("Udskrift"), _("Word, Excel eller CSV")),
    ]
    return [(_mark(n, reached), name, says) for n, (name, says) in enumerate(told)]


def _mark(place: int, reached: int) -> str:
    if place == reached:
        return ":material/radio_button_checked:"
    return ":material/check_circle:" if place < reached else ":material/radio_button_unchecked:"
