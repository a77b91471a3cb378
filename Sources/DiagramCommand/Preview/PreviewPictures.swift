import DiagramEngine
import DiagramModel

/// What a preview shows: the pictures by output, series and name, and what is wrong with them.
struct PreviewPictures {
  let problems: [PreviewProblem]
  /// Nil where nothing could be drawn: what was shown before stays.
  private var list: JSON?
  private var files: [(name: String, bytes: [UInt8])] = []

  /// Nothing to see but mistakes.
  init(_ problems: [PreviewProblem]) {
    self.problems = problems
  }

  /// All that was drawn, beside what git holds, or what lies on disk where git holds nothing.
  ///
  /// - Throws: ``FileFailure`` where a file that is there cannot be read.
  init(_ drawn: DrawnCatalog) throws(FileFailure) {
    problems = drawn.diagnostics.map(PreviewProblem.init)
    var outputs: [(output: Output, pictures: [Picture])] = []
    for ((output, files), facts) in zip(drawn.parts, drawn.facts) {
      var contents: [String: [UInt8]] = [:]
      for file in files { contents[file.path] = file.bytes }
      let index = outputs.firstIndex { $0.output.theme == output.theme } ?? outputs.count
      if index == outputs.count { outputs.append((output, [])) }
      let folder = OutputFolder(path: output.folder)
      let committed = GitHistory(of: folder).committed(
        amongChanged: files.map(\.path).filter { $0.hasSuffix(".svg") })
      for facts in facts {
        let file = "\(facts.path).svg"
        guard let svg = contents[file] else { continue }
        var before = committed[file]
        if before == nil { before = try folder.fileContent(of: file) }
        let isTaken = outputs[index].pictures.contains { $0.path == facts.path }
        let picture = Picture(
          // Files in several folders may call their series the same.
          path: isTaken ? folder.path(of: facts.path) : facts.path, facts: facts,
          svg: keep(svg, "svg"),
          drawio: contents["\(facts.path).drawio"].map { keep($0, "drawio") },
          before: before.map { keep($0, "svg") },
          isCommitted: committed[file] != nil)
        outputs[index].pictures.append(picture)
      }
    }
    list = .array(outputs.map(Self.json))
  }

  /// Keeps bytes under their digest, so that what is the same has the same name.
  private mutating func keep(_ bytes: [UInt8], _ ending: String) -> String {
    let name = "\(DrawingCache.name(of: bytes)).\(ending)"
    files.append((name, bytes))
    return name
  }

  /// Writes the pictures that are not there yet, then the list of them, and removes what neither this list nor
  /// the last one names: a page may still ask for that.
  func write(into folder: String) throws(FileFailure) {
    let target = OutputFolder(path: folder)
    try PreviewProblem.write(problems, into: folder)
    guard let list else { return }
    let last = try target.fileContent(of: Self.listName) ?? []
    for (name, bytes) in files {
      guard try FileKind(at: target.path(of: name)) == .nothing else { continue }
      try writeAtOnce(bytes, name, in: folder)
    }
    try writeAtOnce(Array(list.description.utf8), Self.listName, in: folder)
    let named = String(decoding: last, as: UTF8.self).split(separator: "\"").map(String.init)
    let needed = Set(files.map(\.name) + named)
    for name in try OutputFolder.names(in: folder)
    where OutputFormat(ofFile: name) != nil && !needed.contains(name) {
      try? NamedFile(path: target.path(of: name)).remove()
    }
  }

  private static let listName = "pictures.json"
}

extension PreviewPictures {
  private struct Picture {
    let path: String
    let facts: PictureFacts
    let svg: String
    let drawio: String?
    /// As it was before, and whether it is so in the last commit and otherwise on disk.
    let before: String?
    let isCommitted: Bool

    var series: Substring { path[..<(path.lastIndex(of: "/") ?? path.startIndex)] }

    var name: Substring {
      path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    }

    /// `sources` are the files of code, by whose numbers places are told.
    func json(_ sources: inout SourceList) -> JSON {
      var members: [(key: String, value: JSON)] = [
        ("name", .string(String(name))), ("slideWidth", .number(facts.naturalWidth)),
        ("svg", .string(svg)),
      ]
      if let drawio { members.append(("drawio", .string(drawio))) }
      if let before {
        members += [("before", .string(before)), ("isCommitted", .boolean(isCommitted))]
      }
      members.append(("place", sources.json(of: facts.origin)))
      let places = facts.places.map { ($0.id, sources.json(of: $0.origin)) }
      return .object(members + [("places", .object(places))])
    }
  }

  /// The files of code that places are in, each once.
  private struct SourceList {
    private var numbers: [String: Int] = [:]
    private var files: [JSON] = []

    /// A place as the number of its file, its line and its column.
    mutating func json(of origin: Origin) -> JSON {
      let number = numbers[origin.file] ?? files.count
      if number == files.count {
        numbers[origin.file] = number
        files.append(.object(PreviewProblem.file(origin.file)))
      }
      return .array(
        [number, Int(clamping: origin.line), Int(clamping: origin.column)].map(JSON.number))
    }

    var json: JSON { .array(files) }
  }

  private static func json(of output: Output, _ pictures: [Picture]) -> JSON {
    var sources = SourceList()
    let paths = each(pictures.map { String($0.series) })
    let series = paths.map { path in
      JSON.object([
        ("path", .string(path)),
        ("pictures", .array(pictures.filter { $0.series == path }.map { $0.json(&sources) })),
      ])
    }
    return .object([
      ("folder", .string(output.folder)), ("theme", .string(output.theme.name)),
      ("series", .array(series)), ("sources", sources.json),
    ])
  }
}

/// Writes a file that readers see as a whole or not at all.
func writeAtOnce(_ bytes: [UInt8], _ name: String, in folder: String) throws(FileFailure) {
  let replacement = try NamedFile(path: "\(folder)/\(name)").replacement(with: bytes)
  _ = try replacement.takePlace { true }
}
