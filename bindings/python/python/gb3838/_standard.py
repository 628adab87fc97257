"""An edition of the standard, with local limits from JSON."""

from __future__ import annotations

import json
from typing import Any, Mapping, Sequence

from . import _core


class Standard:
    """GB 3838-2002 as a value. Local limits make another one; this one stays as it is.

    >>> local = Standard().with_limit("TP", "river", "II", "0.08")
    >>> local.limit("TP", "river", "II")
    '≤ 0.08'
    """

    def __init__(self, _core_standard: _core.Standard | None = None) -> None:
        self._core = _core.Standard() if _core_standard is None else _core_standard

    @classmethod
    def from_json(cls, text: str | Mapping[str, Any]) -> Standard:
        """Local limits by water body, item and class.

        ``{"river": {"TP": {"II": "0.08"}, "TN": ["0.5", "1.0", "1.5", "2.0", "3.0"]}}``: a
        mapping makes limits stricter, a list of five adds limits that the nation does not set.
        """
        data = json.loads(text, parse_float=str) if isinstance(text, str) else text
        standard = cls()
        for body, limits in data.items():
            for item, of_item in limits.items():
                if isinstance(of_item, Mapping):
                    for class_name, limit in of_item.items():
                        standard = standard.with_limit(item, body, class_name, limit)
                else:
                    standard = standard.with_added_limits(item, body, of_item)
        return standard

    @property
    def name(self) -> str:
        """The name of the edition."""
        return self._core.name

    def with_limit(self, item: str, body: str, class_name: str, limit: str | float) -> Standard:
        """The same with a stricter limit of one class, in the unit of the item."""
        return Standard(self._core.with_limit(item, body, class_name, limit))

    def with_added_limits(self, item: str, body: str, limits: Sequence[str | float]) -> Standard:
        """The same with five limits of an item that has none here, best class first."""
        return Standard(self._core.with_added_limits(item, body, list(limits)))

    def limit(self, item: str, body: str, class_name: str) -> str | None:
        """The bound of a class in words, or None."""
        return self._core.limit(item, body, class_name)

    def local_items(self, body: str) -> list[str]:
        """The items with local limits."""
        return self._core.local_items(body)

    def __repr__(self) -> str:
        local = {body: self.local_items(body) for body in ("river", "lake")}
        return f"<Standard {self.name}, local limits: {local}>"
