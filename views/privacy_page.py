"""Protection: take back, call back, how long things are kept, and the trail of what was done."""

import streamlit as st

from interviews.model import Role
from storage import open_store
from views.common import consultation, role
from views.privacy_erase import erase_form, receipts, receipts_without_consultation
from views.privacy_parts import people, recall_form, settings_form, trail, withdrawal_form
from views.role_lock import role_codes
from views.translate import _

is_administrator = role() is Role.ADMINISTRATOR
if is_administrator:
    receipts_without_consultation()
current = consultation()
st.title(_("Beskyttelse"))
names = [
    _("En borger trækker sig"),
    _("Kald et udsagn tilbage"),
    _("Hvor længe gemmes det"),
    _("Kan nogen genkendes"),
    _("Hvad er der gjort"),
]
if is_administrator:
    names += [_("Koder til roller"), _("Kvitteringer"), _("Slet alt")]
take, call, keep, alone, log, *own = st.tabs(names)
with open_store() as store:
    settings = store.settings(current.id)
    interviews = store.interviews(current.id)
    entries = store.audit(current.id)
    deleted, there = store.receipts(), store.consultations()
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
if own:
    lock, gone, everything = own
    with lock:
        role_codes(current.id)
    with gone:
        receipts(deleted, there)
    with everything:
        erase_form(current)
