"""The codebook: its tags in two levels, with what belongs under each."""

import dataclasses

import streamlit as st

from analysis.model import Tag
from interviews.setup import new_id, slug
from storage import open_store
from views.common import blank, emptied, plain
from views.translate import _


def tags_tab(consultation_id: str) -> None:
    """The tree of tags, and a form for a new one."""
    with open_store() as store:
        tags = store.tags(consultation_id)
    tops = {t.key: t for t in tags if t.parent_key is None}
    if not tags:
        st.info(_("Kodebogen er tom. Koder er mere præcise end temaer og kan udelades."))
    for top in tops.values():
        with st.expander(f"**{plain(top.name)}**", key=f"tag_{top.id}", on_change="rerun") as one:
            if one.open:
                if top.definition:
                    st.caption(plain(top.definition))
                for tag in tags:
                    if tag.parent_key == top.key:
                        st.markdown(f"**{plain(tag.name)}** · {plain(tag.definition)}")
    with st.form("new_tag"):
        name = st.text_input(_("Ny kode"), key=blank("tag_name"))
        under = st.selectbox(
            _("Hører under"),
            ["", *tops],
            format_func=lambda key: tops[key].name if key else _("Ingen: en overskrift"),
            key=blank("tag_under"),
        )
        about = st.text_area(_("Hvad hører med under koden?"), key=blank("tag_about"))
        if st.form_submit_button(_("Tilføj kode"), type="primary"):
            if name.strip():
                _add(consultation_id, tags, name, under or None, about)
                for field in ("tag_name", "tag_about"):
                    emptied(field)
                st.rerun()
            st.error(_("Skriv kodens navn."))


def _add(
    consultation_id: str, tags: tuple[Tag, ...], name: str, under: str | None, about: str
) -> None:
    words = " ".join(name.split())
    made = Tag(new_id(), consultation_id, slug(words, (t.key for t in tags)), words, under)
    theme = next((t.theme_key for t in tags if t.key == under), None)
    with open_store() as store:
        store.save_tag(
            dataclasses.replace(made, theme_key=theme, definition=about.strip(), position=len(tags))
        )
