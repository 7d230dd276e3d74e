"""Reads a document that Varde made with a reader that others made (pypdf): language, title, tags, words."""

import sys
from collections import Counter

from pypdf import PdfReader

reader = PdfReader(sys.argv[1])
root = reader.trailer["/Root"]
tags, alternatives = Counter(), []


def walk(node):
    """Counts the tags below a node of the structure tree."""
    node = node.get_object()
    if isinstance(node, list):
        for child in node:
            walk(child)
    elif isinstance(node, dict):
        if "/S" in node:
            tags[node["/S"]] += 1
        if "/Alt" in node:
            alternatives.append(str(node["/Alt"]))
        if "/K" in node:
            walk(node["/K"])


walk(root["/StructTreeRoot"])
text = "\n".join(page.extract_text() for page in reader.pages)
print(f"{len(reader.pages)} pages; " + ", ".join(f"{n} {tag}" for tag, n in sorted(tags.items())))
wanted = {
    "language nb-NO": root.get("/Lang") == "nb-NO",
    "tagged": root["/MarkInfo"]["/Marked"] == True,  # noqa: E712 (a PDF's own boolean)
    "a title": reader.metadata.title == "#panic() Er det færre fall?",
    "the title is shown": root["/ViewerPreferences"]["/DisplayDocTitle"] == True,  # noqa: E712
    "a table with headings": tags["/Table"] >= 1 and tags["/TH"] >= 3 and tags["/TD"] >= 72,
    "a picture in words": any("høyere enn ventet" in words for words in alternatives),
    "the words": all(words in text for words in ["#panic() Er det færre fall?", "desember 2025", "Metode", "Side 1 av"]),
}
missing = [what for what, found in wanted.items() if not found]
if missing:
    sys.exit("missing: " + ", ".join(missing))
