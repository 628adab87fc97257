"""A program that answers cases, as a child process; PROTOCOL.md says what is spoken."""

import json
import queue
import subprocess
import threading

PROTOCOL = "gb3838-conformance/1"
LONGEST_ANSWER = 1_000_000  # characters of a line
TIMES_FOR_HELLO = 6


class ProtocolError(Exception):
    """The program ended, was too slow, or answered something else."""


class Program:
    """Started when it is first asked, and again after it ended or was stopped."""

    def __init__(self, command, suite_folder, seconds):
        self.command = command
        self.suite_folder = suite_folder
        self.seconds = seconds
        self.starts = 0
        self.name = None
        self.child = None
        self.lines = None

    def ask(self, number, kind, case_input):
        """The reply to one case; its id is the number, which says nothing of the case."""
        if self.child is None:
            self.start()
        name = str(number)
        reply = self.exchange({"id": name, "kind": kind, "input": case_input}, self.seconds)
        if reply.get("id") != name:
            self.stop()
            raise ProtocolError(f"the program answered case {reply.get('id')!r} when asked {name!r}")
        return reply

    def start(self):
        self.starts += 1
        self.child = subprocess.Popen(
            self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
        )
        self.lines = queue.Queue()
        threading.Thread(target=read_lines, args=(self.child.stdout, self.lines), daemon=True).start()
        version = (self.suite_folder / "VERSION").read_text(encoding="utf-8").strip()
        hello = {
            "protocol": PROTOCOL,
            "suite_version": version,
            "schema": str(self.suite_folder / "schema" / "suite.json"),
            "data_root": str(self.suite_folder),
        }
        reply = self.exchange(hello, self.seconds * TIMES_FOR_HELLO)
        if reply.get("protocol") != PROTOCOL:
            self.stop()
            raise ProtocolError(f"the program speaks {reply.get('protocol')!r}, expected {PROTOCOL!r}")
        self.name = reply.get("program")

    def exchange(self, message, seconds):
        """One line there, one line back."""
        try:
            self.child.stdin.write(json.dumps(message, ensure_ascii=False) + "\n")
            self.child.stdin.flush()
            line = self.lines.get(timeout=seconds)
        except queue.Empty:
            self.stop()
            raise ProtocolError(f"no answer within {seconds:g} s") from None
        except OSError:
            line = None
        if line is None:
            self.stop()
            raise ProtocolError(f"the program ended (exit code {self.code})")
        try:
            reply = json.loads(line)
        except ValueError:
            reply = None
        if not isinstance(reply, dict):
            self.stop()
            raise ProtocolError(f"expected an object in one line, got {line[:200]!r}")
        return reply

    def stop(self):
        self.child.kill()
        self.code = self.child.wait()
        self.child = None

    def close(self):
        """The end of its input tells a program to end."""
        if self.child is None:
            return
        try:
            self.child.stdin.close()
            self.child.wait(timeout=self.seconds)
        except (OSError, subprocess.TimeoutExpired):
            self.child.kill()
            self.child.wait()


def read_lines(stream, lines):
    """Feeds the queue; None at the end of the stream."""
    while line := stream.readline(LONGEST_ANSWER):
        lines.put(line)
    lines.put(None)
