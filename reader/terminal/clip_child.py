"""Put stdin on the system clipboard, read it back, and tell by the exit code whether it is there.

Run as a script by `clipboard`, in a process of its own: a clipboard tool may hang, print, or leave a
daemon behind, and none of that may reach the screen.
"""

import os
import signal
import sys

LIMIT_SECONDS = 3
"""Whole seconds until the tool and this process are ended; the reader waits less."""


def main() -> int:
    """Copy standard input (UTF-8) to the system clipboard; with the word `paste` print the clipboard instead.

    Returns:
        0 when reading the clipboard gave the same text, 1 when it gave another.

    Raises:
        Exception: Whatever the tool at hand raises; to the parent each is the same "no".
    """
    if hasattr(signal, "alarm"):  # should the reader have left meanwhile, nobody else ends a tool that hangs
        signal.signal(signal.SIGALRM, lambda *_: os.killpg(0, signal.SIGKILL))
        signal.alarm(LIMIT_SECONDS)
    import pyperclip  # noqa: PLC0415 (looks for tools while it is imported: only here, never in the reader)

    if sys.argv[1:] == ["paste"]:
        sys.stdout.buffer.write(pyperclip.paste().encode("utf-8", "replace"))
        return 0
    text = sys.stdin.buffer.read().decode("utf-8")
    pyperclip.copy(text)
    pasted: str = pyperclip.paste()
    return int(pasted.replace("\r\n", "\n") != text)


if __name__ == "__main__":
    sys.exit(main())
