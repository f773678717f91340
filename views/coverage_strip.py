"""Coverage in one line: what is not covered, with the way to it."""

import time

import streamlit as st

from storage import open_store
from strategy.coverage import coverage_now
from strategy.model import Coverage
from views.common import link_to
from views.translate import _, ngettext

FRESH = 10.0  # seconds; what others do meanwhile shows so much later
_KEPT = "coverage_kept"


def coverage_strip(consultation_id: str) -> None:
    """How many voices have an answer and what is open, in both directions."""
    found = _coverage(consultation_id)
    if not found.statements:
        return
    st.caption(" · ".join((_answered(found), *open_points(found))), width="stretch")
    link_to("coverage", _("Se dækningen"))


def count_again() -> None:
    """What this person did just now changes the count: do not wait for it to grow old."""
    st.session_state.pop(_KEPT, None)


def _coverage(consultation_id: str) -> Coverage:
    """The count, kept for a moment: most clicks on the plan only open and shut things."""
    key, counted_at, found = st.session_state.get(_KEPT, ("", 0.0, None))
    if found is None or key != consultation_id or time.monotonic() - counted_at > FRESH:
        with open_store() as store:
            found = coverage_now(store, consultation_id)
        st.session_state[_KEPT] = (consultation_id, time.monotonic(), found)
    return found


def _answered(found: Coverage) -> str:
    words = _("{n} af {all} udsagn har svar")
    return words.format(n=len(found.answered), all=found.statements)


def open_points(found: Coverage) -> list[str]:
    """Each thing that is not covered with its number; nothing for what is."""
    wishes, unasked = len(found.unanswered_proposals), len(found.unasked_initiatives)
    weak, sided = len(found.weak_goals), len(found.one_sided_themes)
    against, opposed = len(found.hidden_contradictions), len(found.contradicting)
    told = (
        (wishes, ngettext("{n} ønske uden svar", "{n} ønsker uden svar", wishes)),
        (unasked, ngettext("{n} initiativ uden belæg", "{n} initiativer uden belæg", unasked)),
        (opposed, ngettext("{n} taler kun imod", "{n} taler kun imod", opposed)),
        (weak, ngettext("{n} mål med spinkelt belæg", "{n} mål med spinkelt belæg", weak)),
        (sided, ngettext("{n} tema fra ét sted", "{n} temaer fra ét sted", sided)),
        (
            against,
            ngettext("{n} modsat stemme vises ikke", "{n} modsatte stemmer vises ikke", against),
        ),
    )
    return [words.format(n=n) for n, words in told if n]
