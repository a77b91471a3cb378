#!/usr/bin/env python3
"""Measures `diagen layout` beside other engines, on the same graphs and in the same minutes.

    python3 Benchmarks/layout/compare.py BENCH [--set real,compound,dag,undirected,large] [--binary DIAGEN] [--write]

BENCH is a folder with `metrics.py` (crossings, bends, lengths, violations), `beauty.py` (what a designer
sees) and `data/SET/*.json` (graphs of the format diagen-graph/1). Each graph goes through every engine in turn, as a whole process; what counts as time is its user + system
CPU. Other engines: Graphviz dot (Debian: graphviz), ELK layered (elkjs under node), D2 with ELK and
OGDF's planarization (needs g++), the last three fetched from PyPI into .build/peers. Needs numpy.
--write puts the tables into Benchmarks/RESULTS.md.
"""

import argparse
import glob
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
sys.path.insert(0, str(ROOT / "Benchmarks"))
import engines  # noqa: E402
import results  # noqa: E402

VIOLATIONS = ("edge_node", "edge_container", "node_overlaps", "containment", "label_node",
              "label_label", "label_edge", "detached", "shared_pairs", "near_pairs")
QUALITY = ["real", "compound", "dag", "undirected"]
TIMEOUT = 20  # seconds a graph


def cpu(command):
    """Runs a command; its user + system CPU time in ms, None if it failed or took too long."""
    with open(os.devnull, "wb") as null:
        process = subprocess.Popen(["timeout", str(TIMEOUT), *command], stdout=null, stderr=null)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = status
    return None if status else (usage.ru_utime + usage.ru_stime) * 1000


class Run:
    """One engine's figures over the graphs of a set."""

    def __init__(self, engine):
        self.engine, self.figures, self.looks, self.times = engine, [], [], {}

    def take(self, graph, path, measures, scratch, is_scored):
        source, output = str(scratch / ("in" + self.engine.suffix)), str(scratch / "out")
        if isinstance(self.engine, engines.Diagen):
            source = path
        else:
            pathlib.Path(source).write_text(self.engine.source(graph))
        pathlib.Path(output).unlink(missing_ok=True)
        time = cpu(self.engine.command(source, output))
        self.times[graph["name"]] = time
        if is_scored and time is not None:
            layout = self.engine.layout(graph, pathlib.Path(output).read_text())
            metrics, beauty = measures
            self.figures.append(metrics.compute(graph, layout))
            self.looks.append(beauty.compute(graph, layout))

    def row(self):
        found = self.figures
        edges = sum(figure["m"] for figure in found) or 1
        total = lambda key: sum(figure.get(key) or 0 for figure in found)
        middle = lambda values: statistics.median(values) if values else float("nan")
        flow = [figure["flow"] for figure in found if figure.get("flow") is not None]
        return [
            self.engine.name, f"{len(found)}", f"{total('crossings')}",
            f"{sum(total(key) for key in VIOLATIONS)}", f"{total('turn90') / edges:.2f}",
            f"{total('length') / edges:.0f}",
            f"{middle([figure['area'] / 1000 for figure in found]):.0f}",
            f"{statistics.mean(flow):.2f}" if flow else "–",
            f"{middle([figure['align'] for figure in found if 'align' in figure]):.2f}",
            f"{total('iso_same')}/{total('iso_pairs')}",
            f"{middle([time for time in self.times.values() if time is not None]):.0f}"]


    def look(self, beauty):
        found = beauty.total(self.looks)
        shown = lambda key: "–" if found.get(key) is None else f"{found[key]:g}"
        return [self.engine.name, *(shown(key) for _, key in LOOKS)]


LOOKS = [("twins unlike %", "twins_unlike_pct"), ("lone off %", "lone_off_pct"),
         ("outside middle %", "ends_edge_pct"), ("tight %", "ends_tight_pct"),
         ("skew %", "crowd_skew_pct"), ("corners", "ends_corner"), ("direction %", "dir_main_pct"),
         ("loose %", "loose_pct"), ("shaped %", "shaped_pct"), ("slabs", "slabs"),
         ("border px", "border_px"), ("title px", "title_px")]
HEAD = ["engine", "graphs", "crossings", "violations", "turns/edge", "px/edge", "kpx² median", "flow",
        "align", "alike", "CPU ms median"]


def table(head, rows):
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def measured(folder, peers, binary, measures, scratch, is_scored):
    """Every engine's run over the graphs in a folder, graph by graph in turn."""
    algorithms = ["layered", "orthogonal", "auto"] if is_scored else ["layered"]
    runs = [Run(engine) for engine in
            [*(engines.Diagen(binary, algorithm) for algorithm in algorithms), *peers]]
    for path in sorted(glob.glob(f"{folder}/*.json")):
        graph = json.loads(pathlib.Path(path).read_text())
        for run in runs:
            if is_scored or not has_failed_at(graph["name"], run):
                run.take(graph, path, measures, scratch, is_scored)
    return runs


def has_failed_at(name, run):
    """Whether a smaller graph of this kind was too much; the files of a kind are sorted by size."""
    kind = name.split("_")[0]
    return any(time is None for other, time in run.times.items() if other.split("_")[0] == kind)


def scaling(runs):
    names = list(runs[0].times)
    shown = lambda run, name: "–" if name not in run.times else (
        f"> {TIMEOUT} s" if run.times[name] is None else f"{run.times[name]:.0f}")
    rows = [[name, *(shown(run, name) for run in runs)] for name in names]
    return table(["graph, CPU ms", *(run.engine.name for run in runs)], rows)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=pathlib.Path)
    parser.add_argument("--set", default="real,compound,dag,undirected,large")
    parser.add_argument("--binary", type=pathlib.Path)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    sys.path.insert(0, str(arguments.bench))
    import beauty
    import metrics
    binary = arguments.binary or results.release_binary()
    peers, scratch = [], ROOT / ".build" / "peers"
    for make in (engines.Dot, lambda: engines.Elk(scratch), lambda: engines.D2(scratch),
                 lambda: engines.Ogdf(scratch)):
        try:
            peers.append(make())
        except engines.Missing as error:
            print(f"left out: {error}", file=sys.stderr)
    sections = []
    with tempfile.TemporaryDirectory() as folder:
        for name in arguments.set.split(","):
            runs = measured(arguments.bench / "data" / name, peers, binary,
                            (metrics, beauty), pathlib.Path(folder), name in QUALITY)
            if name in QUALITY:
                text = table(HEAD, [run.row() for run in runs]) + "\n\n" + table(
                    ["engine", *(title for title, _ in LOOKS)], [run.look(beauty) for run in runs])
            else:
                text = scaling(runs)
            sections.append(f"### {name}\n\n{text}\n")
            print(sections[-1], flush=True)
    if arguments.write:
        results.write("Layout", "\n".join(sections), "Benchmarks/layout/compare.py")


if __name__ == "__main__":
    try:
        main()
    except results.Failure as failure:
        sys.exit(f"error: {failure}")
