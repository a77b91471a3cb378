import Foundation
import Testing

/// Folders of icons, as the command line and the program name them.
@Suite struct IconFolderTests {
  private static let router = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M1 1h8v3z"/></svg>
    """

  private func render(
    _ icon: String, _ options: [String], in folder: TemporaryFolder,
    program: String? = nil
  ) throws -> Program.Run {
    var environment = ["FIXTURE_CATALOG": "icons", "FIXTURE_ICON": icon]
    environment["FIXTURE_ICONS"] = program
    return try Program.fixture.run(
      ["render", "all", "-f", "svg", "--theme", "dark"] + options, in: folder,
      environment: environment)
  }

  private func withPack(_ body: (TemporaryFolder) throws -> Void) throws {
    try withTemporaryFolder { (folder) throws in
      try folder.write(Self.router, to: "pack/net/router.svg")
      try folder.write(Self.router.replacing("M1 1h8v3z", with: "L1 1"), to: "pack/broken.svg")
      try folder.write(Self.router, to: "secret.svg")
      try body(folder)
    }
  }

  @Test func theCommandLineAndTheProgramNameFolders() throws {
    try withPack { (folder) throws in
      for (options, program) in [(["--icons", "own=pack"], nil), ([], "pack")] {
        let run = try render("own/net/router", options + ["-o", "x"], in: folder, program: program)
        #expect(run.status == 0, "\(run.errors)")
        let svg = try folder.read("x/icons/one.svg")
        #expect(svg.contains("Router") && svg.contains("data-cell-id=\"router!icon\""))
        try folder.remove("x")
      }
      // The command line goes first, and what is drawn by it is checked by it.
      let other = ["--icons", "own=pack"]
      #expect(try render("own/net/router", other, in: folder, program: "nowhere").status == 0)
      let check = try Program.fixture.run(
        ["check", "-f", "svg", "--theme", "dark"] + other, in: folder,
        environment: ["FIXTURE_CATALOG": "icons", "FIXTURE_ICON": "own/net/router"])
      #expect(check.status == 0, "\(check.output)")
    }
  }

  @Test(arguments: [
    ("own/net/ruter", "did you mean “own/net/router”?"),
    ("own/broken", "the icon “own/broken” cannot be shown: a path begins with no move"),
    ("own/../secret", "there is no icon “own/../secret”"),
    ("own//net/router", "there is no icon “own//net/router”"),
    ("own/net", "there is no icon “own/net”"),
  ])
  func whatIsNoIconIsTold(icon: String, message: String) throws {
    try withPack { (folder) throws in
      let run = try render(icon, ["--icons", "own=pack"], in: folder)
      #expect(run.status == 2 && run.errors.contains(message), "\(run.errors)")
    }
  }

  @Test(arguments: [
    ("own=nowhere", "there is no folder “nowhere” for the icons “own”"),
    ("own", "is not NAME=FOLDER"),
    ("=pack", "is not NAME=FOLDER"), ("a/b=pack", "is not NAME=FOLDER"),
    ("own=", "is not NAME=FOLDER"),
  ])
  func whatIsNoFolderIsTold(option: String, message: String) throws {
    try withPack { (folder) throws in
      let run = try render("own/net/router", ["--icons", option], in: folder)
      #expect(run.status != 0 && run.errors.contains(message), "\(run.errors)")
      #expect(try !folder.files().contains("icons/one.svg"))
    }
  }

  /// A folder that nothing is shown of need not be there.
  @Test func foldersThatAreNotUsedAreNotLookedAt() throws {
    try withPack { (folder) throws in
      let run = try render("database", ["--icons", "own=nowhere"], in: folder)
      #expect(run.status == 0, "\(run.errors)")
    }
  }
}
