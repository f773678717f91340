"""Where the consultation stands, and the one next step."""

import streamlit as st

from interviews.small_cells import at_least
from storage import open_store
from strategy.standing import Step, standing
from views.common import consultation
from views.review_list import begin_reading
from views.start_words import next_step, phases
from views.translate import _

current = consultation()
with open_store() as store:
    now = standing(store, current.id)
    k = store.settings(current.id).k
one_each = 0 < now.participants <= now.sites_visited  # the sum says that each site has one
people = None if one_each else at_least(now.participants, k)

st.title(current.name)
if current.is_demo:
    st.caption(_("Dette er en opdigtet undersøgelse, som du trygt kan prøve alt i."))

sentence, words, page = next_step(now)
with st.container(border=True):
    st.header(_("Næste skridt"))
    st.write(sentence)
    if words and st.button(words, type="primary", key="next_step"):
        if now.step is Step.ANALYSE and page == "review":
            begin_reading(current.id)
        st.switch_page(f"views/{page}_page.py")

st.header(_("Hvor langt er vi?"))
for column, (mark, name, says) in zip(st.columns(4), phases(now), strict=True):
    with column:
        st.markdown(f"{mark} **{name}**")
        st.caption(says)

st.divider()
first = st.columns(4)
first[0].metric(_("Samtaler"), now.interviews)
first[1].metric(_("Borgere"), "–" if people is None else people)
first[2].metric(_("Udsagn"), now.statements)
first[3].metric(_("Initiativer"), now.initiatives)
