import Foundation
import Testing
import ViewerSupport

/// `diagen preview` with a real browser at its page.
@Suite(.enabled(if: Viewers.missingForPages.isEmpty || Viewers.areRequired))
struct PreviewTests {
  /// A series of which the second picture has more.
  private static func file(box: String) -> String {
    """
    import DiagramDSL

    let web = Component("\(box)").id("web")
    let store = Component("Store")
    let cache = Component("Cache")
    let shop = Series("shop") {
      Picture("first") { web; store; web --> store }
      Picture("second") { web; store; cache; web --> store; web --> cache }
    }

    """
  }

  @Test func whatIsEditedIsSeen() throws {
    try withOneFileProgram { diagen in
      let folder = diagen.folder
      try folder.write(Self.file(box: "First"), to: "a/shop.swift")
      #expect(try diagen.run("a/shop.swift").status == 0)
      let before = try folder.files()
      let preview = try RunningPreview(["a/shop.swift"], by: diagen)
      defer { preview.end() }
      let page = try ChromiumSession(at: preview.address)
      defer { page.close() }

      // The gallery, and from it one picture.
      #expect(try page.waits(for: "document.querySelectorAll('.picture').length === 2"))
      try page.click(".picture")
      let shows = { (text: String) in
        "document.querySelector('#sheet svg')?.textContent.includes('\(text)')"
      }
      #expect(try page.waits(for: shows("First")))
      #expect(try page.value("document.getElementById('count').textContent") == "1 / 2")
      let source = "document.getElementById('source').href"
      #expect(try page.value(source, as: String.self)?.contains("/a/shop.swift:") ?? false)
      try page.click("#sheet [data-cell-id=web]")
      #expect(
        try page.value("document.getElementById('box').textContent", as: String.self)?
          .hasPrefix("web") ?? false)

      // Edited, it is seen; beside what lies on disk.
      try folder.write(Self.file(box: "Second"), to: "a/shop.swift")
      let start = Date()
      #expect(try page.waits(for: shows("Second")))
      print("note: from saving to the picture in Chromium: \(Date().timeIntervalSince(start)) s")
      try page.press("b")
      #expect(try page.waits(for: "document.querySelector('#sheet > img')?.naturalWidth > 0"))
      try page.press("b")
      #expect(try page.waits(for: shows("Second")))

      // Broken, the mistake is seen, and the picture stays.
      try folder.write("import DiagramDSL\nlet shop = \n", to: "a/shop.swift")
      let mistake = "document.querySelector('#problems:not([hidden]) a.place')"
      #expect(try page.waits(for: mistake))
      #expect(try page.value("\(mistake).textContent") == "a/shop.swift:2:11")
      #expect(
        try page.value("\(mistake).href", as: String.self).map {
          $0.hasPrefix("vscode://file/") && $0.hasSuffix("/a/shop.swift:2:11")
        } ?? false)
      #expect(try page.value(shows("Second")) ?? false)

      // A mistake of the drawing.
      try folder.write(
        Self.file(box: "Third").replacing("web; store; web", with: "web; web"), to: "a/shop.swift")
      let told = "document.getElementById('problems').textContent"
      #expect(try page.waits(for: "\(told).includes('Store')"))
      #expect(try page.value(shows("Second")) ?? false)

      // Mended, it is seen.
      try folder.write(Self.file(box: "Fourth"), to: "a/shop.swift")
      #expect(try page.waits(for: shows("Fourth")))
      #expect(try page.value("document.getElementById('problems').hidden") ?? false)
      #expect(
        try folder.files().filter { $0.hasPrefix("a/") } == before.filter { $0.hasPrefix("a/") })
    }
  }

  @Test func noSharedBoxMovesFromOnePictureToTheNext() throws {
    try withOneFileProgram { diagen in
      try diagen.folder.write(Self.file(box: "Web"), to: "shop.swift")
      let preview = try RunningPreview(["shop.swift"], by: diagen)
      defer { preview.end() }
      let page = try ChromiumSession(at: preview.address)
      defer { page.close() }
      #expect(try page.waits(for: "document.querySelectorAll('.picture').length === 2"))
      try page.press("ArrowRight")
      var places: [[String: [Double]]] = []
      for (number, slide) in [(1, false), (2, false), (2, true), (1, true)] {
        if number == 2, !slide { try page.press("ArrowRight") }
        if number == 2, slide { try page.press("s") }
        if number == 1, slide { try page.press("ArrowLeft") }
        #expect(
          try page.waits(
            for: """
              document.getElementById('count').textContent === '\(number) / 2' \
              && !!document.querySelector('#sheet [data-cell-id=store]') \
              && !!document.querySelector('#sheet [data-cell-id=cache]') === \(number == 2) \
              && document.querySelector('#frame').classList.contains('slide') === \(slide)
              """))
        let boxes = try page.value(
          """
          Object.fromEntries([...document.querySelectorAll('#sheet [data-cell-id]')].map(box => {
            const r = box.getBoundingClientRect()
            return [box.dataset.cellId, [r.x, r.y, r.width, r.height]]
          }))
          """, as: [String: [Double]].self)
        places.append(try #require(boxes))
      }
      for (one, other) in [(0, 1), (3, 2)] {
        for box in ["web", "store"] {
          let place = try #require(places[one][box])
          #expect(place[2] > 10 && place == places[other][box], "\(box)")
        }
      }
      // As large as on the slide: the frame is what 1920×1080 is.
      let frame = try page.value(
        "(r => r.width / r.height)(document.getElementById('frame').getBoundingClientRect())",
        as: Double.self)
      #expect(abs((frame ?? 0) - 16.0 / 9) < 0.001)
    }
  }
}
