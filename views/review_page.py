"""Review: the machine's themes, tags and kinds, nodded at or put right, statement by statement."""

import streamlit as st

from analysis.analyse import analyse
from analysis.arrange import arrange
from storage import open_store
from views.common import consultation, theme_names
from views.review_card import Card, approve, card, read_cards
from views.translate import _, ngettext

PAGE = 20
SURE = 0.8


def run_engine(consultation_id: str, new: int) -> None:
    """The next step while there are statements nobody has read: read them, with progress."""
    st.info(
        ngettext("{n} nyt udsagn er ikke læst.", "{n} nye udsagn er ikke læst.", new).format(n=new)
    )
    if not st.button(_("Læs og foreslå temaer"), type="primary"):
        return
    bar = st.progress(0.0, text=_("Læser udsagn …"))
    with open_store() as store:
        done = analyse(
            store, consultation_id, progress=lambda _stage, share: bar.progress(min(share, 1.0))
        )
    bar.progress(1.0, text=_("Samler udsagn, der ligner hinanden …"))
    with open_store() as store:
        arrange(store, consultation_id)
    bar.empty()
    if done.unprocessed:
        st.warning(
            ngettext(
                "{n} udsagn kunne maskinen ikke sige noget om.",
                "{n} udsagn kunne maskinen ikke sige noget om.",
                len(done.unprocessed),
            ).format(n=len(done.unprocessed))
        )
    st.rerun()


def approve_sure(cards: list[Card]) -> None:
    """One tap for the statements the machine is sure of, as the page shows them."""
    sure = [c for c in cards if c.confidence >= SURE]
    if sure and st.button(
        ngettext("Godkend {n} sikkert", "Godkend {n} sikre", len(sure)).format(n=len(sure)),
        help=_("Godkender forslagene, hvor maskinen er mindst 80 % sikker på temaet."),
        key="approve_sure",
    ):
        for one in sure:
            approve(one)
        st.rerun()


current = consultation()
st.title(_("Gennemgang"))
with open_store() as store:
    names = theme_names(store.themes(current.id))
    total, read = store.count_statements(current.id), store.count_analysed(current.id)
    decided = store.count_reviewed(current.id)
if not total:
    st.info(_("Der er ingen udsagn endnu."))
    st.page_link("views/capture_page.py", label=_("Begynd en samtale"))
    st.stop()
if read < total:
    run_engine(current.id, total - read)
st.progress(
    decided / total,
    text=_("{done} af {all} udsagn er gennemgået").format(done=decided, all=total),
)

left, middle, right = st.columns([2, 2, 1])
theme = left.selectbox(
    _("Foreslået tema"),
    ["", *[k for k in names if k], "-"],
    format_func=lambda key: _("Alle") if not key else names.get(key, _("Intet tema")),
)
search = middle.text_input(_("Søg i udsagn"), live="400ms")
only_open = not right.toggle(_("Vis også gennemgåede"))
with open_store() as store:
    found = store.count_review(
        current.id, only_open=only_open, theme_key=theme or None, search=search
    )
    pages = max(1, -(-found // PAGE))
    page = st.pagination(pages, key="review_page") if pages > 1 else 1
    ids = store.review_ids(
        current.id,
        (min(page, pages) - 1) * PAGE,
        PAGE,
        only_open=only_open,
        theme_key=theme or None,
        search=search,
    )
    cards = read_cards(store, current.id, ids)

if not cards:
    st.success(_("Her er ikke mere at gennemgå."))
    st.page_link("views/clusters_page.py", label=_("Se klyngerne"))
    st.stop()
approve_sure(cards)
for one in cards:
    card(one, names)
if only_open and st.button(_("Næste udsagn"), type="primary", key="next_page"):
    st.rerun()
