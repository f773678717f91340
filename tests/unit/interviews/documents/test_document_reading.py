"""What a person sees in a document is what comes out, in whole words and whole paragraphs."""

import pytest

from interviews.documents.joining import join_lines
from interviews.documents.reading import read_document
from tests.unit.interviews.documents.conftest import W, docx, down, odt, pdf, word_paragraph


def test_word_styles_tell_headings_and_bullets(shape):
    body = (
        word_paragraph("Boliger", "Overskrift1")
        + word_paragraph("Et sted at være", "Temanavn")
        + word_paragraph("Der mangler værelser.")
        + word_paragraph("flere værelser", "Prikker")
        + word_paragraph("• lavere husleje")
        + word_paragraph("SUNDHED", "A")
    )
    assert shape(read_document("a.docx", docx(body))) == [
        ("he", "Boliger"),
        ("he", "Et sted at være"),
        ("bo", "Der mangler værelser."),
        ("bu", "flere værelser"),
        ("bu", "lavere husleje"),
        ("he", "SUNDHED"),
    ]


def test_tracked_changes_count_as_accepted_and_boxes_are_read(shape):
    body = (
        "<w:p><w:r><w:t>Vi vil </w:t></w:r><w:del><w:r><w:delText>ikke </w:delText><w:t>ej </w:t>"
        "</w:r></w:del><w:ins><w:r><w:t>gerne</w:t></w:r></w:ins><w:r><w:t> bo.</w:t></w:r>"
        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>I en boks.</w:t></w:r></w:p></w:txbxContent>"
        "</w:pict></w:r></w:p>"
    )
    document = read_document("a.docx", docx(body, word__comments_xml="<c/>"))
    assert shape(document) == [("bo", "Vi vil gerne bo."), ("bo", "I en boks.")]
    assert document.notes == ("deleted_text", "comments")


def test_short_cells_make_one_line_and_long_ones_their_own(shape):
    def row(*cells):
        return "<w:tr>" + "".join(f"<w:tc>{word_paragraph(c)}</w:tc>" for c in cells) + "</w:tr>"

    long = "Jeg har ventet på svar i mange måneder, og ingen har ringet til mig endnu."
    body = f"<w:tbl>{row('Varmestuen', '8 deltagere')}{row('Sundhed', long)}</w:tbl>"
    document = read_document("a.docx", docx(body))
    assert [text for _kind, text in shape(document)] == ["Varmestuen\t8 deltagere", "Sundhed", long]
    assert document.notes == ("tables:1",)


def test_open_document_text(shape):
    body = (
        "<text:tracked-changes><text:p>slettet</text:p></text:tracked-changes>"
        '<text:h text:outline-level="2">Sundhed</text:h>'
        "<text:p>Tandlægen <text:span>er for</text:span><text:s/>dyr<text:note><text:p>fodnote"
        "</text:p></text:note>.</text:p><text:list><text:list-item><text:p>gratis tænder</text:p>"
        "</text:list-item></text:list>"
    )
    document = read_document("a.odt", odt(body))
    assert shape(document) == [
        ("he", "Sundhed"),
        ("bo", "Tandlægen er for dyr."),
        ("bu", "gratis tænder"),
    ]
    assert document.paragraphs[0].level == 2


def test_a_bold_line_is_a_heading_somebody_made_by_hand(shape):
    bold = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Mødet med kommunen</w:t></w:r></w:p>"
    assert shape(read_document("a.docx", docx(bold + word_paragraph("Ja.")))) == [
        ("he", "Mødet med kommunen"),
        ("bo", "Ja."),
    ]


def test_pdf_lines_become_paragraphs_over_page_ends(shape):
    first = [
        ("Boliger til alle", 780, 18),
        *down(
            "Mange venter meget længe på en bolig, og imens sover de hos ven-",
            "ner eller på gaden, hvor det er koldt og farligt at være om natten.",
            "",
            "Det gælder især unge, der ikke har nogen familie i byen, og som derfor bl.a.",
            top=740,
        ),
    ]
    second = down("mangler et sted at få deres post sendt hen.", "", "- flere værelser", "- lys")
    document = read_document("Referat.PDF", pdf([first, second]))
    assert shape(document) == [
        ("he", "Boliger til alle"),
        (
            "bo",
            "Mange venter meget længe på en bolig, og imens sover de hos venner eller på gaden, "
            "hvor det er koldt og farligt at være om natten.",
        ),
        (
            "bo",
            "Det gælder især unge, der ikke har nogen familie i byen, og som derfor bl.a. mangler "
            "et sted at få deres post sendt hen.",
        ),
        ("bu", "flere værelser"),
        ("bu", "lys"),
    ]
    assert [p.page for p in document.paragraphs] == [1, 1, 1, 2, 2]


def test_running_headers_and_page_numbers_are_left_out_and_accounted_for(shape):
    pages = [
        [
            *down("Egeby Kommune", "", f"Vi har talt med {n} borgere om deres bolig i år."),
            (f"Side {n} af 6", 40),
        ]
        for n in range(1, 7)
    ]
    document = read_document("a.pdf", pdf(pages))
    assert [text[:15] for _kind, text in shape(document)] == ["Vi har talt med"] * 6
    assert document.notes == ("running_lines:12",)
    assert document.left_out[0] == "Egeby Kommune"


def test_a_text_line_that_comes_back_five_times_is_running_but_a_bullet_is_not(shape):
    text = "\n\n".join(
        f"Udsatteråd Egeby\nBorger nummer {n} siger noget.\n- opstart straks" for n in range(5)
    )
    document = read_document("a.txt", text.encode())
    assert document.left_out == ("Udsatteråd Egeby",)
    assert shape(document).count(("bu", "opstart straks")) == 5


def test_text_with_light_markup(shape):
    text = "# Sundhed\n\n**Det siger borgerne:**\n\n*Jeg er træt.*\n\n1) mere mad\n2) mere søvn\n"
    assert shape(read_document("a.txt", text.encode())) == [
        ("he", "Sundhed"),
        ("he", "Det siger borgerne:"),
        ("bo", "Jeg er træt."),
        ("bu", "mere mad"),
        ("bu", "mere søvn"),
    ]


def test_notes_with_a_thought_a_line_stay_apart(shape):
    text = "Maden er god\nHunden må ikke komme ind\nDer er for koldt om natten\n"
    assert len(shape(read_document("a.txt", text.encode()))) == 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_in_the_encodings_people_have(shape, encoding):
    document = read_document("a.txt", "Rødgrød på ærø.".encode(encoding))
    assert shape(document) == [("bo", "Rødgrød på ærø.")]
    assert document.notes == (("cp1252",) if encoding == "cp1252" else ())


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (("medbor-", "gere"), "medborgere"),
        (("Nord-", "Sjælland"), "Nord-Sjælland"),
        (("bolig-", "og husleje"), "bolig- og husleje"),
        (("dag-", "eller døgntilbud"), "dag- eller døgntilbud"),
        (("social-", "samt sundhed"), "social- samt sundhed"),
        (("over-", "samtale"), "oversamtale"),
        (("kom\u00ad", "munen"), "kommunen"),
        (("de unge -", "og de gamle"), "de unge - og de gamle"),
        (("en", "", "to"), "en to"),
    ],
)
def test_hyphens_at_line_ends(lines, whole):
    assert join_lines(lines) == whole


def test_numbers_in_a_word_file_namespace_are_not_needed(shape):
    numbered = (
        "<w:p><w:pPr><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr><w:r><w:t>et punkt</w:t></w:r>"
        "</w:p><w:p><w:pPr><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr><w:r><w:t>Intet punkt."
        "</w:t></w:r></w:p>"
    )
    assert W.startswith("xmlns:w")
    assert shape(read_document("a.docx", docx(numbered))) == [
        ("bu", "et punkt"),
        ("bo", "Intet punkt."),
    ]


def test_the_bullets_of_symbol_fonts_are_bullets_in_a_pdf(shape):
    page = down("Vi vil det her:", "¤ flere værelser", "¤", "lys på stien, når", "det er mørkt")
    assert shape(read_document("a.pdf", pdf([page]))) == [
        ("bo", "Vi vil det her:"),
        ("bu", "flere værelser"),
        ("bu", "lys på stien, når det er mørkt"),
    ]


@pytest.mark.parametrize("code", [0xF0B7, 0xF0A7, 0xF0D8, 0xF02D, 0xF0FC, 0xF076, 0xE00C])
def test_the_bullets_of_symbol_fonts_are_bullets_in_a_text(code, shape):
    text = f"Vi vil:\n{chr(code)}\tflere værelser\n {chr(code)} lys{chr(code)} på stien\n"
    assert shape(read_document("a.txt", text.encode())) == [
        ("bo", "Vi vil:"),
        ("bu", "flere værelser"),
        ("bu", "lys på stien"),
    ]


def test_an_ornament_of_a_symbol_font_is_no_paragraph(shape):
    body = word_paragraph("\uf09a") + word_paragraph("\uf0b7 lys på stien")
    assert shape(read_document("a.docx", docx(body))) == [("bu", "lys på stien")]


def test_the_second_level_of_a_list_is_a_list(shape):
    text = "- flere værelser\no på havnen\no i midtbyen\n"
    assert [kind for kind, _text in shape(read_document("a.txt", text.encode()))] == ["bu"] * 3


def test_a_plan_word_on_a_line_of_its_own_is_a_heading(shape):
    text = "Mål\nat flere får et hjem\nForslag\nEt hus ved havnen."
    assert shape(read_document("a.txt", text.encode())) == [
        ("he", "Mål"),
        ("bo", "at flere får et hjem"),
        ("he", "Forslag"),
        ("bo", "Et hus ved havnen."),
    ]


def test_what_a_new_speaker_says_is_a_paragraph_of_its_own(shape):
    text = (
        "Interviewer: Hvordan har du det med at bo på herberget, nu hvor det er\n"
        "blevet vinter og koldt?\n"
        "IP: Det er fint nok, men der er larm på gangen, og så sover man ikke så\n"
        "godt om natten, det siger sig selv.\n"
        "Kvinde, 45 år:\n"
        "Jeg sover godt."
    )
    assert [
        words.split(":")[0] for _kind, words in shape(read_document("a.txt", text.encode()))
    ] == [
        "Interviewer",
        "IP",
        "Kvinde, 45 år",
    ]


def test_what_stands_under_a_speakers_mark_belongs_to_it(shape):
    bold = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Kvinde, 45 år:</w:t></w:r></w:p>"
    body = bold + word_paragraph("Jeg sover godt.")
    assert shape(read_document("a.docx", docx(body))) == [("bo", "Kvinde, 45 år: Jeg sover godt.")]
