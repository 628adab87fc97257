"""class_duckdb.py IN.csv OUT.csv [THREADS]: the class of each row and the items that decide it, in SQL."""

import sys

import duckdb

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
    if item == "pH":
        steps = 'WHEN "pH" BETWEEN 6 AND 9 THEN 1'
    else:
        meets = ">=" if item == "DO" else "<="
        steps = " ".join(
            f'WHEN "{item}" {meets} {limit} THEN {place + 1}'
            for place, limit in enumerate(LIMITS[item])
        )
    return f'CASE WHEN "{item}" IS NULL THEN NULL {steps} ELSE 6 END AS "c_{item}"'


classes = ", ".join(f'"c_{item}"' for item in ITEMS)
single = ", ".join(class_of(item) for item in ITEMS)
determining = " || ".join(
    f"CASE WHEN \"c_{item}\" = class THEN '{item};' ELSE '' END" for item in ITEMS
)
connection = duckdb.connect()
connection.execute(f"SET threads={sys.argv[3] if len(sys.argv) > 3 else 1}")
connection.execute(
    f"COPY (SELECT * EXCLUDE ({classes}), {determining} AS determining FROM "
    f"(SELECT *, greatest({classes}) AS class FROM "
    f"(SELECT *, {single} FROM read_csv('{sys.argv[1]}')))) TO '{sys.argv[2]}' (HEADER)"
)
