import Foundation

/// Viewers that are compared where they are installed, and passed over where not.
package enum MoreViewers: String, CaseIterable {
  case inkscape = "Inkscape"
  case resvg
  case firefox = "Firefox"

  /// Images, and where in them each file is drawn.
  struct Drawn {
    var images: [Data]
    var places: [(image: Int, y: Int?)]
  }

  /// What lies under the pictures: on it all themes that are compared can be seen.
  static let background = "#191919"

  package static let installed = allCases.filter { $0.program != nil }

  /// What is not compared, in words.
  package static let missing = allCases.filter { $0.program == nil }
    .map { "\($0.rawValue) is not installed, and not compared" }

  private var program: URL? {
    switch self {
    case .inkscape: Viewers.inkscape
    case .resvg: Viewers.pythonWithResvg
    case .firefox: Viewers.firefox
    }
  }

  /// Draws SVG files, in one start of the viewer.
  ///
  /// - Throws: ``ViewerError`` if it cannot be run or draws nothing.
  func draw(_ files: [Data], in parent: URL) throws -> Drawn {
    guard let program else { throw ViewerError("\(rawValue) is not installed") }
    let folder = parent.appendingPathComponent(rawValue)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let sources = files.indices.map { folder.appendingPathComponent("\($0).svg") }
    for (file, source) in zip(files, sources) { try file.write(to: source) }
    switch self {
    case .inkscape:
      _ = try Command.output(
        of: program, ["--export-type=png"] + sources.map(\.path),
        environment: ["HOME": folder.path], in: folder, seconds: 100)
      return try apart(sources)
    case .resvg:
      _ = try Command.output(
        of: program, ["-c", Self.resvgScript] + sources.map(\.path), in: folder, seconds: 100)
      return try apart(sources)
    case .firefox: return try onOnePage(sources, files, program, folder)
    }
  }

  private func apart(_ sources: [URL]) throws -> Drawn {
    let images = try sources.map {
      try Data(contentsOf: $0.deletingPathExtension().appendingPathExtension("png"))
    }
    return Drawn(images: images, places: images.indices.map { ($0, nil) })
  }

  private static let resvgScript = """
    import pathlib, sys, resvg_py
    for name in sys.argv[1:]:
        drawn = resvg_py.svg_to_bytes(
            svg_path=name, monospace_family="Liberation Mono", sans_serif_family="Liberation Sans")
        pathlib.Path(name).with_suffix(".png").write_bytes(bytes(drawn))
    """

  /// A page with all files below each other: Firefox takes seconds to start.
  private func onOnePage(
    _ sources: [URL], _ files: [Data], _ program: URL, _ folder: URL
  ) throws -> Drawn {
    let sizes = files.map(Self.size)
    let images = sources.map { "<img src=\"\($0.lastPathComponent)\">" }
    let page = folder.appendingPathComponent("page.html")
    let html =
      "<!DOCTYPE html><meta charset=\"utf-8\">"
      + "<style>body { margin: 0; background: \(Self.background) } img { display: block }</style>"
      + images.joined()
    try Data(html.utf8).write(to: page)
    let profile = folder.appendingPathComponent("profile")
    try FileManager.default.createDirectory(at: profile, withIntermediateDirectories: true)
    let fonts = try FontSettings.unhinted.environment(in: folder)
    let image = folder.appendingPathComponent("page.png")
    let (width, height) = (sizes.map(\.width).max() ?? 1, sizes.map(\.height).reduce(0, +))
    _ = try Command.output(
      of: program,
      [
        "--headless", "--no-remote", "--profile", profile.path, "--screenshot", image.path,
        "--window-size=\(width),\(height)", page.absoluteString,
      ], environment: ["HOME": folder.path].merging(fonts) { $1 }, in: folder,
      seconds: 100)
    var places: [(image: Int, y: Int?)] = []
    var y = 0
    for size in sizes {
      places.append((0, y))
      y += size.height
    }
    return Drawn(images: [try Data(contentsOf: image)], places: places)
  }

  /// The size that an SVG of ours declares.
  private static func size(of svg: Data) -> (width: Int, height: Int) {
    let text = String(decoding: svg.prefix(2000), as: UTF8.self)
    func number(_ name: String) -> Int {
      guard let start = text.range(of: " \(name)=\"") else { return 0 }
      return Int(text[start.upperBound...].prefix { $0.isNumber }) ?? 0
    }
    return (number("width"), number("height"))
  }
}
