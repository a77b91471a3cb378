// Compares each SVG, as Chromium draws it, with what other viewers drew of it.
'use strict';

const backgrounds = ['#191919', '#ffffff'];
// Viewers smooth edges in their own ways: a pixel counts as different when it is further than this
// (of 255, in any channel) from all colours within one pixel of its place in the other picture.
const colorTolerance = 48;
// The side of the squares in which different pixels are counted, so that a small word weighs as
// much in a large picture as in a small one.
const tileSide = 16;

// The picture of `file`, laid into the page so that the page waits for it.
function image(type, base64) {
  const element = new Image();
  element.src = `data:${type};base64,${base64}`;
  document.body.append(element);
  return element;
}

// The pixels of an image from a line on, over a background.
function pixels(picture, background, width, height, y = 0) {
  const canvas = document.createElement('canvas');
  canvas.width = width, canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.fillStyle = background;
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, -y);
  return context.getImageData(0, 0, width, height).data;
}

// Whether the pixel `at` of `data` is further than the tolerance from all that `other` shows within
// one pixel of it, in a channel.
function isOutsider(at, data, other, width, height) {
  const x = (at >> 2) % width, y = Math.floor((at >> 2) / width);
  for (let channel = 0; channel < 3; channel++) {
    let low = 255, high = 0;
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
      for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
        const value = other[4 * (row * width + column) + channel];
        low = Math.min(low, value), high = Math.max(high, value);
      }
    }
    const value = data[at + channel];
    if (value < low - colorTolerance || value > high + colorTolerance) return true;
  }
  return false;
}

// One byte for each pixel: whether it is in one picture, but not in the other.
function outsiders(a, b, width, height) {
  const marks = new Uint8Array(width * height);
  for (let at = 0; at < a.length; at += 4) {
    const distance = Math.max(
      Math.abs(a[at] - b[at]), Math.abs(a[at + 1] - b[at + 1]), Math.abs(a[at + 2] - b[at + 2]));
    if (distance <= colorTolerance) continue;
    if (isOutsider(at, a, b, width, height) || isOutsider(at, b, a, width, height)) marks[at >> 2] = 1;
  }
  return marks;
}

// How many pixels are marked, and where they are densest.
function counted(marks, width, height, background) {
  const columns = Math.ceil(width / tileSide), tiles = new Uint32Array(columns * Math.ceil(height / tileSide));
  let total = 0;
  for (let at = 0; at < marks.length; at++) {
    if (!marks[at]) continue;
    total += 1;
    tiles[Math.floor(Math.floor(at / width) / tileSide) * columns + Math.floor((at % width) / tileSide)] += 1;
  }
  let worst = 0;
  for (let tile = 1; tile < tiles.length; tile++) if (tiles[tile] > tiles[worst]) worst = tile;
  return {
    background, differingPixels: total, differingShare: total / marks.length,
    worstTileShare: tiles[worst] / (tileSide * tileSide),
    worstTile: { x: (worst % columns) * tileSide, y: Math.floor(worst / columns) * tileSide },
  };
}

function compared(first, second, background, y) {
  const width = first.naturalWidth, height = first.naturalHeight;
  const a = pixels(first, background, width, height);
  const b = pixels(second, background, width, height, y);
  return counted(outsiders(a, b, width, height), width, height, background);
}

const sizeOf = picture => ({ x: 0, y: 0, width: picture.naturalWidth, height: picture.naturalHeight });

// Whether a font family is installed: text in it has not the width of every generic family.
function isInstalled(family) {
  const context = document.createElement('canvas').getContext('2d');
  const width = font => { context.font = `40px ${font}`; return context.measureText('mmMWlli 0149 ÄößAVTo').width; };
  return ['monospace', 'serif'].some(generic => width(`"${family}", ${generic}`) !== width(generic));
}

const genericFamilies = ['serif', 'sans-serif', 'monospace', 'system-ui', 'cursive', 'fantasy'];

// The text of an SVG, line by line, in the units of the SVG, and the fonts that it asks for in vain.
function drawnText(base64) {
  const parsed = new DOMParser().parseFromString(decoded(base64), 'image/svg+xml');
  const broken = parsed.getElementsByTagName('parsererror')[0];
  if (broken) throw new Error(`not XML: ${broken.textContent}`);
  complaints.push(...fetched(parsed.documentElement));
  const holder = document.createElement('div');
  holder.style.cssText = 'position:absolute;left:0;top:0';
  const svg = document.importNode(parsed.documentElement, true);
  // Measured in units, not in the size in which the picture is shown.
  const units = svg.viewBox.baseVal;
  if (units) svg.setAttribute('width', units.width), svg.setAttribute('height', units.height);
  holder.append(svg);
  document.body.append(holder);
  try {
    const origin = svg.getBoundingClientRect(), elements = [...svg.getElementsByTagName('text')];
    const first = element => getComputedStyle(element).fontFamily.split(',')[0].trim().replace(/^["']|["']$/g, '');
    const families = [...new Set(elements.map(first))];
    return {
      lines: elements.flatMap(textNodes).map(node => textExtent([node], origin)).filter(line => line),
      absentFonts: families.filter(family => !genericFamilies.includes(family) && !isInstalled(family)),
    };
  } finally {
    holder.remove();
  }
}

const images = input.images.map(png => image('image/png', png));
const loading = input.pictures.map(file => ({ file, svg: image('image/svg+xml', file.svg) }));

// What another viewer drew.
function otherView(svg, view) {
  const png = images[view.image];
  if (png.naturalWidth === 0) throw new Error(`an image of ${view.viewer} that cannot be shown`);
  const isWhole = view.y === undefined;
  return {
    viewer: view.viewer, size: isWhole ? sizeOf(png) : null,
    comparisons: (view.background ? [view.background] : backgrounds)
      .map(background => compared(svg, png, background, view.y)),
  };
}

function viewed({ file, svg }) {
  const picture = { name: file.name, failure: null, others: [], lines: [], absentFonts: [] };
  picture.size = sizeOf(svg);
  try {
    if (svg.naturalWidth === 0) throw new Error('an image that cannot be shown');
    picture.others = file.views.map(view => otherView(svg, view));
    Object.assign(picture, drawnText(file.svg));
  } catch (error) {
    picture.failure = String(error?.message ?? error);
  }
  picture.complaints = takeComplaints();
  return picture;
}

window.addEventListener('load', () => {
  report({ hasLiberation: isInstalled('Liberation Sans') && isInstalled('Liberation Mono'), pictures: loading.map(viewed) });
});
