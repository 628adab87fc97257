"""One sample, with all reasons."""

from __future__ import annotations

from html import escape
from typing import Any, Iterable, Mapping

from . import _core
from ._tables import settings

#: The colours in which maps print classes (环办〔2011〕22号).
COLOURS = {"blue": "#2f7ed8", "green": "#4caf50", "yellow": "#f2d600", "orange": "#f39c12", "red": "#d9342b"}
_COLOUR_OF = {entry["name"]: COLOURS[entry["colour"]] for entry in _core.classes()}


def coloured(class_name: str | None) -> str:
    """A class as a cell of HTML in the colour of maps."""
    colour = _COLOUR_OF.get(class_name or "", "#cccccc")
    return f'<span style="background:{colour};padding:0 .5em">{escape(class_name or "none")}</span>'


class Assessment(dict):
    """A dictionary that shows itself in a notebook, with the colours of classes."""

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{escape(item)}</td><td>{coloured(found['class'])}</td>"
            f"<td>{escape(found['outcome'])}</td><td>{escape(found['exceedance'] or '')}</td></tr>"
            for item, found in self["items"].items()
        )
        verdict = f", {escape(self['verdict'])} against {self['target']}" if "verdict" in self else ""
        by = escape("; ".join(self["determining"]))
        return (
            f"<p>class {coloured(self['class'])} by {by}{verdict}</p><table><tr><th>item</th>"
            f"<th>class</th><th>outcome</th><th>over</th></tr>{rows}</table>"
        )


def assess(
    sample: Mapping[str, Any],
    *,
    high_chloride: bool = False,
    natural_background: Iterable[str] = (),
    **options: Any,
) -> Assessment:
    """Assesses one sample: readings by the names of their items, as texts or numbers.

    Options are those of :func:`classify`: ``body``, ``means``, ``items``, ``target``,
    ``standard``, ``names``.

    >>> found = assess({"pH": "7.66", "氨氮": 0.31, "TP": "0.12"}, target="II")
    >>> found["class"], found["determining"], found["verdict"]
    ('III', ['TP'], 'missed')
    """
    return Assessment(
        _core.assess(dict(sample), settings(**options), high_chloride, list(natural_background))
    )
