"""What the benchmarks share: the binary that they measure, and the page that they write."""

import os
import pathlib
import platform
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / "Benchmarks" / "RESULTS.md"


class Failure(Exception):
    """Something is missing or went wrong; the message says what."""


def release_binary():
    """Builds the release binary and returns its path."""
    command = ["swift", "build", "-c", "release", "--product", "diagen"]
    try:
        subprocess.run(command, cwd=ROOT, check=True, stdout=sys.stderr)
        folder = subprocess.run(
            [*command, "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Failure(f"cannot build diagen: {error}") from error
    return pathlib.Path(folder.stdout.strip()) / "diagen"


def write(title, text, script):
    """Puts a text into the page under its title, in place of what stood there."""
    commit = subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True)
    circumstances = (
        f"Measured by `{script}` at commit {commit.stdout.strip() or 'unknown'}; "
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores.")
    page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else "# Measured\n"
    head, *sections = re.split(r"(?m)^(?=## )", page)
    sections = [section for section in sections if not section.startswith(f"## {title}\n")]
    sections.append(f"## {title}\n\n{text.strip()}\n\n{circumstances}\n")
    body = "\n".join(section.rstrip() + "\n" for section in sorted(sections, reverse=True))
    scratch = PAGE.with_suffix(".part")
    scratch.write_text(f"{head.rstrip()}\n\n{body}", encoding="utf-8")
    os.replace(scratch, PAGE)
