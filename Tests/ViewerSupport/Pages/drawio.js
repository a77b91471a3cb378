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
  if (state.shape) drawn.paint = drawnPaint(state);
  if (isLine) {
    drawn.source = model.getTerminal(cell, true)?.id ?? null;
    drawn.target = model.getTerminal(cell, false)?.id ?? null;
    drawn.points = (state.absolutePoints ?? []).filter(point => point != null).map(place);
  } else {
    drawn.frame = { ...place(state), width: rounded(state.width / scale), height: rounded(state.height / scale) };
  }
  if (state.text?.node) {
    const canvas = view.getCanvas().ownerSVGElement.getBoundingClientRect();
    const origin = { left: canvas.left + shift.x * scale, top: canvas.top + shift.y * scale };
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

// Opens one file: `{name, content}` with base64 content.
function opened(file) {
  const drawing = { name: file.name, failure: null, pageCount: 0, declaredIDs: [], cells: [] };
  try {
    const xml = mxUtils.parseXml(decoded(file.content));
    const broken = xml.getElementsByTagName('parsererror')[0];
    if (broken) throw new Error(`not XML: ${broken.textContent}`);
    const node = Editor.extractGraphModel(xml.documentElement, true);
    if (!node) throw new Error(`not a draw.io file: <${xml.documentElement.nodeName}>`);
    const pages = node.nodeName === 'mxfile' ? [...node.getElementsByTagName('diagram')] : [node];
    drawing.pageCount = pages.length;
    if (pages.length === 0) throw new Error('a draw.io file without a page');
    const model = node.nodeName === 'mxfile' ? Editor.parseDiagramNode(pages[0]) : node;
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
