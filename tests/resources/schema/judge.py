#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""judge.py SCHEMA FILE...: whether each YAML file follows the JSON Schema, a line each: "FILE ok" or "FILE bad WHY".

YAML is read by the rules of version 1.2, as editors do, but for a leading zero: 0755 stays text."""
import json
import re
import sys

import jsonschema
import yaml


class Reader(yaml.SafeLoader):
    """PyYAML's rules are those of version 1.1, where "no" is a truth value and 0755 is 493."""

    def construct_mapping(self, node, deep=False):
        """Keys are text, as in JSON."""
        return {key.value: self.construct_object(value, deep=True) for key, value in node.value}


Reader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|false", "tf"),
    ("null", r"~|null|", ["~", "n", ""]),
    ("int", r"-?(0|[1-9][0-9]*)", "-0123456789"),
    ("float", r"-?[0-9]+\.[0-9]+", "-0123456789"),
):
    Reader.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile("^(?:%s)$" % pattern), first)


def judged(validator, name):
    with open(name, encoding="utf-8") as file:
        value = yaml.load(file, Reader)
    fault = next(iter(validator.iter_errors(value)), None)
    return "ok" if fault is None else "bad " + fault.message.replace("\n", " ")


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for name in sys.argv[2:]:
        print(name, judged(validator, name))


main()
