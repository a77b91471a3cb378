import Foundation
import Testing

@testable import DiagramCommand

@Suite struct JSONTests {
  @Test func whatIsWrittenIsReadBack() throws {
    let texts = ["", "plain", "\"\\/", "a\u{0}b\u{1F}\n\t\u{7F}", "größe 🚀 \u{2028}"]
    let written = JSON.object([
      ("texts", .array(texts.map(JSON.string))), ("number", .number(-12)), ("flag", .boolean(true)),
    ])
    struct Value: Decodable, Equatable {
      let texts: [String]
      let number: Int
      let flag: Bool
    }
    let read = try JSONDecoder().decode(Value.self, from: Data(written.description.utf8))
    #expect(read == Value(texts: texts, number: -12, flag: true))
  }

  @Test func membersKeepTheirOrder() {
    #expect(JSON.object([("b", .number(1)), ("a", .number(2))]).description == #"{"b":1,"a":2}"#)
  }
}
