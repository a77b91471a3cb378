#!/usr/bin/env python3
"""Measures `diagen layout` beside the drawings that people made of the same content.

    python3 Benchmarks/layout/corpus.py CORPUS [--binary DIAGEN] [--algorithm auto] [--write]

CORPUS is a folder with `score.py` and `graphs/*.json` (nodes and edges with their `human` places).
Each graph is laid out in the direction in which most of its human arrows point.
"""

import argparse
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import results  # noqa: E402

TITLE = 40  # px of room for the title of a container


def is_human(graph):
    """Whether a graph says where a person has put its nodes."""
    return bool(graph["nodes"]) and "human" in graph["nodes"][0]


def human_layout(graph):
    """The drawing of a person, in the format diagen-layout/1."""
    nodes = [{"id": node["id"], **node["human"], "width": node["width"], "height": node["height"]}
             for node in graph["nodes"]]
    edges = []
    for edge in graph["edges"]:
        human = edge["human"]
        edges.append({"id": edge["id"], "points": human["points"]})
        if human.get("labelBox"):
            edges[-1]["labelBox"] = dict(zip(("x", "y", "width", "height"), human["labelBox"]))
    return {"format": "diagen-layout/1", "nodes": nodes, "edges": edges}


def direction(graph):
    flow = graph["metrics"].get("flow") or {}
    across = flow.get("right", 0) + flow.get("left", 0)
    return "LR" if across >= flow.get("down", 0) + flow.get("up", 0) else "TB"


def neutral(graph):
    """The graph without the human places, in the format diagen-graph/1."""
    parents = {node.get("parent") for node in graph["nodes"]}
    depth = {None: -1}
    known = {node["id"]: node for node in graph["nodes"]}

    def level(name):
        if name not in depth:
            depth[name] = level(known[name].get("parent")) + 1
        return depth[name]

    nodes = []
    for node in sorted(graph["nodes"], key=lambda node: level(node["id"])):
        item = {"id": node["id"], "label": node.get("label", ""),
                "width": node["width"], "height": node["height"]}
        if node.get("parent"):
            item["parent"] = node["parent"]
        if node["id"] in parents:
            title = (node.get("labelSize") or [0])[0]
            item |= {"width": round(title) + 20, "height": TITLE, "container": True}
        nodes.append(item)
    edges = []
    for edge in graph["edges"]:
        edges.append({key: edge[key] for key in ("id", "source", "target")})
        if edge.get("label") and edge.get("labelSize"):
            width, height = (round(side + 0.5) for side in edge["labelSize"])
            edges[-1] |= {"label": edge["label"], "labelWidth": width, "labelHeight": height}
    return {"format": "diagen-graph/1", "name": graph["name"], "directed": True,
            "direction": direction(graph), "nodes": nodes, "edges": edges}


def scored(graph, binary, algorithm, score, folder):
    """The metrics of our drawing of a graph and of the human one."""
    source, output = folder / "graph.json", folder / "layout.json"
    source.write_text(json.dumps(neutral(graph)))
    command = [str(binary), "layout", str(source), str(output), "--algorithm", algorithm]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode:
        raise results.Failure(f"{graph['name']}: {run.stderr.strip()}")
    drawing = json.loads(output.read_text())
    edges = {}
    for edge in drawing["edges"]:
        edges[edge["id"]] = {"points": edge["points"]}
        if label := edge.get("labelBox"):
            edges[edge["id"]]["labelBox"] = [label[key] for key in ("x", "y", "width", "height")]
    nodes = {node["id"]: node for node in drawing["nodes"]}
    return score.score(graph, {"nodes": nodes, "edges": edges}), score.score(graph)


ROWS = {
    "crossings": "crossings", "bends": "bends", "edgeThroughLeaf": "edges through a leaf",
    "edgeThroughContainer": "edges through a container", "overlapPairs": "edges on top of each other",
    "labelHitByOtherLine": "labels hit by a line", "labelOverNode": "labels over a box",
    "labelOverLabel": "labels over a label", "nodeOverlaps": "overlapping boxes",
    "nearMiss": "near misses", "leafDistinctCX": "columns (distinct centre x)",
    "leafDistinctCY": "rows (distinct centre y)", "alignedLeafs": "leaves on a common line",
    "area": "area, px²", "edgeLength": "length of edges, px", "segments": "segments",
    "axisAligned": "axis-parallel segments"}


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("--binary", type=pathlib.Path)
    parser.add_argument("--algorithm", default="auto")
    parser.add_argument("--kind", default="edges", help="drawings with edges, boxes or other")
    parser.add_argument("--each", action="store_true", help="a line a drawing, too")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    sys.path.insert(0, str(arguments.corpus))
    import score
    binary = arguments.binary or results.release_binary()
    ours, human, count = collections.Counter(), collections.Counter(), 0
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted((arguments.corpus / "graphs").glob("*.json")):
            graph = json.loads(path.read_text())
            if graph["bench"] != arguments.kind:
                continue
            mine, theirs = scored(graph, binary, arguments.algorithm, score, pathlib.Path(folder))
            count += 1
            for key in ROWS:
                ours[key] += mine.get(key) or 0
                human[key] += theirs.get(key) or 0
            if arguments.each:
                print(graph["name"], *(f"{key} {mine.get(key) or 0:.0f}/{theirs.get(key) or 0:.0f}"
                                       for key in ("area", "leafDistinctCX", "leafDistinctCY",
                                                   "crossings", "bends", "nearMiss")))
    lines = [f"| {count} drawings, {arguments.algorithm} | diagen | by hand |", "|---|---:|---:|"]
    lines += [f"| {title} | {ours[key]:.0f} | {human[key]:.0f} |" for key, title in ROWS.items()]
    print("\n".join(lines))
    if arguments.write:
        results.write("Corpus", "\n".join(lines), "Benchmarks/layout/corpus.py")


if __name__ == "__main__":
    try:
        main()
    except results.Failure as failure:
        sys.exit(f"error: {failure}")
