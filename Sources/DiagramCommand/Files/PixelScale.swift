/// How many pixels of an image a pixel of the natural size becomes: from 0.1 to 10, in hundredths.
struct PixelScale: Hashable {
  private let hundredths: Int

  /// As large as the picture says.
  static let natural = PixelScale(hundredths: 100)

  /// What a mistake is told with.
  static let range = "a number from 0.1 to 10 with at most two decimals"

  private init(hundredths: Int) { self.hundredths = hundredths }

  /// The nearest hundredth; nil outside of the range.
  init?(_ number: Double) {
    guard (0.1...10).contains(number) else { return nil }
    hundredths = Int((number * 100).rounded())
  }

  /// Reads a number as it is typed: `2`, `1.5`, `0.25`; nil for anything else.
  init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), (1...2).contains(parts[0].count),
      (1...2).contains(parts.last?.count ?? 0),
      parts.joined().allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    let decimals = parts.count == 2 ? Array(parts[1]) : []
    let digits = Array(parts[0]) + decimals + Array(repeating: 0x30, count: 2 - decimals.count)
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    guard (10...1000).contains(number) else { return nil }
    hundredths = number
  }

  /// The number, with a point and no more decimals than it needs.
  var text: String {
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    guard rest > 0 else { return "\(whole)" }
    return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  var number: Double { Double(hundredths) / 100 }
}
