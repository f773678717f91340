"""Errors of a database server without the values it quotes: they may be what a citizen said."""

from sqlalchemy.engine import ExceptionContext

VALUES_IN_WORDS = "22"  # SQLSTATE class "data exception": the message itself quotes the value


def without_values(context: ExceptionContext) -> None:
    """Shorten an error to its code and, where that quotes nothing, its main message.

    PostgreSQL's detail ("Failing row contains (…)") is left out.
    """
    original = context.original_exception
    state = getattr(original, "sqlstate", None)
    if state is None:  # no answer from a server: nothing is quoted
        return
    diagnosis = getattr(original, "diag", None)
    main = getattr(diagnosis, "message_primary", None) or ""
    said = state if state.startswith(VALUES_IN_WORDS) else f"{state} {main}".strip()
    original.args = (said,)
    if context.sqlalchemy_exception is not None:
        context.sqlalchemy_exception.args = (said,)
