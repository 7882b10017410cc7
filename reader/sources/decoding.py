"""Decompresses the body of a response as it arrives, up to a size limit."""

import zlib

from reader import limits
from reader.errors import TooLarge

_FIRST = (b"\x1f", b"\x78")
"""First byte of a compressed stream: gzip, zlib."""
_NAMES = ("gzip", "x-gzip", "deflate")


class ContentDecoder:
    """Decodes the content encodings of a response.

    Args:
        encodings: The Content-Encoding header; a body that is not compressed after all is left as it is.
        max_bytes: Greatest size of the decompressed body, in bytes.
        name: Address for the error message.

    Raises:
        ValueError: The header names an unsupported encoding, or too many.
    """

    def __init__(self, encodings: str, max_bytes: int, name: str) -> None:
        words = [word.strip() for word in encodings.lower().split(",")]
        names = [word for word in words if word not in ("", "identity")]
        if len(names) > limits.CONTENT_ENCODINGS or not set(names) <= set(_NAMES):
            raise ValueError(encodings)
        self._layers = [_Layer() for _ in names]
        self._max_bytes, self._name = max_bytes, name
        self.data = bytearray()

    def feed(self, chunk: bytes) -> None:
        """Decode the next bytes of the body.

        Raises:
            TooLarge: The body is larger than its limit.
            zlib.error: The compressed data are corrupt.
        """
        for layer in self._layers:
            chunk = layer.feed(chunk, self._max_bytes + 1)
        self.data += chunk
        if any(size > self._max_bytes for size in (len(self.data), *(layer.size for layer in self._layers))):
            raise TooLarge("too-large", name=self._name, mib=self._max_bytes // 1024 // 1024)

    @property
    def is_past_end(self) -> bool:
        """Whether more has come than the compressed streams: it belongs to none, and there may be no end to it."""
        return any(layer.stream.unused_data for layer in self._layers)

    @property
    def is_whole(self) -> bool:
        """Whether every compressed stream is complete; a truncated one can look like a shorter page."""
        return all(layer.is_whole for layer in self._layers)


class _Layer:
    """One compressed stream, or a plain text that the header calls one."""

    def __init__(self) -> None:
        self.size = 0
        """Bytes decompressed so far."""
        self._is_plain: bool | None = None  # until its first byte
        self.stream = zlib.decompressobj(wbits=47)  # gzip or zlib, detected by its header

    def feed(self, chunk: bytes, most: int) -> bytes:
        if self._is_plain is None and chunk:
            self._is_plain = chunk[:1] not in _FIRST
        if self._is_plain or not chunk:
            return chunk
        text = self.stream.decompress(chunk, most)
        self.size += len(text)
        return text

    @property
    def is_whole(self) -> bool:
        return self._is_plain is not False or self.stream.eof
