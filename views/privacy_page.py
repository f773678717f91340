"""Protection: take back, call back, how long things are kept, and the trail of what was done."""

import streamlit as st

from interviews.model import Role
from storage import open_store
from views.common import consultation, role
from views.privacy_parts import people, recall_form, settings_form, trail, withdrawal_form
from views.role_lock import role_codes
from views.translate import _

current = consultation()
st.title(_("Beskyttelse"))
names = [
    _("En borger trækker sig"),
    _("Kald et udsagn tilbage"),
    _("Hvor længe gemmes det"),
    _("Kan nogen genkendes"),
    _("Hvad er der gjort"),
]
if role() is Role.ADMINISTRATOR:
    names.append(_("Koder til roller"))
take, call, keep, alone, log, *lock = st.tabs(names)
with open_store() as store:
    settings = store.settings(current.id)
    interviews = store.interviews(current.id)
    entries = store.audit(current.id)
with take:
    withdrawal_form(current.id, settings)
with call:
    recall_form(current.id)
with keep:
    settings_form(settings)
with alone:
    people(interviews, settings.k)
with log:
    trail(entries)
if lock:
    with lock[0]:
        role_codes(current.id)
