"""The measure itself: what counts as found, and the intervals."""

import json

import pytest

from benchmarks import anonymity, anonymity_swaps
from benchmarks.anonymity import Row, Span, covers, read, wilson
from interviews.model import Certainty, Finding, FindingKind


def finding(start, end):
    return Finding(start, end, FindingKind.PERSON, Certainty.LIKELY)


def test_a_span_is_found_when_every_character_is_covered():
    span = Span(2, 8, "PERSON")
    assert covers([finding(0, 5), finding(5, 9)], span)
    assert not covers([finding(2, 5), finding(6, 8)], span)
    assert not covers([], span)


def test_the_interval_is_wilsons():
    low, high = wilson(169, 169)
    assert (round(low, 3), high) == (0.978, 1.0)
    assert [round(bound, 3) for bound in wilson(5, 10)] == [0.237, 0.763]


def test_both_kinds_of_file_are_read(tmp_path):
    rows = tmp_path / "rows.jsonl"
    span = {"start": 0, "end": 5, "label": "PERSON"}
    rows.write_text(json.dumps({"text": "Mette her", "spans": [span], "group": "danish"}))
    assert read(rows) == [Row("Mette her", (Span(0, 5, "PERSON"),), "danish")]
    bank = tmp_path / "bank.conllu"
    bank.write_text(
        "# text = Mette Holm kom.\n"
        "1\tMette\tMette\tPROPN\t_\t_\t_\t_\t_\tNE=B-PER\n"
        "2\tHolm\tHolm\tPROPN\t_\t_\t_\t_\t_\tNE=I-PER\n"
        "3\tkom\tkomme\tVERB\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
        "4\t.\t.\tPUNCT\t_\t_\t_\t_\t_\t_\n"
    )
    assert read(bank)[0].text == "Mette Holm kom."
    assert read(bank)[0].spans == (Span(0, 10, "PERSON"),)


def test_the_last_line_is_json_with_a_figure_for_each_label_and_group(
    tmp_path, capsys, monkeypatch
):
    file = tmp_path / "rows.jsonl"
    span = {"start": 8, "end": 13, "label": "PERSON"}
    lines = [{"text": "Det var Mette.", "spans": [span], "group": "danish"}, {"text": "Hej."}]
    file.write_text("\n".join(map(json.dumps, lines)))
    monkeypatch.setattr("sys.argv", ["anonymity", "--gold", str(file), "--misses", "--flags"])
    anonymity.main()
    figures = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert figures.pop("per_second") > 0
    assert figures == {
        "n": 2,
        "recall": {"PERSON": 1.0},
        "recall_by_group": {"danish": 1.0},
        "clean_flagged": 0.0,
    }


@pytest.mark.parametrize("old", ["Mette", "Mette Holm", "Mettes"])
def test_a_swapped_name_stands_where_the_old_one_stood(old):
    import random

    row = Row(f"Det var {old} der kom", (Span(8, 8 + len(old), "PERSON"),))
    new = anonymity_swaps.swap(row, ["hodan"], ["warsame"], random.Random(1), False)
    (span,) = new.spans
    wanted = {"Mette": "Hodan", "Mette Holm": "Hodan Warsame", "Mettes": "Hodans"}[old]
    assert new.text[span.start : span.end] == wanted
    assert new.text == f"Det var {wanted} der kom"
