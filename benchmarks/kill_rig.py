"""What the kill test breaks: a server, the line to it, and a browser, each a process of its own."""

import contextlib
import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


def free_port() -> int:
    """A port of this machine nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(ready: Callable[[], bool], seconds: float, what: str) -> float:
    """How long it took until `ready()`; raises TimeoutError after `seconds`."""
    begin = time.monotonic()
    while not ready():
        if time.monotonic() - begin > seconds:
            raise TimeoutError(f"{what} did not happen within {seconds:.0f} s")
        time.sleep(0.02)
    return time.monotonic() - begin


class Server:
    """The real app on a data folder of its own."""

    def __init__(self, home: Path) -> None:
        self.home, self.port = home, free_port()
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Begins to come up; `wait` for it."""
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"]
        command += ["--server.address", "127.0.0.1", "--server.port", str(self.port)]
        env = os.environ | {"TALEROER_HOME": str(self.home), "OMP_NUM_THREADS": "1"}
        with (self.home / "server.log").open("ab") as log:
            self.process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=log)

    def wait(self) -> None:
        """Until it answers."""
        wait_for(self._healthy, 60, "the server's start")

    def kill(self) -> None:
        """SIGKILL: no time to tidy up."""
        if self.process is not None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
            self.process = None

    def _healthy(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=1)
        try:
            connection.request("GET", "/_stcore/health")
            return connection.getresponse().read() == b"ok"
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()


class Line:
    """The network between browser and server, which can be cut and mended."""

    def __init__(self, target: int) -> None:
        self.target, self.is_cut = target, False
        self._open: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        """Everything under way is torn, nothing new gets through."""
        self.is_cut = True
        for end in list(self._open):
            _close(end)

    def mend(self) -> None:
        """New connections get through again."""
        self.is_cut = False

    def close(self) -> None:
        """No more connections at all."""
        self.cut()
        _close(self._listener)

    def _accept(self) -> None:
        while True:
            try:
                near, _address = self._listener.accept()
            except OSError:
                return
            try:
                if self.is_cut:
                    raise ConnectionRefusedError
                far = socket.create_connection(("127.0.0.1", self.target), timeout=5)
            except OSError:
                _close(near)
                continue
            far.settimeout(None)
            self._open |= {near, far}
            for source, sink in ((near, far), (far, near)):
                threading.Thread(target=self._pass_on, args=(source, sink), daemon=True).start()

    def _pass_on(self, source: socket.socket, sink: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while chunk := source.recv(65536):
                if self.is_cut:
                    break
                sink.sendall(chunk)
        for end in (source, sink):
            self._open.discard(end)
            _close(end)


class Tablet:
    """A real Chromium with a profile on disk, as a tablet has it."""

    def __init__(self, playwright: Playwright, profile: Path) -> None:
        self._playwright, self.profile = playwright, profile
        self._process: subprocess.Popen[bytes] | None = None
        self._browser: Browser | None = None

    def start(self) -> None:
        """Up and ready for pages."""
        port_file = self.profile / "DevToolsActivePort"
        port_file.unlink(missing_ok=True)
        command = [str(CHROMIUM), "--headless=new", "--no-sandbox", "--disable-gpu"]
        command += ["--disable-background-networking", "--no-first-run", "--lang=da-DK"]
        command += ["--remote-debugging-port=0", f"--user-data-dir={self.profile}", "about:blank"]
        self._process = subprocess.Popen(
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # so that the whole browser can be killed by its group
        )
        wait_for(lambda: port_file.exists() and "\n" in port_file.read_text(), 30, "Chromium")
        port = port_file.read_text().split()[0]
        self._browser = self._playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{port}")

    def page(self) -> Page:
        """A new tab of 768 by 1024."""
        assert self._browser is not None
        page = self._browser.contexts[0].new_page()
        page.set_viewport_size({"width": 768, "height": 1024})
        page.set_default_timeout(30_000)
        return page

    def kill(self) -> None:
        """As when the battery dies: the whole browser at once."""
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            with contextlib.suppress(Exception):  # the other end of the wire is dead
                assert self._browser is not None
                self._browser.close()
            self._process = self._browser = None


def _close(end: socket.socket) -> None:
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    with contextlib.suppress(OSError):
        end.close()
