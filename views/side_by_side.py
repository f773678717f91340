"""Texts side by side, differences struck out or underlined: never marked by colour alone."""

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from strategy.word_changes import Piece, word_changes

_CELL = "border:1px solid rgba(128,128,128,.45);padding:.45rem .6rem;vertical-align:top"
_WRAP = "text-align:left;overflow-wrap:anywhere"
_GONE = "text-decoration:line-through;background:rgba(200,60,40,.16);color:inherit"
_NEW = "text-decoration:underline;font-weight:600;background:rgba(20,140,90,.18);color:inherit"
NOTHING = "–"


def marked(old: str, new: str) -> tuple[str, str]:
    """Both texts as safe HTML: what is gone struck out in the old, what is new underlined."""
    left, right = [], []
    for kind, text in word_changes(old, new):
        said = escape(text).replace("\n", "<br>")
        if kind is not Piece.NEW:
            left.append(f'<del style="{_GONE}">{said}</del>' if kind is Piece.GONE else said)
        if kind is not Piece.GONE:
            right.append(f'<ins style="{_NEW}">{said}</ins>' if kind is Piece.NEW else said)
    return "".join(left) or NOTHING, "".join(right) or NOTHING


def safe(text: str) -> str:
    """Somebody's text as HTML that shows it and does nothing else."""
    return escape(text).replace("\n", "<br>") or NOTHING


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table of finished HTML cells; `heads` and `caption` are plain text.

    The first cell of a row is its head. The columns after it are equally wide.
    """
    width = 84 // max(len(heads) - 1, 1)
    first, *rest = (escape(head) for head in heads)
    top = f'<th scope="col" style="{_CELL};{_WRAP};width:16%">{first}</th>' + "".join(
        f'<th scope="col" style="{_CELL};{_WRAP};width:{width}%">{head}</th>' for head in rest
    )
    body = []
    for row in rows:
        name, *cells = row
        inside = "".join(f'<td style="{_CELL};{_WRAP}">{cell}</td>' for cell in cells)
        body.append(f'<tr><th scope="row" style="{_CELL};{_WRAP}">{name}</th>{inside}</tr>')
    hidden = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)"
    st.html(
        '<table style="width:100%;table-layout:fixed;border-collapse:collapse">'
        f'<caption style="{hidden}">{escape(caption)}</caption>'
        f"<thead><tr>{top}</tr></thead><tbody>{''.join(body)}</tbody></table>"
    )
