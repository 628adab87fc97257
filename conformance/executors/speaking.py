"""The program's side of PROTOCOL.md, for the executors in this folder."""

import json
import sys


def answer_all(name, kinds):
    """Reads cases until the input ends. kinds: for each kind a function of the input."""
    for line in sys.stdin:
        message = json.loads(line)
        if "protocol" in message:
            reply = {"protocol": "gb3838-conformance/1", "program": name, "kinds": sorted(kinds)}
        elif message["kind"] not in kinds:
            reply = {"id": message["id"], "unsupported": True}
        else:
            try:
                reply = {"id": message["id"], "answer": kinds[message["kind"]](message["input"])}
            except Exception as error:  # a program that people write stops at what it does not know
                reply = {"id": message["id"], "error": f"{type(error).__name__}: {error}"}
        print(json.dumps(reply, ensure_ascii=False), flush=True)
