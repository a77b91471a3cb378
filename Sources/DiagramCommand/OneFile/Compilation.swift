/// Makes a library of files of drawings, which `diagen-draw` loads.
///
/// The compiler gets copies, each with a function at its end that collects the series of the file: written
/// into the file itself, it sees private ones too. A line at the top of the copy says whose it is, so that
/// messages and `#filePath` name the author's file.
struct Compilation {
  let source: DrawingSource
  let compiler: SwiftCompiler
  let modules: DrawingModules
  /// Where the compiler keeps what it makes of the system's headers.
  let moduleCache: String?

  /// What came of it.
  enum Outcome {
    /// The library, and what the compiler warned of.
    case library([UInt8], [CompilerMessage])
    /// The modules are those of another compiler.
    case otherCompiler
  }

  /// Compiles the files in a scratch folder.
  ///
  /// - Throws: ``CompilerErrors`` for mistakes in the files, ``FileFailure``.
  func run() throws -> Outcome {
    try withScratchFolder { (folder) throws in
      var leftOut: [Int: Set<Int>] = [:]
      // What cannot be collected is left out at the second try.
      while true {
        let (status, output) = try compile(in: folder, leavingOut: leftOut)
        let messages = CompilerMessage.all(in: output).map { placed($0, in: folder) }
        if status == .exit(0) {
          let library = try NamedFile(path: "\(folder)/drawings.so").read()
          return .library(library, messages.filter { ownFile(of: $0) == nil })
        }
        if Self.tellOfOtherCompiler(messages) { return .otherCompiler }
        let errors = messages.filter { $0.severity == "error" }
        let ours = errors.compactMap(ownFile)
        guard !ours.isEmpty, ours.count == errors.count, leftOut.isEmpty else {
          throw CompilerErrors(authors(messages, status), in: source)
        }
        for (file, line) in ours { leftOut[file, default: []].insert(line) }
      }
    }
  }

  private func compile(
    in folder: String, leavingOut leftOut: [Int: Set<Int>]
  ) throws -> (Subprocess.Status, [UInt8]) {
    var copies: [String] = []
    for (number, file) in source.files.enumerated() {
      let path = "\(folder)/file\(number).swift"
      try writeScratch(
        Self.copy(of: file, number: number, leavingOut: leftOut[number] ?? []), to: path)
      copies.append(path)
    }
    let collector = "\(folder)/collector.swift"
    try writeScratch(Array(Self.collector.utf8), to: collector)
    let arguments =
      [
        compiler.path, "-emit-library", "-module-name", "DiagenFile", "-parse-as-library",
        "-swift-version", "6", "-Onone", "-whole-module-optimization", "-diagnostic-style", "llvm",
        "-no-color-diagnostics", "-I", modules.folder,
        "-module-cache-path", moduleCache ?? "\(folder)/cache", "-o", "\(folder)/drawings.so",
      ] + librarySettings + copies + [collector]
    guard let run = Subprocess(arguments, errors: .captured).run() else {
      throw FileFailure.system(.read, compiler.path)
    }
    return run
  }

  /// The author's file and where it begins, its code, and a function that adds its series to a list.
  static func copy(
    of file: DrawingSource.File, number: Int, leavingOut leftOut: Set<Int>
  ) -> [UInt8] {
    let hasMark = file.bytes.starts(with: [0xEF, 0xBB, 0xBF])
    var code = file.bytes.dropFirst(hasMark ? 3 : 0)
    // The line for the shell stays as an empty one.
    if code.starts(with: "#!".utf8) { code = code.drop { $0 != UInt8(ascii: "\n") } }
    var copy = Array("#sourceLocation(file: \"\(named(file))\", line: 1)\n".utf8) + code
    guard !file.names.isBroken else { return copy }
    var lines = [
      "", "#sourceLocation(file: \"\(ownName)\(number)\", line: 1)",
      "@MainActor @_cdecl(\"diagen_series_\(number)\")",
      "public func diagen_series_\(number)(_ diagen_list: UnsafeMutableRawPointer) {",
    ]
    for item in file.names.items {
      switch item {
      case .name(let name): lines.append("  diagen_add(\(name), to: diagen_list)")
      case .condition(let condition): lines.append(condition)
      }
      // Its line, counted from the one after the directive.
      if leftOut.contains(lines.count - 2) { lines[lines.count - 1] = "" }
    }
    copy += (lines + ["}", ""]).joined(separator: "\n").utf8
    return copy
  }

  /// Says by its overloads which values are series; of others not even the value is made.
  private static let collector = """
    import DiagramDSL
    func diagen_add(_ series: @autoclosure () -> Series, to list: UnsafeMutableRawPointer) {
      list.assumingMemoryBound(to: [Series].self).pointee.append(series())
    }
    func diagen_add(_ series: @autoclosure () -> [Series], to list: UnsafeMutableRawPointer) {
      list.assumingMemoryBound(to: [Series].self).pointee += series()
    }
    func diagen_add<Value>(_ value: @autoclosure () -> Value, to list: UnsafeMutableRawPointer) {}

    """
}

// MARK: - Messages

extension Compilation {
  /// By which the compiler calls what we wrote after the author's code.
  private static let ownName = "/diagen/collected/"

  /// A text of `#sourceLocation` knows no escapes: what it cannot hold is written otherwise.
  private static func named(_ file: DrawingSource.File) -> String {
    String(
      String.UnicodeScalarView(
        file.path.unicodeScalars.map { "\"\\\n\r".unicodeScalars.contains($0) ? "_" : $0 }))
  }

  /// The number of the file, and the line of what we wrote after it, of which a message speaks.
  private func ownFile(of message: CompilerMessage) -> (file: Int, line: Int)? {
    guard let file = message.file, file.hasPrefix(Self.ownName) else { return nil }
    return Int(file.dropFirst(Self.ownName.count)).map { ($0, message.line) }
  }

  /// A message at the end of a copy, where what the directive says no longer counts, at the author's place.
  private func placed(_ message: CompilerMessage, in folder: String) -> CompilerMessage {
    guard let path = message.file, path.hasSuffix(".swift"),
      let name = path.split(separator: "/").last, path == "\(folder)/\(name)",
      let number = Int(name.dropFirst(4).dropLast(6)), source.files.indices.contains(number)
    else { return message }
    return message.moved(to: source.files[number].path, line: max(1, message.line - 1))
  }

  /// What an author can do something about.
  private func authors(
    _ messages: [CompilerMessage], _ status: Subprocess.Status
  ) -> [CompilerMessage] {
    let told = messages.filter { ownFile(of: $0) == nil }
    guard told.isEmpty else { return told }
    guard messages.isEmpty else { return messages }
    return [
      CompilerMessage(
        file: nil, line: 0, column: 0, severity: "error",
        message: "“\(compiler.path)” \(status.words) and said nothing")
    ]
  }

  private static func tellOfOtherCompiler(_ messages: [CompilerMessage]) -> Bool {
    messages.contains { message in
      message.severity == "error"
        && [
          "cannot be imported by the Swift", "created by a different version of the compiler",
          "created by an older version of the compiler", "created for incompatible target",
          "malformed compiled module",
        ].contains { message.message.contains($0) }
    }
  }
}
