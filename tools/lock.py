"""Write requirements.lock: names, versions and hashes, no addresses, in four sections.

Each section holds what it adds to those before it, so that `./run` installs what a reader needs
and no more. One universal resolution covers every supported Python and system.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEAD = """\
# Locked packages, written by `./run lock`. Sections: what reading needs, what tests, pictures, linting add.
"""


def resolve(constraint: Path | None, more: list[str]) -> dict[str, str]:
    """Resolve the project with some of its extras and dependency groups; the pinned block of each package by name."""
    uv = Path(sys.executable).parent / "uv"
    command = [str(uv), "pip", "compile", "pyproject.toml", "--universal", "--generate-hashes"]
    command += ["--no-header", "--no-annotate", "--quiet", "--python-version", "3.11"]
    command += [f"--{'extra' if name == 'images' else 'group'}={name}" for name in more]
    if constraint is not None:
        command.append(f"--constraint={constraint}")
    text = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    if re.search(r"https?://|--(extra-)?index-url|--find-links", text):
        sys.exit("the lock would name an address; it must not")
    blocks = re.split(r"\n(?=[a-z0-9])", text.strip())
    return {block.split("==")[0]: block for block in blocks}


def main() -> None:
    """Resolve everything once, then cut it into the four sections."""
    everything = resolve(None, ["test", "images", "lint"])
    whole = ROOT / ".venv" / "whole.lock"
    whole.write_text("\n".join(block.split(" \\")[0] for block in everything.values()))
    sections, taken = [], set[str]()
    for name, more in (("run", []), ("test", ["test"]), ("images", ["images"]), ("lint", ["test", "lint"])):
        names = [n for n in resolve(whole, more) if n not in taken]
        taken.update(names)
        sections.append("\n".join([f"### {name}", *(everything[n] for n in names)]))
    (ROOT / "requirements.lock").write_text(HEAD + "\n" + "\n\n".join(sections) + "\n")


if __name__ == "__main__":
    main()
