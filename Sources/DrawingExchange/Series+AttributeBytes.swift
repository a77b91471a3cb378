import DiagramDSL
import DiagramModel

extension SeriesWriter {
  mutating func write(_ attributes: Attributes) {
    for text in [
      attributes.id, attributes.label, attributes.badge, attributes.link, attributes.tooltip,
      attributes.subtitle, attributes.detail, attributes.meaning,
    ] { write(text) }
    write(attributes.style)
    write(attributes.shape)
    write(attributes.width)
    write(attributes.height)
    write((attributes.alignment?.code).map { $0 + 1 } ?? 0)
    write((attributes.childAlignment?.code).map { $0 + 1 } ?? 0)
    write(attributes.pin?.x)
    write(attributes.pin?.y)
    write(attributes.pinOrigin.map { [$0] }) { $0.write($1) }
    write(attributes.on.map { [$0] }) { writer, place in
      writer.write(place.box)
      for share in [place.x, place.y] {
        writer.write(share.map { [$0] }) { $0.write($1.bitPattern) }
      }
      writer.write(place.origin)
      writer.write(place.track.map { [$0] }) { writer, track in
        writer.write(track.time.map { [$0] }) { $0.write($1) }
        writer.write(track.columns)
      }
    }
    write(attributes.time.map { [$0] }) { $0.write($1) }
    write((attributes.titlePosition?.code).map { $0 + 1 } ?? 0)
    write(attributes.icon.map { [$0] }) { writer, icon in
      writer.write(icon.name.name)
      writer.write(writer.index(icon.label))
      writer.write(icon.size)
    }
    write(attributes.corners) { writer, corner in
      writer.write(writer.index(corner.place))
      writer.write(corner.name.name)
      writer.write(corner.style)
    }
    write((attributes.textPosition?.code).map { $0 + 1 } ?? 0)
    write(attributes.code.map { [$0] }) { $0.write($1) }
    write(attributes.isMark)
    write(attributes.isVertical)
    write((attributes.free?.code).map { $0 + 1 } ?? 0)
    write(attributes.origin)
  }

  private mutating func write(_ time: TimeSpan) {
    write(time.start.bitPattern)
    write(time.end.bitPattern)
    write(time.origin)
  }

  private mutating func write(_ style: Style) {
    write(style.accent.map { index($0) + 1 } ?? 0)
    write((style.emphasis?.code).map { $0 + 1 } ?? 0)
    write((style.pattern?.code).map { $0 + 1 } ?? 0)
    write((style.textAlignment?.code).map { $0 + 1 } ?? 0)
    for isSo in [
      style.isFilled, style.isBold, style.isMonospaced, style.isHighlighted, style.isStacked,
      style.isCrossedOut,
    ] { write(isSo.map { $0 ? 2 : 1 } ?? 0 as UInt64) }
  }

  /// A shape of an author's own may be called like another one: its type tells them apart.
  private mutating func write(_ shape: ShapeName) {
    let known = Shapes.all.firstIndex { $0 == shape.shape }
    write(known)
    if known == nil { write(_typeName(shape.shape, qualified: true)) }
  }

  private mutating func write(_ code: CodeBlock) {
    write(code.text)
    write(code.language.rawValue)
    write(code.isNumbered)
    write(code.highlighted) { writer, lines in
      writer.write(lines.lowerBound)
      writer.write(lines.upperBound)
    }
    write(code.marks) { writer, mark in
      writer.write(mark.text)
      writer.write(mark.id)
      writer.write(mark.occurrence)
    }
  }

  // MARK: - Sequences

  mutating func write(_ script: SequenceScript) {
    write(script.items) { $0.write($1) }
    write(script.isNumbered)
  }

  private mutating func write(_ item: SequenceItem) {
    switch item.kind {
    case .participant(let element):
      write(0)
      write(element)
    case .message(let arrow):
      write(1)
      write(arrow)
    case .note(let note):
      write(2)
      write(note.place.rawValue)
      write(note.boxes) { $0.write($1) }
      write(note.attributes)
    case .fragment(let fragment):
      write(3)
      write(fragment.kind.rawValue)
      write(fragment.cases) { writer, part in
        writer.write(part.text)
        writer.write(part.items) { $0.write($1) }
      }
    case .active(let box, let items):
      write(4)
      write(box)
      write(items) { $0.write($1) }
    case .divider(let attributes, let text):
      write(5)
      write(attributes)
      write(text)
    }
    write(item.origin)
  }
}

extension Emphasis {
  fileprivate var code: UInt64 {
    switch self {
    case .normal: 0
    case .strong: 1
    case .muted: 2
    }
  }
}

extension LinePattern {
  fileprivate var code: UInt64 {
    switch self {
    case .solid: 0
    case .dashed: 1
    case .dotted: 2
    }
  }
}

extension TitlePosition {
  fileprivate var code: UInt64 {
    switch self {
    case .top: 0
    case .bottom: 1
    case .center: 2
    case .left: 3
    }
  }
}

extension TextPosition {
  fileprivate var code: UInt64 {
    switch self {
    case .top: 0
    case .center: 1
    case .bottom: 2
    case .below: 3
    }
  }
}

extension FreeElement {
  fileprivate var code: UInt64 {
    switch self {
    case .divider: 0
    case .spot: 1
    case .track: 2
    }
  }
}
