"""A guide goes out as an XLSForm that pyxform converts without a warning."""

import dataclasses
import io
import re

import pytest
from openpyxl import load_workbook
from pyxform.xls2xform import convert

from exports.xlsform import form_id, write_xlsform
from guides.loader import load_shared
from guides.model import Local
from interviews.model import Site

SITES = [Site("a" * 32, "c", "Varmestuen & Ærø"), Site("b" * 32, "c", "Herberget")]
FORBIDDEN = {"deviceid", "username", "phonenumber", "email", "start", "end", "audit", "audio"}


@pytest.mark.parametrize("guide", load_shared(), ids=lambda g: g.id)
def test_every_shared_guide_converts_without_a_warning(guide, tmp_path):
    path = tmp_path / "guide.xlsx"
    path.write_bytes(write_xlsform(guide, SITES))
    result = convert(str(path), validate=False)
    assert result.warnings == []
    assert form_id(guide) in result.xform
    for question in guide.questions:
        assert question.key in result.xform


def rows(guide, sheet):
    book = load_workbook(io.BytesIO(write_xlsform(guide, SITES)))
    head, *found = book[sheet].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in found]


def test_nothing_that_identifies_a_device_or_a_minute_is_asked_for():
    for guide in load_shared():
        types = {row["type"].split()[0] for row in rows(guide, "survey")}
        assert not types & (FORBIDDEN | {"geopoint", "image", "today", "background-audio"})
    assert "instance_name" not in rows(load_shared()[0], "settings")[0]


def test_the_version_changes_with_every_publication():
    guide = load_shared()[0]
    newer = dataclasses.replace(guide, version=guide.version + 1)
    versions = [rows(g, "settings")[0]["version"] for g in (guide, newer)]
    assert versions[0] != versions[1]
    calculated = [
        next(r["calculation"] for r in rows(g, "survey") if r["name"] == "guide_version")
        for g in (guide, newer)
    ]
    assert calculated == ["'1'", "'2'"]


def test_the_version_changes_with_the_sites_and_odd_signs_become_blanks():
    guide = load_shared()[0]

    def version(sites):
        book = load_workbook(io.BytesIO(write_xlsform(guide, sites)))
        head, row = book["settings"].iter_rows(values_only=True)
        return dict(zip(head, row, strict=True))["version"]

    nameless = Site("c" * 32, "c", " ")
    renamed = dataclasses.replace(SITES[0], name="Varmestuen\x0bSyd")
    versions = [version(sites) for sites in (SITES, SITES[:1], [renamed, SITES[1]])]
    assert len(set(versions)) == 3
    assert version([*SITES, nameless]) != version(SITES)
    assert all(v.startswith(f"{guide.version}-") for v in versions)


def test_names_are_plain_and_both_languages_are_there():
    for row in rows(load_shared()[0], "survey"):
        assert re.fullmatch(r"[a-z][a-z0-9_]*", row["name"])
        if row["type"].split()[0] in ("note", "select_one", "text", "acknowledge"):
            assert row["label::Dansk (da)"]
            assert row["label::English (en)"]


def test_words_that_look_like_expressions_stay_words(tmp_path):
    guide = load_shared()[0]
    first = dataclasses.replace(guide.questions[0], text=Local("=1+1 for ${tekst}?", "${nothing}"))
    changed = {"title": Local("${titel}", "x"), "questions": (first, *guide.questions[1:])}
    guide = dataclasses.replace(guide, **changed)
    site = Site("s", "c", "=HYPERLINK(1) ${guide_id}")
    path = tmp_path / "form.xlsx"
    path.write_bytes(write_xlsform(guide, [site]))
    cells = [
        cell
        for sheet in load_workbook(path).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str)
    ]
    assert not [cell.value for cell in cells if cell.data_type == "f"]
    assert not [cell.value for cell in cells if "${" in cell.value]
    named = {cell.value for cell in cells if "HYPERLINK" in cell.value}
    assert named == {"=HYPERLINK(1) $ {guide_id}"}
    result = convert(str(path), validate=False)
    assert result.warnings == []
    assert "<output" not in result.xform
