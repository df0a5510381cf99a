"""
What each function is asked: the events of `events/`, each time of another dossier and payment, with what must be in the
tables before, and how to see that the work was done.
"""
import itertools
import json
from dataclasses import dataclass
from typing import Callable

from common import ROOT, sign

DOSSIER, REFERENCE = "H26.15-261123-0042", "TT2611230042"  # As the events have them.
LONG_AGO = "2020-01-01T00:00:00Z"
TEXTS = {file.stem: file.read_text() for file in (ROOT / "events").glob("*.json")}


@dataclass
class Invocation:
    """An event, and what is wrong with an answer to it: nothing, if it is falsy."""
    event: str
    problem: Callable[[bytes], object]


class Story:
    """One function's work, again and again."""
    numbers = itertools.count(1000_0000)  # A dossier's number has four to eight digits.

    def __init__(self, tell, dynamo):
        self.tell, self.dynamo = tell, dynamo

    def prepare(self):
        number = next(Story.numbers)
        return self.tell(self.dynamo, f"H26.15-261123-{number}", f"TT{number}")


def text(event, dossier, reference):
    return TEXTS[event].replace(DOSSIER, dossier).replace(REFERENCE, reference)


def images(event, dossier, reference):
    return json.loads(text(event, dossier, reference))["Records"][0]["dynamodb"]


def pending_payment(dynamo, dossier, reference, **other):
    """A fee that was asked for and nobody has paid yet."""
    dynamo.put("Payments", images("stream-payments", dossier, reference)["OldImage"] | other)


def waiting_dossier(dynamo, dossier, reference):
    """A dossier that waits for its fee. Events show less of it than its table has."""
    written = {"S": "2026-11-23T09:00:00+07:00"}
    dynamo.put("Dossiers", {
        "registration": {"S": "bench"}, "createdAt": written, "updatedAt": written,
        "pauses": {"L": [{"M": {"from": {"S": "2026-11-23"}}}]}, "documents": {"L": []},
        **images("stream-dossiers", dossier, reference)["OldImage"]})


def webhook(dynamo, dossier, reference):
    pending_payment(dynamo, dossier, reference)
    event = json.loads(text("webhook-vnpay", dossier, reference))
    unsigned, _ = event["rawQueryString"].split("&vnp_SecureHash=")
    event["rawQueryString"] = sign(unsigned)
    event["queryStringParameters"]["vnp_SecureHash"] = event["rawQueryString"][-128:]

    def problem(body):
        answer = json.loads(body)
        paid = dynamo.get("Payments", id={"S": f"vnpay/{reference}"})["status"] == {"S": "paid"}
        confirmed = answer["statusCode"] == 200 and json.loads(answer["body"])["RspCode"] == "00"
        return not (paid and confirmed) and answer

    return Invocation(json.dumps(event), problem)


def payment_facts(dynamo, dossier, reference):
    waiting_dossier(dynamo, dossier, reference)

    def problem(body):
        payments = dynamo.get("Dossiers", code={"S": dossier})["payments"]["M"]
        paid = payments[f"vnpay/{reference}"]["M"]["status"] == {"S": "paid"}
        return not (paid and json.loads(body) == {"batchItemFailures": []}) and body

    return Invocation(text("stream-payments", dossier, reference), problem)


def dossier_facts(dynamo, dossier, reference):
    def problem(body):
        key = {"TableName": "Messages", "KeyConditionExpression": "dossier = :d", "ExpressionAttributeValues": {":d": {"S": dossier}}}
        sent = sorted((m["channel"]["S"], m["status"]["S"]) for m in dynamo.call("Query", key)["Items"])
        return sent != [("email", "sent"), ("sms", "sent")] and (sent, body)

    return Invocation(text("stream-dossiers", dossier, reference), problem)


def register(dynamo, dossier, reference):
    return Invocation(text("register-dossier", dossier, reference), answers(201))


def ask_for_fee(dynamo, dossier, reference):
    waiting_dossier(dynamo, dossier, reference)
    return Invocation(text("ask-for-fee", dossier, reference), answers(201))


def overdue_payment(dynamo, dossier, reference):
    pending_payment(dynamo, dossier, reference, due={"S": LONG_AGO})
    expired = lambda _: dynamo.get("Payments", id={"S": f"vnpay/{reference}"})["status"] != {"S": "expired"} and "still pending"
    return Invocation(TEXTS["every-minute"], expired)


def owed_message(dynamo, dossier, reference):
    key = {"dossier": {"S": dossier}, "message": {"S": f"payment vnpay/{reference} paid#sms"}}
    dynamo.put("Messages", key | {
        "fact": {"S": f"payment vnpay/{reference} paid"}, "channel": {"S": "sms"}, "to": {"S": "+84912345678"},
        "language": {"S": "vi"}, "text": {"S": "Da nhan 8.000 d le phi ho so"}, "encoding": {"S": "GSM-7"}, "segments": {"N": "1"},
        "status": {"S": "claimed"}, "attempts": {"N": "1"}, "version": {"N": "1"}, "at": {"S": "2026-11-23T14:30:06+07:00"},
        "owed": {"S": "message"}, "due": {"S": LONG_AGO}, "expires": {"N": "1900000000"}})
    return Invocation(TEXTS["every-minute"], lambda _: dynamo.get("Messages", **key)["status"] != {"S": "sent"} and "not sent")


def answers(status):
    def problem(body):
        answer = json.loads(body)
        return answer["statusCode"] != status and answer
    return problem


# By the functions' names in template.yaml.
STORIES = {
    "PaymentsWebhooks": webhook,
    "DossiersFacts": payment_facts,
    "NotificationsTell": dossier_facts,
    "PaymentsDue": overdue_payment,
    "NotificationsDue": owed_message,
    "DossiersApi": register,
    "PaymentsApi": ask_for_fee,
}
