import Foundation
import Testing
import ViewerSupport

/// `diagen preview` of a package of `diagen init`, built by SwiftPM, in a real browser.
extension DocumentationTests {
  @Test(.enabled(if: Viewers.missingForPages.isEmpty || Viewers.areRequired))
  func thePackageOfInitIsPreviewed() throws {
    try withTemporaryFolder { (folder) throws in
      let package = try Self.builtPackage("talk", in: folder)
      #expect(try Self.run("talk", ["render", "all"], in: package).status == 0)
      try package.makeRepository()
      let source = try package.read("diagrams/Overview.swift")
      let preview = try RunningPreview(
        ["talk"], in: folder.path,
        environment: Self.packages.merging(["XDG_CACHE_HOME": folder.path("cache")]) { $1 })
      defer { preview.end() }
      let page = try ChromiumSession(at: preview.address)
      defer { page.close() }
      func text(_ id: String) throws -> String {
        try page.value("document.getElementById('\(id)').textContent", as: String.self) ?? ""
      }
      func edit(_ old: String, _ new: String) throws {
        try package.write(source.replacing(old, with: new), to: "diagrams/Overview.swift")
      }
      let shows = { (text: String) in
        "document.querySelector('#sheet svg')?.textContent.includes('\(text)')"
      }
      #expect(
        try page.waits(for: "document.querySelectorAll('.picture').length === 2", seconds: 300))
      #expect(try page.value("document.querySelectorAll('.changed:not(:empty)').length") == 0)

      // Through the series as on slides: what is in both pictures stays where it is.
      try page.press("ArrowRight")
      #expect(try page.waits(for: "document.querySelector('#sheet [data-cell-id=shop]')"))
      let places = """
        Object.fromEntries([...document.querySelectorAll('#sheet [data-cell-id]')].map(box => {
          const r = box.getBoundingClientRect()
          return [box.dataset.cellId, [r.x, r.y, r.width, r.height]]
        }))
        """
      let first = try #require(try page.value(places, as: [String: [Double]].self))
      try page.press("ArrowRight")
      #expect(
        try page.waits(for: "document.querySelector('#sheet [data-cell-id=\"shop/orders\"]')"))
      let second = try #require(try page.value(places, as: [String: [Double]].self))
      let shared = Set(first.keys).intersection(second.keys)
      #expect(shared.isSuperset(of: ["customer", "shop"]), "\(first) \(second)")
      for box in shared { #expect(first[box] == second[box], "\(box)") }

      // A box by its name and its own line, an arrow by its.
      try page.click("#sheet [data-cell-id=\"shop/website\"]")
      #expect(try text("box") == "shop/website diagrams/Overview.swift:5")
      let link = try page.value("document.querySelector('#box a').href", as: String.self) ?? ""
      #expect(
        link.hasPrefix("vscode://file/") && link.hasSuffix("/talk/diagrams/Overview.swift:5:32"))
      let ids = try page.value(
        "[...document.querySelectorAll('#sheet [data-cell-id]')].map(b => b.dataset.cellId)",
        as: [String].self)
      let arrow = try #require(ids?.first { $0.contains("customer-->") }, "\(ids ?? [])")
      _ = try page.value(
        "document.querySelector('#sheet [data-cell-id=\"\(arrow)\"]').dispatchEvent("
          + "new PointerEvent('pointerdown', { bubbles: true })) && document.querySelector("
          + "'#sheet [data-cell-id=\"\(arrow)\"]').dispatchEvent(new PointerEvent('pointerup', { bubbles: true }))",
        as: Bool.self)
      let named = try text("box")
      #expect(named.hasSuffix(" diagrams/Overview.swift:18"), "\(named)")

      // Edited, it is seen; against the last commit, also where it was drawn already.
      try edit("\"Website\"", "\"Web page\"")
      #expect(try page.waits(for: shows("Web page"), seconds: 120))
      try page.press("d")
      #expect(
        try page.waits(for: "document.querySelector('#sheet.difference > img')?.naturalWidth > 0"))
      #expect(try text("box").hasPrefix("Against the file on disk"))
      #expect(try Self.run("talk", ["render", "all"], in: package).status == 0)
      try edit("\"Website\"", "\"Web pages\"")
      #expect(try page.waits(for: shows("Web pages"), seconds: 120))
      #expect(
        try page.waits(
          for: "document.getElementById('box').textContent.startsWith('Against the last commit')"))
      try page.press("b")
      let before = "fetch(document.querySelector('#sheet > img').src).then(a => a.text())"
      #expect(
        try page.waits(for: "document.querySelector('#sheet > img[alt=before]')?.naturalWidth > 0"))
      #expect(try page.value(before, as: String.self)?.contains(">Website<") ?? false)
      try page.press("b")

      // Broken, the mistake is told with its place, and the last good picture stays.
      try edit("Component(\"Website\")", "Componnt(\"Website\")")
      let place = "document.querySelector('#problems:not([hidden]) a.place')"
      #expect(try page.waits(for: place, seconds: 120))
      #expect(try page.value("\(place).textContent") == "diagrams/Overview.swift:5:23")
      #expect(try page.value(shows("Web pages")) ?? false)
      // A mistake of the drawing comes from the program itself.
      try edit("(customer --> website).label", "website; (customer --> website).label")
      #expect(
        try page.waits(
          for: "document.getElementById('problems').textContent.includes('may mean 2 boxes')",
          seconds: 120))
      #expect(try page.value(shows("Web pages")) ?? false)
      try edit("\"Website\"", "\"Shop window\"")
      #expect(try page.waits(for: shows("Shop window"), seconds: 120))
      #expect(try page.value("document.getElementById('problems').hidden") ?? false)

      // As large as on a slide.
      try page.press("s")
      #expect(try page.waits(for: "document.querySelector('#frame.slide')"))
      let ratio = try page.value(
        "(r => r.width / r.height)(document.getElementById('frame').getBoundingClientRect())",
        as: Double.self)
      #expect(abs((ratio ?? 0) - 16.0 / 9) < 0.001)
    }
  }

  /// Has the package manager build where the package of the documentation is built, so that diagen is not built once
  /// more.
  static var packages: [String: String] {
    offline.merging(["SWIFTPM_BUILD_DIR": buildFolder]) { $1 }
  }

  /// A package of `diagen init`, built there; its own folder for builds is a link to that.
  static func builtPackage(_ name: String, in folder: TemporaryFolder) throws -> TemporaryFolder {
    let made = try Program("diagen").run(["init", name, "--from", WorkTree.path], in: folder)
    try #require(made.status == 0, "\(made.errors)")
    let package = TemporaryFolder(path: folder.path(name))
    try FileManager.default.createDirectory(
      atPath: buildFolder, withIntermediateDirectories: true)
    try package.link(".build", to: buildFolder)
    let build = try Program.run(
      "/usr/bin/env",
      [
        "swift", "build", "--product", name, "--no-color-diagnostics", "--cache-path",
        folder.path("cache"),
      ],
      in: package.path, environment: packages)
    try #require(build.status == 0, "\(build.output.suffix(4000))\(build.errors.suffix(4000))")
    return package
  }
}
