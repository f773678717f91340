"""A made-up tree with the real entrance in it, and stand-ins for what the entrance starts.

pip, venv and Streamlit are the real ones; the only package is a wheel written here, so that no test
needs a network.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]

COMMANDS = """
import json, os, sys
if os.environ.get("STAND_IN_ENDS"):
    print("Databasen er lavet af en nyere version.", file=sys.stderr)
    sys.exit(int(os.environ["STAND_IN_ENDS"]))
print(json.dumps({"words": sys.argv[1:], "home": os.environ["TALEROER_HOME"]}), flush=True)
"""
RUFF = """
import os, sys
print("ruff", *sys.argv[1:])
sys.exit(int(os.environ.get("STAND_IN_RUFF", "0")))
"""


@dataclass(frozen=True)
class Tree:
    """A copy of the entrance at `root`, with its data in `home`."""

    root: Path
    home: Path

    def call(self, *words: str) -> list[str]:
        """The command line of `start.py` with `words`."""
        return [sys.executable, str(self.root / "start.py"), *words]

    def environment(self, **variables: str) -> dict[str, str]:
        """This process' variables with our own replaced, real packages within reach."""
        ours = ("TALEROER_", "DISPLAY", "PYTEST_")
        kept = {k: v for k, v in os.environ.items() if not k.startswith(ours)}
        packages = sysconfig.get_path("purelib")
        return {**kept, "TALEROER_HOME": str(self.home), "PYTHONPATH": packages, **variables}

    def run(self, *words: str, **variables: str) -> "subprocess.CompletedProcess[str]":
        """Runs `start.py` to its end and returns what it printed."""
        return subprocess.run(
            self.call(*words), env=self.environment(**variables), cwd=self.home.parent,
            capture_output=True, text=True, encoding="utf-8", timeout=120, check=False,
        )  # fmt: skip

    def pin(self, *versions: str) -> None:
        """Writes requirements.txt so that it asks for the wheel `tiny` in these versions."""
        wheels = self.root / "wheels"
        wheels.mkdir(exist_ok=True)
        for version in versions:
            _write_wheel(wheels, version)
        lines = ["--no-index", "--find-links wheels", *(f"tiny=={v}" for v in versions)]
        (self.root / "requirements.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def make_tree(folder: Path) -> Tree:
    """A new tree in `folder`, with nothing installed."""
    root = folder / "kode med mellemrum"
    shutil.copytree(
        ROOT / "launcher", root / "launcher", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(ROOT / "start.py", root)
    (root / "commands.py").write_text(COMMANDS, encoding="utf-8")
    (root / "ruff.py").write_text(RUFF, encoding="utf-8")
    (root / "app.py").write_text("import streamlit as st\n\nst.title('Prøve')\n", encoding="utf-8")
    (root / "requirements-dev.txt").write_text("-r requirements.txt\n", encoding="utf-8")
    tree = Tree(root, folder / "data")
    tree.pin("1.0")
    return tree


def _write_wheel(folder: Path, version: str) -> None:
    info = f"tiny-{version}.dist-info"
    with zipfile.ZipFile(folder / f"tiny-{version}-py3-none-any.whl", "w") as wheel:
        wheel.writestr("tiny.py", f'VERSION = "{version}"\n')
        wheel.writestr(
            f"{info}/METADATA", f"Metadata-Version: 2.1\nName: tiny\nVersion: {version}\n"
        )
        wheel.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr(f"{info}/RECORD", f"tiny.py,,\n{info}/METADATA,,\n{info}/WHEEL,,\n")
