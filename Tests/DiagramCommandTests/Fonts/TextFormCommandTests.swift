import DiagramRender
import Foundation
import Testing
import ViewerSupport

@testable import DiagramCommand

/// `--embed-fonts` and `--text`.
@Suite(
  .enabled(
    if: Viewers.missingForFonts.isEmpty || Viewers.areRequired, "\(Viewers.missingForFonts)"))
struct TextFormCommandTests {
  private static let nowhere = ["PATH": "/nowhere"]
  private static let images = [
    "architecture/nodes", "architecture/worker", "network/pods",
  ].flatMap { name in ["drawio.svg", "svg"].map { "chapter/\(name).\($0)" } }

  private func run(
    _ arguments: String..., in folder: TemporaryFolder, environment: [String: String] = [:]
  ) throws -> Program.Run {
    try Program.fixture.run(arguments, in: folder, environment: environment)
  }

  @Test(arguments: [["--embed-fonts"], ["--text", "outlines"]])
  func theSameBytesTwiceAndNothingToDoAThirdTime(form: [String]) throws {
    try withTemporaryFolder { (folder) throws in
      let options = ["render", "all", "-v"] + form
      let one = try Program.fixture.run(options + ["-o", "one"], in: folder)
      #expect(one.status == 0 && one.lines.count == 9, "\(one.errors)")
      #expect(try Program.fixture.run(options + ["-o", "two"], in: folder).status == 0)
      #expect(try run("render", "all", "-o", "plain", in: folder).status == 0)
      for image in Self.images {
        let bytes = try folder.bytes("one/\(image)")
        #expect(try folder.bytes("two/\(image)") == bytes)
        #expect(try folder.bytes("plain/\(image)") != bytes)
        let mark = try #require(FileMark(of: bytes, as: DrawioSVGRenderer.mark))
        let plain = try #require(
          FileMark(of: folder.bytes("plain/\(image)"), as: DrawioSVGRenderer.mark))
        #expect(mark.content == .asWritten && plain.source == nil)
        #expect(
          mark.source == "\(plain.digest ?? "")+\(form.count == 1 ? "embedded" : "outlines")")
      }
      // What draw.io opens needs no fonts of ours.
      #expect(
        try folder.bytes("one/chapter/network/pods.drawio")
          == folder.bytes("plain/chapter/network/pods.drawio"))
      // Also where there are no programs any more.
      let again = try Program.fixture.run(
        options + ["-o", "one"], in: folder, environment: Self.nowhere)
      #expect(again.status == 0 && again.lines.allSatisfy { $0.hasPrefix("unchanged ") })
    }
  }

  @Test func checkComparesWhatItWasMadeOfAndSaysHow() throws {
    try withTemporaryFolder { (folder) throws in
      #expect(try run("render", "all", "--embed-fonts", in: folder).status == 0)
      func check(_ options: String..., more: [String: String] = [:]) throws -> [String] {
        try Program.fixture.run(
          ["check"] + options, in: folder, environment: Self.nowhere.merging(more) { $1 }
        ).lines
      }
      #expect(try check("--embed-fonts") == [])
      let other = Self.images.map { "code changed: \($0) (drawn with --embed-fonts)" }
      #expect(try check().sorted() == other.sorted())
      #expect(try check("--text", "outlines").sorted() == other.sorted())
      let changed = try check("--embed-fonts", more: ["FIXTURE_TITLE": "other"])
      #expect(changed.count == 3 && changed.allSatisfy { $0.hasPrefix("code changed: chapter/") })
      // What a person changed is a person's, whatever it was made of.
      let image = "chapter/network/pods.svg"
      let bytes = try folder.bytes(image)
      let text = String(decoding: bytes, as: UTF8.self)
      try folder.write(text.replacing(">pod<", with: ">cod<"), to: image)
      #expect(try check("--embed-fonts").map { $0.prefix(7) } == ["edited:"])
      #expect(try run("render", "all", "--embed-fonts", in: folder).status == 4)
      // And back to plain text.
      try folder.write(text, to: image)
      #expect(try run("render", "all", in: folder, environment: Self.nowhere).status == 0)
      #expect(try check() == [])
      #expect(
        try check("--embed-fonts").allSatisfy { $0.hasSuffix(".svg (drawn with --text plain)") })
    }
  }

  @Test func aProgramStatesIt() throws {
    try withTemporaryFolder { (folder) throws in
      let stated = ["FIXTURE_OUTPUTS": "outlines"]
      #expect(try run("render", "all", in: folder, environment: stated).status == 0)
      let bytes = try folder.bytes("images/chapter/network/pods.svg")
      #expect(!String(decoding: bytes, as: UTF8.self).contains("<text"))
      #expect(try run("check", in: folder, environment: stated).lines == [])
      let plain = try run("render", "all", "--text", "plain", in: folder, environment: stated)
      #expect(plain.status == 0)
      let after = try folder.bytes("images/chapter/network/pods.svg")
      #expect(String(decoding: after, as: UTF8.self).contains("<text"))
    }
  }

  @Test func withoutProgramsOrFontsNothingIsWrittenAndItIsSaidWhatToDo() throws {
    try withTemporaryFolder { (folder) throws in
      let run = try run(
        "render", "all", "--embed-fonts", in: folder, environment: Self.nowhere)
      #expect(run.status == 2 && run.errors.contains("fc-match, which is not in PATH"))
      #expect(run.errors.contains("apt-get install fontconfig"), "\(run.errors)")
      try folder.write(
        "#!/bin/sh\nPATH=/usr/bin:/bin exec fc-match \"$@\"\n", to: "bin/fc-match")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: folder.path("bin/fc-match"))
      let bin = ["PATH": folder.path("bin")]
      for (option, program) in [("--embed-fonts", "hb-shape"), ("--text=outlines", "hb-shape")] {
        let run = try self.run("render", "all", option, in: folder, environment: bin)
        #expect(run.status == 2 && run.errors.contains("\(program), which is not in PATH"))
        #expect(run.errors.contains("apt-get install libharfbuzz-bin"), "\(run.errors)")
      }
      #expect(try folder.files() == ["bin/fc-match"])
    }
  }

  #if os(Linux)
    @Test func aFontThatIsNotThereIsNotReplacedByAnother() throws {
      try withTemporaryFolder { (folder) throws in
        let fonts = try FontSettings.withoutLiberation.environment(
          in: URL(fileURLWithPath: folder.path))
        let files = try folder.files()
        let run = try run("render", "all", "--embed-fonts", in: folder, environment: fonts)
        #expect(run.status == 2)
        #expect(
          run.errors.contains(
            "letters cannot be taken along: fc-match knows no Liberation Sans, Arial, Helvetica"),
          "\(run.errors)")
        #expect(run.errors.contains("apt-get install fonts-liberation"))
        #expect(try folder.files() == files)
      }
    }
  #endif

  @Test(arguments: [
    ("hb-shape", "echo no memory >&2; exit 3"), ("hb-shape", "exit 0"), ("hb-view", "exit 0"),
    ("hb-shape", "for o; do case $o in --output-file=*) echo x > ${o#*=};; esac; done"),
    ("hb-view", "for o; do case $o in --output-file=*) echo '<svg/>' > ${o#*=};; esac; done"),
    (
      "hb-view",
      "for o; do case $o in --output-file=*) echo '<svg><use x=\"0\" y=\"9e9\"/></svg>' > ${o#*=};; esac; done"
    ), ("hb-view", "kill -9 $$"),
  ])
  func aProgramThatFailsLeavesNothingBehind(program: String, script: String) throws {
    try withTemporaryFolder { (folder) throws in
      try folder.write("#!/bin/sh\n\(script)\n", to: "bin/\(program)")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: folder.path("bin/\(program)"))
      let run = try run(
        "render", "all", "--text", "outlines", "-o", "images", in: folder,
        environment: ["PATH": "\(folder.path("bin")):/usr/bin:/bin"])
      #expect(run.status == 3, "\(run.errors)")
      #expect(run.errors.contains("images/chapter/network/pods.svg”: \(program) "), "\(run.errors)")
      #expect(!script.contains("echo no") || run.errors.contains("status 3: no memory"))
      #expect(try folder.files() == ["bin/\(program)"])
    }
  }

  @Test func optionsThatExcludeEachOtherAreAMistake() throws {
    try withTemporaryFolder { (folder) throws in
      let both = try run("render", "all", "--embed-fonts", "--text", "outlines", in: folder)
      #expect(both.status == 2 && both.errors.contains("exclude each other"))
      let unknown = try run("render", "all", "--text", "embedded", in: folder)
      #expect(
        unknown.status == 2 && unknown.errors.contains("“embedded” is not one of plain, outlines"))
      #expect(try folder.files().isEmpty)
    }
  }
}
