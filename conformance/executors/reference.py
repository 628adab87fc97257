#!/usr/bin/env python3
"""The reference itself as a program: passes everything, and shows how little is needed."""

import pathlib
import sys

from speaking import answer_all

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from reference.answers import KINDS  # noqa: E402

answer_all("the reference of the suite", KINDS)
