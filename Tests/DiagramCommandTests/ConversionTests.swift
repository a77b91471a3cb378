import DiagramAlgorithms
import Foundation
import Testing
import ViewerSupport

@testable import DiagramCommand

/// Formats that `rsvg-convert` makes.
@Suite(
  .enabled(
    if: Viewers.missingForConversion.isEmpty || Viewers.areRequired,
    "\(Viewers.missingForConversion)"))
struct ConversionTests {
  private static let pods = "chapter/network/pods"

  private func render(
    _ options: String..., in folder: TemporaryFolder, environment: [String: String] = [:]
  ) throws -> Program.Run {
    try Program.fixture.run(
      ["render", "all", "-v"] + options, in: folder, environment: environment)
  }

  @Test(arguments: ["png", "pdf"])
  func theSameBytesTwiceAndNothingToDoAThirdTime(format: String) throws {
    try withTemporaryFolder { (folder) throws in
      let one = try render("-f", format, "-o", "one", in: folder)
      #expect(one.status == 0, "\(one.errors)")
      #expect(one.lines.count == 3 && one.lines.allSatisfy { $0.hasPrefix("wrote one/") })
      #expect(try render("-f", format, "-o", "two", in: folder).status == 0)
      let file = "\(Self.pods).\(format)"
      let bytes = try folder.bytes("one/\(file)")
      #expect(try folder.bytes("two/\(file)") == bytes)
      let identity = try folder.identity(of: "one/\(file)")
      // Also where there is no converter any more.
      let again = try render(
        "-f", format, "-o", "one", in: folder, environment: ["PATH": "/nowhere"])
      #expect(again.status == 0 && again.lines.allSatisfy { $0.hasPrefix("unchanged ") })
      #expect(try folder.identity(of: "one/\(file)") == identity)
    }
  }

  @Test func theScaleIsThatOfThePixels() throws {
    try withTemporaryFolder { (folder) throws in
      for (scale, name) in [("1", "a"), ("2", "b"), ("0.5", "c"), ("1.25", "d")] {
        #expect(try render("-f", "png", "--scale", scale, "-o", name, in: folder).status == 0)
      }
      let sizes = try ["a", "b", "c", "d"].map { name in
        try folder.pixelSize("\(name)/\(Self.pods).png")
      }
      #expect(sizes[1] == sizes[0].map { 2 * $0 } && sizes[2] == sizes[0].map { ($0 + 1) / 2 })
      #expect(zip(sizes[3], sizes[0]).allSatisfy { abs(4 * $0 - 5 * $1) <= 4 })
      // Another scale is another picture.
      #expect(
        try render("-f", "png", "-o", "b", in: folder).lines.contains("wrote b/\(Self.pods).png"))
      #expect(try folder.bytes("b/\(Self.pods).png") == folder.bytes("a/\(Self.pods).png"))
    }
  }

  @Test func checkComparesWhatItWasMadeOf() throws {
    try withTemporaryFolder { (folder) throws in
      let pixels = ["FIXTURE_OUTPUTS": "pixels"]
      #expect(try render(in: folder, environment: pixels).status == 0)
      func check(_ options: String..., more: [String: String] = [:]) throws -> [String] {
        // Nothing is converted for it.
        let environment = pixels.merging(more) { $1 }.merging(["PATH": "/nowhere"]) { $1 }
        return try Program.fixture.run(["check"] + options, in: folder, environment: environment)
          .lines
      }
      let files = ["png", "pdf"].map { "images/chapter/architecture/nodes.\($0)" }
      #expect(try check() == [])
      #expect(
        try check(more: ["FIXTURE_TITLE": "other"])
          == (files + ["images/chapter/architecture/architecture.pages.drawio"]).map {
            "code changed: \($0)"
          })
      #expect(try check("--scale", "1").count == 3)
      #expect(try check("--theme", "dark").count == 8)
      for file in files {
        var bytes = try folder.bytes(file)
        bytes[bytes.count / 2] ^= 1
        try Data(bytes).write(to: URL(fileURLWithPath: folder.path(file)))
      }
      #expect(try check().map { $0.prefix(12) } == ["edited: imag", "edited: imag"])
      let kept = try render(in: folder, environment: pixels)
      #expect(kept.status == 4 && kept.lines.filter { $0.hasPrefix("kept ") }.count == 2)
      #expect(
        try render("--force", in: folder, environment: pixels).lines.filter {
          $0.hasPrefix("wrote ")
        }.count == 2)
      #expect(try check() == [])
    }
  }

  @Test func picturesNobodyMakesAnyMoreAreOrphans() throws {
    try withTemporaryFolder { (folder) throws in
      let pixels = ["FIXTURE_OUTPUTS": "pixels"]
      #expect(try render(in: folder, environment: pixels).status == 0)
      let endings = ["png", "pdf", "pages.drawio"]
      for ending in endings {
        let name = ending == "pages.drawio" ? "network" : "pods"
        try FileManager.default.moveItem(
          atPath: folder.path("images/chapter/network/\(name).\(ending)"),
          toPath: folder.path("images/chapter/network/old.\(ending)"))
      }
      try folder.write("mine", to: "images/chapter/network/mine.png")
      #expect(try render("--prune", in: folder, environment: pixels).status == 0)
      #expect(
        try folder.files().filter { $0.contains("network") }
          == ["mine.png", "network.pages.drawio", "pods.pdf", "pods.png"].map {
            "images/chapter/network/\($0)"
          })
    }
  }

  /// A PNG on a slide shows its picture; one of somebody else is nobody's business while none are drawn.
  @Test func slidesMayShowPixels() throws {
    try withTemporaryFolder { (folder) throws in
      let pixels = ["FIXTURE_OUTPUTS": "pixels"]
      #expect(try render(in: folder, environment: pixels).status == 0)
      let images = ["architecture/nodes", "architecture/worker", "network/pods"].map {
        "![text](images/chapter/\($0).png)"
      }
      try folder.write(images.joined(separator: "\n") + "\n", to: "deck.md")
      let shown = try Program.fixture.run(
        ["check", "--slides", "deck.md"], in: folder, environment: pixels)
      #expect(shown.status == 0 && shown.output == "", "\(shown.output)")
      try folder.write(images.dropLast().joined() + "![gone](images/gone.png)", to: "deck.md")
      let found = try Program.fixture.run(
        ["check", "--slides", "deck.md"], in: folder, environment: pixels)
      #expect(found.output.contains("images/gone.png") && found.output.contains("network/pods"))
    }
  }

  @Test func withoutAConverterNothingIsWrittenAndItIsSaidWhatToDo() throws {
    try withTemporaryFolder { (folder) throws in
      let run = try render("-f", "svg,png", in: folder, environment: ["PATH": "/nowhere"])
      #expect(run.status == 2)
      #expect(run.errors.contains("error: png and pdf need rsvg-convert, which is not in PATH"))
      #expect(run.errors.contains("apt-get install librsvg2-bin"))
      #expect(try folder.files().isEmpty)
    }
  }

  @Test(arguments: [
    "echo no memory >&2; exit 3", "exit 0", "echo x > ${4#--output=}", "kill -9 $$",
  ])
  func aConverterThatFailsLeavesNothingBehind(script: String) throws {
    try withTemporaryFolder { (folder) throws in
      try folder.write("#!/bin/sh\n\(script)\n", to: "bin/rsvg-convert")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: folder.path("bin/rsvg-convert"))
      let run = try render(
        "-f", "svg,png", "-o", "images", in: folder,
        environment: ["PATH": "\(folder.path("bin")):/usr/bin:/bin"])
      #expect(run.status == 3)
      #expect(run.errors.contains("images/\(Self.pods).png”: "), "\(run.errors)")
      #expect(!script.contains("echo no") || run.errors.contains("status 3: no memory"))
      #expect(try folder.files() == ["bin/rsvg-convert"])
    }
  }

  /// Letters in the order of the page, and what makes characters of them again.
  @Test func theTextOfAPDFIsText() throws {
    try withTemporaryFolder { (folder) throws in
      #expect(try render("-f", "pdf", "--theme", "light", in: folder).status == 0)
      try folder.write(
        """
        import re, sys, zlib
        data = open(sys.argv[1], 'rb').read()
        for part in re.findall(rb'stream\\r?\\n(.*?)endstream', data, re.S):
            try: part = zlib.decompress(part).decode('latin-1')
            except zlib.error: continue
            for shown in re.findall(r'(\\[.*?\\]|\\(.*?\\))\\s*T[Jj]', part):
                print(''.join(re.findall(r'\\((.*?)\\)', shown)))
        """, to: "text.py")
      let run = try Program.run(
        "/usr/bin/env", ["python3", "text.py", "\(Self.pods).pdf"], in: folder.path)
      #expect(run.lines == ["pod"], "\(run.errors)")
      let bytes = try folder.bytes("\(Self.pods).pdf")
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.contains("/ToUnicode") && !text.contains("/CreationDate"))
    }
  }

  @Test func aScaleNoImageCanHaveIsAMistake() throws {
    try withTemporaryFolder { (folder) throws in
      for scale in ["0", "0.09", "10.01", "-1", "1e1", "nan", "", "1.234", "2x", "٢", " 2"] {
        let run = try render("-f", "png", "--scale=\(scale)", in: folder)
        #expect(run.status == 2 && run.errors.contains("from 0.1 to 10"), "\(scale)")
      }
      let stated = try render(in: folder, environment: ["FIXTURE_OUTPUTS": "endless"])
      #expect(stated.status == 2 && stated.errors.contains("the scale inf for “images”"))
      #expect(try folder.files().isEmpty)
    }
  }
}

@Suite struct PixelScaleTests {
  /// Whatever is typed is a number in the range that is told as it was meant, or none.
  @Test(arguments: UInt64(0)..<500)
  func anyTextIsAScaleOrNone(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let signs = Array("0123456789..,-+ex 5")
    let text = String(
      (0..<Int.random(in: 0...6, using: &random)).map { _ in signs.randomElement(using: &random)! })
    guard let scale = PixelScale(text) else {
      let plain = text.wholeMatch(of: #/\d{1,2}(\.\d{1,2})?/#) == nil ? nil : Double(text)
      #expect(plain == nil || !(0.1...10).contains(plain!), "\(text)")
      return
    }
    #expect(scale.number == Double(text))
    #expect(PixelScale(scale.text) == scale && PixelScale(scale.number) == scale)
  }

  @Test func everyHundredthIsWrittenAndRead() throws {
    for hundredths in 10...1000 {
      let scale = try #require(PixelScale(Double(hundredths) / 100))
      #expect(PixelScale(scale.text) == scale && Double(scale.text) == scale.number)
    }
    #expect(PixelScale(1.5)?.text == "1.5" && PixelScale(0.25)?.text == "0.25")
    #expect(PixelScale(3)?.text == "3" && PixelScale(1.05)?.text == "1.05")
    for number in [0, -1, 0.0999, 10.01, .infinity, .nan] { #expect(PixelScale(number) == nil) }
  }
}

extension TemporaryFolder {
  /// Width and height as the header of a PNG says them.
  fileprivate func pixelSize(_ name: String) throws -> [Int] {
    let bytes = try bytes(name)
    return [16, 20].map { start in bytes[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) } }
  }
}
