"""Plans held against readings, and reports of regions."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

from . import _core
from ._tables import GB3838Warning, headings_of, kind_of, read_columns, settings, stream_of


class Report(dict):
    """A report as plain data; :attr:`markdown` is the same for people."""

    #: The report as Markdown.
    markdown: str = ""
    #: What was not used of the table, in words.
    findings: list[str] = []

    def _repr_markdown_(self) -> str:
        return self.markdown


class Plan:
    """A plan as data: sections with targets, goals, tasks.

    >>> plan = Plan.from_file("qinzhou-2024.json")
    >>> print(plan.assess(readings, section="section", time="date").markdown)
    """

    def __init__(self, text: str) -> None:
        self._core = _core.CorePlan(text)

    @classmethod
    def from_file(cls, path: str | Path) -> Plan:
        """Reads a plan file, in JSON."""
        return cls(Path(path).read_text(encoding="utf-8"))

    @property
    def name(self) -> str:
        """The title of the plan."""
        return self._core.name

    @property
    def year(self) -> int:
        """The year that it was made for."""
        return self._core.year

    @property
    def sections(self) -> list[str]:
        """The names of its sections."""
        return self._core.sections()

    def to_dict(self) -> dict[str, Any]:
        """The plan as plain data."""
        return json.loads(self._core.to_json())

    def assess(
        self,
        table: Any,
        *,
        section: str = "section",
        time: str = "time",
        year: int | None = None,
        language: str = "en",
        warn: bool = True,
        **options: Any,
    ) -> Report:
        """Holds the plan against the readings of a year; its own year by default.

        :param language: ``en`` or ``zh``, of the Markdown.
        """
        stream, chosen = _read(table, section, time, options)
        told = self._core.assess(
            stream, section, time, self.year if year is None else year, chosen, language == "zh"
        )
        return _report(told, warn)


def report(
    plan: Plan,
    table: Any,
    *,
    section: str = "section",
    time: str = "time",
    year: int | None = None,
    region: str | None = None,
    language: str = "en",
    warn: bool = True,
    **options: Any,
) -> Report:
    """The year of a region: its state by months and as a whole, sections, trend and rules."""
    stream, chosen = _read(table, section, time, options)
    told = plan._core.report(
        stream,
        section,
        time,
        plan.year if year is None else year,
        plan.name if region is None else region,
        chosen,
        language == "zh",
    )
    return _report(told, warn)


def _read(table: Any, section: str, time: str, options: dict) -> tuple[Any, _core.Settings]:
    kind = kind_of(table)
    if kind == "lazy":
        table, kind = table.collect(), "polars"
    headings = headings_of(table, kind)
    keep = None
    if headings:
        read = set(read_columns(headings, options)) | {section, time}
        keep = [name for name in headings if name in read]
    return stream_of(table, kind, keep), settings(**options)


def _report(told: tuple[str, str, list[str]], warn: bool) -> Report:
    text, markdown, findings = told
    found = Report(json.loads(text))
    found.markdown, found.findings = markdown, findings
    if warn and findings:
        warnings.warn(
            f"{len(findings)} things were not used; the first: {findings[0]}",
            GB3838Warning,
            stacklevel=3,
        )
    return found
