# SPDX-License-Identifier: GPL-3.0-or-later
"""held_to_schema.py SCHEMA: the JSON document on stdin against a schema; others beside it are found by their $id.
Prints each place that breaks it; 0 when none does, 1 when some do."""
import json
import pathlib
import sys

from jsonschema import Draft7Validator, FormatChecker, RefResolver

schema_file = pathlib.Path(sys.argv[1])
schemas = [json.loads(f.read_text(encoding="utf-8")) for f in schema_file.parent.glob("*.json")]
schema = json.loads(schema_file.read_text(encoding="utf-8"))
resolver = RefResolver.from_schema(schema, store={s["$id"]: s for s in schemas})
broken = list(Draft7Validator(schema, resolver=resolver, format_checker=FormatChecker()).iter_errors(json.load(sys.stdin)))
for error in broken:
    print("/" + "/".join(str(part) for part in error.absolute_path) + ": " + error.message[:300])
sys.exit(1 if broken else 0)
