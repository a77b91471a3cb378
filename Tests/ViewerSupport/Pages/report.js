// Shared by the pages that tests open: reads the input, collects complaints, writes the report.
'use strict';

// What the page and draw.io complain about since the last `takeComplaints`.
const complaints = [];
window.addEventListener('error', event => complaints.push(`exception: ${event.message}`));
window.addEventListener('unhandledrejection', event => complaints.push(`exception: ${event.reason}`));
document.addEventListener('securitypolicyviolation', event =>
  complaints.push(`request for ${event.blockedURI} (${event.effectiveDirective})`));
for (const level of ['warn', 'error', 'assert']) {
  console[level] = (...words) => complaints.push(`console.${level}: ${words.join(' ')}`);
}
window.alert = text => complaints.push(`alert: ${text}`);
window.confirm = text => { complaints.push(`confirm: ${text}`); return true; };

function takeComplaints() { return complaints.splice(0, complaints.length); }

// The text of a base64 string that holds UTF-8.
function decoded(base64) {
  return new TextDecoder().decode(Uint8Array.from(atob(base64), letter => letter.charCodeAt(0)));
}

// A length with two decimals; null for what is no number.
function rounded(value) { return Number.isFinite(value) ? Math.round(value * 100) / 100 : null; }

// Writes the report where the test looks for it, as base64 so that no markup can spoil it.
function report(value) {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  let letters = '';
  for (let start = 0; start < bytes.length; start += 8192) {
    letters += String.fromCharCode(...bytes.subarray(start, start + 8192));
  }
  document.getElementById('report').textContent = btoa(letters);
}

// The visible rectangles of a text node.
function boxesOf(node) {
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()].filter(box => box.width > 0 && box.height > 0);
}

// The rectangle around others, measured from the point `origin`.
function frameAround(boxes, origin) {
  const left = Math.min(...boxes.map(box => box.left)), right = Math.max(...boxes.map(box => box.right));
  const top = Math.min(...boxes.map(box => box.top)), bottom = Math.max(...boxes.map(box => box.bottom));
  return {
    x: rounded(left - origin.left), y: rounded(top - origin.top),
    width: rounded(right - left), height: rounded(bottom - top),
  };
}

// How many lines rectangles fill; those on one baseline overlap by more than half of their height.
function lineCount(boxes) {
  let count = 0, end = -Infinity;
  for (const box of [...boxes].sort((one, other) => one.top - other.top)) {
    if (box.top > end - box.height / 2) count += 1, end = box.bottom;
    else end = Math.max(end, box.bottom);
  }
  return count;
}

// `rgb(r, g, b)` as `#rrggbb`.
function hexadecimal(color) {
  const parts = color.match(/^rgb\((\d+), (\d+), (\d+)\)$/);
  return parts ? '#' + parts.slice(1).map(part => Number(part).toString(16).padStart(2, '0')).join('') : color;
}

// How a text node is drawn, and where.
function drawnRun(node, origin) {
  const element = node.parentElement, style = getComputedStyle(element);
  return {
    text: node.nodeValue, frame: frameAround(boxesOf(node), origin),
    color: hexadecimal(element.closest('foreignObject') || !element.closest('svg') ? style.color : style.fill),
    size: rounded(parseFloat(style.fontSize)), isBold: Number(style.fontWeight) >= 600,
    isItalic: style.fontStyle === 'italic', isMonospaced: /courier|mono/i.test(style.fontFamily),
    link: element.closest('a')?.getAttribute('href') ?? null,
  };
}

// The rectangle around text nodes, their text, how many lines they fill, and each of them, measured
// from the point `origin`; null where there is no visible text.
function textExtent(nodes, origin) {
  const visible = nodes.filter(node => boxesOf(node).length > 0), boxes = visible.flatMap(boxesOf);
  if (boxes.length === 0) return null;
  return {
    text: nodes.map(node => node.nodeValue).join('\n'), lineCount: lineCount(boxes),
    frame: frameAround(boxes, origin), runs: visible.map(node => drawnRun(node, origin)),
  };
}

// The text nodes below `root` that are not only spaces at which a line may be broken.
function textNodes(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) if (/[^ \t\r\n]/.test(walker.currentNode.nodeValue)) nodes.push(walker.currentNode);
  return nodes;
}

// A complaint for everything at or below `root` that would be fetched from elsewhere.
function fetched(root) {
  const isLocal = address => address.startsWith('#') || address.startsWith('data:');
  const inStyle = text => [...text.matchAll(/url\(\s*["']?([^"')]+)/g)].map(match => match[1]);
  const addresses = [root, ...root.querySelectorAll('*')].flatMap(element => [
    ...[...element.attributes].flatMap(({ localName, value }) =>
      ['href', 'src'].includes(localName) ? (element.localName === 'a' ? [] : [value]) : inStyle(value)),
    ...(element.localName === 'style' ? inStyle(element.textContent) : []),
  ]);
  return addresses.filter(address => !isLocal(address)).map(address => `request for ${address}`);
}
