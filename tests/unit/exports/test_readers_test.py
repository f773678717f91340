"""The reader's test finds what it should: a reference that leads astray, a wrong number, a gap."""

import io
import zipfile

import pytest
from plans import DAY, small_base

from benchmarks.reader import Paper, behind, wrong
from exports.gate import publish
from exports.outline import draw
from exports.word import WordRenderer


@pytest.fixture(scope="module")
def content():
    base = small_base()
    return publish(draw(base, DAY), base, WordRenderer(count_pages=False))


def changed(content, *pairs):
    """The file with pieces of its body exchanged, each where it stands last."""
    source, target = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    with zipfile.ZipFile(target, "w") as out:
        for name in source.namelist():
            data = source.read(name).decode("utf-8") if name == "word/document.xml" else None
            for old, new in pairs if data else ():
                before, found, after = data.rpartition(old)
                assert found, old
                data = before + new + after
            out.writestr(name, data or source.read(name))
    return target.getvalue()


def test_every_reference_of_the_plan_leads_to_the_right_statement_and_back(content):
    truth = behind(small_base())
    assert wrong(content, truth, Paper(content).initiatives) == []


def test_a_place_that_has_another_name_is_found(content):
    truth = behind(small_base())
    (first, *_), (label, *_) = (
        [one for one in truth if truth[one]],
        next(filter(None, truth.values())),
    )
    named = f'w:name="{label.replace("-", "_")}"'
    astray = wrong(changed(content, (named, 'w:name="U_9999"')), truth, truth)
    assert first in astray


def test_one_changed_letter_of_a_statement_is_found(content):
    truth = behind(small_base())
    one = next(one for one in truth if truth[one])
    words = next(iter(truth[one].values()))
    assert one in wrong(changed(content, (words, words[:-1] + "x")), truth, truth)


def test_a_statement_that_does_not_lead_back_is_found(content):
    truth = behind(small_base())
    one = next(one for one in truth if truth[one])
    link = f"<w:t>I</w:t><w:noBreakHyphen/><w:t>{one[2:]}</w:t></w:r></w:hyperlink>"
    other = link.replace(one[2:], "99")
    assert one in wrong(changed(content, (link, other)), truth, truth)
