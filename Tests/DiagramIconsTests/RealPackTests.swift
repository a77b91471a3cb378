import DiagramModel
import DiagramRender
import Foundation
import Testing

@testable import DiagramIcons

/// The folders that the script names, with colons between them.
private let folders = ProcessInfo.processInfo.environment["DIAGEN_ICON_PACKS"]

/// Packs as they are published: `Scripts/try-icons FOLDER…` runs this over their files.
@Suite(.enabled(if: folders != nil))
struct RealPackTests {
  /// Where pairs of files to compare go, a drawing and what it was made of.
  private static let pairs = ProcessInfo.processInfo.environment["DIAGEN_ICON_PAIRS"]
  /// How many pairs are written.
  private static let sample = 200

  private static func files() throws -> [String] {
    try (folders ?? "").split(separator: ":").flatMap { folder in
      try FileManager.default.subpathsOfDirectory(atPath: String(folder)).sorted()
        .filter { $0.hasSuffix(".svg") }.map { "\(folder)/\($0)" }
    }
  }

  @Test func everyFileIsDrawnOrRefusedWithAReason() throws {
    let files = try Self.files()
    try #require(!files.isEmpty)
    var (outlines, pictures, refused): (Int, [String: Int], [String: Int]) = (0, [:], [:])
    for (index, file) in files.enumerated() {
      let bytes = Array(try Data(contentsOf: URL(filePath: file)))
      do {
        let drawing = try IconDrawing(svg: bytes)
        if drawing.image == nil {
          outlines += 1
        } else {
          pictures[file.suffix(60).description, default: 0] += 1
        }
        if index % max(1, files.count / Self.sample) == 0 {
          try write(drawing, bytes, number: index)
        }
      } catch let problem as IconProblem {
        refused["\(problem): \(file.suffix(60))", default: 0] += 1
      }
    }
    print(
      "\(files.count) files: \(outlines) outlines, \(pictures.count) pictures, \(refused.count) refused"
    )
    for note in pictures.keys.sorted().prefix(40) { print("  picture \(note)") }
    for note in refused.keys.sorted().prefix(40) { print("  refused \(note)") }
  }

  /// Writes a drawing in black, and the file that it was made of, whose `currentColor` is black too.
  private func write(_ drawing: IconDrawing, _ original: [UInt8], number: Int) throws {
    guard let folder = Self.pairs else { return }
    let frame = Rect(x: 0, y: 0, width: 96, height: 96)
    let inks = IconInks(line: Color(0), surface: nil, onSurface: Color(0))
    let box = SceneBox(icon: drawing, id: "icon", parent: nil, frame: frame, inks: inks)
    let scene = Scene(
      path: "p", title: "p", summary: "", theme: "print", size: frame.size, background: nil,
      elements: [.box(box)])
    let bytes = try SVGRenderer.render(SceneDocuments(scene))
    try Data(bytes).write(to: URL(filePath: "\(folder)/\(number).drawn.svg"))
    // The files of one colour have that of the theme, which is black here.
    let isOneColor = drawing.parts.allSatisfy {
      [nil, .line].contains($0.fill) && [nil, .line].contains($0.stroke)
    }
    let name = isOneColor ? "ink" : "color"
    try Data(original).write(to: URL(filePath: "\(folder)/\(number).\(name).svg"))
  }
}
