#!/usr/bin/env python3
"""Measures `diagen shop.swift` as a person meets it, against `dot -Tsvg`.

    python3 Benchmarks/first.py PREFIX [--runs N] [--write]

PREFIX is where `Scripts/install --prefix PREFIX` put diagen. Each round draws, in turn: the file as
it was; the file with another text in one box, which the compiler has to see; the file in another
theme, for which it need not; and a graph of the same boxes and arrows with dot. Then diagen alone:
the compiler's own part, told apart by a stand-in before `swiftc` that notes the time. Wall-clock and
CPU time (user + system, with the children's); medians. Swift and Graphviz have to be installed.
"""

import argparse
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
from results import Failure, write  # noqa: E402

SOURCE = """import DiagramDSL

let shop = Series("shop") {
  Picture("overview") {
    let customer = Component("Customer", shape: .person)
    let website = Component("NAME").accent()
    let orders = Component("Orders", shape: .cylinder)
    let mail = Component("Mail")
    customer
    Node("Shop") { website; orders; mail }
    (customer --> website).label("HTTPS")
    website --> orders
    (website --> mail).dashed()
  }
}
"""
DOT = """digraph { node [shape=box fontname="Helvetica"]
  subgraph cluster_shop { label="Shop" website [label="NAME"]; orders; mail }
  customer -> website [label="HTTPS"] website -> orders website -> mail [style=dashed] }
"""


def run(command, folder, environment):
    """Runs a command to its end; returns wall-clock and CPU time in milliseconds."""
    before, start = os.times(), time.perf_counter()
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    wall, after = time.perf_counter() - start, os.times()
    if done.returncode != 0:
        raise Failure(f"`{' '.join(command)}` failed: {done.stderr.strip()}")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return wall * 1000, cpu * 1000


def measure(prefix, runs, folder):
    """The times of each contestant by name, as pairs."""
    binary = str(prefix / "bin" / "diagen")
    real = shutil.which("swiftc")
    if real is None:
        raise Failure("there is no swiftc")
    noted = folder / "compiler"
    stand_in = folder / "bin" / "swiftc"
    stand_in.parent.mkdir()
    # The shell's own start counts as the compiler's.
    stand_in.write_text(
        f"#!/bin/bash\ns=$EPOCHREALTIME\n{real} \"$@\"; r=$?\n"
        f"echo \"$s $EPOCHREALTIME\" >> {noted}\nexit $r\n")
    stand_in.chmod(0o755)
    plain = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    noting = {**plain, "PATH": f"{stand_in.parent}:{plain['PATH']}"}
    shop = folder / "shop.swift"
    graph = folder / "shop.dot"
    draw = [binary, "shop.swift"]
    times = {name: [] for name in ("unchanged", "edited", "theme", "dot", "beside")}
    for number in range(runs + 1):
        shop.write_text(SOURCE.replace("NAME", f"Website {number}"))
        graph.write_text(DOT.replace("NAME", f"Website {number}"))
        row = {"edited": run(draw, folder, plain), "unchanged": run(draw, folder, plain)}
        row["theme"] = run([*draw, "--theme", ("dark", "light", "print")[number % 3], "-o", "other"], folder, plain)
        row["dot"] = run(["dot", "-Tsvg", "-o", "shop.svg", "shop.dot"], folder, plain)
        noted.unlink(missing_ok=True)
        wall, cpu = run([*draw, "--fresh"], folder, noting)
        start, end = map(float, noted.read_text().replace(",", ".").split())
        row["beside"] = (wall - (end - start) * 1000, cpu)
        if number > 0:  # the first round warms the caches
            for name, value in row.items():
                times[name].append(value)
    return times


def table(times):
    """The result as Markdown."""
    rows = [
        ("`diagen shop.swift`, unchanged", "unchanged"),
        ("`diagen shop.swift`, one text edited, with the compiler", "edited"),
        ("the same without the time in which the compiler runs", "beside"),
        ("`diagen shop.swift --theme …`, drawn anew, not compiled", "theme"),
        ("`dot -Tsvg`", "dot"),
    ]
    lines = [
        f"A file of four boxes in a container and three arrows, three formats; {len(times['dot'])} interleaved runs "
        f"beside other work (load {os.getloadavg()[0]:.0f}).",
        "", "| | wall ms, median | least | CPU ms, median |", "|---|---:|---:|---:|",
    ]
    for title, name in rows:
        wall, cpu = zip(*times[name])
        shown = "–" if name == "beside" else f"{statistics.median(cpu):.0f}"
        lines.append(f"| {title} | {statistics.median(wall):.0f} | {min(wall):.0f} | {shown} |")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("prefix", help="where Scripts/install put diagen")
    parser.add_argument("--runs", type=int, default=15, help="measured rounds (default 15)")
    parser.add_argument("--write", action="store_true", help="write Benchmarks/RESULTS.md")
    options = parser.parse_args()
    if shutil.which("dot") is None:
        raise Failure("dot is not installed (Debian: apt-get install graphviz)")
    prefix = pathlib.Path(options.prefix).absolute()
    if not os.access(prefix / "bin" / "diagen", os.X_OK):
        raise Failure(f"there is no diagen in {prefix}: Scripts/install --prefix {prefix}")
    with tempfile.TemporaryDirectory(prefix="diagen-benchmark-") as folder:
        result = table(measure(prefix, options.runs, pathlib.Path(folder)))
    print(result)
    if options.write:
        version = subprocess.run(["dot", "-V"], capture_output=True, text=True).stderr.strip()
        swift = subprocess.run(["swiftc", "--version"], capture_output=True, text=True).stdout
        swift = re.search(r"swift-[\w.]+-RELEASE|Swift version [\w.]+", swift)
        write("One file", f"{result}\n{version}; {swift[0] if swift else 'Swift'}.", "Benchmarks/first.py")


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(f"error: {failure}")
