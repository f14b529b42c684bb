"""The command line that says again what a brief says."""

import os
import re
import shlex
import subprocess

from dutywriter.brief.answers import Brief
from dutywriter.brief.fields import FIELDS

LONGEST = 200
_PLAIN = re.compile(r"[\w@%+=:,./-]+")


def arguments(brief: Brief) -> list[str]:
    """The options that give this brief; what is a default anyway is left out."""
    said: list[str] = []
    for field in FIELDS:
        answer = brief.answers.get(field.into or field.key)
        if answer and answer.value != field.default:
            said += [part for text in field.kind.texts(answer.value) for part in (field.flag, text)]
    return said


def quoted(arguments: list[str]) -> str:
    """A command line as the user's shell takes it."""
    if os.name == "nt":
        return subprocess.list2cmdline(arguments)
    return " ".join(word if _PLAIN.fullmatch(word) else shlex.quote(word) for word in arguments)
