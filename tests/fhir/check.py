"""Reads the FHIR resources that Varde writes with models that others made (fhir.resources, R4B)."""

import json
import sys
from collections import Counter

from fhir.resources.R4B.bundle import Bundle

with open(sys.argv[1], encoding="utf-8") as file:
    bundle = Bundle.model_validate(json.load(file))
found = Counter(type(entry.resource).__name__ for entry in bundle.entry)
print(", ".join(f"{count} {name}" for name, count in sorted(found.items())))
if found["Measure"] < 1 or found["MeasureReport"] < 2:
    sys.exit("fewer resources than were written")
