"""Tables of any kind in, the same kind with columns added out."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from typing import Any, Iterable, Sequence, TypeVar

from . import _core
from ._standard import Standard

Table = TypeVar("Table")

_WANTED = {
    "class": 1,
    "determining": 2,
    "participating": 4,
    "undecidable": 8,
    "met": 16,
    "findings": 32,
}
_NAMES = 64


class GB3838Warning(UserWarning):
    """Something in a table was not used; the rest was."""


def settings(
    *,
    body: str = "river",
    means: bool = False,
    items: Iterable[str] | str | None = None,
    target: str | None = None,
    target_column: str | None = None,
    lake_column: str | None = None,
    standard: Standard | None = None,
    minus_one_is_missing: bool = False,
    negative_is_below: bool = False,
    any_letters_void: bool = False,
    names: Mapping[str, str] | None = None,
    threads: int | None = None,
) -> _core.Settings:
    """The options of a call, checked once. See :func:`classify`."""
    if standard is not None and not isinstance(standard, Standard):
        raise TypeError(f"standard: expected a gb3838.Standard, found {type(standard).__name__}")
    if names is not None and not isinstance(names, Mapping):
        raise TypeError(f"names: expected headings and items, found {type(names).__name__}")
    if isinstance(items, str):
        items = ["pH", "DO", "CODMn", "NH3-N", "TP"] if items == "five" else items.split(";")
    return _core.Settings(
        body=body,
        means=means,
        items=None if items is None else list(items),
        target=target,
        target_column=target_column,
        lake_column=lake_column,
        standard=None if standard is None else standard._core,
        minus_one_is_missing=minus_one_is_missing,
        negative_is_below=negative_is_below,
        any_letters_void=any_letters_void,
        names=list((names or {}).items()),
        threads=threads,
    )


def kind_of(table: Any) -> str:
    """The library that a table is of, by the module of its type: none is imported for it."""
    module = type(table).__module__.split(".")[0]
    name = type(table).__name__
    if module in ("polars", "pandas") and name == "Series":
        raise TypeError("Series: expected a table, such as series.to_frame()")
    if module == "polars":
        return "lazy" if name == "LazyFrame" else "polars"
    if module in ("_duckdb", "duckdb"):
        return "duckdb"
    return module if module in ("pandas", "pyarrow") else "arrow"


def headings_of(table: Any, kind: str) -> list[str]:
    """The names of the columns."""
    if kind == "pyarrow":
        return list(table.schema.names)
    if kind in ("polars", "pandas", "duckdb"):
        return [str(name) for name in table.columns]
    return []


def stream_of(table: Any, kind: str, keep: Sequence[str] | None) -> Any:
    """The table as a capsule of an Arrow stream, with the columns that are read."""
    if kind == "pandas":
        return _pandas_stream(table, keep)
    if keep is not None:
        if kind in ("polars", "pyarrow"):
            table = table.select(list(keep))
        elif kind == "duckdb":
            table = table.select(*('"' + name.replace('"', '""') + '"' for name in keep))
    if kind == "duckdb":
        table = table.to_arrow_table() if hasattr(table, "to_arrow_table") else table.arrow()
    if kind == "pyarrow" and type(table).__name__ == "RecordBatch":
        import pyarrow

        table = pyarrow.Table.from_batches([table])
    export = getattr(table, "__arrow_c_stream__", None)
    if export is None:
        raise TypeError(
            f"{type(table).__name__}: expected a table of pandas, polars, pyarrow or DuckDB, "
            "or any with __arrow_c_stream__"
        )
    return export()


def _pandas_stream(table: Any, keep: Sequence[str] | None) -> Any:
    import pandas
    import pyarrow

    columns, names = [], []
    for place, name in enumerate(table.columns):
        if keep is not None and str(name) not in keep:
            continue
        column = table.iloc[:, place]
        if column.dtype == object:
            # Cells of several kinds: each as the text that it is.
            column = column.map(lambda cell: None if pandas.isna(cell) else str(cell))
            columns.append(pyarrow.array(column, type=pyarrow.large_string(), from_pandas=True))
        else:
            columns.append(pyarrow.array(column, from_pandas=True))
        names.append(str(name))
    columns = [c.combine_chunks() if isinstance(c, pyarrow.ChunkedArray) else c for c in columns]
    if not columns:
        # The rows of a table without columns must not be lost.
        columns, names = [pyarrow.nulls(len(table))], [""]
    return pyarrow.table(columns, names=names).__arrow_c_stream__()


def with_columns(table: Any, kind: str, result: _core.Result) -> Any:
    """The table with the columns of a result, in its own kind."""
    if kind == "polars":
        import polars

        return table.hstack(polars.DataFrame(result))
    if kind == "pandas":
        import pandas

        return pandas.concat([table, to_pandas(result).set_axis(table.index)], axis=1)
    if kind == "pyarrow":
        import pyarrow

        added = pyarrow.table(result)
        if type(table).__name__ == "RecordBatch":
            table = pyarrow.Table.from_batches([table])
        for name in added.schema.names:
            table = table.append_column(name, added[name])
        return table
    if kind == "duckdb":
        import duckdb
        import pyarrow

        rows = table.to_arrow_table() if hasattr(table, "to_arrow_table") else table.arrow()
        return duckdb.from_arrow(with_columns(rows, "pyarrow", result))
    return result


def as_kind(kind: str, result: _core.Result) -> Any:
    """A result as a table of a kind, by itself."""
    if kind in ("polars", "lazy"):
        import polars

        return polars.DataFrame(result)
    if kind == "pandas":
        return to_pandas(result)
    if kind == "pyarrow":
        import pyarrow

        return pyarrow.table(result)
    if kind == "duckdb":
        import duckdb
        import pyarrow

        return duckdb.from_arrow(pyarrow.table(result))
    return result


def to_pandas(result: _core.Result) -> Any:
    import pyarrow

    return pyarrow.table(result).to_pandas()


def warn_of_headings(headings: Sequence[str], options: Mapping[str, Any]) -> None:
    """Headings that speak of an item and are not read: the whole column is left out."""
    if not headings:
        return
    names = options.get("names") or {}
    told = [(name, _core.not_read(name)) for name in headings if name not in names]
    told += [(name, "there is no such column, and names has it") for name in names if name not in headings]
    items = {name for name in headings if name in names or _core.item_of(name) is not None}
    for name in headings:
        of = name[:-6]
        if name.endswith("_below") and of not in items and _core.item_of(of) is not None:
            told.append((name, f"there is no column {of!r} that it could mark"))
    found = [f"{name!r}: {why}" for name, why in told if why is not None]
    if found:
        warnings.warn(
            f"{len(found)} columns were not used: {'; '.join(found)}", GB3838Warning, stacklevel=3
        )
    elif not items:
        shown = ", ".join(repr(name) for name in headings[:20])
        warnings.warn(f"no column names an item: {shown}", GB3838Warning, stacklevel=3)


def warn_of_findings(findings: Sequence[tuple[int, str, str]], stacklevel: int = 3) -> None:
    if findings:
        row, item, text = findings[0]
        warnings.warn(
            f"{len(findings)} cells were not used; the first: row {row}, {item}: {text}",
            GB3838Warning,
            stacklevel=stacklevel,
        )


def classify(
    table: Table,
    *,
    outputs: Iterable[str] = ("class", "determining", "participating", "undecidable", "findings"),
    as_names: bool = True,
    warn: bool = True,
    **options: Any,
) -> Table:
    """Classes the rows of a table and returns it with columns added, in the kind that came in.

    Headings are read as people write them: ``化学需氧量（COD）``, ``Cu(μg/L)``, ``氨氮 mg/L``; numbers
    under a unit of their own are brought to that of the limits.

    ``table`` is a frame of pandas or polars (eager or lazy), a table of pyarrow, a relation of
    DuckDB, or anything with ``__arrow_c_stream__``. Its columns are named for items, by any of
    their names: ``pH``, ``氨氮``, ``NH3-N``, ``w21003``. Numbers are in the unit of the limits;
    texts are read as laboratories write them (``0.025L``, ``<0.025``, ``--``). A column of truth
    values named ``X_below`` marks the rows of ``X`` that hold a detection limit.

    Added are ``class`` (``I`` to ``V``, ``inferior_V``, missing for none; in this order: an
    ``Enum`` of polars, an ordered ``Categorical`` of pandas, a dictionary of Arrow),
    ``determining``, ``participating`` and ``undecidable`` (symbols joined by ``;``), ``met`` where
    it is asked for or there is a target, and ``findings``: what was not used of the row, and why.

    :param outputs: the columns that are added.
    :param as_names: names; otherwise codes of classes and bits of items, bit n-1 for item n.
    :param warn: whether a cell that was not used gives a :class:`GB3838Warning` too.
    :param body: ``river`` or ``lake``.
    :param lake_column: a column of truth values that says which rows are lakes.
    :param means: whether values are means, which are rounded first; readings are not.
    :param items: names of the items that take part; ``"five"``; by default the 21.
    :param target: a class that all rows are held against; ``target_column``: of each row.
    :param standard: a :class:`Standard` with local limits.
    :param minus_one_is_missing: whether -1 in a column of numbers means "not monitored".
    :param negative_is_below: whether -0.025 in a text means below 0.025.
    :param any_letters_void: whether a text with any letters but L is void.
    :param names: items of headings that do not speak for themselves: ``{"col_7": "NH3-N"}``.
    :param threads: threads of the call; by default one.
    :raises GB3838Error: for options and columns that do not fit.

    >>> import polars
    >>> gb3838.classify(polars.DataFrame({"DO": [8.1, 4.2], "TP": [0.02, 0.3]}))["class"].to_list()
    ['I', 'IV']
    """
    wanted = list(outputs)
    if (options.get("target") or options.get("target_column")) and "met" not in wanted:
        wanted.append("met")
    unknown = [name for name in wanted if name not in _WANTED]
    if unknown:
        raise _core.GB3838Error(f"outputs {unknown}: expected some of {list(_WANTED)}")
    bits = sum(_WANTED[name] for name in dict.fromkeys(wanted)) | (_NAMES if as_names else 0)
    chosen = settings(**options)
    kind = kind_of(table)
    if kind == "lazy":
        return _lazily(table, wanted, as_names, warn, options)
    headings = headings_of(table, kind)
    taken = [name for name in _WANTED if name in wanted and name in headings]
    if taken:
        raise _core.GB3838Error(f"columns {taken} are there already: rename them, or choose outputs")
    keep = read_columns(headings, options) if headings else None
    result = _core.classify_stream(stream_of(table, kind, keep), chosen, bits, kind == "polars")
    if warn:
        warn_of_headings(headings, options)
        warn_of_findings(result.findings)
    return with_columns(table, kind, result)


def read_columns(headings: Sequence[str], options: Mapping[str, Any]) -> list[str]:
    """The columns that a call reads."""
    names = options.get("names") or {}
    items = {name for name in headings if name in names or _core.item_of(name) is not None}
    others = {options.get("target_column"), options.get("lake_column")}
    keep = [
        name
        for name in headings
        if name in items or name in others or (name.endswith("_below") and name[:-6] in items)
    ]
    # Without a column there would be no rows.
    return keep or list(headings[:1])


def _lazily(table: Any, wanted: list[str], as_names: bool, warn: bool, options: dict) -> Any:
    """The same of each batch, with the schema told beforehand."""
    import polars

    def of_batch(frame: Any) -> Any:
        return classify(frame, outputs=wanted, as_names=as_names, warn=warn, **options)

    none = polars.DataFrame(schema=table.collect_schema())
    schema = classify(none, outputs=wanted, as_names=as_names, warn=False, **options).schema
    return table.map_batches(of_batch, schema=schema, streamable=True)
