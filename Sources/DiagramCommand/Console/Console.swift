#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Where a command tells its results and its mistakes.
struct Console {
  let output: Stream
  let errors: Stream

  /// The standard streams of the process.
  static var standard: Console {
    Console(
      output: Stream(descriptor: STDOUT_FILENO, name: "standard output"),
      errors: Stream(descriptor: STDERR_FILENO, name: "standard error"))
  }

  /// A stream of text.
  struct Stream {
    let descriptor: Int32
    let name: String
    /// Whether a person reads along.
    let isTerminal: Bool
    let ink: Ink

    init(descriptor: Int32, name: String) {
      self.descriptor = descriptor
      self.name = name
      isTerminal = isatty(descriptor) == 1
      let isPlain = environment("NO_COLOR").map { !$0.isEmpty } ?? false
      ink = Ink(isColored: isTerminal && !isPlain && environment("TERM") != "dumb")
    }

    /// Writes the lines at once.
    ///
    /// - Throws: ``FileFailure``, as on a full disk.
    func write(_ lines: [String]) throws(FileFailure) {
      let text = lines.map { $0 + "\n" }.joined()
      Progress.makeRoom()
      guard writeAll(Array(text.utf8), to: descriptor) else { throw .system(.write, name) }
    }
  }
}

/// Colors for a terminal; plain text elsewhere.
struct Ink {
  let isColored: Bool

  func bold(_ text: String) -> String { styled(text, "1") }
  func faint(_ text: String) -> String { styled(text, "2") }
  func red(_ text: String) -> String { styled(text, "1;31") }
  func green(_ text: String) -> String { styled(text, "32") }
  func yellow(_ text: String) -> String { styled(text, "1;33") }
  func blue(_ text: String) -> String { styled(text, "36") }

  private func styled(_ text: String, _ code: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

/// A number with its noun: `1 image`, `2 images`.
func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

/// A word as a shell takes it: in quotes unless it needs none.
func quotedForShell(_ word: String) -> String {
  let isPlain = word.unicodeScalars.allSatisfy {
    $0.properties.isAlphabetic || ("0"..."9").contains($0) || "/._-+,@%".unicodeScalars.contains($0)
  }
  return isPlain && !word.isEmpty ? word : "'\(word.replacing("'", with: "'\\''"))'"
}
