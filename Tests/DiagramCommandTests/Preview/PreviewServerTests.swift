import Foundation
import Testing

/// `diagen preview` with its server, without a browser.
@Suite struct PreviewServerTests {
  @Test func onlyItsOwnPageIsAnswered() throws {
    try withOneFileProgram { diagen in
      try diagen.folder.write(OneFileProgram.file(), to: "shop.swift")
      let preview = try RunningPreview(["shop.swift"], by: diagen)
      defer { preview.end() }
      #expect(
        try RunningPreview.wait { try preview.answer(to: "/pictures.json").contains("overview") })
      #expect(try preview.answer(to: "/").hasPrefix("HTTP/1.1 200"))
      for path in ["/../../../../etc/passwd", "/..%2f..%2fetc/passwd", "/nothing.svg"] {
        #expect(try preview.answer(to: path).hasPrefix("HTTP/1.1 404"), "\(path)")
      }
      #expect(try preview.answer(to: "/", host: "evil.example").hasPrefix("HTTP/1.1 403"))
      let again = try diagen.run(
        "preview", "--no-open", "--port",
        String(preview.address.dropLast().split(separator: ":")[2]),
        "shop.swift")
      #expect(again.status == 2 && again.errors.contains("cannot be served"), "\(again)")
    }
  }

  @Test func whatCannotBeShownIsToldBeforeAnythingIsServed() throws {
    try withOneFileProgram { diagen in
      try diagen.folder.write("", to: "empty/notes")
      let mistakes = [
        (["preview", "--format", "svg", "a.swift"], "leave out --format"),
        (["preview", "--port", "70000", "a.swift"], "port"),
        (["preview", "nothing.swift"], "there is no file “nothing.swift”"),
      ]
      for (arguments, words) in mistakes {
        let run = try Program.run(
          Program("diagen").path, arguments, in: diagen.folder.path,
          environment: diagen.environment)
        #expect(run.status == 2 && run.errors.contains(words), "\(run)")
      }
    }
  }

  /// A package whose compiler is a stand-in; what draws is a program of the tests.
  @Test func aPackageIsBuiltAndDrawnByItsOwnProgram() throws {
    try withOneFileProgram { diagen in
      let folder = diagen.folder
      try folder.write("", to: "package/Package.swift")
      try folder.write("let x = 1\n", to: "package/Sources/x.swift")
      try folder.write("#!/bin/sh\n", to: "bin/swiftc")
      try folder.write(
        """
        #!/bin/sh
        case "$*" in
          *show-executables*) echo CommandFixture; echo 'generate-manual (swift-argument-parser)' ;;
          *--show-bin-path*) echo '\(Program.buildFolder)' ;;
          *) echo "Building for debugging..."
            if grep -q broken Sources/x.swift; then
              echo "$PWD/Sources/x.swift:1:9: error: cannot find 'broken' in scope"
              exit 1
            fi ;;
        esac

        """, to: "bin/swift")
      for name in ["swift", "swiftc"] {
        try FileManager.default.setAttributes(
          [.posixPermissions: 0o755], ofItemAtPath: folder.path("bin/\(name)"))
      }
      let preview = try RunningPreview(["package"], by: diagen)
      defer { preview.end() }
      let answer = { try preview.answer(to: $0) }
      #expect(
        try RunningPreview.wait { try answer("/pictures.json").contains("chapter/architecture") })
      #expect(try answer("/problems.json").hasSuffix("[]"))
      try folder.write("let x = broken\n", to: "package/Sources/x.swift")
      #expect(try RunningPreview.wait { try answer("/problems.json").contains("'broken'") })
      #expect(try answer("/problems.json").contains("\"line\":1,\"column\":9"))
      #expect(try answer("/pictures.json").contains("chapter/architecture"))
      try folder.write("let x = 2\n", to: "package/Sources/x.swift")
      #expect(try RunningPreview.wait { try answer("/problems.json").hasSuffix("[]") })
      #expect(try !folder.files().contains { $0.hasPrefix("package/chapter") })
    }
  }
}
