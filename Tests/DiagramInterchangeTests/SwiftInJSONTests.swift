import TestSupport
import Testing

@testable import DiagramInterchange

/// Hints of the engine are written in Swift; whoever writes JSON is told the same in JSON.
@Suite struct SwiftInJSONTests {
  @Test(arguments: [
    (#".id("a-2")"#, #""id": "a-2""#),
    ("(a --> a).loop()", #""loop": true"#),
    ("(a --> b).from(.right)", #""fromSide": "right""#),
    (#"(a --> b).dashed().means("later")"#, #""dashed": true, "means": "later""#),
    ("(a --> [b, c]).trunk()", #""trunk": "name""#),
    (".at(x: 0, y: 20)", #""at": {"x": 0, "y": 20}"#),
    (".on(chart, x: 0.5)", #""on": {"box": "chart", "x": 0.5}"#),
    ("a.on(webServer, .topRight)", #""on": {"box": "web-server", "at": "topRight"}"#),
    (".width(200)", #""width": 200"#),
    ("side: .top", #""side": "top""#),
    ("Row(spacing: 80) { a; b }", #"{"kind": "row", "spacing": 80, "children": ["a", "b"]}"#),
    ("Grid(columns: 2) { a }", #"{"kind": "grid", "columns": 2, "children": ["a"]}"#),
    (#"Series("shop")"#, #""path": "shop""#),
    (
      #"Picture("nodes") { Component("kubelet") }"#,
      #"{"name": "nodes", "boxes": [{"title": "kubelet"}]}"#
    ),
    (#"Brace("three", over: a, b)"#, #"{"kind": "brace", "text": "three", "over": ["a", "b"]}"#),
    (
      #"Legend { Component("ours").accent() }"#,
      #"{"samples": [{"title": "ours", "accent": "primary"}]}"#
    ),
    ("worker[apiServer]", #""worker/api-server""#),
  ])
  func hintsSayTheSame(swift: String, json: String) {
    #expect("write `\(swift)`, or less".inJSON == "write `\(json)`, or less")
  }

  @Test(arguments: ["let a = 1", "a b", "", "f(", "a[", #"Row("x"#, "a.unknown()", "`"])
  func otherCodeStaysAsItIs(code: String) {
    #expect("`\(code)`".inJSON == "`\(code)`")
  }

  @Test(arguments: UInt64(0)..<300)
  func anythingIsRead(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let signs = Array("ab.()[]{};:, \"\\`12-AR>é")
    let text = String(
      (0..<Int.random(in: 0...40, using: &random)).map { _ in
        signs.randomElement(using: &random) ?? "a"
      })
    _ = text.inJSON
    _ = SwiftInJSON.text(of: text)
  }
}
