#!/usr/bin/env python3
"""
Cold starts of Hoso's functions beside a plain handler, as ../README.md describes.

  bench.py build              packages the functions, the plain one, the runtime client, DynamoDB Local
  bench.py check [peer…]      starts each once and says whether it does its work
  bench.py train [peer…]      makes the AOT caches of the peers that end in +aot
  bench.py cold [n] [peer…]   n rounds of starts, 9 if not said
  bench.py warm [n] [peer…]   n rounds of many invocations, 3 if not said
  bench.py report             puts the table into ../README.md
  bench.py all                all of this in order
"""
import json
import os
import re
import statistics
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).absolute().parent.parent))
import runtime
import standins
from common import ROOT, VNPAY, circumstances, put_into_readme, table
from peers import HERE, OUT, PLAIN, peers
from stories import Story

STARTED, WARMED, COUNTED, TRAINED = 3, 50, 300, 30
ENDPOINT = f"http://{standins.HOST}"
SETTINGS = VNPAY | {
    "AWS_ENDPOINT_URL_DYNAMODB": f"{ENDPOINT}:{standins.DYNAMODB}",
    "AWS_ENDPOINT_URL_SNS": f"{ENDPOINT}:{standins.PROVIDERS}",
    "AWS_ENDPOINT_URL_SES": f"{ENDPOINT}:{standins.PROVIDERS}",
    "HOSO_GATEWAYS_VNPAY_BASE_URL": "https://sandbox.vnpayment.vn/paymentv2",
    "HOSO_CATALOGUE": "/opt/hoso/catalogue",  # Absent, as where a city has no layer with its own.
    "HOSO_CITIZEN_ADDRESS": "https://hoso.example.gov.vn",
    "HOSO_RETENTION_DAYS": "730",
    "HOSO_SMS_SENDER": "HANOI", "HOSO_SMS_MAX_PRICE": "0.10", "HOSO_SMS_ACCENTED": "",
    "HOSO_EMAIL_SENDER": "hoso@example.gov.vn",
    "HOSO_ALLOWANCES_TABLE": "Allowances",
    "HOSO_QUIET_FROM": "22:00",
    "HOSO_QUIET_TO": "07:00",
} | {f"HOSO_{name.upper()}_TABLE": name for name in standins.TABLES}


def build():
    subprocess.run(["mvn", "-q", "package", "-DskipTests", "-Dspotless.check.skip", "-f", ROOT / "pom.xml"], check=True)
    subprocess.run(["mvn", "-q", "package", "-f", HERE / "pom.xml"], check=True)


def jdk(what):
    """The JDK that Maven builds with, as it says itself."""
    return re.search(rf"^ +{re.escape(what)} = (.+)$", (HERE / "lambda/target/jdk.txt").read_text(), re.M).group(1)


def start(peer, dynamo, invocations, train=False):
    """One life of a function; what it took, or None where something went wrong, which is said."""
    client = sorted((HERE / "lambda/target/lib").glob("*.jar"))
    class_path = ":".join(map(str, [*client, *peer.class_path()]))
    command = [f"{jdk('java.home')}/bin/java", *runtime.FLAGS, *peer.java_options(train), "-cp", class_path, runtime.CLIENT, peer.handler]
    # The client loads what lies where it is started, and with a cache everything is on the class path already.
    folder = OUT / "nothing" if peer.aot else peer.folder
    folder.mkdir(exist_ok=True)
    run = runtime.Run(Story(peer.story, dynamo), invocations)
    log = OUT / f"{peer.name}.log"
    first, resident = runtime.live(command, folder, runtime.environment(peer.handler, SETTINGS), run, log, train)
    if run.problems or first is None:
        print(f"{peer.name} FAILED: {run.problems[:1]}, see {log.relative_to(HERE)}", flush=True)
        return None
    return {"first": first * 1000, "resident": resident, "invocations": run.milliseconds()}


def check(dynamo, chosen):
    return all([bool(start(peer, dynamo, STARTED)) and print(f"{peer.name} works") is None for peer in chosen])


def train(dynamo, chosen):
    for peer in (p for p in chosen if p.aot):
        peer.cache.unlink(missing_ok=True)
        start(peer, dynamo, TRAINED, train=True)
        print(f"{peer.name}: cache {'made' if peer.cache.exists() else 'NOT MADE'}", flush=True)


def rounds(dynamo, chosen, number, invocations, file):
    """
    All peers in every round, so that what changes on the machine changes for all of them; every other round backwards,
    so that none is always after the same one. The round before the first fills the file cache and is not counted.
    """
    results = {peer.name: [] for peer in chosen}
    for number_of_round in range(number + 1):
        for peer in chosen if number_of_round % 2 else reversed(chosen):
            result = start(peer, dynamo, invocations)
            if result and number_of_round:
                results[peer.name].append(result)
        print(f"round {number_of_round} of {number}", flush=True)
        (OUT / file).write_text(json.dumps(results))


def report():
    cold = json.loads((OUT / "cold.json").read_text())
    warm = json.loads((OUT / "warm.json").read_text()) if (OUT / "warm.json").exists() else {}
    plain = statistics.median(start["first"] for start in cold[PLAIN])
    rows = [row(peer, cold[peer.name], warm.get(peer.name), plain) for peer in peers(list(cold)) if cold[peer.name]]
    heads = ["function", "first answer ms (least–most)", "× plain", "1st invoke ms", "3rd invoke ms", "RSS MB", "package MB", "warm median / p99 ms"]
    counted = min(len(starts) for starts in cold.values())
    text = f"{circumstances(jdk('java.version'))} Medians of {counted} rounds; + is an AOT cache's size.\n\n{table(heads, rows)}"
    put_into_readme("coldstart", text)


def row(peer, starts, lives, plain):
    firsts = [start["first"] for start in starts]
    first = statistics.median(firsts)
    middle = lambda values: statistics.median(list(values))
    return [
        peer.name.replace("+aot", " + AOT cache"), f"{first:.0f} ({min(firsts):.0f}–{max(firsts):.0f})", f"{first / plain:.2f}",
        f"{middle(s['invocations'][0] for s in starts):.0f}", f"{middle(s['invocations'][2] for s in starts):.1f}",
        f"{middle(s['resident'] for s in starts):.0f}", peer.megabytes(), warm_cell(lives)]


def warm_cell(lives):
    if not lives:
        return "–"
    counted = [sorted(life["invocations"][WARMED:]) for life in lives]
    p99 = [life[int(len(life) * 0.99) - 1] for life in counted]
    return f"{statistics.median(map(statistics.median, counted)):.1f} / {statistics.median(p99):.1f}"


def measure(command, number, names):
    """What needs the stand-ins, which have the other core for themselves."""
    if os.cpu_count() < 2:
        raise SystemExit("A function is measured alone on one core, so this needs two.")
    chosen = peers(names)
    OUT.mkdir(parents=True, exist_ok=True)
    everywhere = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {runtime.OTHER_CORE})
    standins.start_providers()
    runtime.start_runtime_api()
    with open(OUT / "dynamodb.log", "wb") as log:
        dynamo = standins.Dynamo(f"{jdk('java.home')}/bin/java", HERE / "database/target/lib", log)
    try:
        for peer in chosen:
            peer.unpack()
        if command in ("check", "all") and not check(dynamo, [p for p in chosen if not p.aot or command == "check" and p.cache.exists()]):
            raise SystemExit(1)
        if command in ("train", "all"):
            os.sched_setaffinity(0, everywhere)
            train(dynamo, chosen)
            os.sched_setaffinity(0, {runtime.OTHER_CORE})
        if command in ("warm", "all"):
            rounds(dynamo, chosen, number or 3, WARMED + COUNTED, "warm.json")
        if command in ("cold", "all"):
            rounds(dynamo, chosen, number or 9, STARTED, "cold.json")
    finally:
        dynamo.stop()


def main(command="", *arguments):
    if command not in ("build", "check", "train", "cold", "warm", "report", "all"):
        raise SystemExit(__doc__)
    number = int(arguments[0]) if arguments and arguments[0].isdigit() else None
    names = arguments[1:] if number else arguments
    if command in ("build", "all"):
        build()
    if command not in ("build", "report"):
        measure(command, number, names)
    if command in ("report", "all"):
        report()


main(*sys.argv[1:])
