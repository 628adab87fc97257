"""Classes and years by Spark on two executors, held against one process, also when one is killed."""

import os
import resource
import signal
import sys
import tempfile
import threading
import time
from pathlib import Path

import numpy
import pyarrow
import pyarrow.parquet

import gb3838
from gb3838 import spark as gb_spark

sys.path.append(str(Path(__file__).parents[1]))
import samples  # noqa: E402

ROWS = int(sys.argv[1])
SECTIONS = 1000
ITEMS = ["pH", "DO", "CODMn", "NH3-N", "TP", "COD", "BOD5", "Cu", "Zn"]
SPREAD = [9, 12, 12, 2, 0.4, 40, 10, 1, 2]


def write(folder: Path) -> None:
    """Rows of random decimals with holes, in files that a cluster reads in any order."""
    numbers = numpy.random.default_rng(3838)
    for part in range(16):
        rows = ROWS // 16 + (part < ROWS % 16)
        columns = {
            "section": pyarrow.array([f"S{n:04}" for n in numbers.integers(0, SECTIONS, rows)]),
            "time": pyarrow.array(19723 + numbers.integers(0, 366, rows), pyarrow.int32()).cast("date32"),
        }
        for item, most in zip(ITEMS, SPREAD):
            values = numpy.round(numbers.random(rows) * most, 3)
            values[numbers.random(rows) < 0.02] = numpy.nan
            columns[item] = pyarrow.array(values)
        pyarrow.parquet.write_table(pyarrow.table(columns), folder / f"part-{part:02}.parquet")


def peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def one_process(folder: Path) -> tuple[dict, dict]:
    """The same by one process, file after file."""
    sums, counts = gb3838.AnnualSums(), {}
    for path in sorted(folder.glob("*.parquet")):
        table = pyarrow.parquet.read_table(path)
        classes = gb3838.classify(table, outputs=["class"], warn=False)
        for entry in classes["class"].combine_chunks().value_counts():
            name = entry["values"].as_py()
            counts[name] = counts.get(name, 0) + entry["counts"].as_py()
        sums.feed(table)
    years = sums.classes(kind="pyarrow").to_pylist()
    return {(row["section"], row["year"]): row for row in years}, counts


def executors(java: int) -> list[int]:
    """The processes of executors below the one of the driver."""
    parents, found = {}, []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                stat = (entry / "stat").read_text()
                parents[int(entry.name)] = int(stat.rpartition(")")[2].split()[1])
                command = (entry / "cmdline").read_bytes()
            except OSError:
                continue
            if b"CoarseGrainedExecutorBackend" in command:
                found.append(int(entry.name))

    def is_ours(process: int) -> bool:
        while process > 1:
            if process == java:
                return True
            process = parents.get(process, 0)
        return False

    return sorted(process for process in found if is_ours(process))


def counted(frame) -> dict:
    rows = gb_spark.classify(frame, outputs=["class"]).groupBy("class").count().collect()
    return {row["class"]: row["count"] for row in rows}


def years(frame) -> dict:
    rows = gb_spark.annual(frame).collect()
    return {(row["section"], row["year"]): row.asDict() for row in rows}


def same_as_rust(session) -> int:
    """Ten thousand samples in their texts: the answers of Rust and C, row by row."""
    count = 0
    for kind, options in samples.KINDS.items():
        cells, expected = samples.samples(kind)
        rows = [(place, *row) for place, row in enumerate(zip(*cells.values()))]
        schema = "place int, " + ", ".join(f"`{item}` string" for item in cells)
        frame = session.createDataFrame(rows, schema).repartition(7)
        found = gb_spark.classify(frame, **options).select("place", *samples.ANSWERS).collect()
        assert [tuple(row)[1:] for row in sorted(found)] == expected, f"{kind}: not as Rust"
        count += len(found)
    return count


def main() -> None:
    from pyspark.sql import SparkSession
    from pyspark.sql import functions

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "readings"
        folder.mkdir()
        write(folder)
        started = time.monotonic()
        expected_years, expected_counts = one_process(folder)
        print(f"one process: {ROWS} rows, {time.monotonic() - started:.1f} s, {peak_mb():.0f} MB")

        session = (
            SparkSession.builder.master("local-cluster[2,1,700]")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.ui.enabled", "false")
            .config("spark.executor.memory", "700m")
            .config("spark.sql.shuffle.partitions", "8")
            .config("spark.local.dir", name)
            .config("spark.sql.files.maxPartitionBytes", "4m")
            .getOrCreate()
        )
        session.sparkContext.setLogLevel("OFF")
        java = session.sparkContext._gateway.proc.pid
        try:
            frame = session.read.parquet(str(folder))
            print(f"{same_as_rust(session)} samples: as Rust and C")
            started = time.monotonic()
            assert counted(frame) == expected_counts, "classes differ"
            print(f"two executors, classes: {time.monotonic() - started:.1f} s, as one process")
            started = time.monotonic()
            assert years(frame) == expected_years, "years differ"
            print(f"two executors, years: {time.monotonic() - started:.1f} s, as one process")
            assert years(frame.repartition(37)) == expected_years, "years differ by partitioning"

            # The built-in mean of floats is another for another partitioning.
            def means(of):
                rows = of.groupBy("section").agg(functions.avg("TP").alias("mean")).collect()
                return {row["section"]: row["mean"] for row in rows}

            one, other = means(frame.coalesce(1)), means(frame.repartition(37))
            differ = sum(one[key] != other[key] for key in one)
            print(f"built-in avg: {differ} of {len(one)} means have other bits after repartitioning")

            before = executors(java)
            assert len(before) == 2, f"executors {before}: expected two"
            found: dict = {}

            def work() -> None:
                found["years"] = years(frame.repartition(64))
                found["counts"] = counted(frame)

            started = time.monotonic()
            query = threading.Thread(target=work)
            query.start()
            time.sleep(1.0)
            assert query.is_alive(), "the query ended before the kill: use more rows"
            os.kill(before[0], signal.SIGKILL)
            # The script that starts this bounds it.
            query.join()
            assert found.get("years") == expected_years, "years differ after the kill"
            assert found.get("counts") == expected_counts, "classes differ after the kill"
            lost = ROWS - sum(found["counts"].values())
            after = executors(java)
            assert before[0] not in after, "the executor lives"
            print(
                f"executor {before[0]} killed: {time.monotonic() - started:.1f} s, "
                f"rows lost: {lost}, answer identical"
            )
            assert lost == 0
        finally:
            session.stop()


if __name__ == "__main__":
    main()
