"""What the functions talk to: DynamoDB Local, and the least that passes for SNS and SES."""
import http.client
import http.server
import json
import subprocess
import threading
import time
import urllib.parse

HOST = "127.0.0.1"
DYNAMODB, PROVIDERS = 18000, 18001

# The keys and indexes of template.yaml's tables. One that is missing here, or has another key there, fails in `check`.
TABLES = {
    "Dossiers": (["code"], {}),
    "Payments": (["id"], {"byReceipt": ["receipt"], "due": ["owed", "due"]}),
    "Anomalies": (["id"], {"byDay": ["day", "lastSeenAt"]}),
    "Messages": (["dossier", "message"], {"due": ["owed", "due"]}),
}


class Dynamo:
    """DynamoDB Local, in memory, and the few calls that prepare a measurement and look at what it left."""

    def __init__(self, java, libraries, log):
        self.process = subprocess.Popen(
            [java, "-Xmx512m", "--enable-native-access=ALL-UNNAMED", "-cp", f"{libraries}/*",
             "software.amazon.dynamodb.services.local.main.ServerRunner",
             "-inMemory", "-sharedDb", "-disableTelemetry", "-port", str(DYNAMODB)],
            stdout=log, stderr=subprocess.STDOUT)
        self.connection = http.client.HTTPConnection(HOST, DYNAMODB, timeout=30)
        self.wait()
        for name, (keys, indexes) in TABLES.items():
            self.create(name, keys, indexes)

    def wait(self):
        end = time.time() + 60
        while True:
            try:
                return self.call("ListTables", {})
            except ConnectionError:
                if time.time() > end or self.process.poll() is not None:
                    raise SystemExit("DynamoDB Local does not start: see target/bench/dynamodb.log")
                self.connection.close()
                time.sleep(0.2)

    def create(self, name, keys, indexes):
        schema = lambda names: [{"AttributeName": n, "KeyType": t} for n, t in zip(names, ("HASH", "RANGE"))]
        attributes = sorted({*keys, *(n for names in indexes.values() for n in names)})
        table = {
            "TableName": name, "BillingMode": "PAY_PER_REQUEST", "KeySchema": schema(keys),
            "AttributeDefinitions": [{"AttributeName": n, "AttributeType": "S"} for n in attributes],
            # Streams are on as on AWS: writing into one is part of a write.
            "StreamSpecification": {"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"},
        }
        if indexes:
            table["GlobalSecondaryIndexes"] = [
                {"IndexName": n, "KeySchema": schema(k), "Projection": {"ProjectionType": "KEYS_ONLY"}} for n, k in indexes.items()]
        self.call("CreateTable", table)

    def call(self, operation, request):
        try:
            return self.called(operation, request)
        except ConnectionError:  # It hangs up on who was silent for long; every call here may be made twice.
            self.connection.close()
            return self.called(operation, request)

    def called(self, operation, request):
        self.connection.request("POST", "/", json.dumps(request), {
            "X-Amz-Target": f"DynamoDB_20120810.{operation}", "Content-Type": "application/x-amz-json-1.0",
            # It looks at the form only.
            "Authorization": "AWS4-HMAC-SHA256 Credential=bench/20260101/ap-southeast-1/dynamodb/aws4_request, "
                             "SignedHeaders=host, Signature=0"})
        response = self.connection.getresponse()
        answer = json.loads(response.read())
        if response.status != 200:
            raise RuntimeError(f"{operation}: {answer}")
        return answer

    def put(self, table, item):
        self.call("PutItem", {"TableName": table, "Item": item})

    def get(self, table, **key):
        return self.call("GetItem", {"TableName": table, "Key": key, "ConsistentRead": True}).get("Item", {})

    def stop(self):
        self.process.kill()
        self.process.wait()


class Providers(http.server.BaseHTTPRequestHandler):
    """SNS and SES: both speak the Query protocol. Every call is another message to a person, and is taken."""
    protocol_version = "HTTP/1.1"
    wbufsize = 65536  # Head and body in one write: in two they meet a delayed acknowledgement, 40 ms.
    ANSWERS = {"Publish": "http://sns.amazonaws.com/doc/2010-03-31/", "SendRawEmail": "http://ses.amazonaws.com/doc/2010-12-01/"}

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        action = urllib.parse.parse_qs(body).get("Action", ["?"])[0]
        known = self.ANSWERS.get(action)
        xml = (f'<{action}Response xmlns="{known}"><{action}Result><MessageId>bench</MessageId></{action}Result>'
               f"<ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></{action}Response>") if known else (
               f"<ErrorResponse><Error><Code>InvalidAction</Code><Message>{action}</Message></Error></ErrorResponse>")
        self.send_response(200 if known else 400)
        self.send_header("Content-Type", "text/xml")
        self.send_header("Content-Length", str(len(xml)))
        self.end_headers()
        self.wfile.write(xml.encode())

    def log_message(self, *_):
        pass


def start_providers():
    server = http.server.ThreadingHTTPServer((HOST, PROVIDERS), Providers)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
