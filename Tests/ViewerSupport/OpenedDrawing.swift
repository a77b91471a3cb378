/// What draw.io made of one file.
package struct OpenedDrawing: Hashable, Sendable, Decodable {
  /// The name of the file.
  package let name: String
  /// Why draw.io did not open it; nil if it did.
  package let failure: String?
  /// Warnings, errors and dialogs of draw.io, and requests that the page made.
  package let complaints: [String]
  package let pageCount: Int
  /// What the page that was looked at is called.
  package let pageName: String?
  /// The ids that the page declares, in order.
  package let declaredIDs: [String]
  /// The cells of the page, parents before children, in the order of drawing.
  package let cells: [OpenedCell]
}

/// A cell as draw.io draws it; lengths in units of the page, from its top left corner.
package struct OpenedCell: Hashable, Sendable, Decodable {
  /// What a cell is; the root of all cells counts as a layer.
  package enum Kind: String, Hashable, Sendable, Decodable {
    case layer, box, line
  }

  package let id: String
  package let parent: String?
  package let kind: Kind
  /// Whether draw.io draws it; a hidden or lost one it does not.
  package let isDrawn: Bool
  /// Parts of its style that name what draw.io does not know, as in `shape=drum`.
  package let unknownStyles: [String]
  /// Where a box is drawn, whatever its parents.
  package let frame: ViewerRect?
  /// The corners of the lines and edges that are drawn for a box, line by line.
  package let outline: [[ViewerPoint]]?
  /// The ids of the ends of a line.
  package let source: String?
  package let target: String?
  /// The way of a line from end to end, as it is drawn.
  package let points: [ViewerPoint]?
  /// Its text; nil if none is visible.
  package let label: ViewerText?
  /// Where it leads, and what it tells where the pointer rests on it.
  package let link: String?
  package let tooltip: String?
  /// How it is drawn; nil if it has no shape.
  package let paint: OpenedPaint?
}

/// The pen, fill and text of a cell, as draw.io resolves its style; colours as `#rrggbb`.
package struct OpenedPaint: Hashable, Sendable, Decodable {
  package let fill: String?
  package let stroke: String?
  package let strokeWidth: Double
  package let isDashed: Bool
  /// Of the cell's text; nil without a text.
  package let textColor: String?
  package let textSize: Double?
  package let isTextBold: Bool?
  package let hasStartHead: Bool
  package let hasEndHead: Bool
}

/// Text that a browser drew and measured.
package struct ViewerText: Hashable, Sendable, Decodable {
  /// The text, with a line feed between its nodes.
  package let text: String
  package let lineCount: Int
  /// The rectangle around all its lines, as high as the font's ascent and descent.
  package let frame: ViewerRect
  /// Its parts, each in one style on one line.
  package let runs: [ViewerRun]
}
