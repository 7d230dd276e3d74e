"""Reads the FHIR resources that Varde writes with models that others made (fhir.resources, R4B).

    check.py BUNDLE.json LINES.ndjson

The models know which fields a resource has, of which types, and which must be there. They do not know:
R4 itself (they are of R4B, 4.3.0, which has these resources as R4 has them and changed others), profiles (so not what
LFPSE asks), terminology (any code passes), invariants, and whether what a reference points to is there; the last is
looked at here for subjects.
"""

import json
import sys
from collections import Counter

from fhir.resources.R4B import get_fhir_model_class
from fhir.resources.R4B.bundle import Bundle

WANTED = {"AdverseEvent": 9, "Communication": 2, "Task": 1, "OperationOutcome": 1, "Bundle": 2}


def told(found):
    return ", ".join(f"{count} {name}" for name, count in sorted(found.items()))


def measures(path):
    """The bundle of the indicators' room."""
    with open(path, encoding="utf-8") as file:
        bundle = Bundle.model_validate(json.load(file))
    found = Counter(type(entry.resource).__name__ for entry in bundle.entry)
    print(told(found))
    if found["Measure"] < 1 or found["MeasureReport"] < 2:
        sys.exit("fewer resources than were written")


def refuses(resource):
    try:
        get_fhir_model_class(resource["resourceType"]).model_validate(resource)
    except ValueError:
        return True
    return False


def subject_is_there(event):
    """A subject that points inside the event points to something that lies there."""
    subject = event.subject
    if subject.reference is None:
        return bool(subject.type and subject.display)
    inside = {f"#{one.id}" for one in event.contained or []}
    return not subject.reference.startswith("#") or subject.reference in inside


def exchanged(path):
    """One resource on each line: what the room of incidents exchanges."""
    found = Counter()
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            before = json.loads(line)
            kind = before["resourceType"]
            resource = get_fhir_model_class(kind).model_validate(before)
            if json.loads(resource.model_dump_json()) != before:
                sys.exit(f"line {number}: {kind} is read as something else than was written")
            if kind == "AdverseEvent":
                if not subject_is_there(resource):
                    sys.exit(f"line {number}: the subject is not there")
                # The models would notice.
                if not refuses({name: value for name, value in before.items() if name != "subject"}):
                    sys.exit("an event without a subject is not refused")
            found[kind] += 1
    print(told(found))
    if found != Counter(WANTED):
        sys.exit(f"other resources than were written: {told(WANTED)}")


measures(sys.argv[1])
exchanged(sys.argv[2])
