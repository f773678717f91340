"""Forms filled in on phones come back as drafts, once, and without anybody's name on them."""

import csv
import hashlib
import io
import zipfile

import pytest
from openpyxl import Workbook

from guides.loader import load_shared
from interviews.model import Kind, Wording
from interviews.reading_files import FileUnreadable
from interviews.setup import add_site, create_consultation, shared_themes
from interviews.take_in import hand_in_clean, take_in_forms
from storage import open_store
from views.messages import report_lines

DAY = "2024-06-01"
QUESTION = next(g for g in load_shared() if g.id == "housing").questions[1]
ROOT = {
    "SubmissionDate": "2024-05-07T10:11:12Z",
    "guide_id": "housing",
    "guide_version": "1",
    "maaned": "2024-05",
    "samtykke": "OK",
    "kontekst-sted": "Varmestuen",
    "kontekst-deltagere": "2",
    "favoritfarve": "blå",
    "KEY": "uuid:1",
    "SubmitterID": "17",
    "SubmitterName": "Frivillige Frida",
    "DeviceID": "tablet-9",
    "ReviewState": "",
}
SAID = {
    "til": QUESTION.key,
    "tekst": "jeg venter på en bolig",
    "ordlyd": "verbatim",
    "art": "wish",
    "maa_citeres": "no",
    "PARENT_KEY": "uuid:1",
    "KEY": "uuid:1/udsagn[1]",
}


def as_csv(rows, separator=",", mark=""):
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=separator, quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(rows)
    return (mark + out.getvalue()).encode()


def odk(roots, repeats):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("taleroer_housing.csv", as_csv(roots))
        archive.writestr("taleroer_housing-udsagn.csv", as_csv(repeats))
    return data.getvalue()


def kobo(roots, repeats):
    book = Workbook()
    for sheet, rows in ((book.active, roots), (book.create_sheet("udsagn"), repeats)):
        sheet.append(list(rows[0]))
        for row in rows:
            sheet.append(list(row.values()))
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


@pytest.fixture
def base(home):
    with open_store() as store:
        made = create_consultation(store, "Prøve", "Egeby", shared_themes(), load_shared())
        add_site(store, made.id, "Varmestuen")
    return made


@pytest.fixture
def take(base):
    def run(name, data):
        with open_store() as store:
            report = take_in_forms(store, base.id, name, data, DAY)
        with open_store() as store:
            return report, store.drafts(base.id)

    return run


def test_odks_zip_becomes_drafts_with_their_statements(take, base):
    report, (draft,) = take("forms.zip", odk([ROOT], [SAID]))
    assert (report.read, report.taken, report.unknown_columns) == (1, 1, ("favoritfarve",))
    assert (draft.month, draft.participants, draft.consent_given) == ("2024-05", 2, True)
    (entry,) = draft.entries
    assert entry.text == "jeg venter på en bolig"
    assert entry.question_key == QUESTION.key
    assert (entry.kind, entry.wording, entry.quotable) == (Kind.WISH, Wording.VERBATIM, False)
    with open_store() as store:
        assert draft.site_id == store.sites(base.id)[0].id
    for name in ("Frida", "tablet-9", "10:11"):
        assert name not in repr(draft)


def test_the_same_form_is_taken_once(take):
    take("forms.zip", odk([ROOT], [SAID]))
    second = ROOT | {"KEY": "uuid:2"}
    report, drafts = take("again.zip", odk([ROOT, second], [SAID, SAID | {"PARENT_KEY": "uuid:2"}]))
    assert [(r.row, r.reason) for r in report.rejected] == [(1, "seen_before")]
    assert len(drafts) == 2


def test_kobos_excel_is_joined_by_index_with_labels_for_headers(take):
    root = {
        "guide_id": "housing",
        "guide_version": 1,
        "maaned": "2024-05",
        "Borgeren har sagt ja": "OK",
        "Hvor er I?": "Varmestuen",
        "Hvor mange taler du med?": 3,
        "_uuid": "abc",
        "_submitted_by": "frida",
        "_index": 1,
    }
    said = {
        "Til hvilket spørgsmål?": QUESTION.text.da,
        "Hvad blev der sagt?": "der er koldt om natten",
        "Ordret eller gengivet?": "Gengivet",
        "Hvad er det?": "En udfordring",
        "Må det citeres?": "Ja",
        "_parent_index": 1,
    }
    report, (draft,) = take("kobo.xlsx", kobo([root], [said, said | {"_parent_index": 9}]))
    assert report.warnings == ("orphans",)
    (entry,) = draft.entries
    assert (entry.question_key, entry.kind) == (QUESTION.key, Kind.CHALLENGE)
    assert (entry.wording, entry.quotable) == (Wording.PARAPHRASED, True)
    assert draft.participants == 3


def test_a_flat_csv_without_repeats_says_so(take):
    data = as_csv([{k: v for k, v in ROOT.items() if "/" not in k}], ";", "\ufeff")
    report, drafts = take("kobo.csv", data)
    assert report.warnings == ("repeats_missing",)
    assert [r.reason for r in report.rejected] == ["no_statements"]
    assert drafts == ()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"samtykke": ""}, "no_consent"),
        ({"guide_id": "havearbejde"}, "unknown_guide"),
        ({"guide_version": "99"}, "unknown_version"),
        ({"ReviewState": "rejected"}, "rejected_in_review"),
        ({"ReviewState": "validation_status_not_approved"}, "rejected_in_review"),
        ({"ReviewState": "Not Approved"}, "rejected_in_review"),
        ({"ReviewState": " Ikke godkendt "}, "rejected_in_review"),
        ({"Status": "not decrypted", "samtykke": ""}, "locked_in_odk"),
        ({"Status": "missing encrypted form data"}, "locked_in_odk"),
    ],
)
def test_a_form_that_cannot_be_taken_is_named_with_the_reason(take, change, reason):
    report, drafts = take("forms.zip", odk([ROOT | change], [SAID]))
    assert [r.reason for r in report.rejected] == [reason]
    assert drafts == ()


@pytest.mark.parametrize("state", ["", "On Hold", "validation_status_approved", "hasIssues"])
def test_a_form_nobody_rejected_is_taken(take, state):
    report, _drafts = take("forms.zip", odk([ROOT | {"ReviewState": state, "Status": ""}], [SAID]))
    assert report.taken == 1


def test_a_form_odk_could_not_open_is_told_in_words(take):
    report, _drafts = take("forms.zip", odk([ROOT | {"Status": "not decrypted"}], [SAID]))
    assert any("låst" in line and "not decrypted" in line for line in report_lines(report, str))


FLAT = ROOT | {k: v for k, v in SAID.items() if "KEY" not in k}


@pytest.mark.parametrize("key", ["KEY", "_uuid", "PARENT_KEY"])
def test_rows_of_one_key_are_one_conversation(take, key):
    bare = {name: cell for name, cell in FLAT.items() if name != "KEY"}
    rows = [bare | {key: "uuid:1", "tekst": f"udsagn {n}"} for n in ("et", "to", "tre", "tre")]
    rows.append(bare | {key: "uuid:2", "tekst": "udsagn fire"})
    report, drafts = take("flat.csv", as_csv(rows))
    assert (report.read, report.taken) == (2, 2)
    said = sorted([entry.text for entry in draft.entries] for draft in drafts)
    assert said == [["udsagn et", "udsagn to", "udsagn tre"], ["udsagn fire"]]
    again, drafts = take("flat.csv", as_csv(rows))
    assert ({r.reason for r in again.rejected}, len(drafts)) == ({"seen_before"}, 2)


def test_rows_without_a_key_stay_conversations_of_their_own(take):
    rows = [FLAT | {"KEY": "", "tekst": f"udsagn {n}"} for n in ("et", "to")]
    report, drafts = take("flat.csv", as_csv(rows))
    assert (report.taken, len(drafts)) == (2, 2)


def test_labels_with_many_commas_do_not_hide_the_separator(take):
    comma = {"Alt muligt" + ", og mere" * 40: "x"}
    report, _drafts = take("flat.csv", as_csv([comma | FLAT], ";"))
    assert report.taken == 1


@pytest.mark.parametrize("above", ["sep=;\r\n", "\r\n\r\n", "Udtræk fra maj\r\n"])
def test_lines_above_the_header_are_passed_over(take, above):
    report, _drafts = take("flat.csv", above.encode() + as_csv([FLAT], ";"))
    assert report.taken == 1


def test_a_zip_packed_again_on_a_mac_is_read(take):
    data = io.BytesIO(odk([ROOT], [SAID]))
    with zipfile.ZipFile(data, "a") as archive:
        for name in ("__MACOSX/._taleroer.csv", "._taleroer.csv", ".DS_Store", "__MACOSX/a.csv"):
            archive.writestr(name, b"\x00\x05\x16\x07 Mac OS X")
    report, _drafts = take("forms.zip", data.getvalue())
    assert report.taken == 1


@pytest.mark.parametrize("version", ["1.0", "1,0", 1.0, 1])
def test_a_version_written_as_a_number_is_the_version(take, version):
    root = ROOT | {"guide_version": version, "_index": 1}
    said = {name: cell for name, cell in SAID.items() if "KEY" not in name}
    report, _drafts = take("kobo.xlsx", kobo([root], [said | {"_parent_index": "1.0"}]))
    assert report.taken == 1


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ({"meta/rootUuid": "uuid:abc", "_uuid": "abc"}, {"_uuid": "abc"}),
        ({"_uuid": "abc"}, {"meta/rootUuid": "uuid:abc", "_uuid": "def"}),  # edited since
        ({"meta/rootUuid": "uuid:abc", "_uuid": "def"}, {"_uuid": "def"}),
        ({"_submission__rootUuid": "abc"}, {"KEY": "uuid:abc"}),
        ({"KEY": "uuid:abc"}, {"meta-instanceID": "uuid:abc"}),
    ],
)
def test_a_form_is_known_again_in_another_export(take, first, later):
    flat = FLAT | {"KEY": ""}
    assert take("a.csv", as_csv([flat | first]))[0].taken == 1
    report, drafts = take("b.csv", as_csv([flat | {"tekst": "noget andet"} | later]))
    assert [r.reason for r in report.rejected] == ["seen_before"]
    assert len(drafts) == 1


def test_a_form_taken_in_before_uuid_was_cut_off_is_known_again(take, base):
    kept = hashlib.sha256(f"{base.id} uuid:1".encode()).hexdigest()[:32]
    with open_store() as store:
        store.add_seen_forms(base.id, [kept])
    report, _drafts = take("forms.zip", odk([ROOT], [SAID]))
    assert [r.reason for r in report.rejected] == ["seen_before"]


def test_what_is_read_or_ours_is_not_listed_as_unknown(take):
    ours = {"_uuid": "1", "meta/rootUuid": "uuid:1", "_submission__rootUuid": "uuid:1"}
    ours |= {"meta-instanceID": "uuid:1", "spoergsmaal-spoergsmaal_1": "", "Status": ""}
    ours |= {QUESTION.text.da: "", QUESTION.text.en: ""}
    report, _drafts = take("forms.zip", odk([ROOT | ours], [SAID]))
    assert report.unknown_columns == ("favoritfarve",)


def test_what_is_unknown_here_is_left_empty_and_counted(take):
    odd = SAID | {"til": "om vejret", "art": "sur"}
    more = odd | {"PARENT_KEY": "uuid:2"}
    roots = [ROOT | {"kontekst-sted": "Månen"}, ROOT | {"KEY": "uuid:2", "kontekst-sted": "andet"}]
    report, drafts = take("forms.zip", odk(roots, [odd, more, more | {"art": "", "til": ""}]))
    assert set(report.warnings) == {"no_site:1", "no_question:2", "no_kind:2"}
    assert {draft.site_id for draft in drafts} == {None}
    lines = report_lines(report, str)
    assert "1 × ukendt sted, ladt tomt" in lines
    assert "2 × ukendt spørgsmål, ladt tomt" in lines


def test_a_site_is_found_whatever_its_capitals_and_blanks(take):
    report, (draft,) = take("forms.zip", odk([ROOT | {"kontekst-sted": " varmeSTUEN "}], [SAID]))
    assert draft.site_id
    assert report.warnings == ()


def test_drafts_without_findings_are_handed_in_and_the_others_wait(take, base):
    named = SAID | {"tekst": "så kom Kirsten forbi med mad", "PARENT_KEY": "uuid:2"}
    report, drafts = take("forms.zip", odk([ROOT, ROOT | {"KEY": "uuid:2"}], [SAID, named]))
    assert report.taken == 2
    with open_store() as store:
        assert hand_in_clean(store, drafts) == (1, 1)
        assert [s.text for s in store.statements(base.id)] == ["jeg venter på en bolig"]
        assert len(store.drafts(base.id)) == 1


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.zip", b"", "empty"),
        ("a.zip", b"not a zip", "not_archive"),
        ("a.xlsx", b"PK\x03\x04 broken", "not_excel"),
        ("a.csv", b"navn,alder\na,2\n", "no_forms"),
        ("a.pdf", b"%PDF", "unknown_type"),
    ],
)
def test_a_file_of_another_kind_is_refused_in_words(take, name, data, code):
    with pytest.raises(FileUnreadable) as error:
        take(name, data)
    assert error.value.code == code
