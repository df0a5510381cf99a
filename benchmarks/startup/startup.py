#!/usr/bin/env python3
"""
How soon the local runtime answers and how much memory it takes, as ../README.md describes.

  startup.py [starts [confirmations]]   `mvn -q -Plocal` 3 times if not said otherwise; the last one takes 1,000 confirmations
"""
import http.client
import json
import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).absolute().parent
sys.path.insert(0, str(HERE.parent))
from common import ROOT, VNPAY, circumstances, put_into_readme, sign, table

AMOUNT = 8000
MAIN_CLASS = "dev.hoso.local.Local"
LONGEST_START, LONGEST_BURST = 300, 300  # seconds


class Local:
    """The local runtime, started as a person starts it."""

    def __init__(self, log):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        environment = os.environ | VNPAY | {"HOSO_PORT": str(self.port), "HOSO_STORY": "off"}
        environment.pop("HOSO_DATA", None)
        self.started, self.pid = time.time(), None
        # A session of its own, so that Maven and the JVM below it can be ended together.
        self.maven = subprocess.Popen(
            ["mvn", "-q", "-Plocal"], cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT, start_new_session=True)
        try:
            self.first_answer = self.wait_for("/local/inbox")
            self.first_from_function = self.wait_for("/procedures")
            self.pid, self.jvm_started = self.find_jvm()
            release = Path(f"/proc/{self.pid}/exe").resolve().parent.parent / "release"
            self.java = re.search('JAVA_VERSION="(.+)"', release.read_text()).group(1)
        except BaseException:
            self.stop()
            raise

    def wait_for(self, path):
        """When it was answered."""
        while time.time() < self.started + LONGEST_START and self.maven.poll() is None:
            try:
                self.call("GET", path)
                return time.time()
            except OSError:
                time.sleep(0.02)
        raise SystemExit("The local runtime does not start: see target/local.log")

    def find_jvm(self):
        """The JVM below Maven and when it started: what came before that is Maven's time, not the runtime's."""
        now, uptime = time.time(), float(Path("/proc/uptime").read_text().split()[0])
        for process in Path("/proc").glob("[0-9]*"):
            try:
                fields = (process / "stat").read_text().rpartition(")")[2].split()
                command = (process / "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue  # It ended meanwhile.
            session, start = int(fields[3]), int(fields[19]) / os.sysconf("SC_CLK_TCK")
            if session == self.maven.pid and MAIN_CLASS.encode() in command:
                return int(process.name), now - uptime + start
        raise SystemExit(f"There is no {MAIN_CLASS} below Maven")

    def call(self, method, path, body=None):
        """Calls, and gives what was answered as JSON where it is that."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, path, json.dumps(body) if body else None,
                               {"Content-Type": "application/json", "Accept": "application/json"})
            answer = connection.getresponse()
            text = answer.read().decode()
        finally:
            connection.close()
        if answer.status >= 300:
            raise RuntimeError(f"{method} {path}: {answer.status} {text}")
        return json.loads(text) if answer.getheader("Content-Type", "").startswith("application/json") else text

    def resident_megabytes(self):
        lines = Path(f"/proc/{self.pid}/status").read_text().splitlines()
        return {name: int(line.split()[1]) / 1024 for name in ("VmRSS", "VmHWM") for line in lines if line.startswith(name)}

    def stop(self):
        if self.maven.poll() is None:
            os.killpg(self.maven.pid, signal.SIGTERM)
        self.maven.wait(60)
        while self.pid and Path(f"/proc/{self.pid}").exists():  # The next start has the machine for itself.
            time.sleep(0.2)


def register(local, number):
    """A dossier whose fee was asked for; returns the confirmation that the gateway will send."""
    code, reference = f"H26.15-261123-{number}", f"BENCH{number}"
    local.call("PUT", f"/dossiers/{code}", {
        "procedure": "2.000635", "unit": "00004", "receivedAt": "2026-11-23T09:00:00+07:00",
        "applicant": {"name": "Nguyễn Thị Hoa", "phone": "0912345678", "email": "hoa@example.com", "language": "vi", "consent": True}})
    local.call("POST", f"/dossiers/{code}/payments", {"gateway": "vnpay", "reference": reference, "amount": AMOUNT, "currency": "VND"})
    return "/webhooks/vnpay?" + sign(
        f"vnp_Amount={AMOUNT * 100}&vnp_BankCode=NCB&vnp_CardType=ATM&vnp_OrderInfo=Le+phi+{reference}&vnp_PayDate=20261123143005"
        f"&vnp_ResponseCode=00&vnp_TmnCode={VNPAY['HOSO_GATEWAYS_VNPAY_TMN_CODE']}&vnp_TransactionNo={number}"
        f"&vnp_TransactionStatus=00&vnp_TxnRef={reference}")


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
