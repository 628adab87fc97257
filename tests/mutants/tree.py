"""Copies of the repository that errors are planted in, and the test programs built from them."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import threading
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
WORK = ROOT / "target" / "mutants"
FEATURES = ["--features", "gb3838/rayon,gb3838/serde"]
PACKAGES = ["-p", "gb3838", "-p", "gb3838-tests", "-p", "gb3838-cli"]
#: Test programs, by the folder that they run in: those of the library, of its tests, of the program.
FOLDERS = {
    "": ("gb3838", "oracle", "batch"),
    "tests": ("rules", "reading", "sheet", "annual", "plan", "progress", "published", "api"),
    "cli": ("programs",),
}
#: The program itself, held to the suite: a file of cases is a test.
SUITE = "suite"


@dataclass(frozen=True)
class Ran:
    """What became of a run: whether all passed, and the seconds of CPU that it took."""

    passed: bool
    seconds: float


class Tree:
    """A copy of the repository with a folder of its own for what is built."""

    def __init__(self, name: str, level: int) -> None:
        """``level``: for how fast the library is compiled."""
        self.path, self.level, self.built = WORK / name, level, WORK / f"{name}-built"
        # Tests of the program write files in one folder.
        self.locks = {"programs": threading.Lock()}

    def environment(self) -> dict[str, str]:
        """What cargo and the tests see. Random tests draw the same in each run, and keep and shrink
        nothing."""
        added = {
            "CARGO_TARGET_DIR": str(self.built),
            "CARGO_PROFILE_TEST_OPT_LEVEL": str(self.level),
            "CARGO_PROFILE_TEST_DEBUG": "0",
            "CARGO_PROFILE_DEV_DEBUG": "0",
            "CARGO_INCREMENTAL": "1",
            "RUSTFLAGS": "--cap-lints allow",
            "RUST_BACKTRACE": "0",
            "PROPTEST_DISABLE_FAILURE_PERSISTENCE": "1",
            "PROPTEST_MAX_SHRINK_ITERS": "0",
            "PROPTEST_RNG_SEED": "3838",
            # Switches in functions that constants use too, see planted.rs; and tests that stop at
            # the first failure.
            "RUSTC_BOOTSTRAP": "1",
        }
        return {**os.environ, **added}

    def copy(self, *folders: str) -> None:
        """Takes over the files that git knows or may know, or only those of some folders, as they are
        now; what is the same keeps its time."""
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
        names = {name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()}
        if folders:
            for name in names:
                if name.startswith(folders):
                    self.write(name, (ROOT / name).read_bytes())
            return
        if (ROOT / "Cargo.lock").exists():
            names.add("Cargo.lock")
        for file in [it for it in self.path.rglob("*") if it.is_file()]:
            if str(file.relative_to(self.path)) not in names:
                file.unlink()
        for name in names:
            self.write(name, (ROOT / name).read_bytes())

    def write(self, name: str, content: bytes) -> None:
        """Writes a file where it changes."""
        file = self.path / name
        if not file.exists() or file.read_bytes() != content:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)

    def cargo(self, *arguments: str) -> tuple[bool, list[dict]]:
        """Whether a command of cargo succeeds, and what it and the compiler tell."""
        command = ["cargo", *arguments, "--message-format=json", "-q"]
        done = subprocess.run(
            command, cwd=self.path, env=self.environment(), capture_output=True, text=True
        )
        told = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
        if done.returncode != 0 and not complaints(told):
            raise SystemExit(done.stderr)
        return done.returncode == 0, told

    def check(self) -> list[list[tuple[str, int, int]]]:
        """The errors of the compiler in the library alone, each as the places that it names."""
        passed, told = self.cargo("check", "-p", "gb3838", "--lib", "--features", "rayon,serde")
        return [] if passed else complaints(told)

    def programs(self, names: list[str]) -> dict[str, str] | None:
        """The paths of test programs; None where something does not compile."""
        known = [name for name in names if name not in ("gb3838", SUITE)]
        arguments = ["test", *PACKAGES, *FEATURES, "--no-run"]
        arguments += [part for name in known for part in ("--test", name)]
        arguments += ["--lib"] if "gb3838" in names else []
        arguments += ["--bin", "gb3838"] if SUITE in names else []
        passed, told = self.cargo(*arguments)
        if not passed:
            return None
        built = {}
        for artifact in told:
            if artifact.get("executable"):
                target = artifact["target"]
                built[SUITE if "bin" in target["kind"] else target["name"]] = artifact["executable"]
        return {name: built[name] for name in names}

    def tests_of(self, name: str, program: str) -> list[str]:
        """The names of the tests of a program."""
        if name == SUITE:
            cases = sorted((self.path / "conformance/cases").glob("*.json"))
            return ["conformance/conformance.json", *(str(it.relative_to(self.path)) for it in cases)]
        command = [program, "--list", "--format", "terse"]
        listed = subprocess.run(command, capture_output=True, text=True, check=True)
        return [line[: -len(": test")] for line in listed.stdout.splitlines() if line.endswith(": test")]

    def run(self, name: str, command: list[str], seconds: float, **more: str) -> Ran:
        """Runs a test program, for at most so many seconds of CPU; what waits for ever is ended too."""
        with self.locks.get(name, nullcontext()):
            return self.run_now(name, command, seconds, **more)

    def run_now(self, name: str, command: list[str], seconds: float, **more: str) -> Ran:
        folder = next((it for it, names in FOLDERS.items() if name in names), "")

        def limits() -> None:
            resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 5))
            resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))

        running = subprocess.Popen(
            command,
            cwd=self.path / folder,
            env={**self.environment(), **more},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            preexec_fn=limits,
            start_new_session=True,
        )
        watch = threading.Timer(5 * seconds + 60, os.killpg, (running.pid, signal.SIGKILL))
        watch.start()
        _, status, used = os.wait4(running.pid, 0)
        watch.cancel()
        running.returncode = os.waitstatus_to_exitcode(status)
        return Ran(running.returncode == 0, used.ru_utime + used.ru_stime)


def complaints(told: list[dict]) -> list[list[tuple[str, int, int]]]:
    """Of each error of the compiler: the places that it names, the nearest first."""
    found = []
    for message in told:
        if message.get("reason") != "compiler-message" or message["message"]["level"] != "error":
            continue
        places = []
        for span in sorted(message["message"]["spans"], key=lambda it: not it["is_primary"]):
            while span is not None:
                places.append((span["file_name"], span["byte_start"], span["byte_end"]))
                span = (span.get("expansion") or {}).get("span")
        if places:
            found.append(places)
    return found


def command_of(name: str, program: str, tests: list[str]) -> list[str]:
    """What runs some tests of a program, to the first that fails."""
    if name == SUITE:
        # The first says where the files are that cases name.
        first = "conformance/conformance.json"
        return [program, "conformance", first, *(test for test in tests if test != first)]
    return [program, "-q", "--exact", "--test-threads=1", "-Zunstable-options", "--fail-fast", *tests]
