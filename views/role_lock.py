"""The lock on roles: asked for when a role is chosen, set by the administrator."""

import os

import streamlit as st

from interviews.audit import note
from interviews.model import Role
from interviews.role_codes import (
    SHORTEST,
    AdministratorFirst,
    CodeTooShort,
    TooManyTries,
    is_right_code,
    set_role_code,
)
from storage import open_store
from views.common import ROLES, role, role_name, today
from views.translate import _

OPEN = "TALEROER_OPEN_ROLES"  # whoever starts the program can also read its database


def ask_for_code() -> None:
    """Nothing more of the app is drawn until this session has the code of the chosen role."""
    chosen = role()
    with open_store() as store:
        locked = chosen in store.role_codes()
    opened = st.session_state.setdefault("opened_roles", set())
    if not locked or chosen in opened or os.environ.get(OPEN):
        return
    st.title(role_name(chosen))
    with st.form("role_code", border=False):
        code = st.text_input(_("Kode for rollen"), type="password", max_chars=200)
        sent = st.form_submit_button(_("Åbn"), type="primary")
    if sent and _opens(chosen, code):
        opened.add(chosen)
        st.rerun()
    st.caption(_("Koden får du af administratoren. En anden rolle vælges i menuen."))
    st.stop()


def _opens(chosen: Role, code: str) -> bool:
    try:
        with open_store() as store:
            right = is_right_code(store, chosen, code)
    except TooManyTries:
        st.error(_("Der er prøvet for mange gange. Vent et minut."))
        return False
    if not right:
        st.error(_("Koden passer ikke."))
    return right


def role_codes(consultation_id: str) -> None:
    """The administrator's form: a code for each role, or none."""
    with open_store() as store:
        locked = set(store.role_codes())
    st.write(
        _(
            "Uden koder kan enhver, der kan åbne Talerør, vælge en rolle. Med koder er »en anden "
            "end intervieweren« en lås. Begynd med administratorens egen kode, og gem den et "
            "sikkert sted."
        )
    )
    names = [
        f"{role_name(r)}: " + (_("har kode") if r in locked else _("åben for alle")) for r in ROLES
    ]
    st.markdown("\n".join(f"- {name}" for name in names))
    with st.form("set_role_code", clear_on_submit=True):
        chosen = st.selectbox(_("Rolle"), [r.value for r in ROLES], 3, format_func=role_name)
        code = st.text_input(
            _("Ny kode (mindst {n} tegn; tom fjerner koden)").format(n=SHORTEST),
            type="password",
            max_chars=200,
        )
        sent = st.form_submit_button(_("Gem koden"), type="primary")
    if sent:
        _set(consultation_id, Role(chosen), code)


def _set(consultation_id: str, chosen: Role, code: str) -> None:
    try:
        with open_store() as store:
            set_role_code(store, chosen, code)
            note(store, consultation_id, today(), role(), "role_code", chosen.value)
    except CodeTooShort:
        st.error(_("Koden skal have mindst {n} tegn.").format(n=SHORTEST))
    except AdministratorFirst:
        st.error(_("Administratorens kode sættes først og fjernes sidst."))
    else:
        st.session_state.setdefault("opened_roles", set()).add(chosen)
        st.rerun()
