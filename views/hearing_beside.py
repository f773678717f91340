"""Two versions of the plan beside each other, and the same as a Word file with tracked changes."""

import streamlit as st

from exports.check import PrintStopped
from exports.redline import print_redline
from exports.redline_rows import RedRow, RedTheme, red_themes
from interviews.model import Consultation
from interviews.setup import slug
from storage import open_store
from strategy.model import PlanVersion
from strategy.word_changes import Piece
from views.common import plain, role, today
from views.export_words import MIME, stopped
from views.side_by_side import marked, table
from views.translate import _


def beside_section(
    current: Consultation,
    old: PlanVersion,
    new: PlanVersion,
    names: tuple[str, str],
    is_saved: bool,
) -> None:
    """The rows that differ, old and new; all rows when a person wants them; and the file.

    `names` are the two versions in words; `is_saved` False for the plan as it stands.
    """
    with open_store() as store:
        themes = {t.key: t.name for t in store.themes(current.id)}
        links = {link.statement_id for v in (old, new) for link in v.links}
        labels = {key: said.label for key, said in store.statements_by_id(links).items()}
    everything = st.toggle(_("Vis også det, der er ens"), key=f"beside_all_{current.id}")
    found = red_themes(old, new, themes, labels)
    for theme in found:
        _theme(theme, names, everything)
    _file(current, old, new, is_saved)


def _theme(theme: RedTheme, names: tuple[str, str], everything: bool) -> None:
    rows = [
        r for r in (*theme.goals, *theme.initiatives) if everything or r.old != r.new or _one(r)
    ]
    if not rows:
        return
    st.markdown(f"**{plain(theme.name)}**")
    table(theme.name, (_("Nr."), *names), [(row.label, *_cells(row)) for row in rows])


def _one(row: RedRow) -> bool:
    """Whether the row stands in one of the versions only."""
    return row.state is not Piece.SAME


def _cells(row: RedRow) -> tuple[str, str]:
    """Both sides as HTML; a row that stands in one version only has a dash on the other side."""
    heads = (
        "", _("Ansvarlig"), _("Opstart"), _("Slut"), _("Måles på"), _("Udsagn"),
    )  # fmt: skip
    old, new = (
        "\n".join(
            f"{head}: {text}" if head else text
            for head, text in zip(heads, texts, strict=False)
            if text != "–"
        )
        for texts in (row.old, row.new)
    )
    if row.state is Piece.GONE:
        return marked(old, "")
    return marked("" if row.state is Piece.NEW else old, new)


def _file(current: Consultation, old: PlanVersion, new: PlanVersion, is_saved: bool) -> None:
    if not st.button(_("Lav Word-fil med ændringerne"), key="make_redline"):
        return
    try:
        with st.spinner(_("Skriver …")), open_store() as store:
            data = print_redline(store, old, new, role(), today(), is_saved)
    except PrintStopped as error:
        stopped(error)
        return
    st.success(_("Filen er klar."))
    name = slug(current.name).replace("_", "-")
    st.download_button(
        _("Gem filen"), data, file_name=f"aendringer-{name}-{old.number}-{new.number}.docx",
        mime=MIME["docx"], type="primary", icon=":material/download:", on_click="ignore",
        key="save_redline",
    )  # fmt: skip
