"""What the benchmarks share: where things are, VNPAY's signature, tables in the README."""
import datetime
import hashlib
import hmac
import os
import re
from pathlib import Path

BENCHMARKS = Path(__file__).absolute().parent
ROOT = BENCHMARKS.parent
VNPAY = {"HOSO_GATEWAYS_VNPAY_TMN_CODE": "HOSOTEST", "HOSO_GATEWAYS_VNPAY_HASH_SECRET": "BENCHMARKSECRET0123456789ABCDEFGH"}


def sign(query):
    """A VNPAY query with its signature, as https://sandbox.vnpayment.vn/apis/docs/thanh-toan-pay/pay.html has it."""
    secret = VNPAY["HOSO_GATEWAYS_VNPAY_HASH_SECRET"].encode()
    return f"{query}&vnp_SecureHash={hmac.new(secret, query.encode(), hashlib.sha512).hexdigest()}"


def table(heads, rows):
    """A Markdown table; all columns but the first are numbers."""
    lines = [heads, ["---"] + ["--:"] * (len(heads) - 1), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def circumstances(java):
    """What a figure is worth nothing without."""
    return f"Measured on {datetime.date.today()}: {os.cpu_count()} cores, Linux, JDK {java}."


def put_into_readme(name, text):
    """Prints a result and puts it in place of the last one, between two comments with its name."""
    readme = BENCHMARKS / "README.md"
    begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    pattern = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.S)
    old = readme.read_text()
    if not pattern.search(old):
        raise SystemExit(f"{readme} has no place for {name}")
    readme.write_text(pattern.sub(lambda _: f"{begin}\n{text}\n{end}", old))
    print(text)
