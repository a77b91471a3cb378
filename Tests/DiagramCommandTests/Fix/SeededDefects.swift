import TestSupport

/// A file of random series, of which most have something wrong: pins a little off their line, gaps without room
/// for the texts between, arrows that are forced to run as they cannot.
struct SeededDefects {
  private(set) var source = "import DiagramDSL\n"

  init(seed: UInt64, count: Int) {
    var random = SeededGenerator(seed: seed)
    for number in 0..<count { source += Self.series(number, &random) }
  }

  private static let names = ["A", "Bee", "Customer", "Database of orders", "E", "Frontend"]

  private static func series(_ number: Int, _ random: inout SeededGenerator) -> String {
    let boxes = Array(names.prefix(Int.random(in: 2...6, using: &random)))
    let words = boxes.indices.map { "box\($0)" }
    var lines = zip(words, boxes).map { "let \($0) = Component(\"\($1)\")" }
    if Int.random(in: 0..<4, using: &random) == 0 {
      var x = 0
      for word in words {
        let y = [0, 0, 2, 120].randomElement(using: &random) ?? 0
        lines.append("\(word).at(x: \(x), y: \(y))")
        x += [210, 220, 240, 300].randomElement(using: &random) ?? 0
      }
    } else {
      let spacing = [4, 8, 16, 40].randomElement(using: &random) ?? 4
      let call = ["Row(", "Column(", "Grid(columns: 2, "].randomElement(using: &random) ?? ""
      lines.append("\(call)spacing: \(spacing)) { \(words.joined(separator: "; ")) }")
    }
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let ends = words.shuffled(using: &random)
      let label = ["", ".label(\"writes\")", ".label(\"a much longer text\")"].randomElement(
        using: &random)
      let way = ["", ".straight()", ".from(.right).to(.left)", ".from(.top)"].randomElement(
        using: &random)
      lines.append("(\(ends[0]) --> \(ends[1]))\(label ?? "")\(way ?? "")")
    }
    return """

      let series\(number) = Series("s\(number)") {
        Picture("p") {
          \(lines.joined(separator: "\n    "))
        }
      }

      """
  }
}
