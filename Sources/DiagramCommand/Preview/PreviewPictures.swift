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

  /// All that was drawn, beside what lies on disk.
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
      for facts in facts {
        guard let svg = contents["\(facts.path).svg"] else { continue }
        let folder = OutputFolder(path: output.folder)
        let isTaken = outputs[index].pictures.contains { $0.path == facts.path }
        let picture = Picture(
          // Files in several folders may call their series the same.
          path: isTaken ? folder.path(of: facts.path) : facts.path, facts: facts,
          svg: keep(svg, "svg"),
          drawio: contents["\(facts.path).drawio"].map { keep($0, "drawio") },
          before: try folder.fileContent(of: "\(facts.path).svg").map { keep($0, "svg") })
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
    let before: String?

    var series: Substring { path[..<(path.lastIndex(of: "/") ?? path.startIndex)] }

    var name: Substring {
      path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    }

    var json: JSON {
      var members: [(key: String, value: JSON)] = [
        ("name", .string(String(name))), ("slideWidth", .number(facts.naturalWidth)),
        ("svg", .string(svg)),
      ]
      if let drawio { members.append(("drawio", .string(drawio))) }
      if let before { members.append(("before", .string(before))) }
      members += PreviewProblem.place(facts.origin.file, facts.origin.line, facts.origin.column)
      return .object(members)
    }
  }

  private static func json(of output: Output, _ pictures: [Picture]) -> JSON {
    let paths = each(pictures.map { String($0.series) })
    let series = paths.map { path in
      JSON.object([
        ("path", .string(path)),
        ("pictures", .array(pictures.filter { $0.series == path }.map(\.json))),
      ])
    }
    return .object([
      ("folder", .string(output.folder)), ("theme", .string(output.theme.name)),
      ("series", .array(series)),
    ])
  }
}

/// Writes a file that readers see as a whole or not at all.
func writeAtOnce(_ bytes: [UInt8], _ name: String, in folder: String) throws(FileFailure) {
  let replacement = try NamedFile(path: "\(folder)/\(name)").replacement(with: bytes)
  _ = try replacement.takePlace { true }
}
