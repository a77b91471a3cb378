import DiagramEngine
import Foundation
import Testing

@testable import DiagramCommand

extension TemporaryFolder {
  /// Runs git in the folder, with no settings but these.
  @discardableResult
  func git(_ arguments: String..., mayFail: Bool = false) throws -> String {
    try git(arguments, mayFail: mayFail)
  }

  @discardableResult
  func git(_ arguments: [String], mayFail: Bool) throws -> String {
    let settings = [
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org",
      "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org",
    ]
    let run = try Program.run("/usr/bin/env", ["git"] + arguments, in: path, environment: settings)
    #expect(run.status == 0 || mayFail, "git \(arguments): \(run.output)\(run.errors)")
    return run.output
  }

  /// Makes a repository of the folder, with all that is in it.
  func makeRepository() throws {
    try git("init", "-q", "-b", "main")
    try commit("first")
  }

  func commit(_ message: String) throws {
    try git("add", "-A")
    try git("commit", "-q", "-m", message)
  }

  /// Changes a file as a text.
  func edit(_ name: String, _ change: (String) -> String) throws {
    let text = try read(name)
    let changed = change(text)
    #expect(changed != text, "nothing to change in \(name)")
    try write(changed, to: name)
  }
}

extension String {
  /// A drawing as the first release wrote it: with its mark, without version and digest.
  var asOfFirstRelease: String {
    replacing(#/ (data-)?version="\d+\.\d+\.\d+"/#, with: "")
      .replacing(#/ (data-)?digest="[0-9a-f]{16}"/#, with: "")
  }

  /// A drawing in which draw.io's own marks replace ours, as it saves them.
  var asSavedByDrawio: String {
    replacing(#/ (data-)?generator="diagen"/#, with: "")
      .replacing(#/host="diagen"/#, with: "host=\"app.diagrams.net\" agent=\"Mozilla/5.0\"")
      .asOfFirstRelease
  }
}

extension ImageWriter {
  /// Writes one file.
  func write(_ file: RenderedFile) throws(FileFailure) -> ImageOutcome {
    try write(plan([file]))[0].get()
  }
}
