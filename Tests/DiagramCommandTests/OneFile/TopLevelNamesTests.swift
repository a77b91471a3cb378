import TestSupport
import Testing

@testable import DiagramCommand

/// Which names a file of drawings declares, whatever stands around them.
@Suite struct TopLevelNamesTests {
  private static func names(_ source: String) -> [String] {
    TopLevelNames(in: Array(source.utf8)).items.map { item in
      switch item {
      case .name(let name): name
      case .condition(let line): line
      }
    }
  }

  @Test(arguments: [
    ("let a = 1", ["a"]), ("var a: Series { b }", ["a"]),
    ("private let a = f(), b = g()", ["a", "b"]),
    ("let (a, _, b) = f()", ["a", "b"]),
    ("let a: [String: Int] = [:], `let`: Int = 2", ["a", "`let`"]),
    ("let größe = 1\nlet 🚀 = 2", ["größe", "🚀"]), ("let a = x\n  .dark", ["a"]),
    ("func f<A, B: P>(_ a: A) { let c = 1 }\nlet d = f", ["d"]),
    ("struct S { let a = 1 }\nenum E { case a, b }\nextension S { var c: Int { 1 } }", []),
    ("let a = { let b = 1; return b }()", ["a"]), ("#!/usr/bin/env diagen\nlet a = 1", ["a"]),
    ("// let a = 1\n/* let b = 1 /* let c */ let d */ let e = 1", ["e"]),
    ("let a = \"let b = \\(f { let c = 1; return \"}\" })\"\nlet d = 1", ["a", "d"]),
    (
      "let a = #\"\\\"\"#\nlet b = \"\"\"\n  let c = \"\n  \"\"\"\nlet d = #\"\"\"#",
      ["a", "b", "d"]
    ),
    ("let a = /let b{\"/\nlet c = 6 / 2; let d = 4 / 2", ["a", "c", "d"]),
    ("let a = #/let b{\"/#\nlet c = 1", ["a", "c"]),
    (
      "#if os(Linux) // let x\nlet a = 1\n#else\nlet b = 1\n#endif",
      ["#if os(Linux) ", "a", "#else", "b", "#endif"]
    ),
    ("if let a = f() { }\nlet b = a", ["b"]),
    ("let a: Dictionary<String, Int> = f(), b = 1", ["a", "b"]),
    ("let a = 1\r\nlet b = 2\r\n", ["a", "b"]), ("", []), ("let", []), ("x.let y", []),
    ("@MainActor let a = 1\nnonisolated(unsafe) var b = 2", ["a", "b"]),
  ])
  func namesAreFound(source: String, names: [String]) {
    #expect(Self.names(source) == names)
    #expect(!TopLevelNames(in: Array(source.utf8)).isBroken)
  }

  @Test(arguments: [
    "let a = {", "}", "let a = \"", "/* let a", "let a = \"\"\"\n", "let a = [(]", "let `a",
  ])
  func whatIsLeftOpenIsKnown(source: String) {
    // Only that something is open counts, not whether the brackets fit: the compiler tells of that.
    #expect(TopLevelNames(in: Array(source.utf8)).isBroken || source == "let a = [(]")
  }

  /// Declarations and what may stand between them, in any order: the names are those that were declared.
  @Test(arguments: UInt64(0)..<500)
  func noiseHidesAndInventsNothing(seed: UInt64) {
    let noise = [
      "// let no = \"{\n", "/* var no { /* */ \" */ ",
      "func f() { let no = 1; if let no = g() {} }\n",
      "struct S: P, Q { var no = \"}\" }\n",
      "extension A where B == C, D: E { static let no = 1 }\n",
      "typealias T<A, B> = (A, B)\n", "import struct DiagramDSL.Series\n",
      "@available(*, deprecated) func g() {}\n",
      "func h<A, B: P>(a: A, b: B) -> (A, B) where A: Q, B: R { fatalError(\"let no = {\") }\n",
      "\n", ";",
    ]
    let values = [
      "1", "\"let no = {\"", "#\"\\(\"}\"#", "\"\"\"\n  var no = {\n  \"\"\"",
      "{ let no = [1, 2]; return no }()",
      "f(a, b) { c in let no = c; no }", "\"\\(f { \"}\" })\"", "[a, b: c]", "/[{\"]/", "#/{\"(/#",
      "a / b / c",
      "x.map { $0 }.filter { $0 > 1 }\n  .first",
    ]
    var random = SeededGenerator(seed: seed)
    var source = Bool.random(using: &random) ? "#!/usr/bin/env diagen\n" : ""
    var declared: [String] = []
    for number in 0..<Int.random(in: 0...12, using: &random) {
      source += noise.randomElement(using: &random) ?? ""
      let word = ["let", "private let", "var", "public  let"].randomElement(using: &random) ?? ""
      let bindings = (0..<Int.random(in: 1...3, using: &random)).map { part -> String in
        let name = "name\(number)x\(part)"
        declared.append(name)
        let type = ["", ": Int", ": [A: B]", ": (A, B) -> C"].randomElement(using: &random) ?? ""
        return "\(name)\(type) = \(values.randomElement(using: &random) ?? "")"
      }
      source += "\(word) \(bindings.joined(separator: ", "))\n"
    }
    #expect(Self.names(source) == declared, "\(source)")
  }

  @Test(arguments: UInt64(0)..<500)
  func noBytesAreATrap(seed: UInt64) {
    let pieces = [
      "let ", "var", "(", ")", "{", "}", "[", "\"", "\"\"\"", "#", "\\(", "\\", "/", "/*", "*/",
      "//", "\n", "#if ",
      "`", "a", ",", "=", "é", "\u{0}",
    ]
    var random = SeededGenerator(seed: seed)
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      if Int.random(in: 0..<8, using: &random) == 0 {
        bytes.append(UInt8.random(in: 0...255, using: &random))
      } else {
        bytes += (pieces.randomElement(using: &random) ?? "").utf8
      }
    }
    _ = TopLevelNames(in: bytes)
  }
}
