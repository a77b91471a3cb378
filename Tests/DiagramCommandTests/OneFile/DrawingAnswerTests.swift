import DiagramDSL
import DiagramEngine
import DiagramModel
import DrawingExchange
import TestSupport
import Testing

/// What `diagen-draw` tells `diagen`, and what the cache keeps.
@Suite struct DrawingAnswerTests {
  private static func answer() throws -> DrawingAnswer {
    let (one, other) = (Component("größe 🚀"), Component("other"))
    let series = Series("a/b") {
      Picture("pair") {
        one
        other
        one --> other
        one --> other
      }
    }
    let rendering = try series.rendered(in: .dark)
    try #require(!rendering.diagnostics.isEmpty && !rendering.diagnostics[0].notes.isEmpty)
    var answer = DrawingAnswer(
      series: [DrawingAnswer.Outline(path: "a/b", pictures: ["pair"])], files: rendering.files,
      diagnostics: rendering.diagnostics)
    answer.explanations = try series.rendered(
      in: .dark, as: [], icons: IconFiles.none.library, examining: .explanation
    ).explanations
    let origin = series.origin
    answer.remarks = [
      Remark(
        .nearMiss, "größe", "🚀", evidence: [.init("off", -3)], at: origin, hints: ["do"],
        mends: [
          .withoutModifier("straight", at: origin),
          .argument("x", from: "1", to: "2", at: origin),
          .text(path: "ä.md", offset: 7, from: "", to: "🚀"),
        ])
    ]
    answer.facts = try series.rendered(
      in: .dark, as: [], icons: IconFiles.none.library, examining: .check
    ).facts
    try #require(!answer.explanations.isEmpty && !answer.facts.isEmpty)
    return answer
  }

  @Test func whatIsWrittenIsRead() throws {
    let answer = try Self.answer()
    #expect(try DrawingAnswer(answer.bytes) == answer)
  }

  private static let icons = IconFiles(packs: [
    IconFiles.Pack(
      name: "größe", names: ["a", "b/c"],
      files: [
        IconFiles.File(name: "b/c", ending: "svg", bytes: Array("<svg/>".utf8)),
        IconFiles.File(name: "a", ending: "png", bytes: [0, 255]),
      ]),
    IconFiles.Pack(name: "empty", names: [], files: []),
  ])

  @Test func iconsThatAreWrittenAreRead() throws {
    #expect(try IconFiles(Self.icons.bytes) == Self.icons)
    #expect(try IconFiles(IconFiles.none.bytes) == .none)
    let names = IconNameList(["database", "own/net/router"])
    #expect(try IconNameList(names.bytes) == names)
    #expect(throws: ByteReader.Damage.self) { try IconNameList(Array(names.bytes.dropLast())) }
  }

  @Test(arguments: UInt64(0)..<300)
  func noDamageIsATrap(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    try Self.damage(Self.answer().bytes, using: &random) { bytes in _ = try DrawingAnswer(bytes) }
    Self.damage(Self.icons.bytes, using: &random) { bytes in _ = try IconFiles(bytes).library }
  }

  /// Reads bytes that are damaged; what is cut off is known.
  private static func damage(
    _ whole: [UInt8], using random: inout SeededGenerator, _ read: ([UInt8]) throws -> Void
  ) {
    var bytes = whole
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.removeLast(Int.random(in: 0...bytes.count, using: &random))
      case 1: bytes.append(UInt8.random(in: 0...255, using: &random))
      default:
        // Most numbers and lengths stand at the start.
        guard !bytes.isEmpty else { continue }
        let end = Bool.random(using: &random) ? min(bytes.count, 200) : bytes.count
        bytes[Int.random(in: 0..<end, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
    }
    if bytes.count < whole.count {
      #expect(throws: ByteReader.Damage.self) { try read(bytes) }
    }
    try? read(bytes)
  }
}
