"""Change marks: nothing of the old or the new text and rows is ever lost between them."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.domain.article7 import FormContent
from ccmdesk.domain.report_changes import FormChanges, Mark, RowMark, changes_between

# Few words, so that texts have much in common.
TEXTS = st.lists(
    st.sampled_from(["laws", "mines ", " ", "\n", "2024", "炸弹", "ذخائر", ".", "\u2028", "x\ty"])
).map("".join)
ROWS = st.lists(st.tuples(*[st.sampled_from(["", "a", "b", "c "])] * 3), max_size=6).map(tuple)
CONTENTS = st.builds(
    FormContent, TEXTS, st.dictionaries(st.sampled_from(["one", "two"]), ROWS), st.booleans()
)


def text_of(changes: FormChanges, *marks: Mark) -> str:
    return "".join(each.text for each in changes.text if each.mark in marks)


def rows_now(rows: tuple[RowMark, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(each.cells for each in rows if each.mark is not Mark.REMOVED)


def rows_before(rows: tuple[RowMark, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(each.before or each.cells for each in rows if each.mark is not Mark.ADDED)


@given(CONTENTS, CONTENTS)
def test_both_sides_can_be_read_out_of_the_marks(before: FormContent, after: FormContent) -> None:
    changes = changes_between(before, after)
    old, new = before.cleaned(), after.cleaned()
    assert text_of(changes, Mark.SAME, Mark.ADDED) == new.text
    assert text_of(changes, Mark.SAME, Mark.REMOVED) == old.text
    assert changes.tables.keys() == old.tables.keys() | new.tables.keys()
    for key, rows in changes.tables.items():
        assert rows_now(rows) == new.tables.get(key, ())
        assert rows_before(rows) == old.tables.get(key, ())
    assert bool(changes) == (old != new)


@given(CONTENTS)
def test_what_is_the_same_bears_no_mark(content: FormContent) -> None:
    changes = changes_between(content, content)
    assert not changes
    assert {each.mark for each in changes.text} <= {Mark.SAME}


@given(CONTENTS, CONTENTS)
def test_neighbouring_marks_differ_and_none_is_empty(
    before: FormContent, after: FormContent
) -> None:
    marks = changes_between(before, after).text
    assert all(each.text for each in marks)
    assert all(one.mark is not two.mark for one, two in pairwise(marks))


@given(CONTENTS, CONTENTS)
def test_a_changed_row_names_the_columns_that_differ(
    before: FormContent, after: FormContent
) -> None:
    for rows in changes_between(before, after).tables.values():
        for each in rows:
            differing = tuple(
                place
                for place, (was, now) in enumerate(zip(each.before, each.cells, strict=False))
                if was != now
            )
            assert each.columns == differing
            assert (each.mark is Mark.CHANGED) == bool(each.before)


def test_a_word_that_changed_is_marked_and_not_its_line() -> None:
    changes = changes_between(
        FormContent("One law was passed in 2023.\nIt stands."),
        FormContent("One law was passed in 2024.\nIt stands."),
    )
    assert [(each.mark, each.text) for each in changes.text] == [
        (Mark.SAME, "One law was passed in "),
        (Mark.REMOVED, "2023."),
        (Mark.ADDED, "2024."),
        (Mark.SAME, "\nIt stands."),
    ]


def test_a_figure_that_changed_leaves_the_row_the_same_row() -> None:
    before = FormContent(tables={"held": (("CBU-87", "12"), ("RBK-500", "3"))})
    after = FormContent(tables={"held": (("BL-755", "1"), ("CBU-87", "9"), ("RBK-500", "3"))})
    assert changes_between(before, after).tables["held"] == (
        RowMark(Mark.ADDED, ("BL-755", "1")),
        RowMark(Mark.CHANGED, ("CBU-87", "9"), ("CBU-87", "12"), (1,)),
        RowMark(Mark.SAME, ("RBK-500", "3")),
    )


def test_withdrawing_the_declaration_of_nothing_is_a_change() -> None:
    changes = changes_between(FormContent(nil=True), FormContent("Two were found."))
    assert changes.nil


def test_words_that_changed_together_are_marked_together() -> None:
    changes = changes_between(FormContent("All two old mines."), FormContent("All ten new mines."))
    assert [(each.mark, each.text) for each in changes.text] == [
        (Mark.SAME, "All "),
        (Mark.REMOVED, "two old"),
        (Mark.ADDED, "ten new"),
        (Mark.SAME, " mines."),
    ]


def test_of_a_very_long_text_only_what_changed_is_marked() -> None:
    lines = [f"Area {number} was cleared of remnants." for number in range(5000)]
    other = [*lines[:2000], "Area X was added.", *lines[2001:]]
    changes = changes_between(FormContent("\n".join(lines)), FormContent("\n".join(other)))
    assert len(text_of(changes, Mark.ADDED)) < len("Area X was added.")
    assert text_of(changes, Mark.SAME, Mark.ADDED) == "\n".join(other)
