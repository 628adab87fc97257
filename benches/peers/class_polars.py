"""class_polars.py IN.csv OUT.csv: the class of each row and the items that decide it."""

import sys

import polars as pl

LIMITS = {
    "DO": [7.5, 6.0, 5.0, 3.0, 2.0],
    "CODMn": [2.0, 4.0, 6.0, 10.0, 15.0],
    "COD": [15.0, 15.0, 20.0, 30.0, 40.0],
    "BOD5": [3.0, 3.0, 4.0, 6.0, 10.0],
    "NH3-N": [0.15, 0.5, 1.0, 1.5, 2.0],
    "TP": [0.02, 0.1, 0.2, 0.3, 0.4],
    "F": [1.0, 1.0, 1.0, 1.5, 1.5],
    "Pb": [0.01, 0.01, 0.05, 0.05, 0.1],
}
ITEMS = ["pH", *LIMITS]


def class_of(item):
    value = pl.col(item)
    if item == "pH":
        ladder = pl.when(value.is_between(6, 9)).then(1)
    else:
        ladder = pl
        for place, limit in enumerate(LIMITS[item]):
            meets = value >= limit if item == "DO" else value <= limit
            ladder = ladder.when(meets).then(place + 1)
    ladder = ladder.otherwise(6)
    return pl.when(value.is_null()).then(None).otherwise(ladder).cast(pl.UInt8).alias("c_" + item)


def decides(item):
    is_worst = pl.col("c_" + item) == pl.col("class")
    return pl.when(is_worst).then(pl.lit(item + ";")).otherwise(pl.lit(""))


classes = ["c_" + item for item in ITEMS]
rows = pl.scan_csv(sys.argv[1]).with_columns([class_of(item) for item in ITEMS])
rows = rows.with_columns(pl.max_horizontal(classes).alias("class"))
rows = rows.with_columns(pl.concat_str([decides(item) for item in ITEMS]).alias("determining"))
rows.drop(classes).sink_csv(sys.argv[2])
