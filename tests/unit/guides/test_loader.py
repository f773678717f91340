"""A faulty guide file is answered with every fault, its line and its place."""

import pytest

from guides.loader import (
    GuideInvalid,
    load_guide,
    load_shared,
    parse_guide,
    parse_themes,
    to_toml,
)
from guides.model import Guide, Instruction, Local, Question

SOUND = to_toml(load_shared()[0])


def faults(text: str) -> list[tuple[int, str, str]]:
    with pytest.raises(GuideInvalid) as caught:
        parse_guide(text, "egen.toml")
    return [(fault.line, fault.path, fault.code) for fault in caught.value.faults]


def line_with(text: str, words: str) -> int:
    return next(n for n, line in enumerate(text.splitlines(), 1) if words in line)


def test_a_syntax_error_names_file_and_line():
    text = SOUND.replace('key = "a-home"', 'key = "a-home')
    with pytest.raises(GuideInvalid) as caught:
        parse_guide(text, "egen.toml")
    line = line_with(text, 'key = "a-home')
    assert [(f.line, f.code) for f in caught.value.faults] == [(line, "syntax")]
    assert str(caught.value).startswith(f"egen.toml:{line}: ")


def test_a_file_cut_off_in_the_middle_still_names_a_line():
    assert faults(SOUND[: SOUND.index("Man må stoppe")])[0][2] == "syntax"


def test_a_missing_question_text_is_found_at_its_question():
    text = SOUND.replace('da = "Hvordan har det været at lede efter en bolig?"\n', "")
    header = line_with(text, 'key = "finding-home"') - 1
    assert faults(text) == [(header, "question 4 / da", "missing")]


def test_two_questions_may_not_share_a_key():
    text = SOUND.replace('key = "staying"', 'key = "a-home"')
    line = line_with(text.replace('key = "a-home"', "", 1), 'key = "a-home"')
    assert faults(text) == [(line, "question 5 / key", "duplicate")]


@pytest.mark.parametrize("key", ["Hjem", "et hjem", "bo--her", "_hjem", "hjem-", "børn"])
def test_a_key_is_an_ascii_slug(key):
    text = SOUND.replace('key = "a-home"', f'key = "{key}"')
    assert faults(text) == [(line_with(text, f'key = "{key}"'), "question 2 / key", "not_slug")]


def test_all_faults_are_told_at_once_in_the_order_of_the_file():
    text = SOUND.replace("version = 1", "version = 0")
    text = text.replace("[purpose]\nda =", "[purpose]\ndansk =")
    text = text.replace('{ da = "Hvad er det værste?",', '{ da = "",')
    found = faults(text)
    assert [code for _, _, code in found] == ["not_number", "missing", "unknown", "empty"]
    assert [path for _, path, _ in found][-1] == "question 1 / probes 2 / da"
    assert [line for line, _, _ in found] == sorted(line for line, _, _ in found)
    assert found[-1][0] == line_with(text, '{ da = "",')


def test_a_guide_without_questions_is_refused():
    text = SOUND[: SOUND.index("[[question]]")] + SOUND[SOUND.index("[ending]") :]
    assert [fault[1:] for fault in faults(text)] == [("question", "too_few")]


def test_wrong_kinds_of_values_are_named():
    text = SOUND.replace('title]\nda = "Boliger"', "title]\nda = 7")
    text = text.replace("[instruction.stopping]", "[instruction.stop]")
    found = {fault[1:] for fault in faults(text)}
    assert found == {
        ("title / da", "not_text"),
        ("instruction / stopping", "missing"),
        ("instruction / stop", "unknown"),
    }


def test_texts_where_tables_belong_are_faults_and_no_crash():
    text = 'id = "x"\ntheme = "x"\nversion = true\ntitle = "T"\nquestion = ["hvad?"]\n'
    codes = {fault[2] for fault in faults(text)}
    assert codes == {"not_number", "not_table", "missing"}


def test_an_empty_file_is_a_list_of_faults():
    assert ("id", "missing") in {fault[1:] for fault in faults("")}


def test_a_guide_with_odd_signs_survives_the_round_trip():
    odd = Local('Han sagde: "nej"\\ja\n\n\'\'\' og """ \x7f\ttab', "æøå 😀")
    told = Instruction(*[odd] * 6)
    questions = (Question("one", odd, (odd, Local("kun dansk"))), Question("two-2", Local("Hvad?")))
    guide = Guide("own", "own-theme", 3, odd, odd, told, odd, questions, odd)
    assert parse_guide(to_toml(guide), "own.toml") == guide


def test_a_guide_is_read_from_a_file(tmp_path):
    path = tmp_path / "egen.toml"
    path.write_text(SOUND, encoding="utf-8")
    assert load_guide(path) == load_shared()[0]
    path.write_text(SOUND.replace('id = "housing"', ""), encoding="utf-8")
    with pytest.raises(GuideInvalid, match=r"egen\.toml:\d+: id: missing"):
        load_guide(path)


def test_theme_texts_are_checked_as_guides_are():
    text = '[[theme]]\nkey = "a"\nname = { da = "A" }\ndescription = "d"\nexamples = [1]\n'
    with pytest.raises(GuideInvalid) as caught:
        parse_themes(text + "\n" + text, "themes.toml")
    assert {fault.code for fault in caught.value.faults} == {"not_text", "too_few", "duplicate"}
