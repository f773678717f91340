"""Runs the app on this machine and stays with it until it is told to stop."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
import webbrowser
from pathlib import Path
from types import FrameType

from launcher.locking import held_lock
from launcher.places import HOST, ROOT, child_environment
from launcher.problems import StartProblem, port_taken

DEFAULT_PORT = 8501
SECONDS_TO_START = 300.0  # a large base may have to be brought up to date first
SECONDS_TO_STOP = 10.0


def run_app(python: Path, home: Path, port: int, browser: bool) -> int:
    """Runs the app until Ctrl-C and returns its exit code, 0 for a stop that was asked for.

    When the app of the same data folder already runs, its address is shown and 0 returned at once.
    Raises StartProblem when the port is taken by another program or the app does not come up.
    """
    noted = home / "address.txt"
    with held_lock(home / "running.lock") as mine:
        if not mine:
            return _join_running(noted, browser)
        if _taken(port):
            if _noted_port(noted) == port and healthy(port):  # its own start.py was killed
                return _show(port, browser, "Talerør kører allerede")
            raise port_taken(port)
        noted.unlink(missing_ok=True)
        try:
            return _serve(python, home, port, browser, noted)
        finally:
            noted.unlink(missing_ok=True)


def healthy(port: int) -> bool:
    """Whether a Streamlit app answers "ok" on `port` of this machine."""
    connection = http.client.HTTPConnection(HOST, port, timeout=1)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().read() == b"ok"
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _serve(python: Path, home: Path, port: int, browser: bool, noted: Path) -> int:
    command = [str(python), "-m", "launcher.serve", str(port)]
    app = subprocess.Popen(command, cwd=ROOT, env=child_environment(home))
    asked_to_stop = False

    def stop(_number: int, _frame: FrameType | None) -> None:
        nonlocal asked_to_stop
        asked_to_stop = True
        app.terminate()

    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), stop)
    try:
        if _wait_until_healthy(app, port):
            noted.write_text(f"{port}\n", encoding="ascii")
            _show(port, browser, "Talerør er klar")
            print("Stop med Ctrl-C.", flush=True)
            _wait_for_end(app)
        if asked_to_stop:
            print("\nTalerør er stoppet.", flush=True)
            return 0
        return app.wait() or 1
    finally:
        _end(app)


def _wait_until_healthy(app: "subprocess.Popen[bytes]", port: int) -> bool:
    """Whether the app came up, or ended first. Raises StartProblem when it takes too long."""
    deadline = time.monotonic() + SECONDS_TO_START
    while app.poll() is None:
        if healthy(port):
            return True
        if time.monotonic() > deadline:
            raise StartProblem("Talerør kom ikke i gang på fem minutter. Prøv igen.")
        time.sleep(0.05)
    return False


def _wait_for_end(app: "subprocess.Popen[bytes]") -> None:
    """Waits in short steps: Windows delivers Ctrl-C only between them."""
    while app.poll() is None:
        try:
            app.wait(timeout=0.5)
        except subprocess.TimeoutExpired:
            continue


def _end(app: "subprocess.Popen[bytes]") -> None:
    if app.poll() is None:
        app.terminate()
        try:
            app.wait(timeout=SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            app.kill()
            app.wait()


def _join_running(noted: Path, browser: bool) -> int:
    """Shows the address of the app another start.py runs, waiting while that one is starting."""
    deadline = time.monotonic() + SECONDS_TO_START
    waited = False
    while time.monotonic() < deadline:
        port = _noted_port(noted)
        if port and healthy(port):
            return _show(port, browser, "Talerør kører allerede")
        if not waited:
            print("En anden start er i gang. Venter på den …", flush=True)
            waited = True
        time.sleep(0.2)
    raise StartProblem(
        "En anden start af Talerør er i gang, men svarer ikke. Luk den, og prøv igen."
    )


def _noted_port(noted: Path) -> int:
    try:
        return int(noted.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return 0


def _taken(port: int) -> bool:
    """Whether another program listens on `port` of this machine."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name != "nt":  # there the option would let two programs share the port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError as error:
            raise StartProblem(
                f"Port {port} må ikke bruges på denne maskine. Vælg en over 1023, for eksempel: "
                f"python3 start.py --port {DEFAULT_PORT}"
            ) from error
        except OSError:
            return True
    return False


def _show(port: int, browser: bool, words: str) -> int:
    address = f"http://{HOST}:{port}"
    print(f"{words}: {address}", flush=True)
    if browser and _has_screen():
        webbrowser.open(address)
    return 0


def _has_screen() -> bool:
    """Whether a window can open: on a server, a text browser would take the terminal instead."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
