#!/usr/bin/env python3
"""
How soon the local runtime answers and how much memory it takes, as ../README.md describes.

  startup.py [starts [confirmations]]   `mvn -q -Plocal` 3 times if not said otherwise; the last one takes 1,000 confirmations
"""
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).absolute().parent
sys.path.insert(0, str(HERE.parent))
from common import ROOT, circumstances, put_into_readme, table
from local import Local, register

LONGEST_BURST = 300  # seconds


def confirm_all(local, number):
    """Seconds that the confirmations took, and until the last message about them had left."""
    confirmations = [register(local, 10_000_000 + n) for n in range(number)]
    before = settled_inbox(local)
    start = time.time()
    for confirmation in confirmations:
        answer = local.call("GET", confirmation)
        if answer["RspCode"] != "00":
            raise SystemExit(f"A confirmation was answered with {answer}")
    confirmed = time.time()
    told = before + 2 * number  # An SMS and an e-mail each.
    while messages(local) < told and time.time() < confirmed + LONGEST_BURST:
        time.sleep(0.5)
    done, count = time.time(), settled_inbox(local)
    if count != told:
        raise SystemExit(f"{count - before} messages left, {told - before} should have")
    return confirmed - start, done - start


def messages(local):
    return len(local.call("GET", "/local/inbox")["messages"])


def settled_inbox(local):
    """How many messages there are when no more come."""
    count = -1
    while count != (count := messages(local)):
        time.sleep(3)
    return count


def main(starts="3", confirmations="1000"):
    (HERE / "target").mkdir(exist_ok=True)
    subprocess.run(["mvn", "-q", "package", "-DskipTests", "-Dspotless.check.skip"], cwd=ROOT, check=True)  # No start has to build.
    results = []
    for last in [False] * (int(starts) - 1) + [True]:
        with open(HERE / "target/local.log", "wb") as log:
            local = Local(log)
        try:
            results.append((local.first_answer - local.jvm_started, local.first_from_function - local.jvm_started,
                            local.first_answer - local.started, local.resident_megabytes()["VmRSS"]))
            print("seconds to the first answer, to a function's, to the first with Maven; MB:", results[-1], flush=True)
            burst = confirm_all(local, int(confirmations)) if last else None
            resident = local.resident_megabytes()
        finally:
            local.stop()
    report(results, burst, resident, confirmations, local.java)


def report(results, burst, resident, confirmations, java):
    first, function, maven, megabytes = (statistics.median(column) for column in zip(*results))
    answering, telling = burst
    rows = [
        ["first answer, s from the JVM's start", f"{first:.1f}"],
        ["first answer of a function, s from the JVM's start", f"{function:.1f}"],
        ["first answer, s from `mvn -q -Plocal` with nothing to build", f"{maven:.1f}"],
        ["RSS after that, MB", f"{megabytes:.0f}"],
        [f"RSS after {confirmations} confirmations, MB (most ever)", f"{resident['VmRSS']:.0f} ({resident['VmHWM']:.0f})"],
        [f"{confirmations} confirmations one after the other, s", f"{answering:.1f}"],
        ["until the last citizen was told, s", f"{telling:.1f}"]]
    put_into_readme("startup", f"{circumstances(java)} Medians of {len(results)} starts.\n\n{table(['what', 'measured'], rows)}")


main(*sys.argv[1:])
