package import Foundation

/// The viewers that can be had on this machine.
package enum Viewers {
  /// The folder that holds Package.swift.
  package static let packageRoot = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Whether a missing viewer is a failure, as in CI: `DIAGEN_REQUIRE_VIEWERS=1`.
  package static let areRequired =
    ProcessInfo.processInfo.environment["DIAGEN_REQUIRE_VIEWERS"] == "1"

  /// What keeps pages from being opened; empty if nothing does.
  package static let missingForPages: [String] = chromium == nil ? [noChromium] : []

  /// What keeps drawings from being opened in draw.io; empty if nothing does.
  package static let missingForDrawio: [String] =
    (chromium == nil ? [noChromium] : []) + (drawioScripts == nil ? [noDrawio] : []) + missingFonts

  /// What keeps pictures from being compared between viewers; empty if nothing does.
  package static let missingForPictures: [String] =
    (chromium == nil ? [noChromium] : []) + (rsvgConvert == nil ? [noRsvg] : []) + missingFonts

  /// What keeps pictures from being converted; empty if nothing does.
  package static let missingForConversion: [String] = rsvgConvert == nil ? [noRsvg] : []

  /// What keeps fonts from being read and made smaller; empty if nothing does.
  package static let missingForFonts: [String] =
    (program(["hb-subset"]) == nil ? [noHarfBuzz] : []) + missingFonts

  static let noHarfBuzz = "there is no hb-subset (Debian: apt-get install libharfbuzz-bin)"
  static let noChromium = "there is no chromium (Debian: apt-get install chromium)"
  static let noRsvg = "there is no rsvg-convert (Debian: apt-get install librsvg2-bin)"
  static let noDrawio = "draw.io is not in .drawio-peer or $DRAWIO_PEER (run Scripts/drawio-peer)"
  static let noFonts =
    "the Liberation fonts are missing, so text has other widths (Debian: apt-get install "
    + "fonts-liberation)"

  static let chromium =
    program(["chromium", "chromium-browser", "google-chrome", "chrome"])
    ?? existing([
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ])

  static let rsvgConvert = program(["rsvg-convert"])

  static let inkscape = program(["inkscape"])

  static let firefox = program(["firefox-esr", "firefox"])

  /// A Python that has resvg (`pip install resvg-py`).
  static let pythonWithResvg: URL? = program(["python3"]).flatMap { python in
    let hasResvg = try? Command.output(
      of: python, ["-c", "import resvg_py"], in: FileManager.default.temporaryDirectory,
      seconds: 20)
    return hasResvg == nil ? nil : python
  }

  /// The scripts of draw.io's viewer, in the order in which a page loads them.
  static let drawioScripts: [URL]? = {
    let folder =
      ProcessInfo.processInfo.environment["DRAWIO_PEER"].map { URL(fileURLWithPath: $0) }
      ?? packageRoot.appendingPathComponent(".drawio-peer")
    let scripts = ["viewer-static.min.js", "stencils.min.js"].map(folder.appendingPathComponent)
    return scripts.allSatisfy { FileManager.default.isReadableFile(atPath: $0.path) }
      ? scripts : nil
  }()

  /// Asked of fontconfig; without it (on a Mac), the pages' own measurement has the last word.
  private static let missingFonts: [String] = {
    guard let match = program(["fc-match"]),
      let answer = try? Command.output(
        of: match, ["--format=%{family}", "Liberation Sans"],
        in: FileManager.default.temporaryDirectory, seconds: 10)
    else { return [] }
    return String(decoding: answer, as: UTF8.self).contains("Liberation Sans") ? [] : [noFonts]
  }()

  static func program(_ names: [String]) -> URL? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return names.lazy.compactMap { name in
      existing(path.split(separator: ":").map { "\($0)/\(name)" })
    }.first
  }

  private static func existing(_ paths: [String]) -> URL? {
    paths.first(where: FileManager.default.isExecutableFile(atPath:)).map {
      URL(fileURLWithPath: $0)
    }
  }
}
