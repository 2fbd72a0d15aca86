"""An instructor's gradebook is filled in the asked column, and stays as it was everywhere else."""

from __future__ import annotations

import csv
import io
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.entry import Remark
from grader.export.gradebook_csv import GradebookFileError, fill
from grader.export.spans import Table
from tests.export.records import not_graded, record

CANVAS = (
    b'Student,ID,SIS User ID,SIS Login ID,Section,Matmul practice (987654),Essay (11)\r\n'
    b'    Points Possible,,,,,10.00,5\r\n'
    b'"Doe, Jane",1234,S001,jdoe,ML 101,7.00,4\r\n'
    b'"Roe, Richard",1235,S002,rroe,ML 101,EX,\r\n'
    b'"Poe, Edgar",1236,S003,epoe,ML 101,3,\r\n'
)  # fmt: skip
MOODLE = (
    b'Identifier,"Full name","Email address",Status,Grade,"Maximum grade","Last modified (grade)"\n'
    b'"Participant 12345","Jane Doe",jane@example.org,"Submitted for grading - ",7.00,10.00,-\n'
    b'"Participant 12346","Richard Roe",richard@example.org,"No submission",,10.00,-\n'
)  # fmt: skip
BRIGHTSPACE = (
    b"OrgDefinedId,Username,Matmul practice Points Grade <Numeric MaxPoints:20 Weight:5>,End-of-Line Indicator\n"
    b"#20067930,#jdoe,,#\n#20067931,#rroe,3,#\n"
)


def test_canvas_is_filled_by_user_id_with_points_of_the_columns_maximum() -> None:
    filled = fill(CANVAS, "Matmul practice (987654)", [record("1234", 65), record("999", 100)])
    assert filled.data == CANVAS.replace(b"ML 101,7.00,4", b"ML 101,6.5,4")
    assert (filled.format, filled.points, filled.matched) == ("Canvas", 10, 1)
    assert filled.without_row == ("999",)
    assert filled.without_submission == ("1235 (Roe, Richard)", "1236 (Poe, Edgar)")


@pytest.mark.parametrize("column", ["Matmul practice (987654)", "987654", "Matmul practice"])
def test_a_canvas_column_is_named_by_title_or_id(column: str) -> None:
    assert fill(CANVAS, column, []).column == "Matmul practice (987654)"


@pytest.mark.parametrize("student", ["1236", "S003", "epoe", "Poe, Edgar", "EPOE"])
def test_canvas_students_are_found_by_any_of_their_ids(student: str) -> None:
    filled = fill(CANVAS, "987654", [record(student, 80)])
    assert filled.data == CANVAS.replace(b"ML 101,3,", b"ML 101,8,")


def test_the_number_in_a_canvas_file_is_canvass_own_id_alone() -> None:
    table = CANVAS.replace(b"S001", b"1235").replace(b"S002", b"1234").replace(b"S003", b"77")
    filled = fill(table, "987654", [record("1234", 65), record("77", 80)], layout="canvas")
    assert (filled.data, filled.without_row) == (table.replace(b"7.00", b"6.5"), ("77",))
    assert fill(table, "987654", [record("77", 80)]).matched == 1


def test_an_excused_student_stays_excused() -> None:
    assert fill(CANVAS, "987654", [record("1235", 100)]).data == CANVAS


def test_a_student_whom_an_assignment_is_not_for_has_no_mark_in_canvas() -> None:
    table = CANVAS.replace(b"EX", b"N/A")
    filled = fill(table, "987654", [record("1235", 100)])
    assert (filled.data, filled.left) == (table, ("1235",))
    assert fill(b"id,grade\njane,n/a\n", None, [record("jane")]).matched == 1


def test_a_read_only_column_is_an_error() -> None:
    with pytest.raises(GradebookFileError, match="read only"):
        fill(CANVAS.replace(b"10.00", b"(read only)"), "987654", [])


def test_a_moodle_worksheet_is_filled_by_the_participants_number() -> None:
    filled = fill(MOODLE, None, [record("12345", 100), record("12346", 33)])
    assert filled.data == MOODLE.replace(b",7.00,10.00", b",10,10.00").replace(
        b'submission",,10', b'submission",3.3,10'
    )
    assert (filled.format, filled.points, filled.matched) == ("Moodle worksheet", 10, 2)


def test_a_moodle_worksheet_may_be_in_another_language() -> None:
    german = (
        "ID,\"Vollständiger Name\",E-Mail-Adresse,Status,Bewertung,Bestwertung,\"Zuletzt geändert (Bewertung)\"\r\n"
        '"Teilnehmer/in 12345","Jane Doe",jane@example.org,Abgegeben,"7,50","10,00",-\r\n'
    ).encode("utf-8-sig")  # fmt: skip
    filled = fill(german, None, [record("12345", 80)])
    assert (filled.data, filled.points) == (german.replace(b'"7,50"', b'"8"'), 10)
    in_one_word = german.replace(b"Teilnehmer/in 12345", b"Teilnehmer/in12345")
    assert fill(in_one_word, None, [record("12345", 80)]).matched == 1


def test_a_scale_is_an_error() -> None:
    with pytest.raises(GradebookFileError, match="scale"):
        fill(MOODLE.replace(b'"Maximum grade"', b"Scale"), None, [])


def test_brightspace_is_filled_by_org_defined_id_or_user_name() -> None:
    filled = fill(BRIGHTSPACE, None, [record("20067930", 50), record("rroe", 100)])
    assert filled.data == BRIGHTSPACE.replace(b"#jdoe,,#", b"#jdoe,10,#").replace(b"#rroe,3,#", b"#rroe,20,#")
    assert (filled.format, filled.points) == ("Brightspace", 20)


def test_any_table_is_filled_by_the_column_that_names_most_students() -> None:
    table = b"no;who;mail;result\n1;x;Jane@example.org;\n2;y;rich@example.org;7,5\n"
    filled = fill(
        table, "result", [record("s1", 62.5, email="jane@example.org"), record("s2", 90, email="rich@example.org")]
    )
    assert filled.data == table.replace(b"org;\n", b"org;62,5\n").replace(b"7,5", b"90")
    assert filled.format == "CSV, students by column 'mail'"


@pytest.mark.parametrize(
    "header",
    [
        "Student,Peer reviewer",
        "Email,Reviewer email",
        "Login,Partner id",
        "Student,Group name",
        "Name,Comment",
        "id,who",
    ],
)
def test_a_column_that_names_others_than_the_rows_student_gives_nobody_a_mark(header: str) -> None:
    table = f"{header},mark\na1,jane\na2,bob\n".encode()
    with pytest.raises(GradebookFileError, match=f"there are: '{header.split(',')[0]}', .*; call the right one 'id'"):
        fill(table, "mark", [record("jane"), record("bob")])
    mine = table.replace(b"a1", b"bob")
    assert fill(mine, "mark", [record("jane"), record("bob")]).without_row == ("jane",)


@pytest.mark.parametrize("header", ["Buddy name,Name", "Buddy ID,Student ID", "Lecturer name,Full name"])
def test_the_column_that_is_called_plainly_says_who_a_student_is(header: str) -> None:
    filled = fill(f"{header},score\njane,bob,\nbob,jane,\n".encode(), "score", [record("jane", 80), record("bob", 60)])
    assert filled.data == f"{header},score\njane,bob,60\nbob,jane,80\n".encode()


def test_a_row_whose_id_fits_is_not_filled_in_any_table_where_its_name_is_anothers() -> None:
    table = b"ID number,Full name,Score\n12,Richard Roe,\n"
    filled = fill(table, "Score", [record("12", 80, name="Ada Lovelace")])
    assert (filled.data, filled.odd) == (table, ("12 (Ada Lovelace \u2192 Richard Roe)",))


@pytest.mark.parametrize(("mine", "other"), [("jsmith", "j.smith"), ("12-3", "1-23"), ("a.b@uni.edu", "ab@uni.edu")])
def test_of_ids_each_mark_counts(mine: str, other: str) -> None:
    assert fill(f"id,score\n{other},\n".encode(), "score", [record(mine, 80)]).matched == 0


def test_a_table_in_which_no_column_is_called_as_one_of_students_is_refused() -> None:
    with pytest.raises(GradebookFileError, match=r"no column is called .*; there are: 'foo', 'mark'; call"):
        fill(b"foo,mark\njane,\n", "mark", [record("bob")])
    assert fill(b"foo,mark\njane,\n", "mark", [record("jane")]).matched == 1


def test_rows_that_are_only_counted_name_nobody() -> None:
    table = b"No,Username,Grade\n1,bob,\n2,carl,\n"
    filled = fill(table, "Grade", [record("1", 100), record("2", 90), record("bob", 75)])
    assert filled.data == table.replace(b"bob,", b"bob,75")
    assert set(filled.without_row) == {"1", "2"}


def test_group_members_all_get_the_mark() -> None:
    table = b"email,grade\na@example.org,\nb@example.org,\n"
    filled = fill(table, None, [record("a@example.org", 70, members=("a@example.org", "b@example.org"))])
    assert filled.data == b"email,grade\na@example.org,70\nb@example.org,70\n"


def test_group_members_are_found_by_their_names_as_well() -> None:
    group = record("a@x", members=("a@x", "b@x"), names={"a@x": "Ann Lee", "b@x": "Bo Li"})
    filled = fill(b"Name,grade\nAnn Lee,\nBo Li,\n", None, [group])
    assert (filled.matched, filled.without_submission) == (2, ())


def test_a_namesake_does_not_get_the_mark_that_is_left_over() -> None:
    brightspace = (
        b"OrgDefinedId,Last Name,First Name,Matmul Points Grade <Numeric MaxPoints:10>,End-of-Line Indicator\n"
        b"#1001,Lee,Ann,,#\n#7777,Lee,Ann,,#\n"
    )
    both = [record("1001", 100, name="Ann Lee"), record("1002", 68, name="Ann Lee")]
    filled = fill(brightspace, None, both)
    assert filled.data == brightspace.replace(b"#1001,Lee,Ann,", b"#1001,Lee,Ann,10")
    assert filled.ambiguous == ("1002",)


MOODLE_OF_OTHERS = (
    b'Identifier,"Full name","Email address",Grade,"Maximum grade"\n'
    b'"Participant 12","Richard Roe",richard@example.org,,10.00\n"Participant 13","Jane Doe",jane@example.org,,10.00\n'
)


def test_a_row_whose_id_fits_and_whose_name_is_anothers_is_left_for_the_name() -> None:
    filled = fill(MOODLE_OF_OTHERS, "Grade", [record("12", 80, name="Jane Doe")])
    assert filled.data == MOODLE_OF_OTHERS.replace(b"jane@example.org,", b"jane@example.org,8")
    assert (filled.by_name, filled.odd) == (("12 (Jane Doe)",), ())


@pytest.mark.parametrize(
    ("name", "there"), [("Ada Lovelace", "Richard Roe"), ("Ada Lovelace", "Zoe"), ("Team A", "Zoe")]
)
def test_a_row_whose_id_fits_and_whose_name_is_anothers_is_not_filled(name: str, there: str) -> None:
    rows = MOODLE_OF_OTHERS.replace(b"Richard Roe", there.encode())
    filled = fill(rows, "Grade", [record("12", 80, name=name)])
    assert (filled.data, filled.odd, filled.without_row) == (rows, (f"12 ({name} → {there})",), ())
    assert filled.without_submission == ("13 (Jane Doe)",)
    assert not filled.of_this_class


def test_names_that_are_hidden_say_nothing_against_a_row() -> None:
    assert fill(MOODLE_OF_OTHERS, "Grade", [record("12", 80, name="Participant")]).matched == 1
    blind = b"Identifier,Status,Grade,Maximum grade\nParticipant 12,Submitted for grading - ,,10.00\n"
    assert fill(blind, "Grade", [record("12", 80, name="Jane Doe")]).matched == 1


def test_an_address_is_a_students_own_whatever_the_name() -> None:
    assert fill(MOODLE_OF_OTHERS, "Grade", [record("jane@example.org", 80, name="J. B.")]).matched == 1


MOODLE_OF_ALL = (
    b"Identifier,Full name,Email address,Status,Grade,Maximum grade,Grade can be changed,Last modified (grade),"
    b"Feedback comments\nParticipant 12,Jane Doe,j@x,S,,10.00,Yes,-,\n"
)
CANVAS_WITH_NOTES = b"Student,ID,Section,Notes,Nickname,Matmul (9)\nJane,12,A,,,\n"
BRIGHTSPACE_OF_ALL = (
    b"OrgDefinedId,Matmul Points Grade,Matmul Text Grade <Text>,Calculated Final Grade Numerator,"
    b"End-of-Line Indicator\n#12,,,,#\n"
)


@pytest.mark.parametrize(
    ("table", "marks"),
    [
        (MOODLE_OF_ALL, "Grade"),
        (MOODLE_OF_OTHERS, "Grade"),
        (CANVAS_WITH_NOTES, "Matmul (9)"),
        (BRIGHTSPACE_OF_ALL, "Matmul Points Grade"),
        (b"id,Name,notes,Comment,Try This\n12,Jane,,,\n", "Try This"),
    ],
)
def test_a_column_without_marks_is_not_filled(table: bytes, marks: str) -> None:
    for column in table.splitlines()[0].decode().replace('"', "").split(","):
        if column != marks:
            with pytest.raises(GradebookFileError, match="does not hold marks"):
                fill(table, column, [record("12", 80)])
    assert fill(table, marks, [record("12", 80)]).matched == 1


def test_a_file_that_writes_commas_elsewhere_gets_them() -> None:
    filled = fill(b"id;quiz;grade\njane;7,5;\n", "grade", [record("jane", 68.5)])
    assert filled.data == b"id;quiz;grade\njane;7,5;68,5\n"


def test_what_could_not_be_graded_gets_no_zero() -> None:
    filled = fill(b"id,grade\njane,5\n", None, [not_graded("jane")])
    assert (filled.data, filled.not_graded) == (b"id,grade\njane,5\n", ("jane",))


def test_two_rows_of_one_student_are_left_alone_and_said() -> None:
    table = b"id,grade\njane,\njane,\n"
    filled = fill(table, None, [record("jane")])
    assert (filled.data, filled.ambiguous, filled.without_submission) == (table, ("jane",), ())


def test_rows_that_may_be_of_several_students_are_not_said_to_lack_a_submission() -> None:
    table = b"OrgDefinedId,Name,grade\n7,Jane Doe,\n8,Jane Doe,\n9,Bob,\n"
    filled = fill(table, None, [record("1", name="Jane Doe"), record("2", name="Jane Doe")])
    assert (filled.data, filled.ambiguous, filled.without_submission) == (table, ("1", "2"), ("Bob",))


def test_a_namesake_whose_row_is_an_others_by_the_id_has_none() -> None:
    table = b"id,Name,grade\n7,Jane Doe,\n9,Bob Roe,\n"
    filled = fill(table, None, [record("7", name="Jane Doe"), record("8", name="Jane Doe")])
    assert (filled.ambiguous, filled.without_row) == ((), ("8",))
    assert filled.data.startswith(b"id,Name,grade\n7,Jane Doe,65")


def test_a_name_of_parts_of_one_letter_is_that_of_its_row() -> None:
    table = "id,Name,grade\n7,\u674e \u96f7,\n8,A B,\n".encode()
    filled = fill(table, None, [record("7", name="\u674e \u96f7"), record("8", name="A B")])
    assert (filled.by_name, filled.odd) == ((), ())


def test_what_stands_where_there_is_no_mark_yet_is_no_mark_that_is_replaced() -> None:
    filled = fill(b"id,grade\njane,-\nbob,Needs Grading\n", None, [record("jane"), record("bob")])
    assert filled.replaced == ()


@pytest.mark.parametrize(
    "table", [b"id,Matmul,note\njane,,good start\n", b"id,Matmul,note\njane,,\n", b"id,score\njane,good start\n"]
)
def test_remarks_are_not_guessed_to_be_marks(table: bytes) -> None:
    with pytest.raises(GradebookFileError, match="--column"):
        fill(table, None, [record("jane")])


def test_an_assignment_without_points_is_not_filled_with_marks_out_of_a_hundred() -> None:
    table = b"Student,ID,Section,Matmul (9)\n    Points Possible,,,0\nJane,42,A,\n"
    with pytest.raises(GradebookFileError, match="0 points"):
        fill(table, "Matmul (9)", [record("42", 80)])


def test_a_student_without_a_submission_is_said_by_name() -> None:
    table = b'Student,ID,Section,Matmul (9)\n"Zimmer, Zoe",41,A,\n"Doe, Jane",42,A,\n'
    assert fill(table, None, [record("42", 80)]).without_submission == ("41 (Zimmer, Zoe)",)


def test_of_several_columns_with_one_title_the_whole_header_is_asked_for() -> None:
    table = b"Student,ID,Section,Matmul (9),Matmul (10)\nJane,42,A,,\n"
    with pytest.raises(GradebookFileError, match=r"the whole header: 'Matmul \(9\)', 'Matmul \(10\)'"):
        fill(table, "Matmul", [record("42", 80)])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encoding_and_line_ends_stay(encoding: str, end: str) -> None:
    rows = ['"Näme, x"\tid\tgrade\t', 'Zoë\tjane\t"5"\t', "Bob\tbob\t\t"]
    filled = fill(end.join(rows).encode(encoding), None, [record("jane", 80)])
    assert filled.data == end.join([rows[0], 'Zoë\tjane\t"80"\t', rows[2]]).encode(encoding)


@pytest.mark.parametrize(
    ("data", "column", "message"),
    [
        (b"", None, "empty"),
        (b"a\0b,grade\n", None, "NUL"),
        (b'id,grade\n"jane,5\n', None, "line 2: a quote is opened here"),
        (b'id,grade\n"jane"x,5\n', None, "line 2: something follows"),
        (b"id,grade,grade\n", "grade", "2 columns called 'grade'"),
        (b"id,Matmul\n", "Matmull", "did you mean 'Matmul'"),
        (b"id,points,score\n", None, "--column; there are: 'points', 'score'"),
        (b"id,x\n", "zzz", "there are: 'id', 'x'"),
    ],
)
def test_what_cannot_be_filled_is_said(data: bytes, column: str | None, message: str) -> None:
    with pytest.raises(GradebookFileError, match=message):
        fill(data, column, [])


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8)
TABLES = st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=6)


@given(TABLES, st.sampled_from([",", ";", "\t"]), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_only_the_asked_cells_change(table: list[list[str]], delimiter: str, end: str, quoted: bool) -> None:
    text = io.StringIO()
    quoting: Literal[0, 1] = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    rows = [["student", "grade", "rest"], *table]
    csv.writer(text, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows(rows)
    data = text.getvalue().encode()
    assert fill(data, "grade", []).data == data
    read = Table(data)
    assert read.replaced({}) == data
    changed = read.replaced({(0, 1): "changed"})
    before, after = (
        list(csv.reader(io.StringIO(part.decode(), newline=""), delimiter=delimiter)) for part in (data, changed)
    )
    assert after[0] == ["student", "changed", "rest"]
    assert after[1:] == before[1:]


BLACKBOARD = (
    'Last Name\tFirst Name\tUsername\tMatmul [Total Pts: 10 Score] |12\r\nDoe\tJane\tjdoe\t\r\n'.encode("utf-16")
)  # fmt: skip
GRADESCOPE = b"First Name,Last Name,SID,Email,Matmul,Matmul - Max Points\nJane,Doe,77,jane@example.org,,20.0\n"


@pytest.mark.parametrize(
    ("data", "column", "student", "points", "written"),
    [
        (BLACKBOARD, "Matmul [Total Pts: 10 Score] |12", "jdoe", 10, "jdoe\t8.5"),
        (GRADESCOPE, "Matmul", "77", 20, "example.org,17,"),
    ],
)
def test_the_maximum_is_found_where_the_file_tells_it(
    data: bytes, column: str, student: str, points: float, written: str
) -> None:
    filled = fill(data, column, [record(student, 85)])
    assert (filled.points, filled.matched) == (points, 1)
    assert written in filled.data.decode("utf-16" if data is BLACKBOARD else "utf-8")


@pytest.mark.parametrize("student", ["Jane Doe", "Doe, Jane", "jane doe", "doejane"])
def test_first_and_last_name_are_read_together(student: str) -> None:
    data = b"First name,Last name,Matmul\nJane,Doe,\nJane,Roe,\n"
    assert fill(data, "Matmul", [record(student, 80)]).data == data.replace(b"Doe,", b"Doe,80")


def test_accents_and_marks_do_not_hide_a_student() -> None:
    data = "Name,Matmul\nJürgen Müller,\n".encode()
    assert fill(data, "Matmul", [record("Muller, Jurgen", 80)]).matched == 1


def test_what_was_replaced_left_or_not_taken_is_told() -> None:
    without = [
        Remark(message="two files", student="1235", without=True, handed_in=True),
        Remark(message="nothing", student="1236", without=True),
    ]
    filled = fill(CANVAS, "987654", [record("1234", 65)], without)
    assert (filled.replaced, filled.not_taken, filled.without_submission) == (
        ("1234 (7.00 → 6.5)",),
        ("1235",),
        ("1236",),
    )
    assert fill(CANVAS, "987654", [record("1235", 65)]).left == ("1235",)


def test_a_row_that_ends_before_the_column_is_told() -> None:
    filled = fill(b"Name,Group,Matmul\nalice,1\nbob,2,\n", "Matmul", [record("alice", 80), record("bob", 80)])
    assert (filled.short, filled.without_row, filled.matched) == (("alice",), (), 1)


def test_halves_are_rounded_up() -> None:
    data = b"Name,Matmul [Total Pts: 7.5 Score]\nalice,\n"
    assert fill(data, "Matmul [Total Pts: 7.5 Score]", [record("alice", 75)]).data.endswith(b"alice,5.63\n")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_first_line_that_tells_excel_the_delimiter_is_no_header(end: str) -> None:
    table = end.join(["sep=;", "id;Last, first;grade", "jane;Doe, Jane, B.;", ""]).encode()
    assert fill(table, "grade", [record("jane", 80)]).data == table.replace(b"B.;", b"B.;80")


def test_a_workbook_is_refused_by_its_name() -> None:
    with pytest.raises(GradebookFileError, match="save it as CSV"):
        fill(b"PK\x03\x04rest", "Matmul", [])


def test_all_who_are_in_a_group_get_its_mark_and_nobody_whose_number_is_the_groups() -> None:
    rows = (
        b"Identifier,Full name,Email address,Status,Group,Grade,Maximum Grade\n"
        b"Participant 7,Jane Doe,j@x,Submitted,Team B,,10.00\n"
        b"Participant 8,Bob Smith,b@x,Submitted,Team A,,10.00\n"
        b"Participant 9,Al Two,a@x,Submitted,Team A,,10.00\n"
    )
    filled = fill(rows, "Grade", [record("7", 100, name="Team A"), record("8", 80, name="Team B")])
    assert [line.split(b",")[5] for line in filled.data.splitlines()[1:]] == [b"8", b"10", b"10"]
    assert (filled.matched, filled.odd, filled.without_row) == (3, (), ())


CLASS_WITH_ADDRESSES = [
    record("js1@x.edu", 100, email="js1@x.edu", name="John Smith"),
    record("al@x.edu", 80, email="al@x.edu", name="Anna Lee"),
]


@pytest.mark.parametrize("header", ["Name,Email,Score", "First Name,Last Name,Email,Score"])
def test_a_namesake_with_another_address_does_not_get_the_mark(header: str) -> None:
    table = f"{header}\nJohn Smith,js2@x.edu,\nAnna Lee,al@x.edu,\n"
    table = table.replace("John ", "John,").replace("Anna ", "Anna,") if "First" in header else table
    filled = fill(table.encode(), "Score", CLASS_WITH_ADDRESSES)
    assert filled.data.decode() == table.replace("al@x.edu,", "al@x.edu,80")
    assert filled.namesakes == ("js1@x.edu (John Smith): there it is js2@x.edu",)
    assert (filled.without_row, filled.without_submission) == ((), ())


def test_a_row_without_an_id_is_found_by_its_name_and_that_is_said() -> None:
    table = b"Name,Email,Score\nJohn Smith,,\nAnna Lee,al@x.edu,\n"
    filled = fill(table, "Score", CLASS_WITH_ADDRESSES)
    assert (filled.matched, filled.namesakes) == (2, ())


def test_addresses_of_another_kind_than_the_classs_say_nothing_against_names() -> None:
    table = b"Name,Email,Score\nJohn Smith,john@home,\nAnna Lee,anna@home,\n"
    assert fill(table, "Score", CLASS_WITH_ADDRESSES).matched == 2


@pytest.mark.parametrize("second", ["Anna Lee,al@x.edu,", "Zed Zap,al@x.edu,"])
def test_where_names_and_addresses_cross_no_row_is_filled(second: str) -> None:
    records = [*CLASS_WITH_ADDRESSES, record("bob@x.edu", 60, email="bob@x.edu", name="Bob Ray")]
    table = f"Name,Email,Score\nJohn Smith,bob@x.edu,\nBob Ray,js1@x.edu,\n{second}\n".encode()
    filled = fill(table, "Score", records)
    assert filled.data == (table.replace(b"al@x.edu,", b"al@x.edu,80") if "Anna" in second else table)
    assert {"js1@x.edu (John Smith → Bob Ray)", "bob@x.edu (Bob Ray → John Smith)"} <= set(filled.odd)


def test_a_name_in_another_script_says_nothing_against_an_address() -> None:
    table = "Name,Email,Score\nДжон Смит,js1@x.edu,\n".encode()
    assert fill(table, "Score", CLASS_WITH_ADDRESSES).matched == 1


def test_a_first_name_is_nobodys_user_name_where_there_are_user_names() -> None:
    table = b"Username,First name,Score\nalee,Anna,\nbob,Bob,\n"
    filled = fill(table, "Score", [record("bob", 80), record("anna", 100)])
    assert (filled.data, filled.without_row) == (table.replace(b"Bob,", b"Bob,80"), ("anna",))


def test_students_are_found_by_the_numbers_that_their_platform_knows() -> None:
    table = b"Name,SID,Score\nAnna Lee,902,\nAnna Lee,905,\n"
    first = record("a@x", 80, email="a@x", name="Anna Lee", numbers={"a@x": "905"})
    filled = fill(table, "Score", [first])
    assert (filled.data, filled.by_name) == (table.replace(b"905,", b"905,80"), ())
    namesake = record("b@x", 60, email="b@x", name="Bob Ray", numbers={"b@x": "17"})
    filled = fill(b"Name,SID,Score\nBob Ray,18,\nAnna Lee,905,\n", "Score", [first, namesake])
    assert (filled.matched, filled.namesakes) == (1, ("b@x (Bob Ray): there it is 18",))


def test_the_numbers_of_a_groups_members_are_theirs() -> None:
    group = record("a@x", 70, members=("a@x", "b@x"), numbers={"a@x": "1", "b@x": "2"})
    assert fill(b"SID,Score\n2,\n1,\n", "Score", [group]).matched == 2


def test_what_stands_for_hidden_names_is_no_name_in_any_form() -> None:
    german = (
        "ID;Vollständiger Name;Status;Bewertung;Bestwertung\nTeilnehmer/in 12;Hans Müller;x;;10,00\n"
    ).encode()  # fmt: skip
    assert fill(german, "Bewertung", [record("12", 80, name="Teilnehmer")]).matched == 1


def test_a_canvas_row_whose_name_is_wholly_anothers_is_not_filled() -> None:
    table = CANVAS.replace(b"Poe, Edgar", b"Wrong, Wanda")
    records = [record("1234", 65, name="doejane"), record("1236", 80, name="poeedgar")]
    filled = fill(table, "987654", records, layout="canvas")
    assert filled.data == table.replace(b"7.00", b"6.5")
    assert filled.odd == ("1236 (poeedgar → Wrong, Wanda)",)


def test_groups_names_say_nothing_against_canvass_ids() -> None:
    groups = [record("1234", 65, name="group1"), record("1236", 80, name="group2")]
    assert fill(CANVAS, "987654", groups, layout="canvas").matched == 2


def test_a_file_separated_by_commas_may_write_numbers_with_commas() -> None:
    german = (
        b'ID,Vollst\xc3\xa4ndiger Name,E-Mail-Adresse,Status,Bewertung,Bestwertung\n'
        b'Teilnehmer/in12,Jane Doe,j@x,S,-,"10,00"\n'
    )  # fmt: skip
    assert fill(german, None, [record("12", 92)]).data == german.replace(b'-,"10', b'"9,2","10')
    thousands = b'id,earlier,grade\njane,"1,200",\n'
    assert fill(thousands, None, [record("jane", 92.5)]).data == thousands.replace(b'200",', b'200",92.5')


def test_a_row_of_blanks_is_nobodys() -> None:
    assert fill(b"Email;Score\na@x;\n   ;\n", "Score", [record("a@x")]).without_submission == ()


def test_a_row_of_maxima_in_any_table_is_not_passed_over() -> None:
    table = "Student*in,ID,SIS-ID,Abschnitt,Matmul (9)\n  Mögliche Punkte,,,,50\nJane,12,S1,A,\n".encode()
    with pytest.raises(GradebookFileError, match=r"50 in column 'Matmul \(9\)': if that is its maximum, call the col"):
        fill(table, "Matmul (9)", [record("12", 80)])
    told = table.replace(b"(9)", b"(9) [Total Pts: 50]").replace("  Mögliche Punkte,,,,50\n".encode(), b"")
    assert fill(told, "Matmul (9) [Total Pts: 50]", [record("12", 80)]).points == 50
    assert fill(table.replace(b",50", b",100"), "Matmul (9)", [record("12", 80)]).matched == 1
    assert fill(b"id,Name,Score\nzoe,,5\n12,Jane,\n", "Score", [record("12", 80)]).matched == 1


def test_a_read_only_column_is_one_in_any_language() -> None:
    with pytest.raises(GradebookFileError, match="read only"):
        fill(CANVAS.replace(b"10.00", "(schreibgeschützt)".encode()), "987654", [])


def test_an_id_that_is_a_name_written_in_another_way_finds_its_row() -> None:
    filled = fill(CANVAS, "987654", [record("rroe", 80), record("epoe", 80), record("jane-doe", 80)])
    assert (filled.matched, filled.namesakes) == (2, ())
