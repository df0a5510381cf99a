"""A stand-in for Lambda's runtime API, and one function run against it."""
import http.server
import os
import signal
import subprocess
import threading
import time
import uuid
from pathlib import Path

HOST, PORT = "127.0.0.1", 18002
HANDLER_CORE, OTHER_CORE = 0, 1

# What the managed runtime runs a function of 1,024 MB with where it restores no snapshot: the serial collector, and the
# first compiler alone (docs.aws.amazon.com/lambda/latest/dg/java-customization.html). The heap's sizes are said because
# the JVM would take them from this machine's memory.
FLAGS = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms16m", "-Xmx870m", "--enable-native-access=ALL-UNNAMED"]
CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda"


class Run:
    """One life of a function: so many invocations, one after the other."""

    def __init__(self, story, invocations):
        self.story, self.invocations = story, invocations
        self.sent, self.answered, self.problems = [], [], []
        self.over, self.gone = threading.Event(), threading.Event()
        self.invocation = story.prepare()  # The first is prepared before the function starts, which does not wait for it.

    def next_event(self):
        if self.sent:
            self.invocation = self.story.prepare()
        return self.invocation.event.encode()

    def answer(self, body, failed):
        self.answered.append(time.perf_counter())
        problem = body.decode(errors="replace") if failed else self.invocation.problem(body)
        if problem:
            self.problems.append(f"invocation {len(self.answered)}: {problem}")
        if failed:
            self.over.set()

    def milliseconds(self):
        """What each invocation took, from handing the event over to having the answer."""
        return [(b - a) * 1000 for a, b in zip(self.sent, self.answered)]


class RuntimeApi(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = 65536  # Head and body in one write: in two they meet a delayed acknowledgement, 40 ms.
    run = None

    def do_GET(self):
        run = RuntimeApi.run
        if len(run.sent) == run.invocations:
            run.over.set()
            run.gone.wait()  # Nothing more to do, until the function is ended.
            self.close_connection = True
            return
        event = run.next_event()
        self.send_response(200)
        for name, value in {
            "Lambda-Runtime-Aws-Request-Id": str(uuid.uuid4()),
            "Lambda-Runtime-Deadline-Ms": str(int(time.time() * 1000) + 25_000),
            "Lambda-Runtime-Invoked-Function-Arn": "arn:aws:lambda:ap-southeast-1:123456789012:function:bench:live",
            "Lambda-Runtime-Trace-Id": "Root=1-5e1b4151-5ac6c58f3b7b5b7b5b7b5b7b;Sampled=0",
            "Content-Type": "application/json",
            "Content-Length": str(len(event)),
        }.items():
            self.send_header(name, value)
        run.sent.append(time.perf_counter())
        self.end_headers()
        self.wfile.write(event)

    def do_POST(self):
        RuntimeApi.run.answer(self.body(), "error" in self.path)
        self.send_response(202)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def body(self):
        if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length", 0)))
        body = b""
        while size := int(self.rfile.readline().split(b";")[0], 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def log_message(self, *_):
        pass


def start_runtime_api():
    server = http.server.ThreadingHTTPServer((HOST, PORT), RuntimeApi)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()


def environment(handler, settings):
    """Lambda's own variables, and the function's."""
    return {
        "PATH": os.environ["PATH"], "LANG": "en_US.UTF-8", "TZ": ":UTC",
        "AWS_LAMBDA_RUNTIME_API": f"{HOST}:{PORT}", "_HANDLER": handler,
        "AWS_EXECUTION_ENV": "AWS_Lambda_java25", "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand",
        "AWS_LAMBDA_FUNCTION_NAME": "bench", "AWS_LAMBDA_FUNCTION_VERSION": "1", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "1024",
        "AWS_LAMBDA_LOG_GROUP_NAME": "bench", "AWS_LAMBDA_LOG_STREAM_NAME": "bench", "AWS_LAMBDA_LOG_FORMAT": "JSON",
        "AWS_REGION": "ap-southeast-1", "AWS_ACCESS_KEY_ID": "bench", "AWS_SECRET_ACCESS_KEY": "bench", **settings,
    }


def live(command, folder, env, run, log, train=False):
    """
    Starts a function, lets it answer the run's events, ends it. One that trains is asked to end, for its JVM writes the
    cache then, and may use all cores.

    Returns seconds from the start of the process to the first answer, and resident megabytes after the last.
    """
    RuntimeApi.run = run
    pin = [] if train else ["taskset", "-c", str(HANDLER_CORE)]
    with open(log, "wb") as out:
        start = time.perf_counter()
        process = subprocess.Popen([*pin, *command], cwd=folder, env=env, stdout=out, stderr=subprocess.STDOUT)
    try:
        return first_answer(process, run, start), resident_megabytes(process.pid)
    finally:
        process.send_signal(signal.SIGTERM if train else signal.SIGKILL)
        process.wait(120)
        run.gone.set()


def first_answer(process, run, start):
    end = time.time() + 120
    while not run.over.wait(0.05):
        if process.poll() is not None or time.time() > end:
            run.problems.append("it ended" if process.poll() is not None else "it does not answer")
            return None
    return run.answered[0] - start if run.answered else None


def resident_megabytes(pid):
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return None
    kilobytes = [line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")]
    return int(kilobytes[0]) / 1024 if kilobytes else None
