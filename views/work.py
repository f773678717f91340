"""Long work that goes on when the person leaves the page, and shows how far it has come.

A job belongs to a consultation, not to a browser: everybody who looks at it sees the same bar, and
it is not begun twice. It ends with its own transaction, so that it is done wholly or not at all.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

import streamlit as st

from storage import Store, database_url, open_store
from views.translate import _


class Tell(Protocol):
    """Told how far the work is (0 to 1) and, where that has changed, what is being done."""

    def __call__(self, share: float, words: str = "") -> None: ...


Work = Callable[[Store, Tell], Any]


@dataclass
class Job:
    """One piece of work: how far it is (0 to 1), and what came of it."""

    words: str
    share: float = 0.0
    outcome: Any = None
    failed: str = ""
    ended: threading.Event = field(default_factory=threading.Event)


_JOBS: dict[str, Job] = {}
_LOCK = threading.Lock()


def begin(consultation_id: str, words: str, work: Work) -> Job:
    """Start the work unless the consultation has a job already; the job that runs."""
    with _LOCK:
        there = _JOBS.get(consultation_id)
        if there and not there.ended.is_set():
            return there
        job = _JOBS[consultation_id] = Job(words)
    thread = threading.Thread(target=_run, args=(job, work, database_url()), daemon=True)
    thread.start()
    return job


def _run(job: Job, work: Work, url: str) -> None:
    def tell(share: float, words: str = "") -> None:
        job.share = min(max(share, 0.0), 1.0)
        job.words = words or job.words

    try:
        with open_store(url) as store:
            job.outcome = work(store, tell)
    except Exception as error:  # told on the page; the words of the error may be a citizen's
        job.failed = type(error).__name__
        logging.getLogger(__name__).error("a job ended with %s", job.failed)
    finally:
        job.ended.set()


def show_work(consultation_id: str) -> Job | None:
    """The bar while there is a job (the page stops there); the job once, when it has ended."""
    job = _JOBS.get(consultation_id)
    if job is None:
        return None
    if not job.ended.is_set():
        st.caption(_("Du kan roligt gå til en anden side imens."))
        _watch(consultation_id)
        st.stop()
    with _LOCK:
        _JOBS.pop(consultation_id, None)
    if job.failed:
        st.error(
            _("Det lykkedes ikke ({reason}). Intet er ændret. Prøv igen.").format(reason=job.failed)
        )
    return job


@st.fragment(run_every=1.0)
def _watch(consultation_id: str) -> None:
    job = _JOBS.get(consultation_id)
    if job is None or job.ended.is_set():
        st.rerun()
    st.progress(job.share, text=job.words)
