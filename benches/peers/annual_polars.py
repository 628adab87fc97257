"""annual_polars.py samples.csv OUT.csv: means of months, then of the year, in floats; no classes."""

import sys

import polars as pl

ITEMS = ["pH", "DO", "CODMn", "COD", "BOD5", "NH3-N", "TP", "F", "Pb"]

samples = pl.scan_csv(sys.argv[1]).with_columns(
    pl.col("time").str.slice(5, 2).alias("month"),
    (10.0 ** -pl.col("pH")).alias("pH"),
)
months = samples.group_by("section", "month").agg(pl.col(item).mean() for item in ITEMS)
years = months.group_by("section").agg(pl.col(item).mean() for item in ITEMS)
years = years.with_columns((-pl.col("pH").log10()).alias("pH"))
years.sort("section").sink_csv(sys.argv[2])
