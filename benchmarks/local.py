"""The local runtime as a person starts it, and dossiers in it whose fees were asked for."""
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import time
from pathlib import Path

from common import ROOT, VNPAY, sign

AMOUNT = 8000
MAIN_CLASS = "dev.hoso.local.Local"
LONGEST_START = 300  # seconds


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


def register(local, number, phone="0912345678"):
    """A dossier whose fee was asked for; returns the confirmation that the gateway will send."""
    code, reference = f"H26.15-261123-{number}", f"BENCH{number}"
    local.call("PUT", f"/dossiers/{code}", {
        "procedure": "2.000635", "unit": "00004", "receivedAt": "2026-11-23T09:00:00+07:00",
        "applicant": {"name": "Nguyễn Thị Hoa", "phone": phone, "email": f"{phone}@example.com", "language": "vi", "consent": True}})
    local.call("POST", f"/dossiers/{code}/payments", {"gateway": "vnpay", "reference": reference, "amount": AMOUNT, "currency": "VND"})
    return "/webhooks/vnpay?" + sign(
        f"vnp_Amount={AMOUNT * 100}&vnp_BankCode=NCB&vnp_CardType=ATM&vnp_OrderInfo=Le+phi+{reference}&vnp_PayDate=20261123143005"
        f"&vnp_ResponseCode=00&vnp_TmnCode={VNPAY['HOSO_GATEWAYS_VNPAY_TMN_CODE']}&vnp_TransactionNo={number}"
        f"&vnp_TransactionStatus=00&vnp_TxnRef={reference}")
