/// The names of all members in a file of the format `diagen-series/1`: the words of the language.
///
/// Readers name members by these cases alone, so that no word is written twice.
enum Word: String, CaseIterable {
  // Series and pictures.
  case format, path, slide, pictures, boxes, name, title, heading, caption, arrows, marks, legend
  case states
  // Boxes.
  case kind, box, children, arrangement, id, text, subtitle, detail, shape, label, link, tooltip
  case means, width, height, align, alignSelf, at, during, on, x, y, icon, size, badge, corners
  case textPosition, titlePosition, vertical, collapsed, replacing
  // Code.
  case code, language, lineNumbers, highlightLines, mark, markAll, occurrence
  // Arrangements.
  case spacing, columns, direction
  // Styles.
  case accent, new, muted, strong, bold, monospaced, textAlignment, dashed, dotted, highlight
  case stacked, crossedOut, outlined
  // Arrows.
  case from, to, fromSide, toSide, heads, labels, start, end, straight, curved, gap, minimumLength
  case weight, loop, block, numbered, trunk, through, answer
  // Marks and legends.
  case over, around, into, side, samples
  // Sequences.
  case participants, messages, leftOf, rightOf, cases
}

/// What stands in a picture or in a container.
enum BoxKind: String, CaseIterable {
  case component, node, text, icon, code, spot, divider, milestone
  case row, column, grid, ring, layered, tree, packed, force, lanes, lane, timeline, sharedPlace
  case sequence
  // Hints.
  case above, below, leftOf, rightOf, sameRank
}

/// What is said of boxes.
enum MarkKind: String, CaseIterable {
  case brace, dimension, region, callout, zoom
}

/// What a picture changes of its boxes.
enum StateKind: String, CaseIterable {
  case focus, muted, accent, new, highlight, crossedOut
}

/// What stands in a sequence.
enum MessageKind: String, CaseIterable {
  case message, note, loop, when, alternatives, parallel, active, divider
}

/// What a legend shows that is no box.
enum SampleKind: String, CaseIterable {
  case arrow
}
