"""What botocore and cfn-lint say of requests, for field.mjs: reads {"tool", "texts", "sample"}, writes {"start", "time",
"bytes", "version", "noticed"}, or fails where the tool is not on this machine. Times are in microseconds."""

import importlib.metadata
import json
import re
import statistics
import sys
import time

order = json.load(sys.stdin)
began = time.perf_counter()

if order["tool"] == "botocore":
    import botocore.session
    import botocore.validate

    shape = botocore.session.Session().get_service_model("cognito-idp").operation_model("CreateUserPool").input_shape
    check = botocore.validate.ParamValidator()

    def notices(text):
        return check.validate(json.loads(text), shape).has_errors()
elif order["tool"] == "moto":
    import moto.server  # which is asked over HTTP

    order["texts"] = []

    def notices(text):
        return False
else:
    from cfnlint.api import lint

    def notices(text):
        # Warnings and advice are not refusals.
        return any(match.rule.id.startswith("E") for match in lint(text, regions=["us-east-1"]))


def measured(text):
    began = time.perf_counter()
    notices(text)
    return (time.perf_counter() - began) * 1e6


measured(order["sample"])
start = (time.perf_counter() - began) * 1e6
times, least = [], time.perf_counter() + 1
while len(times) < 9 or time.perf_counter() < least:
    times.append(measured(order["sample"]))


def folders(name, seen):
    """What is installed for a package: its own files, and those of what it requires."""
    key = re.sub(r"[-_.]+", "-", name).lower()
    if key in seen:
        return 0
    seen.add(key)
    try:
        distribution = importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        return 0  # of another platform
    size = sum(f.locate().stat().st_size for f in distribution.files or [] if f.suffix != ".pyc" and f.locate().is_file())
    for requirement in distribution.requires or []:
        if "extra ==" not in requirement:
            size += folders(re.match(r"[\w.-]+", requirement).group(), seen)
    return size


noticed = [notices(text) for text in order["texts"]]
print(json.dumps({
    "start": start, "time": statistics.median(times), "bytes": folders(order["tool"], set()),
    "version": importlib.metadata.version(order["tool"]), "noticed": noticed,
}))
