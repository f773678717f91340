"""The virtual environment: made, filled with the pinned packages, left alone when right."""

import hashlib
import importlib.util
import subprocess
import sys
import time
from pathlib import Path

from launcher.installing import install
from launcher.locking import held_lock
from launcher.places import ROOT, VENV, venv_python
from launcher.problems import StartProblem, no_venv_module, not_writable

RUNTIME = "requirements.txt"
DEVELOPMENT = "requirements-dev.txt"
PIN_FILES = {
    RUNTIME: (RUNTIME, "constraints.txt"),
    DEVELOPMENT: (RUNTIME, "constraints.txt", DEVELOPMENT, "constraints-dev.txt"),
}


def ensure_environment(requirements: str, log: Path) -> Path:
    """The interpreter of an environment that holds every pin of `requirements`.

    Costs a few milliseconds when nothing changed since the last time. Otherwise pip fetches what
    is missing and writes its log to `log`. Raises StartProblem with what to do.
    """
    if _is_current(requirements):
        return venv_python()
    waited = False
    while True:
        with held_lock(ROOT / ".venv.lock") as mine:
            if mine:
                if not _is_current(requirements):
                    _build(requirements, log)
                return venv_python()
        if not waited:
            print("En anden start er ved at hente pakker. Venter på den …", flush=True)
            waited = True
        time.sleep(0.5)


def fingerprint(requirements: str) -> str:
    """What the packages depend on, in hex: Python's version, the platform and the pin files."""
    digest = hashlib.sha256(f"{sys.version_info[:3]} {sys.platform}".encode())
    for name in PIN_FILES[requirements]:
        path = ROOT / name
        digest.update(name.encode())
        digest.update(path.read_bytes() if path.exists() else b"")
    return digest.hexdigest()


def _stamp(requirements: str) -> Path:
    return VENV / f"installed-{requirements}.stamp"


def _is_current(requirements: str) -> bool:
    stamp = _stamp(requirements)
    if not (venv_python().exists() and stamp.exists()):
        return False
    return stamp.read_text(encoding="ascii").strip() == fingerprint(requirements)


def _build(requirements: str, log: Path) -> None:
    if not _works(venv_python()):
        _make_venv(log)
    for name in PIN_FILES:
        _stamp(name).unlink(missing_ok=True)
    install(venv_python(), ROOT / requirements, log)
    done = (RUNTIME, DEVELOPMENT) if requirements == DEVELOPMENT else (RUNTIME,)
    for name in done:
        _stamp(name).write_text(fingerprint(name) + "\n", encoding="ascii")


def _works(python: Path) -> bool:
    """Whether `python` runs, has pip, and is of the version that runs now."""
    probe = "import sys, pip; print(*sys.version_info[:3])"
    try:
        answer = subprocess.run(
            [str(python), "-c", probe], capture_output=True, text=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.stdout.split() == [str(part) for part in sys.version_info[:3]]


def _make_venv(log: Path) -> None:
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        raise no_venv_module(version)
    print("Laver et eget sted til Talerørs pakker (.venv) …", flush=True)
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(VENV)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if made.returncode == 0:
        return
    words = made.stdout + made.stderr
    log.write_text(words, encoding="utf-8")
    if "ensurepip" in words:
        raise no_venv_module(version)
    if "Permission denied" in words or "Read-only" in words:
        raise not_writable(ROOT)
    raise StartProblem(f"Mappen .venv kunne ikke laves. Hvad Python sagde, står i {log}")
