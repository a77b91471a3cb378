package import DiagramDSL
import DiagramModel

extension ByteWriter {
  /// All that an author wrote of a series, with the places in the code that mistakes are told at: equal
  /// series give equal bytes, and others give others.
  ///
  /// - Complexity: O(*elements*).
  package mutating func write(_ series: Series) {
    var writer = SeriesWriter(bytes: self)
    writer.write(series)
    self = writer.bytes
  }
}

/// Writes the parts of a series. Each part tells where it ends, so that no two series give the same bytes.
struct SeriesWriter {
  var bytes: ByteWriter
  /// The file of the last origin: most are in one.
  private var file: String?

  init(bytes: ByteWriter) { self.bytes = bytes }

  // MARK: - Pictures

  mutating func write(_ series: Series) {
    write(series.path)
    write(UInt64(series.slide.width.bitPattern))
    write(UInt64(series.slide.height.bitPattern))
    write(series.pictures) { $0.write($1) }
    write(series.origin)
  }

  private mutating func write(_ picture: Picture) {
    write(picture.name)
    write(picture.title)
    write(picture.items) { $0.write($1) }
    write(picture.states) { $0.write($1) }
    write(picture.heading)
    write(picture.caption)
    write(picture.origin)
  }

  private mutating func write(_ item: PictureItem) {
    switch item.kind {
    case .element(let element):
      write(0)
      write(element)
    case .arrow(let arrow):
      write(1)
      write(arrow)
    case .state(let state):
      write(2)
      write(state)
    case .annotation(let annotation):
      write(3)
      write(annotation)
    case .legend(let legend):
      write(4)
      write(legend)
    }
  }

  private mutating func write(_ state: PictureState) {
    switch state.change {
    case .focus: write(0)
    case .muted: write(1)
    case .accent(let accent):
      write(2)
      write(accent.rawValue)
    case .highlight: write(3)
    case .crossedOut: write(4)
    }
    write(state.selections) { writer, selection in
      switch selection.kind {
      case .box(let box):
        writer.write(0)
        writer.write(box)
      case .pattern(let pattern):
        writer.write(1)
        writer.write(pattern)
      }
    }
    write(state.origin)
  }

  private mutating func write(_ annotation: Annotation) {
    write(annotation.kind.rawValue)
    write(annotation.boxes) { $0.write($1) }
    write(annotation.side.map(\.rawValue))
    write(annotation.attributes)
  }

  private mutating func write(_ legend: Legend) {
    write(legend.title)
    write(legend.samples) { writer, sample in
      writer.write(sample.text)
      switch sample.look {
      case .box(let kind, let attributes):
        writer.write(0)
        writer.write(kind.code)
        writer.write(attributes)
      case .line(let arrow):
        writer.write(1)
        writer.write(arrow)
      }
    }
    write(legend.origin)
  }

  // MARK: - Boxes

  mutating func write(_ element: Element) {
    switch element.kind {
    case .node(let node):
      write(0)
      write(node.title)
      write(node.children) { $0.write($1) }
      write(node.hidden) { $0.write($1) }
      write(node.attributes)
    case .component(let component):
      write(1)
      write(component.title)
      write(component.attributes)
    case .text(let text):
      write(2)
      write(text.title)
      write(text.attributes)
    case .group(let group):
      write(3)
      write(group)
    case .hint(let hint):
      write(4)
      write(UInt64(hint.kind.rawValue))
      write(hint.boxes) { $0.write($1) }
      write(hint.origin)
    }
  }

  private mutating func write(_ group: Group) {
    write(group.kind)
    write(group.children) { $0.write($1) }
    write(group.spacing)
    write(group.attributes)
    write(group.script.map { [$0] } ?? []) { $0.write($1) }
  }

  private mutating func write(_ kind: Group.Kind) {
    switch kind {
    case .row: write(0)
    case .column: write(1)
    case .grid(let columns):
      write(2)
      write(columns)
    case .ring: write(3)
    case .layered(let direction):
      write(4)
      write(direction.index)
    case .tree(let direction):
      write(5)
      write(direction.index)
    case .packed: write(6)
    case .force: write(7)
    case .lanes: write(8)
    case .shared(let name):
      write(9)
      write(name)
    case .sequence: write(10)
    case .timeline(let columns):
      write(11)
      write(columns) { $0.write($1) }
    }
  }

  mutating func write(_ reference: Reference) {
    write(reference.kind.code)
    write(reference.path) { $0.write($1) }
    write(reference.titles) { $0.write($1) }
    write(reference.label)
    write(reference.origin)
    write(reference.misnaming.map { [$0] } ?? []) { writer, misnaming in
      writer.write(misnaming.name)
      writer.write(misnaming.container)
      writer.write(misnaming.known) { $0.write($1) }
      writer.write(misnaming.meant) { $0.write($1) }
    }
  }

  // MARK: - Arrows

  mutating func write(_ arrow: Arrow) {
    write(arrow.source)
    write(arrow.target)
    write(index(arrow.startHead))
    write(index(arrow.endHead))
    write(arrow.routing.code)
    write(arrow.sourceSide.map(\.rawValue))
    write(arrow.targetSide.map(\.rawValue))
    write(arrow.gap)
    write(arrow.startLabel)
    write(arrow.endLabel)
    for isSo in [arrow.isBlock, arrow.isLoop, arrow.isAnswer, arrow.isLedOn] { write(isSo) }
    write(arrow.minimumLength)
    write(arrow.weight)
    write(arrow.sharedTrunk?.ends) { writer, ends in
      writer.write(ends.source)
      writer.write(ends.target)
    }
    write(arrow.attributes)
  }

  // MARK: - Origins

  mutating func write(_ origin: Origin) {
    let isInSameFile = origin.file == file
    write(isInSameFile)
    if !isInSameFile { write(origin.file) }
    file = origin.file
    write(UInt64(origin.line))
    write(UInt64(origin.column))
  }

  // MARK: - Values

  mutating func write(_ number: UInt64) { bytes.write(short: number) }

  mutating func write(_ isSo: Bool) { write(isSo ? 1 as UInt64 : 0) }

  /// Small numbers are short, also those below zero.
  mutating func write(_ number: Int) {
    write(UInt64(bitPattern: Int64((number << 1) ^ (number >> (Int.bitWidth - 1)))))
  }

  mutating func write(_ text: String) { bytes.write(short: text) }

  mutating func write(_ number: Int?) {
    write(number != nil)
    if let number { write(number) }
  }

  mutating func write(_ text: String?) {
    write(text != nil)
    if let text { write(text) }
  }

  mutating func write<Value>(_ values: [Value], _ each: (inout SeriesWriter, Value) -> Void) {
    write(UInt64(values.count))
    for value in values { each(&self, value) }
  }

  mutating func write<Value>(_ values: [Value]?, _ each: (inout SeriesWriter, Value) -> Void) {
    write(values != nil)
    if let values { write(values, each) }
  }

  /// The place of a value among all of its kind.
  func index<Value: CaseIterable & Equatable>(_ value: Value) -> UInt64 {
    UInt64(Value.allCases.prefix { $0 != value }.count)
  }
}

extension Reference.Kind {
  var code: UInt64 {
    switch self {
    case .node: 0
    case .component: 1
    case .text: 2
    }
  }
}
