"""Tables of each library as a user has them: the same classes, in the kind that came in."""

import decimal
import math
import random
import warnings

import duckdb
import pandas
import polars
import pyarrow
import pytest

import gb3838
import hostile
import samples

ITEMS = ["pH", "DO", "CODMn", "NH3-N", "TP", "Cu", "Pb"]
MOST = {"pH": 12, "DO": 12, "CODMn": 20, "NH3-N": 3, "TP": 0.6, "Cu": 2, "Pb": 0.4}


def random_cells(count: int, seed: int) -> list[dict[str, str]]:
    """Samples as texts: values, results below a limit, marks, blanks and slips."""
    numbers = random.Random(seed)
    rows = []
    for _ in range(count):
        row = {}
        for item in ITEMS:
            value = f"{numbers.random() * MOST[item]:.{numbers.randrange(5)}f}"
            kind = numbers.random()
            if kind < 0.1:
                value = numbers.choice(["--", "-1", "", "ND", "*"])
            elif kind < 0.2 and item != "pH":
                value = f"{numbers.choice(['0.5', '0.001', '0.02'])}L"
            elif kind < 0.21:
                value = numbers.choice(["abc", "-5", "1..2", "7mg"])
            row[item] = value
        rows.append(row)
    return rows


def one_by_one(row: dict[str, str], **options) -> tuple:
    """The same by the call for one sample, without the cells that it refuses."""
    sample, refused = {}, []
    for item, cell in row.items():
        try:
            gb3838.assess({item: cell}, **options)
            sample[item] = cell
        except gb3838.GB3838Error:
            refused.append(item)
    found = gb3838.assess(sample, **options)
    return found["class"], ";".join(found["determining"]), ";".join(found["participating"]), refused


@pytest.mark.parametrize("means", [False, True])
def test_samples_with_slips_as_one_by_one(means):
    rows = random_cells(500, 38 + means)
    frame = polars.DataFrame(rows)
    found = gb3838.classify(frame, means=means, warn=False)
    for row, answer in zip(rows, found.iter_rows(named=True)):
        expected = one_by_one(row, means=means)
        assert (answer["class"], answer["determining"], answer["participating"]) == expected[:3], row
        named = answer["findings"] or ""
        assert all(f"{item}: " in named for item in expected[3]), (row, named)
        assert bool(named) == bool(expected[3])


@pytest.mark.parametrize("kind", samples.KINDS)
def test_ten_thousand_samples_as_rust_and_c(kind):
    cells, expected = samples.samples(kind)
    options = samples.KINDS[kind]
    found = gb3838.classify(polars.DataFrame(cells), warn=False, **options)
    assert found.select(samples.ANSWERS).rows() == expected
    assert found["findings"].null_count() == len(expected) == 2_500
    for place in range(0, len(expected), 10):
        one = gb3838.assess({item: column[place] for item, column in cells.items()}, **options)
        sets = (";".join(one[name]) for name in samples.ANSWERS[1:])
        assert (one["class"], *sets) == expected[place]


def numbers_table() -> dict[str, list]:
    return {
        "site": ["a", "b", "c", "d"],
        "DO": [8.1, 4.2, None, 7.5],
        "NH3-N": [0.15, 0.151, 2.01, None],
        "total phosphorus": [0.02, 0.3, 0.05, 0.4],
    }


# Read from Table 1: DO 7.5/6/5/3/2, NH3-N 0.15/0.5/1/1.5/2, TP 0.02/0.1/0.2/0.3/0.4.
CLASSES = ["I", "IV", "inferior_V", "V"]
DETERMINING = ["DO;NH3-N;TP", "DO;TP", "NH3-N", "TP"]


def test_polars_eager_and_lazy():
    table = {"TP" if name.startswith("total") else name: column for name, column in numbers_table().items()}
    frame = polars.DataFrame(table)
    found = gb3838.classify(frame)
    assert isinstance(found, polars.DataFrame)
    assert found.columns[:4] == frame.columns
    assert found["class"].to_list() == CLASSES
    assert found["determining"].to_list() == DETERMINING
    lazy = gb3838.classify(frame.lazy(), target="III")
    assert isinstance(lazy, polars.LazyFrame)
    assert lazy.collect()["met"].to_list() == ["met", "missed", "missed", "missed"]
    # A frame of several chunks.
    twice = polars.concat([frame, frame], rechunk=False)
    assert gb3838.classify(twice)["class"].to_list() == CLASSES * 2


def named(table):
    table["TP"] = table.pop("total phosphorus")
    return table


def test_the_same_answers_in_every_kind():
    # Rows without findings before, between and behind those that have some.
    rows = [{}, {}] + random_cells(2_000, 5) + [{}]
    table = pyarrow.Table.from_pylist(rows, pyarrow.schema([(item, pyarrow.string()) for item in ITEMS]))
    expected = gb3838.classify(table, warn=False).to_pylist()
    assert 0 < sum(row["findings"] is not None for row in expected) < 1_000
    frame = polars.from_arrow(table)
    assert gb3838.classify(frame, warn=False).to_dicts() == expected
    parts = [frame.head(3), frame.slice(3, 900), frame.tail(-903)]
    assert gb3838.classify(polars.concat(parts, rechunk=False), warn=False).to_dicts() == expected
    assert gb3838.classify(frame.lazy(), warn=False).collect().to_dicts() == expected
    answers = gb3838.classify(table.to_pandas(), warn=False).astype(object)
    assert answers.where(answers.notna(), None).to_dict("records") == expected
    found = gb3838.classify(duckdb.from_arrow(table), warn=False)
    assert [dict(zip(found.columns, row)) for row in found.fetchall()] == expected


def test_classes_have_an_order():
    names = ["I", "II", "III", "IV", "V", "inferior_V"]
    assert [each["name"] for each in gb3838._core.classes()] == names
    found = gb3838.classify(polars.DataFrame(named(numbers_table())))
    assert found.schema["class"] == polars.Enum(names)
    assert found.filter(polars.col("class") > "IV")["class"].to_list() == ["inferior_V", "V"]
    found = gb3838.classify(pandas.DataFrame(named(numbers_table())))["class"]
    assert found.cat.ordered and list(found.cat.categories) == names
    assert list(found[found > "IV"]) == ["inferior_V", "V"]


def test_pandas_keeps_its_index():
    frame = pandas.DataFrame(named(numbers_table()), index=[7, 5, 3, 1])
    found = gb3838.classify(frame)
    assert isinstance(found, pandas.DataFrame) and list(found.index) == [7, 5, 3, 1]
    assert list(found["class"]) == CLASSES
    assert list(found["determining"]) == DETERMINING
    assert list(frame.columns) == ["site", "DO", "NH3-N", "TP"], "the caller's table stays as it was"
    mixed = pandas.DataFrame({"NH3-N": pandas.Series([0.15, "0.3L", None, "--"], dtype=object)})
    assert list(gb3838.classify(mixed, outputs=["class"])["class"].astype(object).where(lambda c: c.notna(), None)) == ["I", "I", None, None]


def test_pyarrow_and_duckdb():
    table = pyarrow.table(named(numbers_table()))
    found = gb3838.classify(table)
    assert isinstance(found, pyarrow.Table)
    assert found["class"].to_pylist() == CLASSES
    # A slice starts within the buffers.
    assert gb3838.classify(table.slice(1, 2))["class"].to_pylist() == CLASSES[1:3]
    relation = duckdb.from_arrow(table)
    rows = gb3838.classify(relation).select("class").fetchall()
    assert [row[0] for row in rows] == CLASSES


def test_integers_with_scale_and_decimals():
    exact = [decimal.Decimal("0.150"), decimal.Decimal("0.151"), None]
    table = pyarrow.table({"NH3-N": pyarrow.array(exact, pyarrow.decimal128(10, 3)), "CODMn": [2, 3, 15]})
    assert gb3838.classify(table)["class"].to_pylist() == ["I", "II", "V"]


def test_below_limit_marks_and_lakes_and_targets():
    table = pyarrow.table({"Pb": [0.5, 0.5, 0.01], "Pb_below": [True, False, None]})
    found = gb3838.classify(table)
    # Below 0.5 proves nothing against 0.05; 0.5 itself is worse than V; 0.01 is I.
    assert found["class"].to_pylist() == [None, "inferior_V", "I"]
    assert found["undecidable"].to_pylist() == ["Pb", "", ""]
    mixed = pyarrow.table({"TP": [0.1, 0.1], "lake": [False, True], "goal": ["II", "III"]})
    found = gb3838.classify(mixed, lake_column="lake", target_column="goal")
    assert found["class"].to_pylist() == ["II", "IV"]
    assert found["met"].to_pylist() == ["met", "missed"]


def test_nothing_is_dropped_without_a_word():
    table = polars.DataFrame({"pH": [7.0, 15.0, float("nan")], "DO": ["8", "x", "-3"]})
    with pytest.warns(gb3838.GB3838Warning, match="3 cells were not used"):
        found = gb3838.classify(table)
    assert found["class"].to_list() == ["I", None, None]
    assert [text is not None for text in found["findings"]] == [False, True, True]


def test_what_is_said_of_a_number_does_not_depend_on_other_rows():
    # Neither has a decimal of 18 digits; the first is over every limit of TP, the second under.
    floats = [1e300, 1 / 700]
    alone = gb3838.classify(pyarrow.table({"TP": floats}))
    assert alone["class"].to_pylist() == ["inferior_V", "I"]
    assert alone["findings"].to_pylist() == [None, None]
    beside = gb3838.classify(pyarrow.table({"TP": [*floats, -1.0, -1 / 700, math.inf]}), warn=False)
    assert beside["class"].to_pylist() == ["inferior_V", "I", None, None, None]
    assert [text is not None for text in beside["findings"].to_pylist()] == [False, False, True, True, True]
    # A pH has an end.
    assert gb3838.classify(pyarrow.table({"pH": [1e300]}), warn=False)["findings"].to_pylist() != [None]


@pytest.mark.parametrize("kind", [polars.DataFrame, pandas.DataFrame, pyarrow.table])
def test_columns_that_nothing_reads_are_said(kind):
    with pytest.warns(gb3838.GB3838Warning, match="no column names an item: 'TPP', '总鳞'"):
        gb3838.classify(kind({"TPP": [0.1], "总鳞": [0.1]}))
    with pytest.warns(gb3838.GB3838Warning, match="'y': there is no such column, and names has it"):
        gb3838.classify(kind({"TP": [0.1]}), names={"y": "DO"})
    # Marks stand behind the very heading that they mark.
    with pytest.warns(gb3838.GB3838Warning, match="'TP_below': there is no column 'TP' that it could mark"):
        gb3838.classify(kind({"总磷": [0.1], "TP_below": [True]}))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        gb3838.classify(kind({"station": ["a"], "TP": [0.1], "TP_below": [True]}))


@pytest.mark.parametrize("series", [polars.Series("TP", [0.1]), pandas.Series([0.1], name="TP")])
def test_a_series_is_no_table(series):
    with pytest.raises(TypeError, match="expected a table, such as series.to_frame"):
        gb3838.classify(series)


def test_minus_one():
    table = pyarrow.table({"NH3-N": [0.1, -1.0]})
    assert gb3838.classify(table, minus_one_is_missing=True)["findings"].to_pylist() == [None, None]
    assert gb3838.classify(table, warn=False)["findings"].to_pylist()[1] is not None


def test_refused():
    table = pyarrow.table({"DO": [1.0], "溶解氧": [1.0]})
    with pytest.raises(gb3838.GB3838Error, match="both DO"):
        gb3838.classify(table)
    with pytest.raises(gb3838.GB3838Error, match="outputs"):
        gb3838.classify(table, outputs=["klass"])
    with pytest.raises(gb3838.GB3838Error):
        gb3838.classify(table, body="sea")
    with pytest.raises(TypeError):
        gb3838.classify([1, 2, 3])
    with pytest.raises(gb3838.GB3838Error, match="there already"):
        gb3838.classify(pyarrow.table({"class": ["I"], "DO": [1.0]}))


def test_hostile_columns():
    numbers = random.Random(1)
    bad = [bytes(numbers.randrange(256) for _ in range(numbers.randrange(30))) for _ in range(2_000)]
    binary = pyarrow.array(bad, pyarrow.binary())
    texts = pyarrow.Array.from_buffers(pyarrow.string(), len(bad), binary.buffers())
    found = gb3838.classify(pyarrow.table({"DO": texts}), warn=False)
    assert found.num_rows == 2_000 and found["findings"].null_count < 2_000
    floats = [numbers.choice([0.0, -0.0, 1e308, -1e308, math.inf, -math.inf, math.nan, 5e-324]) for _ in range(999)]
    assert gb3838.classify(pyarrow.table({"TP": floats}), warn=False).num_rows == 999
    for kind in (pyarrow.list_(pyarrow.float64()), pyarrow.binary(), pyarrow.time32("s")):
        with pytest.raises(gb3838.GB3838Error):
            gb3838.classify(pyarrow.table({"TP": pyarrow.nulls(3, kind)}))
    assert gb3838.classify(polars.DataFrame({"DO": []}), warn=False).height == 0
    dictionary = pyarrow.array(["8", None, "x"]).dictionary_encode()
    assert gb3838.classify(pyarrow.table({"DO": dictionary}), warn=False)["class"].to_pylist() == ["I", None, None]


def test_headings_with_units():
    # Copper: 0.01 mg/L is the limit of class I, 1.0 of II to V; so 9 µg/L is I and 11 is II.
    table = pyarrow.table({"Cu(μg/L)": [9.0, 11.0, 1001.0], "氨氮（NH3-N）mg/L": ["0.1", "0.1", "0.1"]})
    assert gb3838.classify(table)["class"].to_pylist() == ["I", "II", "inferior_V"]
    with pytest.warns(gb3838.GB3838Warning, match="columns were not used"):
        gb3838.classify(pyarrow.table({"DO": [8.0], "铜(℃)": [1.0]}))


def test_hostile_calls():
    # A crash ends the process. By hand: `python tests/hostile.py 1000000`.
    assert hostile.run(3_000, 1) > 300
