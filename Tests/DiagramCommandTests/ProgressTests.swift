import TestSupport
import Testing

@testable import DiagramCommand

/// The line that says how far a long piece of work is.
@Suite struct ProgressTests {
  private func line(_ done: Int, of total: Int, after seconds: Double, columns: Int = 80) -> String
  {
    Progress.line(
      "drawing", done, of: total, after: .seconds(seconds), columns: columns,
      Ink(isColored: false))
  }

  @Test func itHasABarACountAndTheTimeThatIsLeft() {
    #expect(line(0, of: 10, after: 2) == "░░░░░░░░░░░░░░░░░░░░░░░░ drawing 0 of 10")
    #expect(line(5, of: 10, after: 2) == "████████████░░░░░░░░░░░░ drawing 5 of 10, 2 s left")
    #expect(line(1, of: 100, after: 1.5).hasSuffix(" drawing 1 of 100, 2 min 29 s left"))
    #expect(line(10, of: 10, after: 2) == "████████████████████████ drawing 10 of 10, 0 s left")
  }

  @Test(arguments: UInt64(0)..<200)
  func itFitsIntoEveryTerminal(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let (total, columns) = (
      Int.random(in: 0...9999, using: &random), Int.random(in: 0...120, using: &random)
    )
    let done = Int.random(in: -1...(total + 2), using: &random)
    let text = line(done, of: total, after: .random(in: 0...1e6, using: &random), columns: columns)
    #expect(text.count < max(columns, 1))
  }
}
