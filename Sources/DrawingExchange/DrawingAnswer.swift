package import DiagramEngine
package import DiagramModel

/// What the drawings of Swift files become: what the program that draws them tells `diagen`, and what
/// `diagen` keeps of it.
package struct DrawingAnswer: Hashable, Sendable {
  /// A series by its path, with the names of its pictures.
  package struct Outline: Hashable, Sendable {
    package let path: String
    package let pictures: [String]

    package init(path: String, pictures: [String]) {
      self.path = path
      self.pictures = pictures
    }
  }

  /// Every series that was found, in the order of the files.
  package let series: [Outline]
  /// The files of all the pictures; none where a diagnostic is an error.
  package let files: [RenderedFile]
  package var diagnostics: [Diagnostic]
  /// What `check` finds in the drawings, if that was asked for.
  package var remarks: [Remark] = []
  /// What slides need to know of each picture, if that was asked for.
  package var facts: [PictureFacts] = []
  /// Why everything lies where it does, if that was asked for.
  package var explanations: [Explanation] = []

  package init(series: [Outline], files: [RenderedFile], diagnostics: [Diagnostic]) {
    self.series = series
    self.files = files
    self.diagnostics = diagnostics
  }
}

extension DrawingAnswer {
  /// The answer as bytes, the same for the same answer.
  package var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(Self.start)
    writer.write(series) { writer, series in
      writer.write(series.path)
      writer.write(series.pictures) { $0.write($1) }
    }
    writer.write(files) { writer, file in
      writer.write(file.path)
      writer.write(file.bytes)
    }
    writer.write(diagnostics) { writer, diagnostic in
      writer.write(diagnostic.kind.rawValue)
      writer.write(diagnostic.message)
      writer.write(diagnostic.origin)
      writer.write(diagnostic.hints) { $0.write($1) }
      writer.write(diagnostic.notes) { writer, note in
        writer.write(note.message)
        writer.write(note.origin)
      }
    }
    writer.write(remarks) { $0.write($1) }
    writer.write(facts) { $0.write($1) }
    writer.write(explanations) { $0.write($1) }
    return writer.bytes
  }

  /// Reads an answer.
  ///
  /// - Throws: ``ByteReader/Damage`` for bytes that are no whole answer of this version.
  package init(_ bytes: [UInt8]) throws(ByteReader.Damage) {
    var reader = ByteReader(bytes)
    guard try reader.text() == Self.start else { throw ByteReader.Damage() }
    series = try reader.values { (reader) throws(ByteReader.Damage) in
      let path = try reader.text()
      return Outline(
        path: path,
        pictures: try reader.values { (reader) throws(ByteReader.Damage) in try reader.text() })
    }
    files = try reader.values { (reader) throws(ByteReader.Damage) in
      let path = try reader.text()
      return RenderedFile(path: path, bytes: try reader.bytes())
    }
    diagnostics = try reader.values { (reader) throws(ByteReader.Damage) in
      try reader.diagnostic()
    }
    remarks = try reader.values { (reader) throws(ByteReader.Damage) in try reader.remark() }
    facts = try reader.values { (reader) throws(ByteReader.Damage) in try reader.facts() }
    explanations = try reader.values { (reader) throws(ByteReader.Damage) in
      try reader.explanation()
    }
    guard reader.isAtEnd else { throw ByteReader.Damage() }
  }

  /// The first word, by which another version's answer is known.
  private static let start = "diagen-answer/5"
}

extension ByteWriter {
  fileprivate mutating func write(_ origin: Origin) {
    write(origin.file)
    write(UInt64(origin.line))
    write(UInt64(origin.column))
  }

  fileprivate mutating func write(_ remark: Remark) {
    write(remark.rule.rawValue)
    write(remark.subject)
    write(remark.message)
    write(remark.evidence)
    write(remark.origin)
    write(remark.hints) { $0.write($1) }
    write(remark.mends) { $0.write($1) }
  }

  private mutating func write(_ mend: Mend) {
    switch mend {
    case .withoutModifier(let name, let origin):
      write("modifier")
      write(name)
      write(origin)
    case .argument(let name, let from, let to, let origin):
      for text in ["argument", name, from, to] { write(text) }
      write(origin)
    case .text(let path, let offset, let from, let to):
      for text in ["text", path, from, to] { write(text) }
      write(UInt64(offset))
    }
  }

  private mutating func write(_ evidence: [Remark.Evidence]) {
    write(evidence) { writer, evidence in
      writer.write(evidence.name)
      writer.write(UInt64(bitPattern: Int64(evidence.value)))
    }
  }

  fileprivate mutating func write(_ explanation: Explanation) {
    let words = [explanation.series, explanation.id, explanation.kind.rawValue, explanation.title]
    for text in words + [explanation.ends] { write(text) }
    write(explanation.origin)
    write(explanation.pictures) { $0.write($1) }
    write(explanation.facts) { writer, fact in
      writer.write(fact.topic.rawValue)
      writer.write(fact.text)
      writer.write(fact.evidence)
    }
  }

  fileprivate mutating func write(_ facts: PictureFacts) {
    write(facts.path)
    write(facts.title)
    write(facts.origin)
    for number in [facts.width, facts.naturalWidth, facts.smallestText ?? -1] {
      write(UInt64(bitPattern: Int64(number)))
    }
    write(facts.places) { writer, place in
      writer.write(place.id)
      writer.write(place.origin)
    }
  }
}

extension ByteReader {
  fileprivate mutating func origin() throws(Damage) -> Origin {
    let file = try text()
    let (line, column) = (try number(), try number())
    return Origin(path: file, line: UInt(clamping: line), column: UInt(clamping: column))
  }

  private mutating func integer() throws(Damage) -> Int {
    Int(clamping: Int64(bitPattern: try number()))
  }

  /// A length of a picture, which is no larger than what is drawn.
  private mutating func length() throws(Damage) -> Int {
    let length = try integer()
    guard (-1...1_000_000_000).contains(length) else { throw Damage() }
    return length
  }

  fileprivate mutating func remark() throws(Damage) -> Remark {
    guard let rule = Remark.Rule(rawValue: try text()) else { throw Damage() }
    let (subject, message) = (try text(), try text())
    let evidence = try evidence()
    let origin = try origin()
    let hints = try values { (reader) throws(Damage) in try reader.text() }
    let mends = try values { (reader) throws(Damage) in try reader.mend() }
    return Remark(
      rule, subject, message, evidence: evidence, at: origin, hints: hints, mends: mends)
  }

  private mutating func mend() throws(Damage) -> Mend {
    switch try text() {
    case "modifier":
      let name = try text()
      return .withoutModifier(name, at: try origin())
    case "argument":
      let (name, from, to) = (try text(), try text(), try text())
      return .argument(name, from: from, to: to, at: try origin())
    case "text":
      let (path, from, to) = (try text(), try text(), try text())
      return .text(path: path, offset: Int(clamping: try number()), from: from, to: to)
    default: throw Damage()
    }
  }

  private mutating func evidence() throws(Damage) -> [Remark.Evidence] {
    try values { (reader) throws(Damage) in
      let name = try reader.text()
      return Remark.Evidence(name, try reader.integer())
    }
  }

  fileprivate mutating func explanation() throws(Damage) -> Explanation {
    let (series, id) = (try text(), try text())
    guard let kind = Explanation.Kind(rawValue: try text()) else { throw Damage() }
    let (title, ends) = (try text(), try text())
    let origin = try origin()
    let pictures = try values { (reader) throws(Damage) in try reader.text() }
    let facts = try values { (reader) throws(Damage) in
      guard let topic = Explanation.Fact.Topic(rawValue: try reader.text()) else { throw Damage() }
      let text = try reader.text()
      return Explanation.Fact(topic, text, try reader.evidence())
    }
    return Explanation(
      series: series, id: id, kind: kind, title: title, ends: ends, origin: origin,
      pictures: pictures,
      facts: facts)
  }

  fileprivate mutating func facts() throws(Damage) -> PictureFacts {
    let (path, title) = (try text(), try text())
    let origin = try origin()
    let (width, natural, smallest) = (try length(), try length(), try length())
    return PictureFacts(
      path: path, title: title, origin: origin, width: width, naturalWidth: natural,
      smallestText: smallest < 0 ? nil : smallest,
      places: try values { (reader) throws(Damage) in
        let id = try reader.text()
        return PictureFacts.Place(id: id, origin: try reader.origin())
      })
  }

  fileprivate mutating func diagnostic() throws(Damage) -> Diagnostic {
    guard let kind = Diagnostic.Kind(rawValue: try text()) else { throw Damage() }
    let message = try text()
    let origin = try origin()
    let hints = try values { (reader) throws(Damage) in try reader.text() }
    let notes = try values { (reader) throws(Damage) in
      let message = try reader.text()
      return Diagnostic.Note(message, at: try reader.origin())
    }
    return Diagnostic(kind, message, at: origin, hints: hints, notes: notes)
  }
}
