"""make_csv.py OUT_DIR [ROWS [SECTIONS DAYS]]: wide.csv and samples.csv, seeded.

Nine items, 2 % of the cells empty; wide.csv has so many rows, samples.csv so many sections on so
many days of each month of a year.
"""

import sys

import numpy as np

HEADER = ["pH", "DO", "CODMn", "COD", "BOD5", "NH3-N", "TP", "F", "Pb"]
# Even or log-even around the middle, its width, decimal places.
SHAPES = [
    ("even", 7.6, 0.7, 2),
    ("even", 6.8, 2.0, 2),
    ("log", 4.0, 0.45, 2),
    ("log", 15.0, 0.4, 1),
    ("log", 2.5, 0.45, 1),
    ("log", 0.4, 0.9, 3),
    ("log", 0.09, 0.6, 3),
    ("log", 0.5, 0.45, 3),
    ("log", 0.008, 0.9, 5),
]
random = np.random.default_rng(20240611)


def columns(rows):
    texts = []
    for shape, middle, width, places in SHAPES:
        if shape == "even":
            values = random.normal(middle, width, rows)
            values = np.clip(values, 3 if middle == 7.6 else 0.05, 12)
        else:
            values = middle * np.exp(random.normal(0, width, rows))
            values = np.clip(values, 10.0**-places, None)
        text = np.char.mod(f"%.{places}f", values)
        text[random.random(rows) < 0.02] = ""
        texts.append(text)
    return texts


folder = sys.argv[1]
rows = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
sections, days = map(int, sys.argv[3:5]) if len(sys.argv) > 4 else (2000, 4)
with open(f"{folder}/wide.csv", "w") as file:
    file.write("id," + ",".join(HEADER) + "\n")
    for start in range(0, rows, 100_000):
        count = min(100_000, rows - start)
        texts = columns(count)
        file.writelines(
            f"{start + row}," + ",".join(text[row] for text in texts) + "\n" for row in range(count)
        )
with open(f"{folder}/samples.csv", "w") as file:
    file.write("section,time," + ",".join(HEADER) + "\n")
    for month in range(1, 13):
        for day in (1 + 28 * number // days for number in range(days)):
            texts = columns(sections)
            file.writelines(
                f"S{row},2024-{month:02}-{day:02}," + ",".join(text[row] for text in texts) + "\n"
                for row in range(sections)
            )
