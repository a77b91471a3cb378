import DiagramDSL
import DiagramModel
import Foundation
import Testing

@testable import DiagramIcons

/// The icons that come with the language.
@Suite struct OwnIconTests {
  private static let root = URL(filePath: "\(#filePath)").deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  @Test func thereAreEnough() {
    #expect(generalIcons.names.count >= 50 && kubernetesIcons.names.count >= 30)
    #expect(Set(IconLibrary.ownNames).count == IconLibrary.ownNames.count)
  }

  /// Lines keep a place of their own between them and the edge of the grid.
  @Test(arguments: IconLibrary.ownNames)
  func everyIconLiesOnItsGrid(name: String) throws {
    let drawing = try #require(IconLibrary.own.drawing(of: IconName(name)))
    #expect(drawing.width == 24 && drawing.height == 24 && !drawing.parts.isEmpty)
    for step in drawing.parts.flatMap(\.path) {
      guard let end = step.end else { continue }
      #expect(0.9...23.1 ~= end.x && 0.9...23.1 ~= end.y, "\(name): \(end)")
    }
    #expect(drawing.isFramed == name.hasPrefix("kubernetes/"))
  }

  /// Icons fill the grid alike, so that they look equally large.
  @Test(arguments: IconLibrary.ownNames)
  func everyIconIsAsLargeAsTheOthers(name: String) throws {
    let drawing = try #require(IconLibrary.own.drawing(of: IconName(name)))
    let ends = drawing.parts.flatMap(\.path).compactMap(\.end)
    let width = (ends.map(\.x).max() ?? 0) - (ends.map(\.x).min() ?? 0)
    let height = (ends.map(\.y).max() ?? 0) - (ends.map(\.y).min() ?? 0)
    #expect(max(width, height) >= 15, "\(name): \(width) × \(height)")
  }

  /// `.configMap` is "kubernetes/config-map", and there is one such name for every icon.
  @Test func everyIconHasItsTypedName() throws {
    let names = ["IconNames.swift", "IconNames+Kubernetes.swift"]
    let typed = try names.flatMap { file in
      try Self.text("Sources/DiagramDSL/\(file)")
        .matches(of: /public static let (\w+): IconName = "([\w\/-]+)"/)
        .map { (word: String($0.1), name: String($0.2)) }
    }
    #expect(typed.map(\.name) == IconLibrary.ownNames)
    for (word, name) in typed {
      let words = IconName(name).base.split(separator: "-")
      let camel =
        words[0] + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
      #expect(word == camel)
    }
    let page = try Self.text("Documentation/icons.md")
    for (word, _) in typed { #expect(page.contains("`.\(word)`"), "icons.md lacks .\(word)") }
  }

  @Test func namesThatAreNearlyOnesAreSuggested() {
    func near(_ name: IconName, _ library: IconLibrary = .own) -> [String] {
      if case .unknown(let near) = library.answer(to: name) { near } else { [] }
    }
    #expect(near("databse") == ["database"])
    #expect(near("kubernetes/pood") == ["kubernetes/pod"])
    #expect(near("pod") == ["kubernetes/pod"])
    #expect(near("nope") == [] && near("deploymnt") == ["kubernetes/deployment"])
    #expect(near("config-map") == ["kubernetes/config-map"])
    let pack = IconLibrary.Pack(name: "company", names: ["logo", "net/router"], icons: [:])
    let library = IconLibrary(packs: [pack])
    #expect(near("company/lgo", library) == ["company/logo"])
    #expect(near("logo", library) == ["company/logo"])
    #expect(near("company/zzzzzzz", library) == [])
    // A pack that there is not, or that has nothing like it.
    #expect(near("things/databse", library) == ["database"])
    #expect(near("things/lgo", library) == ["company/logo"])
    #expect(near("company/databse", library) == ["database"])
  }

  /// A pack may have icons of its own for names of ours.
  @Test func thePackOfAnAuthorGoesFirst() throws {
    let drawing = IconDrawing(width: 1, height: 1, parts: [])
    let library = IconLibrary(packs: [
      .init(name: "kubernetes", names: ["pod"], icons: ["pod": .success(drawing)])
    ])
    #expect(library.drawing(of: .pod) == drawing)
    #expect(library.drawing(of: .secret) == IconLibrary.own.drawing(of: .secret))
  }
}
