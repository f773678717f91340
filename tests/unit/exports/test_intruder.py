"""What a curious reader with local knowledge tried on the finished files, and finds no more."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
from plans import DAY, small_base
from test_gate import make, renderers, speaking

from exports.check import PrintStopped
from exports.gate import publish
from exports.outline import draw
from exports.timeless import timeless
from interviews.small_sites import points_at_small_site

CLOCK = re.compile(rb"T(?!00:00:00)\d\d:\d\d:\d\d")


@pytest.fixture
def base():
    return small_base()


@pytest.mark.parametrize("renderer", renderers())
def test_no_file_tells_the_time_of_day(renderer, base):
    content = publish(draw(base, DAY), base, make(renderer))
    assert not CLOCK.search(content)
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            assert {one.date_time for one in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert {one.create_system for one in file.infolist()} == {3}
            assert not any(CLOCK.search(file.read(name)) for name in file.namelist())


def test_what_is_no_zip_is_left_as_it_is():
    assert timeless(b"U-001;hej") == b"U-001;hej"


@pytest.mark.parametrize("renderer", renderers())
def test_no_form_names_a_site_too_small_to_be_counted_nor_tells_its_number(renderer, base):
    content = publish(draw(base, DAY), base, make(renderer))
    told = [p.text for p in make(renderer).read(content) if not p.is_voice]
    small = base.sites[3:]  # three and two people
    assert not [text for text in told for site in small if site.name in text]
    assert not [text for text in told if re.search(r"\b[1-4] (?:borgere?|deltagere?)\b", text)]


@pytest.mark.parametrize(
    ("talk", "text", "told"),
    [
        ("i4", "Her i pårørendecafeen sad jeg", True),  # two people, and a slip in the name
        ("i0", "Her i pårørendecafeen sad jeg", False),  # said at Broen, with eleven
        ("i4", "På Gadeteamet kan man regne", False),  # another site
        ("i3", "På gadeteamet kan man regne", True),
        ("i4", "Min søster er også pårørende til ham", True),
        ("i4", "Kaffen er god her", False),
    ],
)
def test_a_statement_that_names_its_own_small_site_is_found_and_no_other(base, talk, text, told):
    said = replace(base.statements[0], interview_id=talk, text=text)
    found = points_at_small_site([said], base.interviews, base.sites, 5)
    assert found == ({said.id} if told else set())


@pytest.mark.parametrize("renderer", speaking())
def test_no_form_prints_the_words_of_a_statement_that_names_its_small_site(renderer, base):
    telling = replace(base, too_telling=frozenset({"u088", "u012"}))
    texts = [s.text for s in base.statements if s.id in telling.too_telling]
    content = publish(draw(telling, DAY), telling, make(renderer))
    assert not [p for p in make(renderer).read(content) for t in texts if t in p.text]


@pytest.mark.parametrize("renderer", speaking())
def test_the_gate_stops_a_form_that_would_print_them_all_the_same(renderer, base):
    with pytest.raises(PrintStopped, match="U-088: too_small"):
        publish(draw(base, DAY), replace(base, too_telling=frozenset({"u088"})), make(renderer))
