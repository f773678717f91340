"""Files the door for filled-in forms may not take: name, fault, bytes, code."""

from functools import partial

from benchmarks.broken_parts import (
    EXE,
    LAUGHS,
    OLE,
    PNG,
    REFUSED,
    Fault,
    bomb,
    book,
    half,
    just,
    locked_zip,
    pdf,
    replaced,
    sheet,
    spoilt,
    table,
    zipped,
)

ROOT = ("guide_id", "guide_version", "samtykke", "KEY")
FORM = ("housing", "1", "OK", "uuid:1")
PART = ("tekst", "PARENT_KEY")
KOBO_ROOT = (*ROOT[:3], "_index")
KOBO_PART = ("tekst", "_parent_index")
SHEET = "xl/worksheets/sheet1.xml"


def _odk(root: tuple[object, ...] = FORM, part: tuple[object, ...] = ("Ord", "uuid:1")) -> bytes:
    return zipped({"a.csv": table([ROOT, root]), "a-udsagn.csv": table([PART, part])})


def _kobo(root: tuple[object, ...] = ("housing", "1", "OK", 1)) -> bytes:
    return book(("a", [KOBO_ROOT, root]), ("udsagn", [KOBO_PART, ("Ord", 1)]))


FORMS: tuple[Fault, ...] = (
    ("a.zip", "empty", just(b""), "empty"),
    ("b.zip", "cut off", partial(half, _odk), "not_archive"),
    ("c.zip", "spoilt inside", lambda: spoilt(_odk()), "not_archive"),
    ("d.zip", "a program renamed", just(EXE), "not_archive"),
    ("e.zip", "a password", lambda: locked_zip(_odk()), "protected"),
    ("f.zip", "a zip bomb", partial(bomb, "a.csv"), "suspicious_archive"),
    ("g.zip", "an archive inside an archive", lambda: zipped({"a.zip": _odk()}), "no_forms"),
    ("h.zip", "no tables", lambda: zipped({"media/a.jpg": PNG}), "no_forms"),
    (
        "i.zip",
        "tables of something else",
        lambda: zipped({"a.csv": b"navn,alder\na,2\n"}),
        "no_forms",
    ),
    ("j.zip", "a program named table", lambda: zipped({"a.csv": EXE}), "encoding"),
    ("k.zip", "an unknown guide", lambda: _odk(("ukendt", "1", "OK", "uuid:1")), REFUSED),
    ("l.zip", "an unknown version", lambda: _odk(("housing", "99", "OK", "uuid:1")), REFUSED),
    ("m.zip", "no yes from the citizen", lambda: _odk(("housing", "1", "", "uuid:1")), REFUSED),
    ("n.zip", "statements of no conversation", lambda: _odk(part=("Ord", "uuid:9")), REFUSED),
    (
        "o.zip",
        "headers without rows",
        lambda: zipped({"a.csv": table([ROOT]), "b.csv": table([PART])}),
        "no_forms",
    ),
    (
        "p.zip",
        "NUL bytes in a table",
        lambda: zipped({"a.csv": table([ROOT, FORM]) + b"\x00,\x00"}),
        "encoding",
    ),
    (
        "q.zip",
        "2,001 entries",
        lambda: zipped({f"{n}.csv": "x" for n in range(2_001)}),
        "suspicious_archive",
    ),
    ("a.xlsx", "empty", just(b""), "empty"),
    ("b.xlsx", "cut off", partial(half, _kobo), "not_excel"),
    ("c.xlsx", "a password, or old Excel", just(OLE), "protected"),
    ("d.xlsx", "a zip bomb", partial(bomb, SHEET), "suspicious_archive"),
    ("e.xlsx", "a workbook of something else", sheet, "no_forms"),
    ("f.xlsx", "sheets without a header", lambda: book(("a", ()), ("b", ())), "no_forms"),
    ("g.xlsx", "an unknown version", lambda: _kobo(("housing", "2", "OK", 1)), REFUSED),
    ("h.xlsx", "a billion laughs", lambda: replaced(_kobo(), SHEET, LAUGHS), "doctype"),
    ("i.xlsx", "a formula for the guide", lambda: _kobo(("=A1", "1", "OK", 1)), REFUSED),
    ("a.csv", "Kobo's table without the repeats", lambda: table([ROOT, FORM]), REFUSED),
    ("b.csv", "of something else", just(b"navn,alder\na,2\n"), "no_forms"),
    ("c.csv", "a program renamed", just(EXE), "encoding"),
    ("d.csv", "a huge cell", lambda: table([(*ROOT, "tekst"), (*FORM, "x" * 3_000_000)]), REFUSED),
    ("a.pdf", "no table at all", lambda: pdf("hej"), "unknown_type"),
)
