"""Messages over a pipe: eight bytes of length, then as many bytes."""

from typing import IO

_HEAD = 8


def send(stream: IO[bytes], message: bytes) -> None:
    """Write a message; raises `OSError` if nobody reads it any more."""
    stream.write(len(message).to_bytes(_HEAD) + message)
    stream.flush()


def receive(stream: IO[bytes], most: int) -> bytes:
    """Read a message, waiting for all of it.

    Args:
        stream: A pipe.
        most: Bytes it may have.

    Raises:
        EOFError: The other end was closed.
        ValueError: It is longer.
    """
    length = int.from_bytes(_exactly(stream, _HEAD))
    if length > most:
        raise ValueError(length)
    return _exactly(stream, length)


def _exactly(stream: IO[bytes], length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data
