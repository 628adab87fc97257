"""Years: exact sums of sections, in any order and on any number of machines."""

from __future__ import annotations

import warnings
from typing import Any

from . import _core
from ._tables import GB3838Warning, as_kind, headings_of, kind_of, read_columns, settings, stream_of, warn_of_headings


class AnnualSums:
    """Exact sums by section, year, month and item.

    Feeding in another order, or merging partial sums, gives the same bytes.

    >>> sums = AnnualSums()
    >>> sums.feed(january, section="section", time="time")
    >>> sums.merge(AnnualSums.from_state(state_of_another_machine))
    >>> sums.classes(kind="polars")
    """

    def __init__(self) -> None:
        self._core = _core.Sums()

    def __len__(self) -> int:
        """The number of sections, each year of one counting."""
        return len(self._core)

    @classmethod
    def from_state(cls, state: bytes) -> AnnualSums:
        """Sums that were saved as bytes."""
        sums = cls()
        sums.merge_state(state)
        return sums

    def feed(
        self, table: Any, *, section: str = "section", time: str = "time", **options: Any
    ) -> None:
        """Adds the rows of a table: a section, a time and readings each.

        Options of cells are those of :func:`classify`: ``names``, ``minus_one_is_missing``,
        ``negative_is_below``, ``any_letters_void``.
        """
        kind = kind_of(table)
        if kind == "lazy":
            table, kind = table.collect(), "polars"
        headings = headings_of(table, kind)
        keep = None
        if headings:
            read = set(read_columns(headings, options)) | {section, time}
            keep = [name for name in headings if name in read]
        self._core.feed(stream_of(table, kind, keep), section, time, settings(**options))

    @property
    def fed(self) -> dict[str, Any]:
        """What became of the values that were fed here: used, below, missing, refused, and rows
        without a section or a time; and the first that was refused or left out."""
        return self._core.fed()

    def merge(self, other: AnnualSums) -> None:
        """Adds the sums of another."""
        self._core.merge(other._core)

    def state(self) -> bytes:
        """The sums as bytes, version 1; equal sums are equal bytes."""
        return self._core.state()

    def states(self) -> list[tuple[str, int, bytes]]:
        """Section, year and sums of each, to be merged by these elsewhere."""
        return self._core.states()

    def merge_state(self, state: bytes) -> None:
        """Adds sums that were saved as bytes."""
        self._core.merge_state(state)

    def classes(
        self,
        *,
        kind: str = "arrow",
        months: int = 12,
        pooled: bool = False,
        means: bool = True,
        **options: Any,
    ) -> Any:
        """The year of each section, in the order of names and years.

        :param kind: ``pandas``, ``polars``, ``pyarrow``, ``duckdb``, or ``arrow``: an object that
            exports itself once by ``__arrow_c_stream__``.
        :param months: months that must have a value; eight where ice or drought prevents sampling.
        :param pooled: whether all values count the same, and not all months.
        """
        result = self._core.classes(settings(means=means, **options), months, pooled)
        return as_kind(kind, result)


def annual(
    table: Any,
    *,
    section: str = "section",
    time: str = "time",
    months: int = 12,
    pooled: bool = False,
    warn: bool = True,
    **options: Any,
) -> Any:
    """The year of each section by the means of its months, as a table of the kind that came in.

    Columns: section, year, class, determining, participating, absent, undecidable,
    worse_than_target, met, months (of the items that decide: those that make the class and those
    worse than the target; 0 without a class) and sufficient (whether those of pH, DO, CODMn, NH3-N
    and TP that were asked for have enough, or all items where none of these was; an item without
    limits here is not waited for). Each row counts, also where two are of one section and time: sums
    keep no rows, so that they can be merged, and the program ``gb3838 annual`` is what finds such
    rows. Options are those of :func:`classify` and :meth:`AnnualSums.classes`.
    """
    sums = AnnualSums()
    sums.feed(table, section=section, time=time, **options)
    fed = sums.fed
    if warn:
        warn_of_headings(headings_of(table, kind_of(table)), options)
    if warn and fed["first"]:
        warnings.warn(
            f"{fed['refused']} values and {fed['rows_left_out']} rows were not used; "
            f"the first: {fed['first']}",
            GB3838Warning,
            stacklevel=2,
        )
    return sums.classes(kind=kind_of(table), months=months, pooled=pooled, **options)
