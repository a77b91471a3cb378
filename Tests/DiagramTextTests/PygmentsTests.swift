import DiagramModel
import Foundation
import Testing

/// Our lexers beside those of Pygments, token by token.
@Suite(.enabled(if: Pygments.isInstalled, "Pygments is not installed (run Scripts/setup --tests)"))
struct PygmentsTests {
  @Test func codesHaveTheTokensOfPygments() throws {
    let samples = CodeSamples.all
    let expected = try Pygments.letters(of: samples.map { ($0.language, $0.code) })
    try #require(expected.count == samples.count)
    for (sample, expected) in zip(samples, expected) {
      let letters = CodeTests.letters(sample.code, sample.language)
      let differences = zip(letters, expected).enumerated().filter { $1.0 != $1.1 && $1.1 != "?" }
      let place = differences.first.map { sample.context(of: $0.offset) } ?? ""
      #expect(
        letters.count == expected.count && differences.isEmpty, "\(sample.language): \(place)")
    }
  }
}

/// Codes as they are on slides.
struct CodeSamples {
  let language: CodeLanguage
  let code: String

  /// What stands around the character of a number, white space not counted.
  func context(of number: Int) -> String {
    let places = code.indices.filter { !code[$0].isWhitespace }
    guard number < places.count else { return "the end" }
    let start =
      code.index(places[number], offsetBy: -20, limitedBy: code.startIndex) ?? code.startIndex
    let end = code.index(places[number], offsetBy: 20, limitedBy: code.endIndex) ?? code.endIndex
    return "\(code[start..<places[number]])»\(code[places[number]..<end])"
  }
}

/// The real Pygments, by `Scripts/pygments-tokens`.
private enum Pygments {
  static let isInstalled = (try? run([script], Data("[]".utf8))) != nil

  static func letters(of codes: [(CodeLanguage, String)]) throws -> [String] {
    let input = try JSONEncoder().encode(codes.map { [$0.0.rawValue, $0.1] })
    let output = try run([script], input)
    return try JSONDecoder().decode([String].self, from: output)
  }

  private static var script: String {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    return folder.appendingPathComponent("Scripts/pygments-tokens").path
  }

  private struct Failure: Error {}

  private static func run(_ arguments: [String], _ input: Data) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let (standardInput, standardOutput) = (Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = standardOutput
    process.standardError = FileHandle.nullDevice
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: input)
    try standardInput.fileHandleForWriting.close()
    let output = standardOutput.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure() }
    return output
  }
}
