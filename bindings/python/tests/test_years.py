"""Years, single samples, plans and the standard."""

import datetime
import json
import random
from pathlib import Path

import pandas
import polars
import pyarrow
import pytest

import gb3838

DATA = Path(__file__).parents[3] / "cli" / "data"


def readings() -> polars.DataFrame:
    numbers = random.Random(7)
    rows = []
    for section in ("甲", "乙", "丙"):
        for month in range(1, 13):
            for day in (3, 17):
                rows.append(
                    {
                        "section": section,
                        "time": datetime.date(2024, month, day),
                        "pH": round(6 + numbers.random() * 3, 2),
                        "DO": round(numbers.random() * 10, 2),
                        "CODMn": round(numbers.random() * 8, 1),
                        "NH3-N": round(numbers.random() * 2, 3),
                        "TP": round(numbers.random() * 0.3, 3),
                    }
                )
    return polars.DataFrame(rows)


def test_the_order_and_the_partition_do_not_matter():
    frame = readings()
    whole = gb3838.AnnualSums()
    whole.feed(frame)
    parts = gb3838.AnnualSums()
    for part in reversed(list(frame.sample(fraction=1, shuffle=True, seed=3).iter_slices(7))):
        one = gb3838.AnnualSums()
        one.feed(part)
        parts.merge(gb3838.AnnualSums.from_state(one.state()))
    assert parts.state() == whole.state()
    merged = gb3838.AnnualSums()
    for _, _, state in whole.states():
        merged.merge_state(state)
    assert merged.state() == whole.state()
    assert whole.fed["used"] == 3 * 24 * 5 and whole.fed["refused"] == 0


def test_a_year_by_hand():
    # Months of 1.00 and 1.01: 1.005, half to even 1.00, class III.
    table = pandas.DataFrame(
        {"station": ["x"] * 3, "date": ["2024-01-05", "2024-02-05", "2024-02-06"], "氨氮": ["1.00", "1.01", "1.01"]}
    )
    year = gb3838.annual(table, section="station", time="date", target="II")
    assert isinstance(year, pandas.DataFrame)
    assert year.to_dict("records")[0]["class"] == "III"
    assert year["met"][0] == "missed" and year["worse_than_target"][0] == "NH3-N"
    # Two months of the item that decides; pH, DO, CODMn and TP have no value: the year is not
    # sufficient.
    assert year["months"][0] == 2 and not year["sufficient"][0]


def test_nothing_waits_for_what_has_no_limits():
    # Fluoride in all months; no value of water temperature, or of a river's nitrogen, is limited.
    months = [f"2024-{month:02}-05" for month in range(1, 13)]
    table = pandas.DataFrame({"section": ["x"] * 12, "time": months, "F-": ["0.5"] * 12})
    for items, sufficient, absent in [("F-;WT;TN", True, "WT;TN"), ("F-;COD", False, "COD")]:
        year = gb3838.annual(table, items=items)
        assert (year["class"][0], year["absent"][0], year["sufficient"][0]) == ("I", absent, sufficient)


def test_kinds_agree():
    frame = readings()
    expected = gb3838.annual(frame).to_dicts()
    assert len(expected) == 3 and all(row["sufficient"] and row["months"] == 12 for row in expected)
    assert gb3838.annual(frame.to_arrow()).to_pylist() == expected
    assert gb3838.annual(frame.to_pandas()).to_dict("records") == expected
    texts = frame.with_columns(polars.exclude("section").cast(polars.String))
    assert gb3838.annual(texts).to_dicts() == expected
    stamped = frame.with_columns(polars.col("time").cast(polars.Datetime("us")))
    assert gb3838.annual(stamped).to_dicts() == expected


def test_days_of_the_calendar():
    for day in ("2000-02-29", "2023-12-31", "2024-01-01", "2024-02-29", "2100-03-01"):
        date = datetime.date.fromisoformat(day)
        table = pyarrow.table({"section": ["x"], "time": [date], "TP": [0.1]})
        year = gb3838.annual(table).to_pylist()[0]
        assert year["year"] == date.year
        by_text = gb3838.annual(pyarrow.table({"section": ["x"], "time": [day], "TP": [0.1]}))
        assert by_text.to_pylist()[0] == year


def test_rows_that_are_left_out_are_counted():
    table = pyarrow.table(
        {"section": ["x", None, "x"], "time": ["2024-01-05", "2024-01-05", "once"], "TP": [0.1, 0.1, 0.1]}
    )
    with pytest.warns(gb3838.GB3838Warning, match="2 rows were not used"):
        gb3838.annual(table)
    sums = gb3838.AnnualSums()
    sums.feed(table)
    assert (sums.fed["used"], sums.fed["rows_left_out"], sums.fed["refused"]) == (1, 2, 0)
    with pytest.raises(gb3838.GB3838Error, match="no column"):
        sums.feed(table, section="place")
    for state in (b"", b"GB3838SY", sums.state()[:-1], sums.state() + b"x"):
        with pytest.raises(gb3838.GB3838Error):
            gb3838.AnnualSums.from_state(state)


def test_a_section_is_its_name_without_blanks():
    # As in the program: " x" is x, and what is blank is no section.
    table = pyarrow.table(
        {"section": ["x", " x", "　x ", "", " "], "time": ["2024-01-05"] * 5, "TP": [0.1, 0.2, 0.3, 0.9, 0.9]}
    )
    with pytest.warns(gb3838.GB3838Warning, match="2 rows were not used; the first: row 3: there is no section"):
        found = gb3838.annual(table).to_pylist()
    assert [(row["section"], row["class"]) for row in found] == [("x", "III")]


def test_one_sample():
    found = gb3838.assess({"pH": "7.66", "氨氮": 0.31, "TP": "0.12", "Pb": "0.5L", "DO": None}, target="II")
    assert (found["class"], found["determining"], found["verdict"]) == ("III", ["TP"], "missed")
    assert found["undecidable"] == ["Pb"] and "DO" in found["absent"]
    assert "III" in found._repr_html_()
    with pytest.raises(gb3838.GB3838Error, match="NH3-N"):
        gb3838.assess({"氨氮": 0.3, "NH3-N": 0.3})
    with pytest.raises(gb3838.GB3838Error):
        gb3838.assess({"DO": [1]})


def test_local_limits():
    local = gb3838.Standard.from_json('{"river": {"TP": {"II": 0.08}, "TN": ["0.5", "1", "1.5", "2", "3"]}}')
    assert local.local_items("river") == ["TP", "TN"]
    assert gb3838.assess({"TP": "0.09"}, standard=local)["class"] == "III"
    assert gb3838.assess({"TP": "0.09"})["class"] == "II"
    with pytest.raises(gb3838.GB3838Error, match="laxer"):
        gb3838.Standard().with_limit("TP", "river", "II", "0.2")


def test_a_plan():
    plan = gb3838.Plan.from_file(DATA / "qinzhou-2024.json")
    assert plan.year == 2024 and plan.sections
    name = plan.sections[0]
    table = pyarrow.table({"section": [name], "time": ["2024-01-05"], "NH3-N": ["0.3"]})
    report = plan.assess(table)
    assert name in json.dumps(report, ensure_ascii=False) and report.markdown.startswith("# ")
    told = gb3838.report(plan, table, language="zh")
    assert told["region"] == plan.name and told.markdown
    with pytest.warns(gb3838.GB3838Warning, match="no section of the plan"):
        plan.assess(pyarrow.table({"section": ["?"], "time": ["2024-01-05"], "TP": ["0.3"]}))
    with pytest.raises(gb3838.GB3838Error):
        gb3838.Plan("{}")
