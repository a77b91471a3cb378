import Foundation
import Testing

@testable import DiagramCommand

/// A command that a hint names is one that works where the hint is told.
@Suite struct HintedCommandTests {
  /// What is typed wrong, and whether the command of its hint makes that right.
  private static let wrongs: [(words: [String], mends: Bool)] = [
    (["check", "shop.json", "-o", "my images"], true),
    (["check", "shop.json", "-o", "embedded"], true),
    (["check", "shop.json", "-o", "outlined", "--embed-fonts"], true),
    (["check", "shop.json", "-o", "embedded", "--text", "outlines"], true),
    (["check", "shop.json", "-o", "old", "--theme", "light"], true),
    (["shop.json", "pods"], false), (["render", "shop.json", "pods"], false),
    (["init", "my images"], false),
    (["diff", "nowhere"], false),
  ]

  /// Commands between quotation marks or after a colon, as far as they name what is there.
  private static func commands(in errors: String) -> [String] {
    let hints = errors.split(separator: "\n").filter { $0.hasPrefix("hint: ") }
    return hints.flatMap { hint in
      hint.matches(of: /“((?:diagen|render|check) [^”]*)”/).map { String($0.1) }
        + hint.matches(of: /(?::|as in|^hint:) (diagen [^“”;]*?)(?:$|;| compares)/).map {
          String($0.1)
        }
    }
  }

  @Test func everyCommandOfAHintWorks() throws {
    try withOneFileProgram { diagen in
      let folder = diagen.folder
      for wrong in Self.wrongs {
        try prepare(folder, diagen)
        let run = try diagen.run(wrong.words)
        #expect(run.status != 0)
        let commands = Self.commands(in: run.errors)
        #expect(!commands.isEmpty, "\(run.errors)")
        for command in commands {
          try prepare(folder, diagen)
          let line = command.hasPrefix("diagen ") ? command : "diagen \(command)"
          let (first, again) = (try shell(line, diagen), wrong.mends ? wrong.words : nil)
          #expect(first.status == 0, "\(line): \(first)")
          if let again, !command.hasPrefix("diagen check") {
            #expect(try diagen.run(again).status == 0, "\(line)")
          }
        }
      }
    }
  }

  /// Also where the folder begins like an option.
  @Test(arguments: ["-x", "a b", "it's"])
  func theNextStepsOfInitLeadThere(name: String) throws {
    try withOneFileProgram { diagen in
      let run = try diagen.run("init", "--", name)
      #expect(run.status == 0, "\(run)")
      let line = try #require(run.lines.first { $0.hasPrefix("  cd ") })
      let there = try shell("\(line) && pwd", diagen)
      #expect(there.status == 0 && there.output.hasSuffix("/\(name)\n"), "\(there)")
    }
  }

  private func shell(_ line: String, _ diagen: OneFileProgram) throws -> Program.Run {
    try Program.run(
      "/bin/sh", ["-c", "diagen() { '\(Program("diagen").path)' \"$@\"; }; \(line)"],
      in: diagen.folder.path, environment: diagen.environment)
  }

  /// A file with its pictures, made in several ways, in a repository of two commits.
  private func prepare(_ folder: TemporaryFolder, _ diagen: OneFileProgram) throws {
    for name in ["my images", "embedded", "outlined", "old", "chapter", ".git"]
    where FileManager.default.fileExists(atPath: folder.path(name)) {
      try folder.remove(name)
    }
    let box = { (title: String) in
      """
      {"format": "diagen-series/1", "path": "shop",
       "pictures": [{"name": "overview", "boxes": [{"title": "\(title)"}]}]}
      """
    }
    try folder.write(OneFileProgram.file(), to: "shop.swift")
    try folder.write(box("Shop"), to: "shop.json")
    try folder.write("", to: "my images/note")
    try diagen.run("shop.json", "-o", "old", "--theme", "light", "-f", "svg")
    for (form, name) in [("--embed-fonts", "embedded"), ("--text=outlines", "outlined")] {
      #expect(try diagen.run("shop.json", "-o", name, form).status == 0)
    }
    try folder.makeRepository()
    try folder.write("more", to: "my images/note")
    try folder.commit("second")
  }
}
