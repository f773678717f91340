"""What can go wrong before the app runs, each said in one Danish line with what to do."""


class StartProblem(Exception):
    """A problem the person at the keyboard can act on. `str()` is the line to show them.

    `exit_code` is what start.py ends with: 1 for a set-up that cannot go on, 2 for a wrong call.
    """

    def __init__(self, message: str, exit_code: int = 1) -> None:
        super().__init__(message)
        self.exit_code = exit_code


def not_writable(folder: object) -> StartProblem:
    """The problem of a folder that cannot be written to; `folder` is shown as given."""
    return StartProblem(
        f"Der kan ikke skrives i mappen {folder}. Giv dig selv skriveret til den, flyt Talerør til "
        "en mappe du ejer, eller vælg et andet sted til data med TALEROER_HOME."
    )


def no_venv_module(version: str) -> StartProblem:
    """The problem of a Python without venv or ensurepip, as on Debian; `version` like 3.11."""
    return StartProblem(
        f"Denne Python mangler modulet venv. På Debian og Ubuntu: sudo apt install "
        f"python{version}-venv. Andre steder: hent Python fra https://www.python.org."
    )


def port_taken(port: int) -> StartProblem:
    """The problem of a port that another program holds."""
    return StartProblem(
        f"Port {port} er optaget af et andet program. Vælg en anden, for eksempel: "
        f"python3 start.py --port {port + 1}"
    )
