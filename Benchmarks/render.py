#!/usr/bin/env python3
"""Measures `diagen render all` as a whole process against `dot -Tsvg`.

    python3 Benchmarks/render.py [BINARY] [--runs N] [--write]

Each round starts, in turn: `diagen render all --fresh` into an empty folder, with nothing remembered, `diagen
render all` once more, which changes nothing, `dot` once for each picture,
`dot` once for all pictures, and `diagen --version` (start-up only). What counts is user + system
CPU time of the processes; the table shows medians. dot gets graphs with as many boxes and arrows as
the pictures have, with the same labels and ends, but flat: containers are boxes among the others,
which is less work for dot than clusters. diagen writes three files a picture, dot one.

Without BINARY the release binary is built. --write puts the table into Benchmarks/RESULTS.md.
Python's standard library is enough; Graphviz has to be installed.
"""

import argparse
import html
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

sys.dont_write_bytecode = True
from results import Failure, release_binary, write  # noqa: E402


def cpu(command, folder):
    """Runs a command to its end; returns its user + system CPU time in milliseconds."""
    with open(os.devnull, "wb") as null, tempfile.TemporaryFile() as errors:
        process = os.posix_spawn(
            command[0], command, os.environ,
            file_actions=[
                (os.POSIX_SPAWN_DUP2, null.fileno(), 1),
                (os.POSIX_SPAWN_DUP2, errors.fileno(), 2),
            ])
        _, status, usage = os.wait4(process, 0)
        if status != 0:
            errors.seek(0)
            message = errors.read().decode(errors="replace").strip()
            raise Failure(f"`{' '.join(command[:4])}` in {folder} failed: {message or status}")
    return (usage.ru_utime + usage.ru_stime) * 1000


class Picture:
    """The boxes and arrows of one .drawio file."""

    def __init__(self, path):
        self.name = path.stem
        cells = list(cells_of(xml.etree.ElementTree.parse(path).getroot()))
        arrow_ids = {cell["id"] for cell in cells if cell.get("edge") == "1"}
        # A label of an arrow and free text are vertices to draw.io, but no boxes.
        self.boxes = {
            cell["id"]: label(cell) for cell in cells
            if cell.get("vertex") == "1" and cell.get("parent") not in arrow_ids
            and not re.match(r"(text|edgeLabel)\b", cell.get("style", ""))
        }
        self.arrows = [
            (cell["source"], cell["target"], label(cell)) for cell in cells
            if cell.get("edge") == "1"
            and cell.get("source") in self.boxes and cell.get("target") in self.boxes
        ]

    def dot(self):
        """The same as a graph for dot."""
        index = {identifier: f"n{number}" for number, identifier in enumerate(self.boxes)}
        lines = ["digraph {", '  node [shape=box fontname="Helvetica"]']
        lines += [f"  {index[key]} [label={quoted(text)}]" for key, text in self.boxes.items()]
        lines += [
            f"  {index[source]} -> {index[target]} [label={quoted(text)}]"
            for source, target, text in self.arrows
        ]
        return "\n".join([*lines, "}", ""])


def cells_of(root):
    """The attributes of each cell; those of an object around it, which holds id and label, too."""
    for element in root.iter():
        if element.tag == "mxCell" and "id" in element.attrib:
            yield element.attrib
        elif element.tag in ("object", "UserObject") and (cell := element.find("mxCell")) is not None:
            yield {**cell.attrib, **element.attrib}


def label(cell):
    """The text of a cell, without its HTML."""
    text = cell.get("value") or cell.get("label") or ""
    return html.unescape(re.sub(r"<[^>]*>", " ", text)).strip()


def quoted(text):
    """A text as a string of the DOT language."""
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{text}"'


def pictures(binary, folder):
    """Renders the catalog once; returns its pictures that have boxes."""
    cpu([binary, "render", "all", "--theme", "dark", "--output", str(folder)], folder)
    found = [Picture(path) for path in sorted(folder.rglob("*.drawio"))]
    found = [picture for picture in found if picture.boxes]
    if not found:
        raise Failure(f"`{binary} render all` wrote no .drawio file with a box in it")
    return found


def measure(binary, dot, runs, scratch):
    """Interleaved runs of all contestants; returns the pictures and the times of each by name."""
    catalog = pictures(binary, scratch / "catalog")
    graphs = []
    for number, picture in enumerate(catalog):
        graphs.append(scratch / f"{number:03}-{picture.name}.dot")
        graphs[-1].write_text(picture.dot(), encoding="utf-8")
    times = {"render": [], "again": [], "each": [], "once": [], "start": []}
    os.environ["XDG_CACHE_HOME"] = str(scratch / "cache")
    for run in range(runs + 1):
        output = scratch / f"run-{run}"
        output.mkdir()
        row = {
            "render": cpu(
                [binary, "render", "all", "--fresh", "--theme", "dark", "--output", str(output)],
                output),
            "again": cpu(
                [binary, "render", "all", "--theme", "dark", "--output", str(output)], output),
            "each": sum(
                cpu([dot, "-Tsvg", "-o", str(graph.with_suffix(".svg")), str(graph)], scratch)
                for graph in graphs),
            "once": cpu([dot, "-Tsvg", "-O", *map(str, graphs)], scratch),
            "start": cpu([binary, "--version"], scratch),
        }
        shutil.rmtree(output)
        if run > 0:  # the first round warms the caches of files
            for name, value in row.items():
                times[name].append(value)
    return catalog, times


def table(catalog, times):
    """The result as Markdown."""
    rows = [
        ("`diagen render all --fresh` (.drawio, .svg, .drawio.svg)", "render"),
        ("`diagen render all`, nothing changed", "again"),
        ("`dot -Tsvg`, one process a picture", "each"),
        ("`dot -Tsvg`, one process for all", "once"),
        ("`diagen --version` (start-up only)", "start"),
    ]
    base = statistics.median(times["render"])
    boxes = sum(len(picture.boxes) for picture in catalog)
    arrows = sum(len(picture.arrows) for picture in catalog)
    lines = [
        f"{len(catalog)} pictures, {boxes} boxes, {arrows} arrows; {len(times['render'])} "
        "interleaved runs; user + system CPU time.", "",
        "| | median ms | least ms | median, diagen = 1 |", "|---|---:|---:|---:|",
    ]
    for title, name in rows:
        median = statistics.median(times[name])
        ratio = f"{median / base:.2f}" if base > 0 else "–"
        lines.append(f"| {title} | {median:.1f} | {min(times[name]):.1f} | {ratio} |")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary", nargs="?", help="path of a release build of diagen")
    parser.add_argument("--runs", type=int, default=21, help="measured rounds (default 21)")
    parser.add_argument("--write", action="store_true", help="write Benchmarks/RESULTS.md")
    options = parser.parse_args()
    if options.runs < 1:
        parser.error("--runs must be at least 1")
    dot = shutil.which("dot")
    if dot is None:
        raise Failure("dot is not installed (Debian: apt-get install graphviz)")
    binary = pathlib.Path(options.binary).absolute() if options.binary else release_binary()
    if not os.access(binary, os.X_OK) or binary.is_dir():
        raise Failure(f"{binary} is not an executable file")
    with tempfile.TemporaryDirectory(prefix="diagen-benchmark-") as scratch:
        catalog, times = measure(str(binary), dot, options.runs, pathlib.Path(scratch))
    result = table(catalog, times)
    print(result)
    if options.write:
        version = subprocess.run([dot, "-V"], capture_output=True, text=True).stderr.strip()
        write("Rendering", f"{result}\n{version}.", "Benchmarks/render.py")


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(f"error: {failure}")
