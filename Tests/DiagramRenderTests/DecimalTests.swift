import Testing

@testable import DiagramRender

/// Numbers are written in one way, without a zero too many.
@Suite struct DecimalTests {
  @Test(arguments: [
    (0, 2, "0"), (5, 2, "0.05"), (-5, 2, "-0.05"), (50, 2, "0.5"), (100, 2, "1"),
    (-1234, 2, "-12.34"),
    (1, 6, "0.000001"), (500_000, 6, "0.5"), (15, 1, "1.5"), (1_000_001, 6, "1.000001"),
    (7, 0, "7"),
  ])
  func oneWay(value: Int, places: Int, text: String) {
    #expect(decimal(value, places: places) == text)
  }

  @Test func everyNumberIsReadBack() {
    for value in -2_500...2_500 {
      let text = decimal(value, places: 3)
      #expect((Double(text).map { ($0 * 1000).rounded() }) == Double(value))
      #expect(!text.contains(".") || !text.hasSuffix("0"))
    }
  }

  @Test func plainPathsAreIDsWithDots() {
    #expect(xmlID(of: "control-plane/etcd/1") == "control-plane.etcd.1")
    #expect(xmlID(of: "a//b") == "a._2f_b" || xmlID(of: "a//b") != xmlID(of: "a/b"))
    for path in ["/a", "a/", "a/b/", "a.b", "ü", "_2f_", ""] {
      let id = xmlID(of: path)
      #expect(!id.hasPrefix(".") && !id.hasSuffix("."), "\(path) is \(id)")
    }
  }
}
