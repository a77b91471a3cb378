import TestSupport

/// A file of random series, of which most have something wrong: pins a little off their line, gaps without room
/// for the texts between, arrows that are forced to run as they cannot.
struct SeededDefects {
  private(set) var source = "import DiagramDSL\n"
  /// What is certainly wrong, by the names of series: the rule that has to find it.
  private(set) var planted: [String: String] = [:]

  init(seed: UInt64, count: Int) {
    var random = SeededGenerator(seed: seed)
    for number in 0..<count { source += series(number, &random) }
  }

  private static let names = ["A", "Bee", "Customer", "Database of orders", "E", "Frontend"]

  private mutating func series(_ number: Int, _ random: inout SeededGenerator) -> String {
    let boxes = Array(Self.names.prefix(Int.random(in: 2...6, using: &random)))
    let words = boxes.indices.map { "box\($0)" }
    var lines = zip(words, boxes).map { "let \($0) = Component(\"\($1)\")" }
    var slide = ""
    if Int.random(in: 0..<8, using: &random) == 0 {
      // As small as a thumbnail.
      slide = ", slide: .width(0.1)"
      lines.append("Row { \(words.joined(separator: "; ")) }")
      if words.count > 2 { planted["s\(number)"] = "DG1211" }
    } else if Int.random(in: 0..<3, using: &random) == 0 {
      var (x, heights) = (0, Set<Int>())
      for word in words {
        let y = [0, 0, 2, 120].randomElement(using: &random) ?? 0
        heights.insert(y)
        lines.append("\(word).at(x: \(x), y: \(y))")
        x += [210, 220, 240, 300].randomElement(using: &random) ?? 0
      }
      if heights.isSuperset(of: [0, 2]) { planted["s\(number)"] = "DG1212" }
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

      let series\(number) = Series("s\(number)"\(slide)) {
        Picture("p") {
          \(lines.joined(separator: "\n    "))
        }
      }

      """
  }
}
