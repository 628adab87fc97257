"""Many machines: classes and years of Spark data frames, through Arrow.

Classes are made row by row, years from exact partial sums that are merged by section: the answer is
the same bits for any partitioning, and when a machine is lost on the way.

>>> from gb3838.spark import annual, classify
>>> classify(frame, target="III").write.parquet("classes")
>>> annual(frame, section="station", time="time").show()
"""

from __future__ import annotations

from typing import Any, Iterable, Iterator

from ._annual import AnnualSums
from ._core import GB3838Error
from ._tables import classify as _classify
from ._tables import read_columns

_STRINGS = ("class", "determining", "participating", "undecidable", "met", "findings")


def classify(
    frame: Any,
    *,
    outputs: Iterable[str] = ("class", "determining", "participating", "undecidable", "findings"),
    **options: Any,
) -> Any:
    """The frame with columns added, all of them texts; options as in :func:`gb3838.classify`."""
    from pyspark.sql.types import StringType, StructField, StructType

    wanted = list(outputs)
    if (options.get("target") or options.get("target_column")) and "met" not in wanted:
        wanted.append("met")
    taken = [name for name in wanted if name in frame.columns]
    if taken:
        raise GB3838Error(f"columns {taken} are there already: rename them, or choose outputs")
    added = [StructField(name, StringType()) for name in _STRINGS if name in wanted]

    def of_partition(batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow

        for batch in batches:
            table = pyarrow.Table.from_batches([batch])
            done = _classify(table, outputs=wanted, warn=False, **options)
            for field in added:
                place = done.schema.get_field_index(field.name)
                # Spark knows no dictionaries.
                texts = done.column(place).cast(pyarrow.string())
                done = done.set_column(place, field.name, texts)
            yield from done.combine_chunks().to_batches()

    return frame.mapInArrow(of_partition, StructType(list(frame.schema.fields) + added))


def partial_sums(frame: Any, *, section: str = "section", time: str = "time", **options: Any) -> Any:
    """The exact sums of each partition: section, year, state, and what became of the values.

    A row without a section says what was not used in its partition.
    """
    read = set(read_columns(frame.columns, options)) | {section, time}
    keep = [name for name in frame.columns if name in read]

    def of_partition(batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow

        sums = AnnualSums()
        for batch in batches:
            sums.feed(batch, section=section, time=time, **options)
        names, years, states = [], [], []
        for name, year, state in sums.states():
            names.append(name)
            years.append(year)
            states.append(state)
        fed = sums.fed
        count = len(names)
        yield pyarrow.RecordBatch.from_arrays(
            [
                pyarrow.array(names + [None], pyarrow.string()),
                pyarrow.array(years + [None], pyarrow.int32()),
                pyarrow.array(states + [None], pyarrow.binary()),
                pyarrow.array([None] * count + [fed["used"]], pyarrow.int64()),
                pyarrow.array([None] * count + [fed["refused"]], pyarrow.int64()),
                pyarrow.array([None] * count + [fed["rows_left_out"]], pyarrow.int64()),
                pyarrow.array([None] * count + [fed["first"]], pyarrow.string()),
            ],
            names=["section", "year", "state", "used", "refused", "rows_left_out", "first"],
        )

    schema = (
        "section string, year int, state binary, "
        "used bigint, refused bigint, rows_left_out bigint, first string"
    )
    return frame.select(*["`" + name.replace("`", "``") + "`" for name in keep]).mapInArrow(
        of_partition, schema
    )


#: The columns of :func:`annual`.
YEAR_SCHEMA = (
    "section string, year int, class string, determining string, participating string, "
    "absent string, undecidable string, worse_than_target string, met string, months int, "
    "sufficient boolean"
)


def years_of(partial: Any, *, months: int = 12, pooled: bool = False, **options: Any) -> Any:
    """The year of each section from :func:`partial_sums`, of any number of runs together."""
    chosen = {key: value for key, value in options.items() if key not in ("names",)}

    def of_group(table: Any) -> Any:
        import pyarrow

        sums = AnnualSums()
        for state in table.column("state"):
            sums.merge_state(state.as_py())
        years = sums.classes(kind="pyarrow", months=months, pooled=pooled, **chosen)
        columns, fields = [], []
        for name in years.schema.names:
            kind = {"year": pyarrow.int32(), "months": pyarrow.int32(), "sufficient": pyarrow.bool_()}
            columns.append(years.column(name).cast(kind.get(name, pyarrow.string())))
            fields.append(name)
        return pyarrow.table(columns, names=fields)

    rows = partial.where("section is not null").select("section", "year", "state")
    return rows.groupBy("section", "year").applyInArrow(of_group, YEAR_SCHEMA)


def annual(
    frame: Any,
    *,
    section: str = "section",
    time: str = "time",
    months: int = 12,
    pooled: bool = False,
    **options: Any,
) -> Any:
    """The year of each section by the means of its months; options as in :func:`gb3838.annual`.

    Values that were refused are left out; :func:`partial_sums` counts them by partition.
    """
    partial = partial_sums(frame, section=section, time=time, **options)
    return years_of(partial, months=months, pooled=pooled, **options)
