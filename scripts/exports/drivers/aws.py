"""Drives the AWS CLI and boto3 in one process: a process a request would take a second each.

    aws.py model-cli, model-boto3        the release that this Python has, and the members it knows; they are asked in
                                         two processes, since the AWS CLI brings a botocore of its own
    aws.py cli FOLDER URL                runs FOLDER/N.args, words with a NUL after each, as `aws`
    aws.py boto3 FOLDER URL              runs FOLDER/N.py
    aws.py update FOLDER                 holds FOLDER/N.json to the model of UpdateUserPool
"""

import contextlib
import glob
import io
import json
import os
import sys

os.environ.update(AWS_ACCESS_KEY_ID="AKIAEXAMPLE", AWS_SECRET_ACCESS_KEY="example", AWS_PAGER="", AWS_EC2_METADATA_DISABLED="true",
                  AWS_CONFIG_FILE=os.devnull, AWS_SHARED_CREDENTIALS_FILE=os.devnull)


def cases(folder, extension):
    for file in sorted(glob.glob(os.path.join(folder, "*." + extension))):
        yield os.path.basename(file)[: -len(extension) - 1], file


def members(shape):
    if shape.type_name == "structure":
        return {"members": {name: members(member) for name, member in shape.members.items()}, "required": shape.required_members}
    if shape.type_name == "list":
        return {"every": members(shape.member)}
    if shape.type_name == "map":
        return {"every": members(shape.value)}
    return {}


def service(session):
    return session.get_service_model("cognito-idp")


def model_cli():
    import awscli
    from awscli.clidriver import create_clidriver
    model = service(create_clidriver().session)
    print(json.dumps({"version": awscli.__version__, "create": members(model.operation_model("CreateUserPool").input_shape)}))


def model_boto3():
    import boto3
    import botocore.session
    model = service(botocore.session.get_session())
    print(json.dumps({"version": boto3.__version__, "create": members(model.operation_model("CreateUserPool").input_shape),
                      "update": members(model.operation_model("UpdateUserPool").input_shape)}))


def cli(folder, url):
    from awscli.clidriver import create_clidriver
    driver = create_clidriver()
    for name, file in cases(folder, "args"):
        with open(file, encoding="utf-8", newline="") as f:
            words = f.read().split("\0")[:-1]
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            code = driver.main(words[1:] + ["--endpoint-url", f"{url}/{name}"])
        if code:
            print(f"{name}: aws ended with {code}: {said.getvalue().strip()}", file=sys.stderr)


def run_boto3(folder, url):
    import boto3
    session = boto3.session.Session()
    for name, file in cases(folder, "py"):
        boto3.client = lambda *a, **k: session.client(*a, endpoint_url=f"{url}/{name}", **k)
        with open(file, encoding="utf-8") as f:
            program = compile(f.read(), file, "exec")
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                exec(program, {"__name__": "__main__"})
        except Exception as e:
            print(f"{name}: {e}", file=sys.stderr)


def update(folder):
    import botocore.session
    from botocore.validate import ParamValidator
    shape = service(botocore.session.get_session()).operation_model("UpdateUserPool").input_shape
    for name, file in cases(folder, "json"):
        with open(file, encoding="utf-8") as f:
            report = ParamValidator().validate(json.load(f), shape)
        if report.has_errors():
            print(f"{name}: {report.generate_report()}", file=sys.stderr)


{"model-cli": model_cli, "model-boto3": model_boto3, "cli": cli, "boto3": run_boto3, "update": update}[sys.argv[1]](*sys.argv[2:])
