import DiagramCatalog
import DiagramDSL
import DiagramEngine
import DiagramModel
import DiagramRender
import Foundation
import TestSupport
import Testing
import ViewerSupport

/// A scene and the files that were made of it.
struct DrawnPicture: Sendable, CustomTestStringConvertible {
  let scene: Scene
  /// Named by the scene's path and the format's extension.
  let files: [NamedFile]

  var testDescription: String { scene.path }

  /// The files that draw.io opens.
  var drawings: [NamedFile] { files.filter { $0.name.contains(".drawio") } }

  /// The files that every viewer shows.
  var images: [NamedFile] { files.filter { $0.name.hasSuffix(".svg") } }
}

/// The pictures that the viewers are shown, each in all formats: the catalog in its own theme, pages
/// of what it does not use, ids and texts that a reader might misread, and the sample that the
/// controls compare with.
func pictures() throws -> [DrawnPicture] {
  try [Sample.request] + (catalog + features + [pitfalls]).flatMap { try $0.pictures(in: .dark) }
    + (features + [pitfalls]).flatMap { try $0.pictures(in: .default) }
    + features.prefix(3).flatMap { try $0.pictures(in: .light) + $0.pictures(in: .print) }
}

/// The scenes of a series and the draw.io file that holds all of them.
struct DrawnSeries: Sendable, CustomTestStringConvertible {
  let scenes: [Scene]
  fileprivate let bytes: Data

  var testDescription: String { scenes.first?.path ?? "" }

  /// The file, with the page that is looked at.
  func file(page: Int) -> NamedFile {
    NamedFile(name: "\(scenes[page].path).page", content: bytes, page: page)
  }
}

/// The series of several pictures, which are shown in one file.
func seriesFiles() throws -> [DrawnSeries] {
  try (catalog + [pitfalls]).filter { $0.pictures.count > 1 }.map { series in
    let files = try series.rendered(in: .dark, as: [.drawioPages]).files
    return DrawnSeries(
      scenes: try series.scenes(in: .dark).map(\.withCellIDs), bytes: Data(files[0].bytes))
  }
}

/// Ids that JavaScript knows, and texts that viewers treat in their own ways.
private let pitfalls = Series("pitfalls") {
  Picture("ids") {
    let names = [
      "constructor", "__proto__", "toString", "valueOf", "hasOwnProperty", "length", "filter",
      "map",
      "with", "null", "0", "1", "canvas", "canvas-layer", "name", "undefined",
    ]
    let boxes = names.map { Component($0).id($0) }
    Grid(columns: 4) { boxes }
    Node("push") { Component("inner") }
    boxes[0] --> boxes[1]
    (boxes[4] --> boxes[5]).label("%name% %date%")
  }
  Picture("texts") {
    let code = Component("if a {\n    b()\n\n  c  d\n}").id("code").monospaced().textAlignment(
      .left)
    let bold = Component("let  x").id("bold").monospaced().bold()
    let ends = Component("\n\ntitle\n\nsecond\n \n").id("ends")
    let soft = Component("Kunden\u{AD}stamm\u{AD}daten\u{AD}verwaltungs\u{AD}system").id("soft")
    let glue = Component("Artikel\u{A0}5\u{A0}Absatz\u{A0}3\u{A0}Satz\u{A0}2").id("glue")
    let word = Component("Rechtsschutzversicherungsgesellschaft").id("word")
    Grid(columns: 2, spacing: 120) {
      code
      bold
      ends
      soft
      glue
      word
      Component("left\nbare", shape: .none).id("bare").textAlignment(.left)
      Text("right\nfree text").textAlignment(.right)
    }
    (code --> bold).label("calls\n").textAlignment(.left)
    (bold --> ends).straight().heads(start: .circle, end: .diamond)
    (ends --> soft).label("x  = 1").monospaced()
    (word --> ends).straight()
  }
}

extension Series {
  fileprivate func pictures(in theme: Theme) throws -> [DrawnPicture] {
    let files = try rendered(in: theme).files
    return try scenes(in: theme).map { scene in
      var named = scene.withCellIDs
      named.path = "\(theme.name)/\(scene.path)"
      let own = files.filter { $0.path.hasPrefix(scene.path + ".") }
      return DrawnPicture(
        scene: named,
        files: own.map { NamedFile(name: "\(theme.name)/\($0.path)", content: Data($0.bytes)) })
    }
  }
}

extension Scene {
  /// The scene with the ids that its cells have in draw.io.
  fileprivate var withCellIDs: Scene {
    var scene = self
    scene.elements = elements.map { element in
      switch element {
      case .box(var box):
        box.id = cellID(of: box.id)
        box.parent = box.parent.map(cellID(of:))
        return .box(box)
      case .line(var line):
        line.id = cellID(of: line.id)
        (line.source, line.target) = (cellID(of: line.source), cellID(of: line.target))
        line.parent = line.parent.map(cellID(of:))
        return .line(line)
      }
    }
    return scene
  }
}
