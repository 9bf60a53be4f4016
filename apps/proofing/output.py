"""Findings as the command prints them: JSON after CONTRACTS, or lines for a person."""

from apps.people.models import Person

from .findings import Finding, Kind, Severity


def file_values(name: str, findings: list[Finding]) -> dict:
    """{"file", "findings": […]}; `person` is the id in the loaded file, else "person:<row>"."""
    refs = _refs(findings)
    return {"file": name, "findings": [_values(finding, refs) for finding in findings]}


def _refs(findings) -> dict[int, str]:
    people = {finding.person for finding in findings if finding.person}
    rows = Person.objects.filter(pk__in=people).values_list("pk", "ref") if people else ()
    return {pk: ref or f"person:{pk}" for pk, ref in rows}


def _values(finding: Finding, refs) -> dict:
    return {
        "kind": str(finding.kind),
        "start": finding.start,
        "end": finding.end,
        "quote": finding.quote,
        "person": refs.get(finding.person),
        "expected": finding.expected or None,
        "message": finding.message,
        "severity": str(finding.severity),
        "evidence": finding.evidence or None,
    }


def in_words(name: str, findings: list[Finding]) -> str:
    """A line a finding, with its place."""
    lines = [
        f"  {finding.start}–{finding.end} [{Severity(finding.severity).label}] "
        f"{Kind(finding.kind).label}: {finding.message}"
        for finding in findings
    ]
    return "\n".join([f"{name}: {len(findings)}", *lines])
