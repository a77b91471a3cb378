// Opens the page's files with draw.io's own classes and reports what draw.io makes of them.
'use strict';

// The ids of all cells that the page `model` (an XML element) declares, in order.
function declaredIDs(model) {
  const root = model.getElementsByTagName('root')[0];
  return root ? [...root.children].map(element => element.getAttribute('id') ?? '') : [];
}

// The parts of a cell's style that name something draw.io does not know.
function unknownStyles(style) {
  const shape = style.shape, route = style.edgeStyle, unknown = [];
  const isShape = name =>
    mxCellRenderer.defaultShapes[name] != null || mxStencilRegistry.getStencil(name) != null
    || name.startsWith('stencil(');
  if (shape != null && !isShape(shape)) unknown.push(`shape=${shape}`);
  if (typeof route === 'string' && route !== 'none' && mxStyleRegistry.getValue(route) == null) {
    unknown.push(`edgeStyle=${route}`);
  }
  for (const key of ['startArrow', 'endArrow']) {
    const head = style[key];
    if (head != null && head !== 'none' && mxMarker.markers[head] == null) unknown.push(`${key}=${head}`);
  }
  return unknown;
}

// A colour as draw.io resolved it, in lower case; null for none.
function color(value) {
  return value == null || value === 'none' ? null : String(value).toLowerCase();
}

// The pen, fill and text of a cell, as draw.io resolved them.
function drawnPaint(state) {
  const { shape, text } = state;
  return {
    fill: color(shape.fill), stroke: color(shape.stroke), strokeWidth: rounded(shape.strokewidth),
    isDashed: !!shape.isDashed, textColor: text ? color(text.color) : null,
    textSize: text ? rounded(text.size) : null,
    isTextBold: text ? (text.fontStyle & mxConstants.FONT_BOLD) !== 0 : null,
    hasStartHead: color(state.style.startArrow) != null, hasEndHead: color(state.style.endArrow) != null,
  };
}

// The corners of a path's `d`, a list for each subpath; curves are cut into straight pieces. Of arcs draw.io
// makes curves itself.
function corners(d) {
  const tokens = d.match(/[A-Za-z]|-?[\d.]+(?:e-?\d+)?/g) ?? [], lines = [];
  let index = 0;
  const next = () => Number(tokens[index++]), point = () => ({ x: next(), y: next() });
  const between = (from, to, share) => ({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
  const curve = points => {
    for (let step = 1; step <= 48; step++) {
      let level = points;
      while (level.length > 1) level = level.slice(1).map((end, place) => between(level[place], end, step / 48));
      lines.at(-1).push(level[0]);
    }
  };
  while (index < tokens.length) {
    const command = tokens[index++], pen = lines.at(-1)?.at(-1);
    if (command === 'M') lines.push([point()]);
    else if (command === 'L') lines.at(-1).push(point());
    else if (command === 'Q') curve([pen, point(), point()]);
    else if (command === 'C') curve([pen, point(), point(), point()]);
    else if (command === 'Z' || command === 'z') lines.at(-1).push(lines.at(-1)[0]);
    else throw new Error(`draw.io draws with ${command}: ${d}`);
  }
  return lines;
}

// The same for an element of whatever kind.
function elementCorners(element) {
  const number = name => Number(element.getAttribute(name) ?? 0);
  if (element.localName === 'path') return corners(element.getAttribute('d'));
  const [x, y] = element.localName === 'rect' ? [number('x'), number('y')] : [number('cx') - number('rx'), number('cy') - number('ry')];
  const [width, height] = element.localName === 'rect' ? [number('width'), number('height')] : [2 * number('rx'), 2 * number('ry')];
  const [rx, ry] = element.localName === 'rect' ? [number('rx'), number('ry') || number('rx')] : [number('rx'), number('ry')];
  const line = [];
  // A quarter around the middle of each round corner.
  [[width - rx, ry, 0], [width - rx, height - ry, 1], [rx, height - ry, 2], [rx, ry, 3]].forEach(([middleX, middleY, quarter]) => {
    for (let step = 0; step <= 48; step++) {
      const angle = (quarter - 1 + step / 48) * Math.PI / 2;
      line.push({ x: x + middleX + rx * Math.cos(angle), y: y + middleY + ry * Math.sin(angle) });
    }
  });
  return [[...line, line[0]]];
}

// The corners of all lines and edges that draw.io draws for a box, a list for each line, in the coordinates
// of the page whose top left corner is `origin`.
function drawnOutline(shape, scale, origin) {
  const lines = [];
  for (const element of shape.node.querySelectorAll('path, rect, ellipse')) {
    const paint = name => element.getAttribute(name) ?? element.closest(`[${name}]`)?.getAttribute(name) ?? 'none';
    const isSeen = paint('visibility') !== 'hidden' && [paint('fill'), paint('stroke')].some(value => value !== 'none');
    if (!isSeen) continue;
    const matrix = element.getScreenCTM();
    for (const line of elementCorners(element)) {
      lines.push(line.map(corner => {
        const point = new DOMPoint(corner.x, corner.y).matrixTransform(matrix);
        return { x: rounded((point.x - origin.left) / scale), y: rounded((point.y - origin.top) / scale) };
      }));
    }
  }
  return lines;
}

// What draw.io draws for a cell, in the coordinates of the page.
function drawnCell(cell, graph) {
  const model = graph.model, view = graph.view, state = view.getState(cell);
  const isLine = model.isEdge(cell), isBox = model.isVertex(cell);
  const drawn = {
    id: cell.id, parent: cell.parent ? cell.parent.id : null,
    kind: isLine ? 'line' : isBox ? 'box' : 'layer', isDrawn: state != null, unknownStyles: [],
  };
  if (!(isLine || isBox) || !state) return drawn;
  const shift = view.translate, scale = view.scale;
  const place = point => ({ x: rounded(point.x / scale - shift.x), y: rounded(point.y / scale - shift.y) });
  drawn.unknownStyles = unknownStyles(state.style);
  drawn.link = graph.getLinkForCell(cell), drawn.tooltip = cell.value?.getAttribute?.('tooltip') ?? null;
  if (state.shape) drawn.paint = drawnPaint(state);
  if (isLine) {
    drawn.source = model.getTerminal(cell, true)?.id ?? null;
    drawn.target = model.getTerminal(cell, false)?.id ?? null;
    drawn.points = (state.absolutePoints ?? []).filter(point => point != null).map(place);
  } else {
    drawn.frame = { ...place(state), width: rounded(state.width / scale), height: rounded(state.height / scale) };
  }
  const canvas = view.getCanvas().ownerSVGElement.getBoundingClientRect();
  const origin = { left: canvas.left + shift.x * scale, top: canvas.top + shift.y * scale };
  if ((isBox || state.style.shape === 'flexArrow') && state.shape?.node) drawn.outline = drawnOutline(state.shape, scale, origin);
  if (state.text?.node) {
    // Beside the HTML, a `switch` holds a short text for viewers without HTML: not what is seen here.
    const visible = textNodes(state.text.node).filter(node =>
      node.parentElement.closest('foreignObject') || !node.parentElement.closest('switch')?.querySelector('foreignObject'));
    drawn.label = textExtent(visible, origin);
  }
  return drawn;
}

// All cells below `cell`, parents first, in the order of drawing.
function drawnCells(cell, graph) {
  const cells = [drawnCell(cell, graph)];
  for (let index = 0; index < graph.model.getChildCount(cell); index++) {
    cells.push(...drawnCells(graph.model.getChildAt(cell, index), graph));
  }
  return cells;
}

// Puts one page on a canvas of its own and reads it back.
function openedPage(model) {
  const container = document.createElement('div');
  container.style.cssText = 'position:absolute;left:0;top:0;width:1600px;height:1200px;overflow:auto';
  document.body.append(container);
  try {
    const graph = new Graph(container);
    graph.lightbox = true;
    graph.setEnabled(false);
    const editor = new Editor(true, null, null, graph);
    editor.setGraphXml(model);
    graph.refresh();
    complaints.push(...fetched(container));
    return drawnCells(graph.model.root, graph);
  } finally {
    container.remove();
  }
}

// Opens a page of one file: `{name, content, page}` with base64 content.
function opened(file) {
  const drawing = { name: file.name, failure: null, pageCount: 0, pageName: null, declaredIDs: [], cells: [] };
  try {
    const xml = mxUtils.parseXml(decoded(file.content));
    const broken = xml.getElementsByTagName('parsererror')[0];
    if (broken) throw new Error(`not XML: ${broken.textContent}`);
    const node = Editor.extractGraphModel(xml.documentElement, true);
    if (!node) throw new Error(`not a draw.io file: <${xml.documentElement.nodeName}>`);
    const pages = node.nodeName === 'mxfile' ? [...node.getElementsByTagName('diagram')] : [node];
    drawing.pageCount = pages.length;
    if (pages.length <= file.page) throw new Error(`a draw.io file without a page ${file.page}`);
    drawing.pageName = pages[file.page].getAttribute?.('name') ?? null;
    const model = node.nodeName === 'mxfile' ? Editor.parseDiagramNode(pages[file.page]) : node;
    drawing.declaredIDs = declaredIDs(model);
    drawing.cells = openedPage(model);
  } catch (error) {
    drawing.failure = String(error?.message ?? error);
  }
  drawing.complaints = takeComplaints();
  return drawing;
}

window.addEventListener('load', () => {
  const startup = takeComplaints();
  const version = typeof EditorUi === 'undefined' ? null : EditorUi.VERSION;
  report({ version, startup, drawings: version ? input.map(opened) : [] });
});
