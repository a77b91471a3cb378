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
  package let diagnostics: [Diagnostic]

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
    guard reader.isAtEnd else { throw ByteReader.Damage() }
  }

  /// The first word, by which another version's answer is known.
  private static let start = "diagen-answer/1"
}

extension ByteWriter {
  fileprivate mutating func write(_ origin: Origin) {
    write(origin.file)
    write(UInt64(origin.line))
    write(UInt64(origin.column))
  }
}

extension ByteReader {
  fileprivate mutating func origin() throws(Damage) -> Origin {
    let file = try text()
    let (line, column) = (try number(), try number())
    return Origin(path: file, line: UInt(clamping: line), column: UInt(clamping: column))
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
