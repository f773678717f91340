"""Review: the machine's themes, tags and kinds, nodded at or put right, statement by statement."""

import streamlit as st

from storage import open_store
from views.common import consultation, link_to, theme_names
from views.review_card import card
from views.review_cards import read_cards
from views.review_list import (
    PAGE,
    approve_rest,
    approve_sure,
    find,
    offer_reading,
    to_the_top,
)
from views.translate import _
from views.work import show_work

current = consultation()
st.title(_("Gennemgang"))
with open_store() as store:
    names = theme_names(store.themes(current.id))
    total, read = store.count_statements(current.id), store.count_analysed(current.id)
    decided = store.count_reviewed(current.id)
if not total:
    st.info(_("Der er ingen udsagn endnu."))
    link_to("capture", _("Begynd en samtale"))
    link_to("setup", _("Hent udsagn fra en fil"))
    st.stop()
show_work(current.id)
if read < total:
    offer_reading(current.id, total - read, is_first=not read)

st.progress(
    decided / total,
    text=_("{done} af {all} udsagn er gennemgået").format(done=decided, all=total),
)
ids, found = find(current.id, names)
if not ids:
    st.success(_("Her er ikke mere at gennemgå."))
    link_to("clusters", _("Se klyngerne"))
    st.stop()
with open_store() as store:
    cards = read_cards(store, current.id, ids)
to_the_top()
approve_sure(cards)
for one in cards:
    card(one, names)
approve_rest(cards, more=found > PAGE)
