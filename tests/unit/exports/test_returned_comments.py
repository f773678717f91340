"""Comments on what was deleted say where it stood."""

from test_returned import back, printed

from benchmarks.word_edits import Edited, w

__all__ = ["printed"]  # the fixture


def test_a_comment_and_its_answer_on_what_was_deleted_say_where_it_stood(printed):
    file = Edited(printed, tracked=True)
    for text in ("Hvorfor?", "Der er ikke råd."):
        file.comment(file.cell("I-02", 1), text)
    file.comment(file.paragraph("M-02"), "Nej")
    file.comment(file.cell("I-01", 1), "Kortere")
    file.replace(file.cell("I-01", 1), ", som kan betales af en kontanthjælp", "")
    file.remove_row("I-02")
    file.remove_goal("M-02")
    found = back(file.saved()).comments
    assert [(c.place, c.text) for c in found] == [
        ("I-02", "Hvorfor?"), ("I-02", "Der er ikke råd."), ("M-02", "Nej"), ("I-01", "Kortere"),
    ]  # fmt: skip


def test_a_comment_in_a_row_with_all_its_words_deleted_keeps_its_row(printed):
    """As LibreOffice saves a row deleted with tracking: the row itself bears no mark."""
    file = Edited(printed, tracked=True)
    file.comment(file.cell("I-02", 1), "Hvorfor?")
    row = file.row("I-02")
    file.remove_row("I-02")
    row.find(w("trPr")).remove(row.find(f"{w('trPr')}/{w('del')}"))
    found = back(file.saved())
    assert [c.place for c in found.comments] == ["I-02"]
    assert [(o.label, str(o.kind)) for o in found.offers] == [("I-02", "removed")]


def test_a_comment_whose_mark_was_deleted_with_its_words_keeps_its_row(printed):
    file = Edited(printed)
    cell = file.cell("I-02", 1)
    file.comment(cell, "Hvor længe?")
    mark = file._mark("del")
    cell.append(mark)
    mark.append(next(r for r in cell.iter(w("r")) if r.find(w("commentReference")) is not None))
    assert [c.place for c in back(file.saved()).comments] == ["I-02"]
