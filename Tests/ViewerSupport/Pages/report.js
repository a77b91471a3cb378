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

// The rectangle around the text nodes below `root`, their text and how many lines they fill,
// measured from the point `origin`; null where there is no visible text.
function textExtent(nodes, origin) {
  let left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity;
  const lines = new Set();
  for (const node of nodes) {
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width === 0 || box.height === 0) continue;
      left = Math.min(left, box.left), right = Math.max(right, box.right);
      top = Math.min(top, box.top), bottom = Math.max(bottom, box.bottom);
      lines.add(Math.round(box.top));
    }
  }
  if (lines.size === 0) return null;
  return {
    text: nodes.map(node => node.nodeValue).join('\n'), lineCount: lines.size,
    frame: {
      x: rounded(left - origin.left), y: rounded(top - origin.top),
      width: rounded(right - left), height: rounded(bottom - top),
    },
  };
}

// The text nodes below `root` that are not only white space.
function textNodes(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) if (walker.currentNode.nodeValue.trim() !== '') nodes.push(walker.currentNode);
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
