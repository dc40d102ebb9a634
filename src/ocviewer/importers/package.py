"""Unpacks a workbook without believing what it says of itself.

An .xlsx, .xlsm or .ods file is a zip of XML parts. A small zip can claim, or hold, gigabytes, and
its directory can lie about that; so the parts are unpacked here, under a limit, and the reader of
the workbook only ever sees what came out. Pictures, macros and other parts that hold no cells are
left out.
"""

import io
import zipfile
import zlib
from collections.abc import Mapping

from ocviewer.domain.problem import BadData, Problem

MAX_UNPACKED = 64 * 1024 * 1024
"""Bytes of all parts together. The index's own workbook has less than 1 MB."""

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK\x03\x04"
_CONTENTS = "[Content_Types].xml"
_BINARY = "xl/workbook.bin"
_ODS_CONTENT = "content.xml"
_ODS_MANIFEST = "META-INF/manifest.xml"
_FLAG_ENCRYPTED = 0x1
_BAD_ZIP = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError)
"""What zipfile raises on bytes that are no sound zip file."""


def unpacked(content: bytes, file: str) -> dict[str, bytes]:
    """The XML parts of a workbook by name.

    Raises ``BadData`` for what is no .xlsx, .xlsm or .ods file, is encrypted, is damaged or is far
    too large.
    """
    if content.startswith(_OLE):
        encrypted = _ENCRYPTED_PACKAGE in content
        raise BadData(Problem("workbook_encrypted" if encrypted else "workbook_old_format", file))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _parts(archive, file)
    except _BAD_ZIP as error:
        key = "workbook_damaged" if is_zip(content) else "workbook_not_xlsx"
        raise BadData(Problem(key, file, values={"reason": str(error)})) from error


def _parts(archive: zipfile.ZipFile, file: str) -> dict[str, bytes]:
    entries = archive.infolist()
    if any(entry.flag_bits & _FLAG_ENCRYPTED for entry in entries):
        raise BadData(Problem("workbook_encrypted", file))
    if not {_CONTENTS, _ODS_CONTENT} & set(archive.namelist()):
        raise BadData(Problem("workbook_not_xlsx", file))
    if _BINARY in archive.namelist():
        raise BadData(Problem("workbook_old_format", file))
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise BadData(_bomb(file))
    parts: dict[str, bytes] = {}
    room = MAX_UNPACKED
    for entry in entries:
        if not entry.filename.endswith((".xml", ".rels")):
            continue
        with archive.open(entry) as stream:
            part = stream.read(room + 1)
        room -= len(part)
        if room < 0:
            raise BadData(_bomb(file))
        parts[entry.filename] = part
    if b"encryption-data" in parts.get(_ODS_MANIFEST, b""):
        raise BadData(Problem("workbook_encrypted", file))
    return parts


def is_zip(content: bytes) -> bool:
    """Whether bytes are those of a zip file, sound or not."""
    return content.startswith(_ZIP)


def is_ods(parts: Mapping[str, bytes]) -> bool:
    """Whether parts are those of an OpenDocument file."""
    return _CONTENTS not in parts and _ODS_CONTENT in parts


def damaged(file: str, reason: Exception | str) -> BadData:
    """What a workbook is whose parts are there but do not make sense."""
    what = reason if isinstance(reason, str) else f"{type(reason).__name__}: {reason}"
    return BadData(Problem("workbook_damaged", file, values={"reason": what}))


def _bomb(file: str) -> Problem:
    return Problem("workbook_bomb", file, values={"limit": str(MAX_UNPACKED // (1024 * 1024))})


def packed(parts: Mapping[str, bytes]) -> io.BytesIO:
    """The parts as a workbook in memory, uncompressed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    stream.seek(0)
    return stream
