"""Decompresses the body of a response as it arrives, up to a size limit."""

import zlib

from reader import limits
from reader.errors import TooLarge

_MAGIC = (b"\x1f\x8b", b"\x78")
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
        names = [
            part for word in encodings.lower().split(",") if (part := word.strip()) not in ("", "identity")
        ]
        if len(names) > limits.CONTENT_ENCODINGS or not set(names) <= set(_NAMES):
            raise ValueError(encodings)
        self._layers = [_Layer(max_bytes, name) for _ in names]
        self._max_bytes, self._name = max_bytes, name
        self.data = bytearray()

    def feed(self, chunk: bytes) -> None:
        """Decode the next bytes of the body.

        Raises:
            TooLarge: The body is larger than its limit.
            zlib.error: The compressed data are corrupt.
        """
        for layer in self._layers:
            chunk = layer.feed(chunk)
        self.data += chunk
        if len(self.data) > self._max_bytes:
            raise _too_large(self._name, self._max_bytes)

    @property
    def is_whole(self) -> bool:
        """Whether every compressed stream is complete; a truncated one can look like a shorter page."""
        return all(layer.is_whole for layer in self._layers)


class _Layer:
    def __init__(self, max_bytes: int, name: str) -> None:
        self._max_bytes, self._name, self._got = max_bytes, name, 0
        self._held = b""
        self._stream: zlib._Decompress | None = None
        self._is_plain = False

    def feed(self, chunk: bytes) -> bytes:
        if self._is_plain:
            return chunk
        if self._stream is None:
            self._held += chunk
            if len(self._held) < 2:
                return b""
            chunk, self._held = self._held, b""
            if not chunk.startswith(_MAGIC):  # not compressed, whatever the header says
                self._is_plain = True
                return chunk
            self._stream = zlib.decompressobj(wbits=47)  # gzip or zlib, detected by its header
        text = self._stream.decompress(chunk, self._max_bytes + 1)
        self._got += len(text)
        if self._got > self._max_bytes:
            raise _too_large(self._name, self._max_bytes)
        return text

    @property
    def is_whole(self) -> bool:
        return self._is_plain or (not self._held if self._stream is None else self._stream.eof)


def _too_large(name: str, max_bytes: int) -> TooLarge:
    return TooLarge("too-large", name=name, mib=max_bytes // 1024 // 1024)
