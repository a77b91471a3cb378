#!/usr/bin/env python3
"""Draws layouts beside each other: a row a graph, a column an engine.

    python3 Benchmarks/layout/sheet.py OUT.png GRAPH... [--binary DIAGEN] [--engines layered,orthogonal,auto,dot,elk,d2]

A GRAPH is a file of the format diagen-graph/1, or of the corpus (nodes with `human` places): that
one has the human drawing as its first column. Needs rsvg-convert.
"""

import argparse
import html
import json
import pathlib
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import corpus  # noqa: E402
import engines  # noqa: E402
import results  # noqa: E402

CELL, GAP, CAPTION = (640, 420), 16, 22


def layout(engine, graph, scratch):
    """What an engine makes of a graph; None if it fails."""
    source, output = scratch / ("in" + engine.suffix), scratch / "out"
    source.write_text(engine.source(graph))
    output.unlink(missing_ok=True)
    run = subprocess.run(engine.command(str(source), str(output)), capture_output=True, timeout=60)
    return engine.layout(graph, output.read_text()) if run.returncode == 0 else None


def cell(graph, drawing, caption):
    """The SVG of one drawing, fitted into a cell."""
    if drawing is None:
        return f'<text y="14" class="caption">{html.escape(caption)}: failed</text>'
    xs = [x for node in drawing["nodes"] for x in (node["x"], node["x"] + node["width"])]
    ys = [y for node in drawing["nodes"] for y in (node["y"], node["y"] + node["height"])]
    for edge in drawing["edges"]:
        xs += [point[0] for point in edge["points"]]
        ys += [point[1] for point in edge["points"]]
    width, height = max(xs) - min(xs), max(ys) - min(ys)
    scale = min(CELL[0] / max(width, 1), (CELL[1] - CAPTION) / max(height, 1), 1)
    known = {node["id"]: node for node in graph["nodes"]}
    parents = {node.get("parent") for node in graph["nodes"]}
    parts = [f'<text y="14" class="caption">{html.escape(caption)} {width:.0f} × {height:.0f}</text>',
             f'<g transform="translate(0 {CAPTION}) scale({scale:.4f}) '
             f'translate({-min(xs):.1f} {-min(ys):.1f})">']
    order = {name: index for index, name in enumerate(known)}
    for node in sorted(drawing["nodes"], key=lambda node: order[node["id"]]):
        kind = "container" if node["id"] in parents else "leaf"
        label = html.escape((known[node["id"]].get("label") or "").replace("\n", " ")[:24])
        x, y = node["x"], node["y"]
        at = (x + 8, y + 16, "start") if kind == "container" else (
            x + node["width"] / 2, y + node["height"] / 2 + 4, "middle")
        parts.append(f'<rect class="{kind}" x="{x}" y="{y}" width="{node["width"]}" '
                     f'height="{node["height"]}"/><text x="{at[0]}" y="{at[1]}" '
                     f'text-anchor="{at[2]}">{label}</text>')
    for edge in drawing["edges"]:
        parts.append(f'<path d="{path(edge)}"/>')
        label = edge.get("labelBox")
        if label:
            parts.append(f'<rect class="label" x="{label["x"]}" y="{label["y"]}" '
                         f'width="{label["width"]}" height="{label["height"]}"/>')
    return "".join([*parts, "</g>"])


def path(edge):
    points = [f"{x:.1f} {y:.1f}" for x, y in edge["points"]]
    if not points:
        return ""
    joint = " C " if edge.get("curve") == "bezier" else " L "
    return f"M {points[0]}{joint}{' '.join(points[1:])}"


STYLE = """svg { background: #fff; font: 12px sans-serif } .caption { font: bold 13px sans-serif }
rect { fill: none; stroke: #445; } .container { fill: #00408010 } .leaf { fill: #fff }
.label { fill: #fd0a; stroke: none } path { fill: none; stroke: #c22; stroke-width: 1.5; marker-end: url(#tip) }"""
TIP = ('<marker id="tip" orient="auto" markerWidth="7" markerHeight="6" refX="7" refY="3">'
       '<path d="M0 0L7 3L0 6Z" style="fill:#c22;stroke:none;marker-end:none"/></marker>')


def sheet(rows):
    """One SVG of rows of cells."""
    columns = max(len(row) for row in rows)
    width, height = columns * (CELL[0] + GAP) + GAP, len(rows) * (CELL[1] + GAP) + GAP
    cells = "".join(
        f'<g transform="translate({GAP + column * (CELL[0] + GAP)} {GAP + index * (CELL[1] + GAP)})">{item}</g>'
        for index, row in enumerate(rows) for column, item in enumerate(row))
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
            f"<style>{STYLE}</style><defs>{TIP}</defs>"
            f'<rect width="100%" height="100%" style="fill:#fff;stroke:none"/>{cells}</svg>')


def chosen(names, binary):
    peers = results.ROOT / ".build" / "peers"
    makers = {"dot": engines.Dot, "elk": lambda: engines.Elk(peers), "d2": lambda: engines.D2(peers)}
    return [makers[name]() if name in makers else engines.Diagen(binary, name) for name in names]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=pathlib.Path)
    parser.add_argument("graphs", nargs="+", type=pathlib.Path)
    parser.add_argument("--binary", type=pathlib.Path)
    parser.add_argument("--engines", default="layered,orthogonal,auto,dot,elk,d2")
    arguments = parser.parse_args()
    contestants = chosen(arguments.engines.split(","), arguments.binary or results.release_binary())
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for source in arguments.graphs:
            graph = json.loads(source.read_text())
            row = []
            if corpus.is_human(graph):
                row.append(cell(graph, corpus.human_layout(graph), f"{graph['name']} by hand"))
                graph = corpus.neutral(graph)
            row += [cell(graph, layout(engine, graph, pathlib.Path(folder)), engine.name)
                    for engine in contestants]
            rows.append(row)
        svg = pathlib.Path(folder, "sheet.svg")
        svg.write_text(sheet(rows), encoding="utf-8")
        command = [engines.tool("rsvg-convert", "librsvg2-bin"), str(svg), "-o", str(arguments.output)]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
