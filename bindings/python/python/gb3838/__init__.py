"""What a surface-water measurement means under the Chinese standard GB 3838-2002.

>>> import gb3838
>>> gb3838.assess({"pH": "7.66", "CODMn": "13.3", "Hg": "0.00004L"})["class"]
'V'
"""

from ._annual import AnnualSums, annual
from ._assess import Assessment, assess
from ._core import GB3838Error, __version__, classes, item_of, items
from ._plan import Plan, Report, report
from ._standard import Standard
from ._tables import GB3838Warning, classify

__all__ = [
    "AnnualSums",
    "Assessment",
    "GB3838Error",
    "GB3838Warning",
    "Plan",
    "Report",
    "Standard",
    "__version__",
    "annual",
    "assess",
    "classes",
    "classify",
    "item_of",
    "items",
    "report",
]
