"""The plan as a Word file: sound, accessible, and with every reference leading where it should."""

import io
import random
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from openxml_audit import OpenXmlValidator
from plans import CID, DAY, answered, small_base, with_text
from word_rules import NS, Opened, faults, text, w

from exports.gate import clear, publish
from exports.outline import draw
from exports.text import REPLACEMENT
from exports.word import WordRenderer
from exports.word.base import base as base_template
from exports.word.carrier import NotACarrier
from strategy.model import Initiative, Milestone

VALIDATOR = OpenXmlValidator()


def printed(base, carrier=None, **options):
    """The plan of a base as bytes, through the gate."""
    return publish(draw(base, DAY, **options), base, WordRenderer(carrier, count_pages=False))


@pytest.fixture(scope="module")
def content():
    return printed(small_base())


@pytest.fixture(scope="module")
def file(content):
    return Opened(content)


def paragraphs(content):
    """The text of every paragraph outside tables, by python-docx."""
    return [p.text for p in Document(io.BytesIO(content)).paragraphs]


def audit(content, tmp_path):
    """What openxml-audit finds."""
    path = tmp_path / "plan.docx"
    path.write_bytes(content)
    return [str(error) for error in VALIDATOR.validate(str(path)).errors]


def test_the_file_is_valid(content, tmp_path):
    assert audit(content, tmp_path) == []


def test_our_base_is_valid_and_holds_nobodys_name(tmp_path):
    assert audit(base_template(), tmp_path) == []
    with zipfile.ZipFile(io.BytesIO(base_template())) as package:
        core = package.read("docProps/core.xml").decode()
    assert "python-docx" not in core
    assert "creator" not in core


def test_the_file_is_accessible(content):
    assert faults(content) == []


def test_the_rules_find_what_is_wrong():
    """A file by plain python-docx, so that an empty list above means something."""
    bad = Document()
    bad.add_heading("Et", 1)
    bad.add_heading("", 3)
    bad.add_paragraph("")
    bad.add_paragraph("- falsk punkt")
    bad.add_paragraph("langt      mellemrum")
    bad.add_table(1, 2)
    target = io.BytesIO()
    bad.save(target)
    assert set(faults(target.getvalue())) >= {
        "title", "language of text", "heading empty", "heading order", "paragraph empty",
        "cell empty", "false list", "spacing by characters", "table head", "table title",
        "page numbers", "paper", "leftovers",
    }  # fmt: skip


def test_the_parts_come_in_order(content):
    expected = [
        "Strategiplan for socialt udsatte", "Indhold", "Forord", "Sådan er planen blevet til",
        "Boliger", "Mål for boliger", "Det siger borgerne", "Citater", "Initiativer", "Sundhed",
        "Forslag fra maskinen, ikke vedtaget", "Mødet mellem kommunen og borgeren",
        "Stof til eftertanke", "Hvad planen svarer på", "Emner og initiativer",
        "Bilag: Borgernes udsagn",
    ]  # fmt: skip
    found = iter(paragraphs(content))
    assert all(any(heading == line for line in found) for heading in expected)


def test_twenty_initiatives_lead_to_their_statements_and_back():
    base = small_base()
    chance = random.Random(7)
    many = tuple(
        Initiative(f"n{n}", CID, 10 + n, "housing", f"at der gøres noget nyt nummer {n}")
        for n in range(20)
    )
    links = tuple(
        replace(base.links[0], id=f"n{n}-{s.id}", target_id=f"n{n}", statement_id=s.id)
        for n in range(20)
        for s in chance.sample([s for s in base.statements if s.quotable], 3)
    )
    base = replace(base, initiatives=many, links=links)
    file = Opened(printed(base))
    texts = {s.label: s.text for s in base.statements}
    for n, initiative in enumerate(many):
        wanted = {link.statement_id for link in links if link.target_id == f"n{n}"}
        row = place(file, initiative.label).xpath("ancestor::w:tr[1]", namespaces=NS)[0]
        assert initiative.text in text(row)
        anchors = row.xpath(".//w:hyperlink/@w:anchor", namespaces=NS)
        assert {a.replace("U_", "u") for a in anchors} == wanted
        for anchor in anchors:
            entry = place(file, anchor.replace("_", "-")).xpath("ancestor::w:p[1]", namespaces=NS)
            assert text(entry[0]).endswith(texts[anchor.replace("_", "-")])
            used = entry[0].getnext().xpath(".//w:hyperlink/@w:anchor", namespaces=NS)
            assert initiative.label.replace("-", "_") in used


def test_milestones_stand_calmly_under_their_initiative():
    base = small_base()
    steps = (Milestone("grunden er købt", "1. kvartal 2027", done=True), Milestone("lokalplan"))
    base = replace(
        base, initiatives=(replace(base.initiatives[0], milestones=steps), *base.initiatives[1:])
    )
    row = place(Opened(printed(base)), base.initiatives[0].label)
    cell = row.xpath("ancestor::w:tr[1]", namespaces=NS)[0]
    assert text(cell).count("Milepæle: grunden er købt (1. kvartal 2027), nået; lokalplan") == 1
    assert text(cell).count("lokalplan") == 1


def place(file, label):
    """Where the bookmark of a visible number stands; there is exactly one."""
    found = file.all(f"//w:bookmarkStart[@w:name='{label.replace('-', '_')}']")
    assert len(found) == 1
    return found[0]


def test_a_visible_number_never_breaks_at_its_hyphen(file):
    for link in file.all("//w:hyperlink[starts-with(@w:anchor, 'U_')]"):
        assert "-" not in text(link)
        assert link.findall(".//w:noBreakHyphen", NS)


def test_a_head_row_is_repeated_and_rows_stay_whole(file):
    tables = file.all("//w:tbl")
    assert len(tables) >= 6
    for table in tables:
        assert len(table.xpath(".//w:tblHeader", namespaces=NS)) == 1


def test_no_row_stands_alone_at_a_page_end_and_a_matrix_is_kept_whole(file):
    for table in file.all("//w:tbl"):
        rows = table.findall("w:tr", NS)
        kept = [row.find(".//w:keepNext", NS) is not None for row in rows]
        assert kept[0]
        assert not kept[-1]
        assert all(kept[-3:-1])
        if table.xpath("string(w:tblPr/w:tblCaption/@w:val)", namespaces=NS).startswith("Emner"):
            assert all(kept[:-1])


def test_matrices_lie_and_everything_else_stands(file):
    turned = [s.get(w("orient")) for s in file.all("//w:pgSz")]
    assert turned == [None, "landscape", None]


def test_what_is_only_proposed_is_marked(content):
    lines = paragraphs(content)
    at = lines.index("Forslag fra maskinen, ikke vedtaget")
    assert "gælder først, når en person overtager dem" in lines[at + 1]


def test_a_draft_says_so_and_a_plan_does_not():
    draft, final = printed(small_base()), printed(small_base(), is_draft=False)
    assert "Udkast – citater ikke frigivet" in paragraphs(draft)
    assert not any("Udkast" in line for line in paragraphs(final))
    for content, marked in ((draft, True), (final, False)):
        footer = Document(io.BytesIO(content)).sections[0].footer.paragraphs[0].text
        assert footer.startswith("Udkast") is marked


def test_properties_hold_the_day_and_the_municipality_only(content):
    props = Document(io.BytesIO(content)).core_properties
    assert props.title == "Strategiplan for socialt udsatte – Solby Kommune"
    assert props.author == props.last_modified_by == "Solby Kommune"
    assert props.created.isoformat().startswith("2026-11-22T00:00:00")
    assert props.comments == ""


def test_contents_are_filled_in_and_linked(file):
    entries = file.all("//w:p[w:pPr/w:pStyle[@w:val='TOC1' or @w:val='TOC2']]")
    assert len(entries) > 15
    for entry in entries:
        assert entry.xpath(".//w:hyperlink/@w:anchor", namespaces=NS)[0].startswith("_Toc")
        assert "PAGEREF" in "".join(entry.itertext())


def test_word_is_asked_to_count_only_when_nobody_has(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert b"updateFields" in package.read("word/settings.xml")


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("Hus & hjem <3 </w:t> \"hej\" 'nej'", None),
        ("Det er 👍🏽 helt 🏠 fint", None),
        ("første linje\nanden linje\tefter tabulator", None),
        ("før\x0befter\x00slut", f"før{REPLACEMENT}efter{REPLACEMENT}slut"),
        ("halvt \ud83d tegn", f"halvt {REPLACEMENT} tegn"),
        ("vendt \u202eom\u202c her", f"vendt {REPLACEMENT}om{REPLACEMENT} her"),
        ("=SUM(A1:A2) og {{ skabelon }} %s", None),
        ("Caféen مرحبا hjalp mig", None),
        ("blødt\u00adord og lige\u00a0her og ét\u2011ord", None),
        (" mellemrum før og efter ", None),
        ("[[INDHOLD]]", None),
        ("slutter med (U-012)", None),
    ],
)
def test_odd_characters_are_printed_or_seen_to_be_missing(said, read):
    base = answered(with_text(small_base(), "u115", said))
    content = printed(base)
    assert any(line == f"U-115\t{read or said}" for line in paragraphs(content))


def test_words_from_right_to_left_are_marked_as_such():
    base = answered(with_text(small_base(), "u115", "Caféen مرحبا hjalp mig"))
    marked = Opened(printed(base)).all("//w:r[w:rPr/w:rtl]")
    assert [text(run) for run in marked] == ["مرحبا"]


def test_five_thousand_words_are_printed_whole(tmp_path):
    long = " ".join(f"ord{n}" for n in range(5000))
    content = printed(answered(with_text(small_base(), "u115", long)))
    assert f"U-115\t{long}" in paragraphs(content)
    assert audit(content, tmp_path) == []


def test_a_hundred_initiatives_in_a_theme_stay_valid(tmp_path):
    base = small_base()
    many = tuple(
        Initiative(f"n{n}", CID, 10 + n, "housing", f"at der gøres noget nummer {n}")
        for n in range(100)
    )
    content = printed(replace(base, initiatives=many, links=()))
    assert faults(content) == []
    assert audit(content, tmp_path) == []


def carrier(**changes):
    """A municipality's own file by python-docx's template: US paper, its styles, other ids."""
    document = Document()
    for name, new in (("Heading 1", "Overskrift1"), ("List Bullet", "Opstilling")):
        style = document.styles[name].element
        old = style.get(w("styleId"))
        style.set(w("styleId"), new)
        for other in document.styles.element.xpath(f"//*[@w:val='{old}']"):
            other.set(w("val"), new)
    for line in changes.get("lines", ()):
        document.add_paragraph(line)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def as_template(content):
    """The same file with the content type of a .dotx."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "[Content_Types].xml":
                part = part.replace(b"document.main+xml", b"template.main+xml")
            new.writestr(name, part)
    return target.getvalue()


def test_a_municipalitys_file_carries_its_styles():
    content = printed(small_base(), carrier(lines=["Skal væk"]))
    document = Document(io.BytesIO(content))
    heading = next(p for p in document.paragraphs if p.text == "Forord")
    assert heading.style.style_id == "Overskrift1"
    assert "Skal væk" not in paragraphs(content)
    assert {s.name for s in document.styles} >= {"Plan Table", "Plan Voice", "toc 1"}


def test_a_carriers_plan_is_valid_and_fits_its_paper(tmp_path):
    """US paper with wide margins, a second set of styles and a picture of another first page."""
    content = printed(small_base(), carrier())
    assert audit(content, tmp_path) == []
    assert set(faults(content)) <= {"paper", "language of text", "contrast", "leftovers"}
    names = " ".join(Opened(content).names)
    assert "thumbnail" not in names
    assert "stylesWithEffects" not in names


def test_a_carrier_that_says_nothing_about_paper_gets_a4():
    document = Document()
    body = document.element.body
    body.remove(body.sectPr)
    target = io.BytesIO()
    document.save(target)
    assert "paper" not in faults(printed(small_base(), target.getvalue()))


def test_a_template_carries_too_and_comes_out_a_document():
    content = printed(small_base(), as_template(carrier()))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert b"template.main+xml" not in package.read("[Content_Types].xml")
    assert "Forord" in paragraphs(content)


def test_a_carriers_front_matter_stays_around_the_marker():
    lines = ["Kolofon fra kommunen", "[[INDHOLD]]", "Bagside"]
    found = paragraphs(printed(small_base(), carrier(lines=lines)))
    assert found[0] == "Kolofon fra kommunen"
    assert found[-1] == "Bagside"
    assert "[[INDHOLD]]" not in found
    assert "Forord" in found


def test_our_own_file_can_carry_the_next_one():
    again = printed(small_base(), printed(small_base()))
    assert paragraphs(again) == paragraphs(printed(small_base()))


def test_styles_added_to_a_carrier_are_sound():
    file = Opened(printed(small_base(), carrier()))
    ids = [s.get(w("styleId")) for s in file.styles.findall("w:style", NS)]
    assert len(ids) == len(set(ids))
    based = file.styles.xpath("//w:basedOn/@w:val | //w:next/@w:val", namespaces=NS)
    assert set(based) <= set(ids)


@pytest.mark.parametrize("content", [b"PK\x03\x04 half", b"", b"hej", b"\xd0\xcf\x11\xe0 .doc"])
def test_what_is_no_word_file_is_refused(content):
    base = small_base()
    with pytest.raises(NotACarrier):
        WordRenderer(content or b" ").render(clear(draw(base, DAY), base))
