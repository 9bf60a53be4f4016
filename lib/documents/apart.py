"""Reading a document in a process of its own."""

import json
import subprocess
import sys
from pathlib import Path

from .reading import MOST_SIGNS, Draft, Fault, Reading

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 15
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_PDF, _PACKAGE = b"%PDF-", b"PK\x03\x04"
_LOCKED = "EncryptedPackage".encode("utf-16-le")


def read_apart(file) -> Reading:
    """The text of a document; never raises for what is in it.

    Password, damage, no letters, another kind of file: `fault` says it. Old Word (.doc) and
    locked Word are one container, which is not read.
    """
    file.seek(0)
    data = file.read()
    head = data[:1024].lstrip()
    if head.startswith(_OLD_WORD) or not head.startswith((_PDF, _PACKAGE)):
        return Reading(fault=Fault.UNKNOWN)
    return _reading(_said(data, "lib.documents"))


def open_word_apart(data: bytes) -> Draft:
    """A .docx as HTML and the names of its pictures; never raises for what is in it."""
    if data.startswith(_OLD_WORD):
        return Draft(fault=Fault.LOCKED if _LOCKED in data else Fault.OLD)
    if not data.startswith(_PACKAGE):
        return Draft(fault=Fault.UNKNOWN)
    said = _said(data, "lib.documents.word")
    fault = next((Fault(line["fault"]) for line in said if "fault" in line), Fault.TOO_LONG)
    found = next((line for line in said if "html" in line), {"html": "", "pictures": []})
    return Draft(found["html"], found["pictures"], fault)


def _said(data: bytes, reader: str) -> list[dict]:
    """Every line the reader said before its end, or before its time was up."""
    command = [sys.executable, "-m", reader]
    surroundings = {"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=SECONDS, cwd=ROOT, env=surroundings
        )
        lines = done.stdout
    except subprocess.TimeoutExpired as late:
        lines = late.stdout or b""
    return [json.loads(line) for line in lines.split(b"\n")[:-1]]


def _reading(said: list[dict]) -> Reading:
    fault = next((Fault(line["fault"]) for line in said if "fault" in line), Fault.TOO_LONG)
    pages = [line for line in said if "text" in line]
    text = "\n\n".join(page["text"].strip() for page in pages)[:MOST_SIGNS]
    text = text.encode("utf-8", "replace").decode()  # a hostile file has halves of pairs
    in_all = next((line["pages_in_all"] for line in said if "pages_in_all" in line), len(pages))
    return Reading(text, fault or _blindness(text, pages), len(pages), in_all)


def _blindness(text: str, pages: list[dict]) -> Fault:
    """What the reader could not see: scans have no letters."""
    if not any(map(str.isalpha, text)):
        return Fault.NO_TEXT
    return Fault.SOME_PAGES if any(page.get("blind") for page in pages) else Fault.NONE
