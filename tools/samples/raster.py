"""Pictures as PNG, the same pixels on every machine: polygons and bars only, no font, whole numbers throughout."""

import struct
import zlib
from collections.abc import Iterator, Sequence
from itertools import pairwise

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


class Raster:
    """A picture of few colours.

    Args:
        size: Width and height in pixels.
        ground: Its colour before anything is drawn, as "#rrggbb"; the others are given in this form, too.
    """

    def __init__(self, size: tuple[int, int], ground: str) -> None:
        self.width, self.height = size
        self._colours = {ground: 0}
        self._rows = [bytearray(self.width) for _ in range(self.height)]

    def fill(self, points: Sequence[int], colour: str, clip: Sequence[int] | None = None) -> None:
        """Fill a polygon, x1, y1, x2, y2, …, by the even-odd rule.

        Args:
            points: Its corners.
            colour: Its colour.
            clip: Left, top, right, bottom of the rectangle outside which nothing is drawn.
        """
        left, top, right, bottom = clip or (0, 0, self.width, self.height)
        for y in range(max(top, min(points[1::2])), min(bottom, max(points[1::2]))):
            for start, end in _spans(points, y):
                self.bar(max(left, start), y, min(right, end), y + 1, colour)

    def lines(
        self, points: Sequence[int], colour: str, column: tuple[int, int], line: tuple[int, int]
    ) -> None:
        """Fill a polygon with lines of grey text.

        Args:
            points: Its corners.
            colour: Of the lines.
            column: Width of a line, and of the column with its gutter.
            line: Height of a line, and from one line to the next.
        """
        width, pitch = column
        row = (self._index(colour) * width + b"\0" * (pitch - width)) * (self.width // pitch + 1)
        top = min(points[1::2])
        for y in range(top, max(points[1::2])):
            for start, end in _spans(points, y) if (y - top) % line[1] < line[0] else ():
                self._rows[y][start:end] = row[start:end]

    def bar(self, left: int, top: int, right: int, bottom: int, colour: str) -> None:
        """Fill a rectangle."""
        left, right = max(0, left), min(self.width, right)
        for y in range(max(0, top), min(self.height, bottom) if left < right else 0):
            self._rows[y][left:right] = self._index(colour) * (right - left)

    def outline(self, points: Sequence[int], width: int, colour: str) -> None:
        """Draw the edges of a polygon whose edges run along or down the page, inside it or out by half the width."""
        corners = list(zip(points[::2], points[1::2], strict=True))
        for (x1, y1), (x2, y2) in pairwise([*corners, corners[0]]):
            half, rest = width // 2, width - width // 2
            self.bar(min(x1, x2) - half, min(y1, y2) - half, max(x1, x2) + rest, max(y1, y2) + rest, colour)

    def png(self) -> bytes:
        """The picture as an indexed PNG."""
        head = struct.pack(">IIBBBBB", self.width, self.height, 8, 3, 0, 0, 0)
        palette = b"".join(bytes.fromhex(colour[1:]) for colour in self._colours)
        rows = b"".join(b"\0" + bytes(row) for row in self._rows)
        chunks = ((b"IHDR", head), (b"PLTE", palette), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
        return _SIGNATURE + b"".join(_chunk(kind, data) for kind, data in chunks)

    def _index(self, colour: str) -> bytes:
        return bytes((self._colours.setdefault(colour, len(self._colours)),))


def same_pixels(one: bytes, other: bytes) -> bool:
    """Whether two of these PNGs show the same: another zlib may pack the same pixels into other bytes."""
    return one == other or (one[:8] == other[:8] == _SIGNATURE and _unpacked(one) == _unpacked(other))


def _unpacked(png: bytes) -> list[tuple[bytes, bytes]]:
    found, at = [], len(_SIGNATURE)
    while at < len(png):
        (length,), kind = struct.unpack(">I", png[at : at + 4]), png[at + 4 : at + 8]
        data = png[at + 8 : at + 8 + length]
        found.append((kind, zlib.decompress(data) if kind == b"IDAT" else data))
        at += length + 12
    return found


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _spans(points: Sequence[int], y: int) -> Iterator[tuple[int, int]]:
    """The pixels of a row whose middles are in a polygon, from the first to before the last."""
    corners = list(zip(points[::2], points[1::2], strict=True))
    crossings = []
    for (x1, y1), (x2, y2) in pairwise([*corners, corners[0]]):
        if min(y1, y2) <= y < max(y1, y2):
            down = y2 - y1
            doubled = 2 * x1 * down + (2 * y + 1 - 2 * y1) * (
                x2 - x1
            )  # 2 * down times where the edge is at y + 1/2
            crossings.append(
                -((down - doubled) // (2 * down))
            )  # the first pixel whose middle is not left of it
    crossings.sort()
    return zip(crossings[::2], crossings[1::2], strict=True)
