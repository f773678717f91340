"""Which statements the review page shows, and the steps that concern many of them."""

from collections.abc import Mapping

import streamlit as st

from analysis.analyse import analyse
from analysis.model import AnalysisRun
from storage import Store, open_store
from views.review_cards import Card
from views.review_quick import approve_shown
from views.translate import _, ngettext
from views.work import Tell, begin

PAGE = 20
SURE = 0.8
# How much of the wait each stage of the reading takes: from where to where the bar goes.
STAGES = {"vectors": (0.0, 0.7), "suggestions": (0.7, 0.9), "groups": (0.9, 1.0)}
TO_THE_TOP = """<script>
document.querySelector("[data-testid='stMain']")?.scrollTo(0, 0);
</script>"""


def offer_reading(consultation_id: str, new: int, *, is_first: bool) -> None:
    """The next step while there are statements nobody has read; the page stops at the first."""
    words = ngettext("{n} nyt udsagn er ikke læst.", "{n} nye udsagn er ikke læst.", new)
    st.info(
        words.format(n=new)
        + " "
        + _("Maskinen læser dem og foreslår tema, koder og art. Du bestemmer.")
    )
    if st.button(_("Læs og foreslå temaer"), type="primary", key="read_new"):
        begin_reading(consultation_id)
        st.rerun()
    if is_first:
        st.stop()


def begin_reading(consultation_id: str) -> None:
    """Let the machine read what is new while the person does something else."""
    words = {
        "vectors": _("Læser udsagn …"),
        "suggestions": _("Foreslår temaer …"),
        "groups": _("Samler udsagn, der ligner hinanden …"),
    }
    begin(
        consultation_id,
        words["vectors"],
        lambda store, tell: read_new(store, consultation_id, tell, words),
    )


def read_new(
    store: Store, consultation_id: str, tell: Tell, words: Mapping[str, str]
) -> AnalysisRun:
    """The machine reads what is new; `words` say what each stage does."""

    def progress(stage: str, share: float) -> None:
        first, last = STAGES[stage]
        tell(first + (last - first) * share, words[stage])

    return analyse(store, consultation_id, progress=progress)


def find(consultation_id: str, names: dict[str | None, str]) -> tuple[list[str], int]:
    """The ids to show and how many there are; they stay until somebody asks for the next."""
    left, middle, right = st.columns([3, 3, 2], vertical_alignment="bottom")
    theme = left.selectbox(
        _("Foreslået tema"),
        ["", *[k for k in names if k], "-"],
        format_func=lambda key: _("Alle") if not key else names.get(key, names[None]),
        key="review_theme",
    )
    search = middle.text_input(_("Søg i udsagn"), live="400ms", key="review_search")
    only_open = not right.toggle(_("Vis alle"), key="review_all")
    asked = (consultation_id, theme, search.strip(), only_open)
    wanted = {"only_open": only_open, "theme_key": theme or None, "search": search.strip()}
    with open_store() as store:
        found = store.count_review(consultation_id, **wanted)
        pages = max(1, -(-found // PAGE))
        page = 1
        if not only_open and pages > 1:
            page = min(st.pagination(pages, key="review_page"), pages)
        if st.session_state.get("review_asked") != (*asked, page):
            st.session_state["review_asked"] = (*asked, page)
            st.session_state["review_ids"] = list(
                store.review_ids(consultation_id, (page - 1) * PAGE, PAGE, **wanted)
            )
    return st.session_state["review_ids"], found


def approve_sure(cards: list[Card]) -> None:
    """One tap for the statements the machine is sure of, as the page shows them."""
    sure = [c for c in cards if not c.is_decided() and c.is_sure(SURE)]
    if sure:
        st.button(
            ngettext("Godkend {n} sikkert", "Godkend {n} sikre", len(sure)).format(n=len(sure)),
            help=_("Godkender forslagene her på siden, hvor maskinen er mindst 80 % sikker."),
            key="approve_sure",
            on_click=approve_shown,
            args=(sure,),
        )


def approve_rest(cards: list[Card], *, more: bool) -> None:
    """Below all cards: one tap for those left as they stand, and on to the next."""
    left = [c for c in cards if not c.is_decided()]
    if st.session_state.get("review_all"):
        return
    words = ngettext("Godkend {n} og gå videre", "Godkend alle {n} og gå videre", len(left))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            words.format(n=len(left)) if left else _("Næste udsagn"),
            type="primary",
            key="approve_rest",
            help=_("Godkender det, kortene her på siden viser nu. Tast: Ctrl+Enter."),
            on_click=_approve_and_go_on,
            args=(left,),
            shortcut="Ctrl+Enter",
        )
        if left and more:
            st.button(_("Hent flere"), key="next_cards", on_click=forget)


def _approve_and_go_on(left: list[Card]) -> None:
    approve_shown(left)
    forget()
    st.session_state["review_top"] = True


def to_the_top() -> None:
    """After going on, the new cards are shown from the first one."""
    if st.session_state.pop("review_top", False):
        st.html(TO_THE_TOP, unsafe_allow_javascript=True)


def forget() -> None:
    """Ask the store anew which statements to show."""
    st.session_state.pop("review_asked", None)
