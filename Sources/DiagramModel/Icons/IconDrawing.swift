/// What an icon looks like, in a system of its own whose origin is the top left corner.
package struct IconDrawing: Hashable, Sendable {
  package var width: Double
  package var height: Double
  /// From the back to the front.
  package var parts: [IconPart]
  /// Whether it has a frame of its own around a sign, so that it needs none where it lies on a line.
  package var isFramed = false
  /// A picture instead of the parts, for what has no outlines.
  package var image: IconImage?

  package init(width: Double, height: Double, parts: [IconPart], image: IconImage? = nil) {
    self.width = width
    self.height = height
    self.parts = parts
    self.image = image
  }
}

/// A path of an icon and how it is drawn. What is inside of an outline is told by the directions of its
/// closed lines, as in SVG without a `fill-rule`.
package struct IconPart: Hashable, Sendable {
  package var path: [IconStep]
  package var fill: IconInk?
  package var stroke: IconInk?
  /// In units of the drawing; nil for the pen of all icons, which depends on how large they are drawn.
  package var strokeWidth: Double?
  package var ends = LineEnds.round
  /// In hundredths.
  package var opacity: Int

  package init(
    path: [IconStep], fill: IconInk?, stroke: IconInk?, strokeWidth: Double? = nil,
    opacity: Int = 100
  ) {
    self.path = path
    self.fill = fill
    self.stroke = stroke
    self.strokeWidth = strokeWidth
    self.opacity = opacity
  }
}

/// How lines end and bend.
package struct LineEnds: Hashable, Sendable {
  package enum Cap: String, Hashable, Sendable { case butt, round, square }
  package enum Join: String, Hashable, Sendable { case miter, round, bevel }

  package var cap: Cap
  package var join: Join

  package init(cap: Cap, join: Join) {
    self.cap = cap
    self.join = join
  }

  /// Both round, as our own icons have them.
  package static let round = LineEnds(cap: .round, join: .round)
}

/// A colour of an icon.
package enum IconInk: Hashable, Sendable {
  /// The theme's colour of lines, or of the text beside the icon.
  case line
  /// The theme's colour of surfaces.
  case surface
  /// The theme's colour of what is drawn on a surface.
  case onSurface
  /// A colour of its own.
  case color(Color)
}

/// A step of a pen, between whole units.
package enum IconStep: Hashable, Sendable {
  case move(ExactPoint)
  case line(ExactPoint)
  case cubic(ExactPoint, ExactPoint, ExactPoint)
  case close

  /// The same step with all its points changed.
  package func mapping(_ change: (ExactPoint) -> ExactPoint) -> IconStep {
    switch self {
    case .move(let point): .move(change(point))
    case .line(let point): .line(change(point))
    case .cubic(let first, let second, let end):
      .cubic(change(first), change(second), change(end))
    case .close: .close
    }
  }

  /// Where the pen stands afterwards; nil where a path is closed.
  package var end: ExactPoint? {
    switch self {
    case .move(let point), .line(let point), .cubic(_, _, let point): point
    case .close: nil
    }
  }
}

/// The bytes of a picture that is shown as it is.
package struct IconImage: Hashable, Sendable {
  /// `image/png` or `image/svg+xml`.
  package let mediaType: String
  /// Its bytes in base64.
  package let base64: String

  package init(mediaType: String, base64: String) {
    self.mediaType = mediaType
    self.base64 = base64
  }
}

/// The colours that an icon takes from where it lies.
package struct IconInks: Hashable, Sendable {
  package var line: Color
  /// Nil where nothing is filled.
  package var surface: Color?
  package var onSurface: Color
  package var pattern = LinePattern.solid
  /// Whether its pen is heavier than usual.
  package var isStrong = false

  package init(line: Color, surface: Color?, onSurface: Color) {
    self.line = line
    self.surface = surface
    self.onSurface = onSurface
  }

  fileprivate subscript(ink: IconInk) -> Color? {
    switch ink {
    case .line: line
    case .surface: surface
    case .onSurface: onSurface
    case .color(let color): color
    }
  }
}

extension IconDrawing {
  /// The largest rectangle of its proportions in the middle of a frame.
  package func fitted(in frame: Rect) -> Rect {
    let scale = scale(in: frame)
    let (width, height) = (nearest(self.width * scale), nearest(self.height * scale))
    return Rect(
      x: frame.minX + (frame.size.width - width) / 2,
      y: frame.minY + (frame.size.height - height) / 2, width: width, height: height)
  }

  /// The icon in a frame, as large as its proportions let it be, with the colours of its place.
  package func shapes(in frame: Rect, _ inks: IconInks) -> [SceneShape] {
    let scale = scale(in: frame)
    let left = Double(frame.minX) + (Double(frame.size.width) - width * scale) / 2
    let top = Double(frame.minY) + (Double(frame.size.height) - height * scale) / 2
    func place(_ point: ExactPoint) -> Point {
      Point(
        x: nearest((left + point.x * scale) * Double(SceneShape.finesse)),
        y: nearest((top + point.y * scale) * Double(SceneShape.finesse)))
    }
    let pen = Self.pen(of: frame.size, isStrong: inks.isStrong)
    return parts.compactMap { part in
      let (fill, stroke) = (part.fill.flatMap { inks[$0] }, part.stroke.flatMap { inks[$0] })
      guard fill != nil || stroke != nil else { return nil }
      let own = part.strokeWidth.map { max(1, nearest($0 * scale * 10)) }
      var paint = Paint(
        fill: fill, stroke: stroke, strokeWidth: stroke == nil ? 0 : own ?? pen,
        pattern: inks.pattern)
      if stroke != nil { paint.ends = part.ends }
      paint.opacity = part.opacity
      var shape = SceneShape(path: part.path.map { $0.command(place) }, paint: paint)
      shape.isFine = true
      return shape
    }
  }

  private func scale(in frame: Rect) -> Double {
    min(Double(frame.size.width) / width, Double(frame.size.height) / height)
  }

  /// The width of the lines of our own icons, in tenths of a unit: large ones have lines that are lighter
  /// than small ones enlarged.
  private static func pen(of size: Size, isStrong: Bool) -> Int {
    let width = 10 + 15 * min(size.width, size.height) / 64
    return isStrong ? width * 3 / 2 : width
  }
}

extension IconStep {
  /// The step with its points at fine places.
  fileprivate func command(_ place: (ExactPoint) -> Point) -> PathCommand {
    switch self {
    case .move(let point): .move(place(point))
    case .line(let point): .line(place(point))
    case .cubic(let first, let second, let end):
      .cubic(first: place(first), second: place(second), to: place(end))
    case .close: .close
    }
  }
}
