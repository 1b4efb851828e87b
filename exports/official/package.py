"""The file of a workbook as a package of parts: untouched parts leave it with the very bytes they came in."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from exports.official import refusals
from exports.official.guard import LARGEST_FILE, fault_of_bytes, fault_of_parts, unpacked
from exports.official.refusals import BadWorkbook

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s4B4H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_ZIP64_EXTRA = 1
_SIZES_FOLLOW = 0x8
_KEPT = ("create_system", "create_version", "extract_version", "internal_attr", "external_attr", "comment")
_NEW_PART_TIME = (1980, 1, 1, 0, 0, 0)


class Package:
    """A package held in memory; it is never changed, only written anew with some parts replaced."""

    def __init__(self, path: Path, raw: bytes) -> None:
        self.path = path
        self.raw = raw
        fault = fault_of_bytes(raw)
        if fault is not None:
            raise BadWorkbook(path, fault)
        try:
            with zipfile.ZipFile(io.BytesIO(raw)) as archive:
                self._entries, self.comment = archive.infolist(), archive.comment
                self._directory = archive.start_dir
        except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, OverflowError) as error:
            raise BadWorkbook(path, refusals.DAMAGED) from error
        fault = fault_of_parts(self._entries)
        if fault is not None:
            raise BadWorkbook(path, fault)
        self._ends = _ends(self._entries, self._directory)
        self._by_name = {_key(entry.filename): entry for entry in self._entries}
        self._parts = {key: self._content(entry) for key, entry in self._by_name.items()}

    @property
    def names(self) -> list[str]:
        """The parts, in the order of the package's directory."""
        return [entry.filename for entry in self._entries]

    def part(self, name: str) -> bytes | None:
        """A part by its name, capitals or not; None if there is none."""
        return self._parts.get(_key(name))

    def record(self, name: str) -> bytes:
        """The bytes a part takes up in the file: its head, its content as packed, and what follows it."""
        entry = self._by_name[_key(name)]
        return self.raw[entry.header_offset : self._ends[entry.header_offset]]

    def described(self, name: str) -> tuple[object, ...]:
        """What the directory of the package says of a part beside its content."""
        entry = self._by_name[_key(name)]
        flags = entry.flag_bits & ~_SIZES_FOLLOW
        return tuple(getattr(entry, each) for each in _KEPT), entry.compress_type, flags, entry.date_time, self.comment

    def has_plain_directory(self) -> bool:
        """True if the directory says no more than `written` would have it say."""
        places = [(entry, entry.header_offset) for entry in self._entries]
        return self.raw[self._directory :] == _directory(places, self._directory, self.comment)

    def has_plain_head(self, name: str) -> bool:
        """True if a part's own head says what the directory says of it, and nothing else."""
        entry = self._by_name[_key(name)]
        head = _head(entry)
        return self.raw[entry.header_offset : entry.header_offset + len(head)] == head

    def written(self, replaced: Mapping[str, bytes], added: Mapping[str, bytes] | None = None) -> bytes:
        """The package with these parts replaced or added, everything else as it came."""
        new = {_key(name): content for name, content in replaced.items()}
        out, places = bytearray(), {}
        for entry in sorted(self._entries, key=lambda each: each.header_offset):
            key, at = _key(entry.filename), len(out)
            if key in new:
                fresh = _fresh(entry, new[key])
                out += _packed(fresh, new[key])
            else:
                fresh = entry
                out += self.record(entry.filename)
            places[key] = (fresh, at)
        order = [_key(entry.filename) for entry in self._entries]
        for name, content in (added or {}).items():
            order.append(_key(name))
            fresh = _fresh(zipfile.ZipInfo(name, _NEW_PART_TIME), content)
            fresh.compress_type = zipfile.ZIP_DEFLATED
            places[_key(name)] = (fresh, len(out))
            out += _packed(fresh, content)
        return bytes(out + _directory([places[key] for key in order], len(out), self.comment))

    def _content(self, entry: zipfile.ZipInfo) -> bytes:
        try:
            head = _LOCAL.unpack_from(self.raw, entry.header_offset)
            first = entry.header_offset + _LOCAL.size + head[-2] + head[-1]
            if not _is_head_of(entry, head, self.raw) or first + entry.compress_size > self._ends[entry.header_offset]:
                raise ValueError("head of a part")
            packed = self.raw[first : first + entry.compress_size]
            return unpacked(packed, entry.compress_type, entry.file_size, entry.CRC)
        except (struct.error, zlib.error, ValueError) as error:
            raise BadWorkbook(self.path, refusals.DAMAGED) from error


def read_package(path: Path) -> Package:
    """The package in a file. BadWorkbook, saying the way out, if it is none or not to be trusted."""
    try:
        with path.open("rb") as file:
            return Package(path, file.read(LARGEST_FILE + 1))
    except OSError as error:
        raise BadWorkbook(path, refusals.MISSING) from error


def _is_head_of(entry: zipfile.ZipInfo, head: tuple[Any, ...], raw: bytes) -> bool:
    """True if what stands before a part says of it what the directory says."""
    mark, _version, flags, method, _clock, _day, crc, _packed, _size, length, _extra = head
    first = entry.header_offset + _LOCAL.size
    is_told_here = not flags & _SIZES_FOLLOW
    return (
        mark == b"PK\x03\x04"
        and method == entry.compress_type
        and raw[first : first + length] == _name(entry)
        and (crc == entry.CRC or not is_told_here)
    )


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


def _ends(entries: list[zipfile.ZipInfo], directory: int) -> dict[int, int]:
    starts = sorted(entry.header_offset for entry in entries)
    return dict(zip(starts, [*starts[1:], directory], strict=True))


def _fresh(entry: zipfile.ZipInfo, content: bytes) -> zipfile.ZipInfo:
    """The entry for new content: name, time and flags as they were."""
    fresh = zipfile.ZipInfo(entry.orig_filename, entry.date_time)
    fresh.filename = entry.filename
    for name in _KEPT:
        setattr(fresh, name, getattr(entry, name))
    fresh.compress_type = entry.compress_type
    fresh.flag_bits = entry.flag_bits & ~_SIZES_FOLLOW
    fresh.CRC, fresh.file_size = zlib.crc32(content), len(content)
    return fresh


def _packed(entry: zipfile.ZipInfo, content: bytes) -> bytes:
    """Head and packed content; fills in how long it became."""
    if entry.compress_type == zipfile.ZIP_DEFLATED:
        packer = zlib.compressobj(6, zlib.DEFLATED, -15)
        content = packer.compress(content) + packer.flush()
    entry.compress_size = len(content)
    return _head(entry) + content


def _head(entry: zipfile.ZipInfo) -> bytes:
    day, clock = _stamp(entry)
    name = _name(entry)
    head = _LOCAL.pack(
        b"PK\x03\x04",
        entry.extract_version or 20,
        entry.flag_bits,
        entry.compress_type,
        clock,
        day,
        entry.CRC,
        entry.compress_size,
        entry.file_size,
        len(name),
        0,
    )
    return head + name


def _directory(places: list[tuple[zipfile.ZipInfo, int]], start: int, comment: bytes) -> bytes:
    records = b"".join(_central(entry, at) for entry, at in places)
    count = len(places)
    return records + _END.pack(b"PK\x05\x06", 0, 0, count, count, len(records), start, len(comment)) + comment


def _central(entry: zipfile.ZipInfo, at: int) -> bytes:
    day, clock = _stamp(entry)
    name, extra = _name(entry), _without_zip64(entry.extra)
    head = _CENTRAL.pack(
        b"PK\x01\x02",
        entry.create_version,
        entry.create_system,
        entry.extract_version,
        0,
        entry.flag_bits,
        entry.compress_type,
        clock,
        day,
        entry.CRC,
        entry.compress_size,
        entry.file_size,
        len(name),
        len(extra),
        len(entry.comment),
        0,
        entry.internal_attr,
        entry.external_attr,
        at,
    )
    return head + name + extra + entry.comment


def _stamp(entry: zipfile.ZipInfo) -> tuple[int, int]:
    year, month, day, hour, minute, second = entry.date_time
    return (max(year - 1980, 0) << 9 | month << 5 | day), (hour << 11 | minute << 5 | second // 2)


def _name(entry: zipfile.ZipInfo) -> bytes:
    return entry.orig_filename.encode("utf-8" if entry.flag_bits & 0x800 else "cp437")


def _without_zip64(extra: bytes) -> bytes:
    """Sizes and places of a file below 4 GB stand in the record itself."""
    kept, at = b"", 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, at)
        if kind != _ZIP64_EXTRA:
            kept += extra[at : at + 4 + length]
        at += 4 + length
    return kept
