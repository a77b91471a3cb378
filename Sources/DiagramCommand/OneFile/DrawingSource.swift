#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

import DiagramInterchange
import DiagramModel

/// Files that hold drawings and nothing around them, Swift or series in JSON: one file, or all of a folder.
struct DrawingSource {
  /// One of the files.
  struct File: Equatable {
    /// By which compilers and diagnostics call it: absolute, as the user would write it.
    let path: String
    let bytes: [UInt8]
    let names: TopLevelNames
    /// The modules that it imports, each once.
    let imports: [String]
  }

  /// As it stands on the command line.
  let name: String
  /// Where its pictures lie unless the command line says otherwise.
  let folder: String
  /// Whether it is all of a folder.
  let isFolder: Bool
  /// Those of Swift, in the order of their names.
  let files: [File]
  /// Those of JSON, likewise.
  let documents: [Document]

  /// A file of JSON.
  struct Document: Equatable {
    /// By which diagnostics call it: absolute, as the user would write it.
    let path: String
    let bytes: [UInt8]
  }

  /// What files of drawings end in.
  static let endings = [".swift", ".json"]

  /// Whether a name is that of a file of drawings by its ending.
  static func hasEnding(_ name: String) -> Bool { endings.contains(where: name.hasSuffix) }

  /// Reads what is called by this path.
  ///
  /// In a folder, only those files of JSON count that name the format of a series.
  /// - Throws: ``UsageFailure`` where there is nothing, or no drawing, and ``FileFailure``.
  init(at name: String) throws {
    self.name = name
    switch try FileKind(at: name, followsLinks: true) {
    case .nothing, .link: throw Self.nothing(name)
    case .other: throw UsageFailure(message: "“\(name)” is no file", hints: [])
    case .file:
      folder =
        name.lastIndex(of: "/").map { $0 == name.startIndex ? "/" : String(name[..<$0]) } ?? "."
      isFolder = false
      let isDocument = name.hasSuffix(".json")
      files = isDocument ? [] : [try File(at: name)]
      documents = isDocument ? [try Document(at: name)] : []
    case .folder:
      (folder, isFolder) = (name, true)
      let names = try OutputFolder.names(in: name).filter {
        Self.hasEnding($0) && !$0.hasPrefix(".")
      }
      guard !names.contains("Package.swift") else { throw Self.package(name) }
      let paths = try names.sorted().map { OutputFolder(path: name).path(of: $0) }.filter {
        if case .file = try FileKind(at: $0, followsLinks: true) { true } else { false }
      }
      files = try paths.filter { $0.hasSuffix(".swift") }.map(File.init)
      documents = try paths.filter { $0.hasSuffix(".json") }.map(Document.init)
        .filter { SeriesDocument.isNamed(in: $0.bytes) }
    }
    guard !files.isEmpty || !documents.isEmpty else {
      throw UsageFailure(
        message: "there is no drawing in “\(name)”",
        hints: [
          "a drawing is a file NAME.swift that begins with import DiagramDSL, or a NAME.json of the "
            + "format \(SeriesDocument.formatName)"
        ])
    }
  }

  /// - Throws: ``UsageFailure`` where nothing is of that name.
  static func requirePresent(_ name: String) throws {
    switch try FileKind(at: name, followsLinks: true) {
    case .nothing, .link: throw nothing(name)
    case .file, .folder, .other: return
    }
  }

  private static func nothing(_ name: String) -> UsageFailure {
    UsageFailure(
      message: "there is no file “\(name)”",
      hints: ["write one that begins with import DiagramDSL, and then let a = Series(…) { … }"])
  }

  private static func package(_ name: String) -> UsageFailure {
    UsageFailure(
      message: "“\(name)” is a package, which has a program of its own",
      hints: ["in it, “swift run NAME render all” draws; “swift package describe” tells the name"])
  }

  /// Whether a word of the command line means files: by its ending, or since it is there.
  static func isMeant(by word: String) -> Bool {
    if hasEnding(word) { return true }
    guard !word.isEmpty, let kind = try? FileKind(at: word, followsLinks: true) else {
      return false
    }
    return kind != .nothing
  }
}

extension DrawingSource.Document {
  /// Reads a file.
  ///
  /// - Throws: ``FileFailure``.
  init(at name: String) throws {
    bytes = try NamedFile(path: name).read()
    path = DrawingSource.absolute(name)
  }
}

extension DrawingSource {
  /// A path from the root, as the user would write it.
  fileprivate static func absolute(_ name: String) -> String {
    guard !name.hasPrefix("/"), let current = getcwd(nil, 0) else { return name }
    defer { free(current) }
    var rest = name[...]
    while rest.hasPrefix("./") { rest = rest.dropFirst(2).drop { $0 == "/" } }
    return "\(String(cString: current))/\(rest)"
  }
}

extension DrawingSource.File {
  /// Reads a file.
  ///
  /// - Throws: ``FileFailure``, and ``CompilerErrors`` for what is no text.
  init(at name: String) throws {
    bytes = try NamedFile(path: name).read()
    path = DrawingSource.absolute(name)
    if let wrong = Self.firstWrongByte(of: bytes) {
      let before = bytes[..<wrong]
      let start = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
      throw CompilerErrors(
        noText: path, line: before.count { $0 == 10 } + 1, column: wrong - start + 1)
    }
    names = TopLevelNames(in: bytes)
    imports = Self.imports(in: bytes)
  }

  /// Where the bytes stop to be a text in UTF-8; nil for a text. Texts have no zeros.
  private static func firstWrongByte(of bytes: [UInt8]) -> Int? {
    var decoder = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var place = 0
    while true {
      switch decoder.parseScalar(from: &rest) {
      case .valid(let scalar):
        guard scalar.first != 0 else { return place }
        place += scalar.count
      case .error: return place
      case .emptyInput: return nil
      }
    }
  }

  /// What stands after `import`, without kinds and attributes.
  private static func imports(in bytes: [UInt8]) -> [String] {
    let kinds: Set = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
    var scanner = SwiftScanner(bytes)
    var modules: [String] = []
    while let token = scanner.next() {
      guard token == .word("import"), scanner.depth == 0 else { continue }
      var next = scanner.next()
      if case .word(let kind) = next, kinds.contains(kind) { next = scanner.next() }
      if case .word(let module) = next { modules.append(module) }
    }
    return each(modules)
  }
}
