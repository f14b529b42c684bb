"""JSON, schema dutywriter/draft/1: the draft as data."""

import msgspec

from dutywriter.draft import SCHEMA, Draft


def render(draft: Draft) -> bytes:
    content = {
        "schema": SCHEMA,
        "title": draft.title,
        "role": draft.role,
        "level": draft.level,
        "kind": draft.kind,
        "placeholders": draft.placeholders(),
        "notice": draft.notice,
        "parts": draft.parts,
    }
    return msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n"
