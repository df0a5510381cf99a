#!/usr/bin/env python3
"""Creates the stack on moto's CloudFormation and lists what came to be. By hand: pip install 'moto[all]' aws-sam-translator

Moto creates tables, streams, queues, topics, roles, keys and functions. It knows no published versions with SnapStart,
HTTP APIs, schedules or alarms, so those are left out before, and named: for them only cfn-lint and `sam validate` speak.
"""
import io, json, pathlib, zipfile

import boto3
from moto import mock_aws
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse

UNKNOWN_TO_MOTO = ("AWS::ApiGatewayV2", "AWS::Scheduler", "AWS::Lambda::Alias", "AWS::Lambda::Version", "AWS::Lambda::Permission",
                   "AWS::Lambda::EventInvokeConfig", "AWS::CloudWatch::Alarm")
REGION = "ap-southeast-1"
root = pathlib.Path(__file__).parent.parent


def translated():
    template = yaml_parse((root / "template.yaml").read_text())
    for resource in template["Resources"].values():
        if "CodeUri" in resource.get("Properties", {}):
            resource["Properties"]["CodeUri"] = "s3://packages/function.zip"
    template["Globals"]["Function"].pop("SnapStart")
    template["Globals"]["Function"].pop("AutoPublishAlias")
    boto3.setup_default_session(region_name=REGION)
    return Translator(managed_policy_map={}, sam_parser=Parser()).translate(template, parameter_values={})


def without_the_unknown(template):
    left_out = [name for name, it in template["Resources"].items() if it["Type"].startswith(UNKNOWN_TO_MOTO)]
    for name in left_out:
        del template["Resources"][name]
    template.pop("Outputs", None)
    for name, it in list(template["Resources"].items()):
        if any(f'"Ref": "{gone}"' in json.dumps(it) for gone in left_out):
            left_out.append(name)
            del template["Resources"][name]
    return left_out


@mock_aws
def main():
    template = translated()
    left_out = without_the_unknown(template)
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as empty:
        empty.writestr("nothing", "")
    boto3.client("s3").create_bucket(Bucket="packages", CreateBucketConfiguration={"LocationConstraint": REGION})
    boto3.client("s3").put_object(Bucket="packages", Key="function.zip", Body=package.getvalue())
    formation = boto3.client("cloudformation")
    formation.create_stack(StackName="hoso", TemplateBody=json.dumps(template), Capabilities=["CAPABILITY_IAM"])
    stack = formation.describe_stacks(StackName="hoso")["Stacks"][0]
    # What a condition left out, moto lists without a name.
    listed = formation.describe_stack_resources(StackName="hoso")["StackResources"]
    resources = [it for it in listed if "LogicalResourceId" in it]
    print(stack["StackStatus"], len(resources), "resources")
    for resource in sorted(resources, key=lambda it: it["ResourceType"]):
        print(" ", resource["ResourceType"], resource["LogicalResourceId"])
    print("Left out:", ", ".join(sorted(left_out)))


main()
