"""Goals and initiatives of other plans: find, put right, delete."""

import streamlit as st

from storage import open_store
from strategy.model import TargetKind
from strategy.precedents.keep import search_precedents
from views.common import consultation, link_to, plain, theme_names
from views.precedent_edit import edit_precedent, forget_source
from views.precedent_words import part_name, where_it_stands
from views.translate import _, ngettext

PAGE = 20

current = consultation()
st.title(_("Andre planer"))
with open_store() as store:
    catalogue = store.precedents(current.id)
    names = theme_names(store.themes(current.id))
if not catalogue:
    st.info(
        _(
            "Her kan I samle mål og initiativer fra jeres gamle plan og fra andre kommuners. "
            "Læs en plan ind på siden Gamle dokumenter, og læg det fundne i kataloget."
        )
    )
    link_to("documents", _("Gå til gamle dokumenter"))
    st.stop()
st.caption(_("Mål og initiativer fra andre planer. De vises også ved klynger og forslag."))
left, middle, right = st.columns([2, 1, 1])
search = left.text_input(_("Søg"), key="precedent_search")
theme = middle.selectbox(
    _("Tema"),
    [None, *(key for key in names if key)],
    format_func=lambda key: names[key] if key else _("Alle"),
    key="precedent_theme",
)
kind = right.selectbox(
    _("Vis"),
    [None, *TargetKind],
    format_func=lambda code: part_name(code) if code else _("Alt"),
    key="precedent_kind",
)
found = search_precedents(catalogue, search, theme, kind)
st.write(ngettext("{n} fundet.", "{n} fundet.", len(found)).format(n=len(found)))
pages = max(1, -(-len(found) // PAGE))
page = min(st.pagination(pages, key="precedent_pages"), pages) if pages > 1 else 1
for one in found[(page - 1) * PAGE : page * PAGE]:
    with st.container(border=True):
        st.markdown(f"**{part_name(one.kind)}** · {plain(one.text)}")
        facts = [names.get(one.theme_key, one.theme_key or ""), where_it_stands(one)]
        st.caption(plain(" · ".join(facts)))
        with st.expander(_("Ret"), key=f"precedent_{one.id}", on_change="rerun") as opened:
            if opened.open:
                edit_precedent(one, names)
forget_source(catalogue)
