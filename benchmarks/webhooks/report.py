"""Prints the table of benchmarks/README.md, of what JMH measured: medians."""

import json
import sys

ALLOCATED = "gc.alloc.rate.norm"


def main(path):
    measured = {}
    for result in json.load(open(path)):
        what = result["benchmark"].rsplit(".", 1)[1]
        micros = result["primaryMetric"]["scorePercentiles"]["50.0"] / 1000
        kilobytes = result["secondaryMetrics"][ALLOCATED]["score"] / 1024
        measured.setdefault(result["params"]["gateway"], {})[what] = (micros, kilobytes)
    print("| gateway | HMAC µs | key ready µs | judged µs | × HMAC | KB | with its write µs | KB |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|")
    for gateway, of in measured.items():
        bare, ready = of["hmac"][0], of["hmacKeyReady"][0]
        (judged, judged_kb), (written, written_kb) = of["judged"], of["written"]
        print(
            f"| `{gateway}` | {bare:.1f} | {ready:.1f} | {judged:.1f} | {judged / bare:.1f} "
            f"| {judged_kb:.1f} | {written:.1f} | {written_kb:.1f} |"
        )


main(sys.argv[1])
