#!/usr/bin/env python3
"""Writes Sources/DiagramText/Tables/*.swift: font metrics as figures.

Setup (Debian):  apt-get install fonts-liberation2
                 pip install fonttools uharfbuzz unicodedata2==15.1.0
Write:           python3 Scripts/font-metrics.py
Check:           python3 Scripts/font-metrics.py --verify     (committed files, and HarfBuzz)
Widths of text:  python3 Scripts/font-metrics.py --widths FILE    (one line each, at 12 units)

Advances and kerning come from Liberation Sans and Mono 2.x (SIL Open Font License 1.1), classes of
scalars from the Unicode Character Database. Same fonts, same bytes.
"""

import argparse
import pathlib
import sys

import unicodedata2
from fontTools.ttLib import TTFont

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLES = ROOT / "Sources/DiagramText/Tables"
FONTS = pathlib.Path("/usr/share/fonts/truetype/liberation2")
FACES = {"regular": "LiberationSans-Regular", "bold": "LiberationSans-Bold"}
MONOSPACED = "LiberationMono-Regular"
# Greek signs that Liberation Mono 2.1.5 declares as marks, so that HarfBuzz gives them no width;
# they are measured like every other scalar of that face.
MONOSPACED_DEFECTS = {0x0374, 0x0375, 0x037A}
UNICODE = "15.1.0"

# Scalars whose advances are listed one by one, where the font has them.
LISTED = [
    (0x0020, 0x0250),  # Latin: Basic, Latin-1, Extended-A, Extended-B
    (0x0370, 0x0530),  # Greek, Cyrillic
    (0x05D0, 0x05F0),  # Hebrew letters
    (0x1E00, 0x1F00),  # Latin Extended Additional
    (0x2000, 0x2070),  # General Punctuation
    (0x2070, 0x20C0),  # superscripts, subscripts, currency
    (0x2100, 0x2190),  # letter-like symbols, fractions
    (0x2190, 0x2300),  # arrows, mathematical operators
    (0x2500, 0x2700),  # box drawing, geometric shapes, symbols
]
PAGE = 64
UNLISTED = 0x1FFF
KERNED_FROM_LEFT = 0x2000
ROW_SHIFT = 14

# Raw values of ScalarClass in FontTable.swift.
OTHER, ZERO, WIDE, EMOJI, SYMBOL = range(5)
IDEOGRAPHS = [(0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00), (0x20000, 0x3FFFE)]


class Face:
    """One font file: advances by scalar, kerning by pair of scalars."""

    def __init__(self, name):
        self.path = FONTS / f"{name}.ttf"
        font = TTFont(self.path)
        if font["head"].unitsPerEm != 2048:
            sys.exit(f"{self.path}: not 2048 units for an em")
        self.version = font["name"].getDebugName(5)
        glyphs, metrics = font.getBestCmap(), font["hmtx"]
        self.advances = {
            scalar: 0 if is_zero(scalar) else metrics[glyphs[scalar]][0]
            for first, end in LISTED
            for scalar in range(first, end)
            if scalar in glyphs
        }
        self.kerning = {}
        if "kern" in font:
            scalars = {}
            for scalar in self.advances:
                scalars.setdefault(glyphs[scalar], []).append(scalar)
            for (left, right), value in font["kern"].kernTables[0].kernTable.items():
                for first in scalars.get(left, []):
                    for second in scalars.get(right, []):
                        self.kerning[first, second] = value


def is_zero(scalar):
    """Whether a scalar has no width of its own: marks, format characters, controls."""
    if 0x1160 <= scalar <= 0x11FF:  # Hangul vowels and finals, part of their syllable
        return True
    if scalar in (0x0600, 0x0601, 0x0602, 0x0603, 0x0604, 0x0605, 0x06DD, 0x08E2):
        return False
    return unicodedata2.category(chr(scalar)) in ("Mn", "Me", "Cf", "Cc", "Zl", "Zp")


def scalar_class(scalar):
    """The class by which a scalar is measured that no table lists."""
    if is_zero(scalar):
        return ZERO
    if any(first <= scalar < end for first, end in IDEOGRAPHS):
        return WIDE
    wide = unicodedata2.east_asian_width(chr(scalar)) in ("W", "F")
    if 0x2100 <= scalar < 0x2C00:
        return EMOJI if wide else SYMBOL
    if 0x1F000 <= scalar < 0x1FB00:
        return EMOJI
    return WIDE if wide else OTHER


def class_ranges():
    """Where a run of scalars of one class begins: (first scalar, class)."""
    ranges = []
    for scalar in range(0x110000):
        found = OTHER if 0xD800 <= scalar < 0xE000 else scalar_class(scalar)
        if not ranges or ranges[-1][1] != found:
            ranges.append((scalar, found))
    return ranges


def kerning_rows(face):
    """The distinct rows of the kerning table, and the row of each left scalar (from 1)."""
    rows, row_of, by_left = [], {}, {}
    for left, right in sorted(face.kerning):
        by_left.setdefault(left, []).append((right, face.kerning[left, right]))
    for left, row in by_left.items():
        if row not in rows:
            rows.append(row)
        row_of[left] = rows.index(row) + 1
    return rows, row_of


def pages():
    """The pages of 64 scalars that hold a listed one, in order."""
    return sorted({s // PAGE for first, end in LISTED for s in range(first, end)})


def glyph_entries(face):
    """One packed number for each scalar of each page: advance, right flag, kerning row."""
    rows, row_of = kerning_rows(face)
    rights = {right for row in rows for right, _ in row}
    entries = []
    for page in pages():
        for scalar in range(page * PAGE, (page + 1) * PAGE):
            advance = face.advances.get(scalar, 0 if is_zero(scalar) else UNLISTED)
            flag = KERNED_FROM_LEFT if scalar in rights else 0
            entries.append(advance | flag | row_of.get(scalar, 0) << ROW_SHIFT)
    return entries


def array(name, element, values, comment):
    """A Swift constant that holds an array, packed to lines of 100 columns."""
    lines, line = [], "   "
    for value in values:
        word = f" {value},"
        if len(line) + len(word) > 100:
            lines.append(line)
            line = "   "
        line += word
    lines.append(line)
    body = "\n".join(lines)
    return f"  /// {comment}\n  static let {name}: [{element}] = [\n{body}\n  ]\n"


def source(title, extension, parts):
    """A whole Swift file."""
    return (
        f"// Generated by Scripts/font-metrics.py. Do not edit: run it again.\n// {title}\n"
        f"// swift-format-ignore-file\n\nextension {extension} {{\n" + "\n".join(parts) + "}\n"
    )


def face_source(case, name):
    face = Face(name)
    rows, _ = kerning_rows(face)
    starts = [sum(map(len, rows[:index])) for index in range(len(rows) + 1)]
    pairs = [pair for row in rows for pair in row]
    return source(
        f"{name}, {face.version}, SIL Open Font License 1.1 (facts only).",
        "FontTable",
        [
            array(f"{case}Glyphs", "UInt32", glyph_entries(face),
                  "For each scalar of each page: see ``Glyph``."),
            array(f"{case}RowStarts", "UInt16", starts,
                  "Where each kerning row begins in the next two, and where the last one ends."),
            array(f"{case}Rights", "UInt16", [right for right, _ in pairs],
                  "The right scalars of each row, ascending."),
            array(f"{case}Kerning", "Int16", [value for _, value in pairs],
                  "What each of these pairs adds, in 1/2048 em."),
        ],
    )


def classes_source():
    listed = pages()
    index = [listed.index(p) + 1 if p in listed else 0 for p in range(listed[-1] + 1)]
    packed = [first << 3 | found for first, found in class_ranges()]
    return source(
        f"Unicode Character Database {UNICODE}.",
        "ScalarClass",
        [
            array("pages", "UInt8", index,
                  "For each 64 scalars: the page of the glyph tables that lists them, from 1, or 0."),
            array("ranges", "UInt32", packed,
                  "Where each run of one class begins: first scalar * 8 + class, ascending."),
        ],
    )


def sources():
    result = {TABLES / "ScalarClass+Unicode.swift": classes_source()}
    for case, name in FACES.items():
        result[TABLES / f"FontTable+{case.capitalize()}.swift"] = face_source(case, name)
    return result


def shaper(path):
    """A function that gives the width of a text in font units, as HarfBuzz shapes it."""
    import uharfbuzz

    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path))))

    def width(text):
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(font, buffer)
        return sum(position.x_advance for position in buffer.glyph_positions)

    return width


def spacing(scalar):
    """Whether a scalar can stand in a kerned pair: a letter, figure, sign or space."""
    return not is_zero(scalar) and not 0x05D0 <= scalar < 0x05F0


def verify():
    """Compares the committed files with the fonts, and the fonts' tables with HarfBuzz."""
    wrong = [f"{path} is stale" for path, text in sources().items() if path.read_text() != text]
    for name in [*FACES.values(), MONOSPACED]:
        face, pairs = Face(name), 0
        width = shaper(face.path)
        single = {scalar: width(chr(scalar)) for scalar in face.advances}
        for scalar, advance in face.advances.items():
            expected = advance if name != MONOSPACED else (0 if is_zero(scalar) else 1229)
            if name == MONOSPACED and scalar in MONOSPACED_DEFECTS:
                continue
            if single[scalar] != expected:
                wrong.append(f"{name} U+{scalar:04X}: {expected}, HarfBuzz {single[scalar]}")
        for left in filter(spacing, face.advances):
            for right in filter(spacing, face.advances):
                pairs += 1
                kerning = width(chr(left) + chr(right)) - single[left] - single[right]
                if kerning != face.kerning.get((left, right), 0):
                    wrong.append(f"{name} U+{left:04X} U+{right:04X}: HarfBuzz kerns {kerning}")
        print(f"{name}: {len(face.advances)} advances, {pairs} pairs compared with HarfBuzz")
    for message in wrong[:100]:
        print(message)
    print(f"{len(wrong)} differences")
    return bool(wrong)


def print_widths(path):
    """The width of each line of a file in each face, in 1/2048 em, as HarfBuzz shapes it."""
    widths = [shaper(FONTS / f"{name}.ttf") for name in [*FACES.values(), MONOSPACED]]
    for line in pathlib.Path(path).read_text().splitlines():
        print(*(width(line) for width in widths), line, sep="\t")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--verify", action="store_true", help="compare, write nothing")
    parser.add_argument("--widths", metavar="FILE", help="print the width of each line of a file")
    options = parser.parse_args()
    if unicodedata2.unidata_version != UNICODE:
        sys.exit(f"unicodedata2 has Unicode {unicodedata2.unidata_version}, needed is {UNICODE}")
    if options.widths:
        return print_widths(options.widths)
    if options.verify:
        return verify()
    for path, text in sources().items():
        path.write_text(text)
        print(f"wrote {path.relative_to(ROOT)}, {len(text)} bytes")


if __name__ == "__main__":
    sys.exit(main())
