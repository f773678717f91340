"""Where things lie: the code, its virtual environment, and the data."""

import os
import tempfile
from pathlib import Path

from launcher.problems import not_writable

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
HOST = "127.0.0.1"  # nobody else's machine reaches it


def venv_python(venv: Path = VENV) -> Path:
    """The interpreter inside `venv`, which need not exist yet."""
    if os.name == "nt":
        return venv / "Scripts" / "python.exe"
    return venv / "bin" / "python"


def data_home() -> Path:
    """The folder where data live: `TALEROER_HOME`, or `data` beside the code.

    It is made if it is missing. Raises StartProblem when it cannot be written to.
    """
    home = Path(os.environ.get("TALEROER_HOME") or ROOT / "data").expanduser().resolve()
    try:
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=home):
            pass
    except OSError as error:
        raise not_writable(home) from error
    return home


def child_environment(home: Path) -> dict[str, str]:
    """The environment variables for our own processes: data in `home`, text as UTF-8."""
    return {**os.environ, "TALEROER_HOME": str(home), "PYTHONUTF8": "1"}
