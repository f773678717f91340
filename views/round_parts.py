"""Bars and tables that can be read from the other end of a meeting room."""

import html

import streamlit as st

from interviews.round import Round, SiteRound, plan_site
from storage import open_store
from views.capture_traits import age_name, gender_name
from views.common import plain
from views.translate import _

HIDDEN = "–"
CSS = """<style>
.st-key-round .sum { font-size: 1.5rem; margin: 0; }
.st-key-round .sum b { font-size: 2.6rem; }
.round-row { display: grid; grid-template-columns: minmax(9rem, 15rem) 1fr 8.5rem; gap: 1rem;
  align-items: center; font-size: 1.2rem; padding: .45rem 0; }
.round-row .name { overflow-wrap: anywhere; }
.round-row .number { text-align: right; white-space: nowrap; }
.round-row .track { height: 1.5rem; border-radius: .4rem; background: #e3ebea; overflow: hidden; }
.round-row .done { height: 100%; background: var(--st-primary-color, #0b5c63); }
.round-row .unknown { height: 100%;
  background: repeating-linear-gradient(45deg, #c9d6d4 0 6px, #e3ebea 6px 12px); }
.round-scroll { overflow-x: auto; }
.round-table { border-collapse: collapse; font-size: 1.1rem; width: 100%; }
.round-table th { text-align: left; font-weight: 600; padding: .4rem .6rem; hyphens: auto;
  vertical-align: bottom; }
.round-table td { text-align: right; white-space: nowrap; padding: .4rem .6rem;
  border-top: 1px solid #c9d6d4; }
.round-table tbody th { border-top: 1px solid #c9d6d4; font-weight: 400; }
@media (max-width: 60rem) { .round-row { grid-template-columns: 12rem 1fr 5.5rem; gap: .7rem; }
  .round-table { font-size: 1rem; } }
.st-key-round input { min-height: 2.75rem; }
@media print {
  [data-testid="stSidebar"], .stAppHeader, .st-key-round .stExpander { display: none; } }
</style>"""


def bars(found: Round) -> None:
    """One bar a site: done of planned, or of the largest where nothing is planned."""
    largest = max((one.people or 0 for one in found.sites), default=0) or 1
    st.html("".join(_bar(one, largest) for one in found.sites))
    for kinds, name, title in (
        (found.ages, age_name, _("Alder")),
        (found.genders, gender_name, _("Køn")),
    ):
        if kinds is not None:
            st.header(title)
            top = max((n or 0 for n in kinds.values()), default=0) or 1
            st.html("".join(_row(name(kind), n, top, _count(n)) for kind, n in kinds.items()))


def _bar(one: SiteRound, largest: int) -> str:
    number = _of_planned(one, one.people)
    return _row(one.site.name, one.people, one.site.planned or largest, number)


def _of_planned(one: SiteRound, n: int | None) -> str:
    """A number of people at a site, of as many as are planned there."""
    if not one.site.planned:
        return _count(n)
    return _("{done} af {planned}").format(done=_count(n), planned=one.site.planned)


def _row(name: str, n: int | None, of: int, number: str) -> str:
    share = 100 if n is None else min(100, round(100 * n / of))
    kind = "unknown" if n is None else "done"
    return (
        f'<div class="round-row"><span class="name">{html.escape(name)}</span>'
        f'<div class="track"><div class="{kind}" style="width:{share}%"></div></div>'
        f'<span class="number">{html.escape(number)}</span></div>'
    )


def _count(n: int | None) -> str:
    return HIDDEN if n is None else str(n)


def missing(found: Round) -> list[str]:
    """Sites and groups nobody or too few have spoken for, in words; never a hidden number."""
    lines = [line for one in found.sites if (line := _missing_at(one))]
    if any(one.is_short is None and one.site.planned for one in found.sites):
        lines.append(_("De steder, hvis tal ikke vises: der kan stadig mangle nogen"))
    for kinds, name in ((found.ages, age_name), (found.genders, gender_name)):
        for kind, n in (kinds or {}).items():
            if kind != "no_answer" and n == 0:
                lines.append(_("{group}: ingen endnu").format(group=name(kind)))
    return lines


def _missing_at(one: SiteRound) -> str:
    """What is missing at a site; "" where nothing is, or where it cannot be told."""
    if one.people == 0:
        return _("{site}: ingen samtaler endnu").format(site=one.site.name)
    if not one.is_short:
        return ""
    if one.people is None:
        return _("{site}: der mangler stadig nogen").format(site=one.site.name)
    left = (one.site.planned or 0) - one.people
    return _("{site}: {n} mangler endnu").format(site=one.site.name, n=left)


def theme_table(found: Round, names: dict[str | None, str]) -> None:
    """People by site and theme, of as many as are planned at the site."""
    themes = list(found.sites[0].themes)
    head = "".join(f'<th scope="col">{html.escape(names.get(t) or t)}</th>' for t in themes)
    rows = "".join(
        f'<tr><th scope="row">{html.escape(one.site.name)}</th>'
        + "".join(f"<td>{_of_planned(one, one.themes[t])}</td>" for t in themes)
        + "</tr>"
        for one in found.sites
    )
    st.html(
        f'<div class="round-scroll" tabindex="0"><table class="round-table" lang="da"><thead><tr>'
        f'<th scope="col">{_("Sted")}</th>{head}</tr></thead><tbody>{rows}</tbody></table></div>'
    )
    if found.planned:
        st.caption(_("Hvert tema er talt op mod det antal, der er planlagt på stedet."))


def plan_sites(found: Round) -> None:
    """How many people are aimed at, site by site."""
    with st.expander(_("Sæt det planlagte antal")), st.form("round_plan", border=False):
        wanted = [
            (
                one.site,
                st.number_input(
                    plain(one.site.name),
                    0,
                    500,
                    one.site.planned or 0,
                    key=f"plan_{one.site.id}",
                ),
            )
            for one in found.sites
        ]
        if st.form_submit_button(_("Gem"), type="primary"):
            with open_store() as store:
                for site, number in wanted:
                    plan_site(store, site, int(number))
            st.rerun()
