"""Zip files written field by field, so that each can be made to lie."""

import struct
import zlib
from typing import NamedTuple


class Raw(NamedTuple):
    """An entry; what is ``None`` is as it should be.

    ``local…`` is what stands before the content, the rest what the directory says. An entry with
    an ``offset`` has no content of its own.
    """

    name: bytes
    content: bytes
    flags: int = 0
    method: int = zlib.DEFLATED
    packed: bytes | None = None
    crc: int | None = None
    size: int | None = None
    packed_size: int | None = None
    extra: bytes = b""
    comment: bytes = b""
    mode: int = 0o100644
    offset: int | None = None
    local_name: bytes | None = None
    local_sizes: tuple[int, int] | None = None
    has_descriptor: bool = False


def deflated(content: bytes) -> bytes:
    """The content as zip files have it."""
    made = zlib.compressobj(9, zlib.DEFLATED, -15)
    return made.compress(content) + made.flush()


def raw_zip(entries: list[Raw], prefix: bytes = b"", comment: bytes = b"") -> bytes:
    """The bytes of a zip file."""
    out, directory = bytearray(prefix), bytearray()
    for each in entries:
        packed = each.packed
        if packed is None:
            packed = deflated(each.content) if each.method else each.content
        crc = zlib.crc32(each.content) if each.crc is None else each.crc
        flags = each.flags | (8 if each.has_descriptor else 0)
        offset = len(out) if each.offset is None else each.offset
        if each.offset is None:
            out += _local(each, packed, crc, flags)
        size = len(each.content) if each.size is None else each.size
        packed_size = len(packed) if each.packed_size is None else each.packed_size
        head = (b"PK\1\2", 0x314, 20, flags, each.method, 0, 0x21, crc, packed_size, size)
        lengths = (len(each.name), len(each.extra), len(each.comment))
        directory += struct.pack("<4s6H3L", *head)
        directory += struct.pack("<5H2L", *lengths, 0, 0, each.mode << 16, offset)
        directory += each.name + each.extra + each.comment
    counts = (len(entries), len(entries), len(directory), len(out), len(comment))
    return bytes(out + directory + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, *counts) + comment)


def _local(each: Raw, packed: bytes, crc: int, flags: int) -> bytes:
    name = each.name if each.local_name is None else each.local_name
    sizes = (len(packed), len(each.content)) if each.local_sizes is None else each.local_sizes
    fields = (0, 0, 0) if each.has_descriptor else (crc, *sizes)
    head = struct.pack("<4s5H3L", b"PK\3\4", 20, flags, each.method, 0, 0x21, *fields)
    made = head + struct.pack("<2H", len(name), 0) + name + packed
    if each.has_descriptor:
        made += struct.pack("<4s3L", b"PK\7\x08", crc, *sizes)
    return made
