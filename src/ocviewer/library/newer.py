"""Files that a newer version of the program wrote: they are left as they are."""

from pathlib import Path

from ocviewer.domain.problem import BadData, Problem
from ocviewer.library.files import parse_object, read_bytes
from ocviewer.library.gate import CURRENT_VERSION


def require_not_newer(path: Path) -> None:
    """Raises ``BadData`` for a file whose schema is newer than ours, which no one overwrites."""
    try:
        version = parse_object(read_bytes(path), path).get("schema_version")
    except BadData:
        return  # missing, or in a state that no version of the program writes
    if isinstance(version, int) and version > CURRENT_VERSION:
        values = {"version": str(version), "current": str(CURRENT_VERSION)}
        raise BadData(Problem("newer_kept", str(path), "schema_version", values))
