"""Labels with values, and lines with a text at either margin."""

from ccmdesk.typeset.blocks import Grid, KeyValues, Pair, plain
from tests.typeset.seen import paper, parts, places, tree
from tests.typeset.test_standards import failures

PAIRS = (
    (plain("Sender"), (plain("Mission"),)),
    (plain("Subject"), (plain("A long subject " * 12),)),
    (plain("Due"), (plain("30 April"), plain("annual report"))),
)


def test_values_stand_in_a_column_close_to_their_labels() -> None:
    for grid in Grid:
        found = places(paper(KeyValues(PAIRS, grid=grid)))
        values = {round(x) for text, (x, _) in found.items() if text in ("Mission", "30 April")}
        assert len(values) == 1
        assert found["Sender"][0] < 100 < values.pop() < 160


def test_short_values_stand_as_close() -> None:
    short = places(paper(KeyValues(PAIRS[:1])))
    assert short["Mission"][0] < 150


def test_each_label_is_the_head_of_its_row() -> None:
    data = paper(KeyValues(PAIRS))
    assert tree(data) == "Table(TBody(TR(TH TD) TR(TH TD) TR(TH TD(P P))))"
    assert [str(part["/A"]["/Scope"]) for part in parts(data, "TH")] == ["/Row"] * 3
    assert failures(data) == []


def test_a_pair_is_mirrored_where_text_runs_from_right_to_left() -> None:
    pair = Pair(plain("12"), plain("34"))
    plainly, mirrored = places(paper(pair)), places(paper(pair, language="ar"))
    assert plainly["12"][0] < 100 < 400 < plainly["34"][0]
    assert mirrored["34"][0] < 100 < 400 < mirrored["12"][0]
