#!/usr/bin/env python3
"""
How long citizens wait for the receipt of a payment, as ../README.md describes.

  messages.py [confirmations [times]]   1,000 confirmations at 10 times Hanoi's mean load if not said otherwise
"""
import random
import statistics
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

HERE = Path(__file__).absolute().parent
sys.path.insert(0, str(HERE.parent))
from common import ROOT, circumstances, put_into_readme, table
from local import Local, register

DOSSIERS, OFFICE_SECONDS = 1_240_000, 95 * 8 * 3600  # From 1 July to 12 November 2025, all of them in office hours.
PROVIDER_MILLISECONDS = 80
RECEIPTS = ("da nhan", "đã nhận")  # What an SMS and an e-mail call it.
LONGEST = 300  # seconds


class Providers:
    """Both take 80 ms for a call and turn one call away every second."""

    def __init__(self, local):
        self.local, self.stop = local, threading.Event()
        self.set({"delayMs": PROVIDER_MILLISECONDS})
        self.thread = threading.Thread(target=self.throttle)
        self.thread.start()

    def set(self, behaviour):
        return self.local.call("POST", "/local/providers", {"sns": behaviour, "ses": behaviour})

    def throttle(self):
        while not self.stop.wait(1):
            self.set({"throttleNext": 1})

    def close(self):
        self.stop.set()
        self.thread.join()
        return self.set({"delayMs": 0, "throttleNext": 0})


def phone(number):
    return f"0912{number:06d}"


def receipts(local):
    """When the providers took each receipt: by channel and person, all the times."""
    taken = {}
    for message in local.call("GET", "/local/inbox")["messages"]:
        if any(it in message["text"] for it in RECEIPTS):
            person = message["to"].split("@")[0].replace("+84", "0")
            taken.setdefault((message["channel"], person), []).append(datetime.fromisoformat(message["at"]).timestamp())
    return taken


def confirm(local, query):
    """When the gateway had its answer: from then on a citizen may expect the receipt."""
    answer = local.call("GET", query)
    if answer["RspCode"] != "00":
        raise SystemExit(f"A confirmation was answered with {answer}")
    return time.time()


def confirm_all(local, count, rate):
    """Confirmations come by chance, as people pay; nobody waits for those before."""
    queries = [register(local, 10_000_000 + n, phone(n)) for n in range(count)]
    gaps = random.Random(1)
    with ThreadPoolExecutor(32) as gateways:
        answers, next_time = [], time.time()
        for query in queries:
            next_time += gaps.expovariate(rate)
            time.sleep(max(0.0, next_time - time.time()))
            answers.append(gateways.submit(confirm, local, query))
        return {phone(n): answer.result() for n, answer in enumerate(answers)}


def waited(local, confirmed):
    """Seconds from each confirmation to each of its receipts, by channel; none is lost or doubled."""
    end = time.time() + LONGEST
    while len(taken := receipts(local)) < 2 * len(confirmed) and time.time() < end:
        time.sleep(1)
    wrong = [it for it, times in taken.items() if len(times) > 1]
    if wrong or len(taken) != 2 * len(confirmed):
        raise SystemExit(f"{len(taken)} receipts for {len(confirmed)} payments, {len(wrong)} of them doubled")
    return {channel: sorted(max(0.0, times[0] - confirmed[person]) for (c, person), times in taken.items() if c == channel)
            for channel in ("sms", "email")}


def row(name, seconds):
    cuts = statistics.quantiles(seconds, n=100, method="inclusive")
    return [name, str(len(seconds))] + [f"{it:.2f}" for it in (cuts[49], cuts[94], cuts[98], max(seconds))]


def main(confirmations="1000", times="10"):
    (HERE / "target").mkdir(exist_ok=True)
    subprocess.run(["mvn", "-q", "package", "-DskipTests", "-Dspotless.check.skip"], cwd=ROOT, check=True)
    rate = float(times) * DOSSIERS / OFFICE_SECONDS
    with open(HERE / "target/local.log", "wb") as log:
        local = Local(log)
    try:
        providers = Providers(local)
        try:
            seconds = waited(local, confirm_all(local, int(confirmations), rate))
        finally:
            counted = providers.close()
    finally:
        local.stop()
    rows = [row("SMS", seconds["sms"]), row("e-mail", seconds["email"]), row("both", sorted(seconds["sms"] + seconds["email"]))]
    turned_away = sum(counted[it]["refused"] for it in ("sns", "ses"))
    repeated = sum(counted[it]["repeated"] for it in ("sns", "ses"))
    put_into_readme(
        "messages",
        f"{circumstances(local.java)} {rate:.1f} confirmations a second, each told by SMS and e-mail; {turned_away} calls were turned"
        f" away, {repeated} messages taken twice, none lost.\n\n"
        + table(["receipts, s after the confirmation", "messages", "p50", "p95", "p99", "worst"], rows))


main(*sys.argv[1:])
