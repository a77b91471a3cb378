package import DiagramDSL
package import DiagramModel

/// A series in the format `diagen-series/1`: what the language says, in JSON.
package enum SeriesDocument {
  /// What a file of the format names itself.
  package static let formatName = "diagen-series/1"

  /// Reads a file of the format; `path` is what diagnostics call it.
  ///
  /// Members are those that ``Word`` lists; each means what the word means in the language, and an unknown
  /// one is a mistake. The value is the same that Swift makes of the same words, but for the places of its
  /// boxes, which are those in the file.
  ///
  /// - Throws: all mistakes of the file, with their places.
  /// - Complexity: O(*bytes*) for boxes that are written where they are shown; one that several pictures
  ///   name is read anew for each.
  package static func series(
    reading bytes: [UInt8], at path: String
  ) throws(DiagramError) -> Series {
    var reader = SeriesReader(bytes, at: path)
    let root: JSONField
    do {
      root = try JSONField.root(of: bytes)
    } catch {
      throw DiagramError([
        Diagnostic(
          .unreadableJSON, error.message,
          at: Origin(path: path, line: UInt(error.line), column: UInt(error.column)),
          hints: ["the file has to be JSON, as programs write it"])
      ])
    }
    let series = reader.series(root)
    guard let series, reader.diagnostics.isEmpty else {
      throw DiagramError(reader.diagnostics.inWrittenOrder())
    }
    return series
  }

  /// Whether a file names the format, well or badly: other files of JSON may lie beside it.
  package static func isNamed(in bytes: [UInt8]) -> Bool {
    let name = Array("\"diagen-series/".utf8)
    return bytes.indices.contains { bytes[$0] == name[0] && bytes[$0...].starts(with: name) }
  }
}

extension SeriesReader {
  fileprivate mutating func series(_ root: JSONField) -> Series? {
    isLooking = false
    let what = "the file"
    guard var object = object(root, "write {\"format\": \"diagen-series/1\", …}"),
      isOfFormat(&object)
    else { return nil }
    let path = text(required(.path, of: &object, what))
    let slide = object.member(.slide).flatMap { share($0) } ?? .full
    define(elements(of: object.member(.boxes)))
    let pictures = elements(of: required(.pictures, of: &object, what))
    finish(object, what)
    lookAhead(pictures)
    // Also what no picture names is looked at.
    for name in definitions.names {
      if let field = definitions.fields[name] { _ = element(field, .component) }
    }
    count = 0
    let read = pictures.compactMap { picture($0) }
    return path.map { Series($0, slide: slide, read, at: origin(of: root)) }
  }

  private mutating func isOfFormat(_ object: inout JSONObject) -> Bool {
    guard let field = required(.format, of: &object, "the file"), let name = text(field) else {
      return false
    }
    guard name == SeriesDocument.formatName else {
      tell(
        .otherFormat, "\(quoted(name)) is not the format of a series", at: field,
        name.hasPrefix("diagen-graph/")
          ? "diagen layout places a graph; a series has the format “diagen-series/1”"
          : "write \"format\": \"diagen-series/1\"")
      return false
    }
    return true
  }

  private mutating func share(_ field: JSONField) -> Slide? {
    let hint = "write {\"width\": 0.5}, or another number from 0.1 to 1"
    guard var object = object(field, hint) else { return nil }
    let (width, height) = (object.member(.width), object.member(.height))
    finish(object, "a slide")
    guard width == nil || height == nil, let share = width ?? height,
      case .number(let number) = share.value.content
    else {
      tell(
        .wrongValue, "expected a share of the width or of the height here", at: field, hint)
      return nil
    }
    return width == nil ? .height(number) : .width(number)
  }

  /// Notes the boxes at the top of the file by their names.
  private mutating func define(_ fields: [JSONField]) {
    for field in fields {
      guard var object = object(field, "write {\"id\": \"web\", \"title\": \"Web\"}") else {
        continue
      }
      guard let name = name(of: &object) else {
        tell(
          .missingMember, "a box at the top of the file needs \(quoted(Word.id.rawValue))",
          at: field, "write \"id\": \"web\", by which pictures name it")
        continue
      }
      if let other = definitions.add(field, as: name) {
        tell(
          .sameName, "two boxes at the top of the file are called \(quoted(name))", at: field,
          "give one of them another \"id\"", notes: [.init("the other one", at: origin(of: other))])
      }
    }
  }

  /// The id of a box, or what its text gives it.
  private mutating func name(of object: inout JSONObject) -> String? {
    func text(_ field: JSONField?) -> String? {
      if case .string(let text)? = field?.value.content { text } else { nil }
    }
    if let id = text(object.member(.id)) { return id }
    let words: [Word] = [.title, .text, .name]
    for word in words {
      if let text = text(object.member(word)) { return slug(text.withoutMarkup) }
    }
    return nil
  }
}
