import DiagramRender
import Synchronization

/// A face in a file of this machine.
struct FontFile: Hashable {
  let path: String
  /// Which of the faces in it.
  let index: Int
}

/// The files of faces, as fontconfig knows them; each is looked for once.
final class FontFiles: Sendable {
  private let known = Mutex<[SVGFontFace: FontFile]>([:])

  /// The file of the first family of a stack that has the face: fontconfig knows a substitute for every other one, which
  /// would look otherwise.
  ///
  /// - Throws: ``UsageFailure`` where no family has it, or nobody can be asked.
  func file(of face: SVGFontFace) throws(UsageFailure) -> FontFile {
    if let file = known.withLock({ $0[face] }) { return file }
    for family in face.families {
      guard let file = try Self.match(family, face) else { continue }
      known.withLock { $0[face] = file }
      return file
    }
    throw .noFont(face)
  }

  private static func match(
    _ family: String, _ face: SVGFontFace
  ) throws(UsageFailure) -> FontFile? {
    let pattern = family + (face.isBold ? ":bold" : "") + (face.isItalic ? ":italic" : "")
    let format = "%{family}\\t%{weight}\\t%{slant}\\t%{index}\\t%{file}"
    guard let run = Subprocess(["fc-match", "--format=\(format)", pattern], errors: .lost).run()
    else { throw .noFontProgram("fc-match", package: "fontconfig") }
    let words = String(decoding: run.output, as: UTF8.self).split(separator: "\t", maxSplits: 4)
    // Of a variable font the weight is a range: HarfBuzz would take its first.
    guard run.status == .exit(0), words.count == 5,
      words[0].split(separator: ",").contains(where: { $0 == family }),
      let weight = Double(words[1]), let slant = Int(words[2]), let index = Int(words[3])
    else { return nil }
    let isBold = weight >= Self.demiBold
    guard isBold == face.isBold, (slant > 0) == face.isItalic else { return nil }
    return FontFile(path: String(words[4]), index: index)
  }

  /// The least weight that fontconfig calls bold in some way.
  private static let demiBold = 180.0
}

extension UsageFailure {
  static func noFont(_ face: SVGFontFace) -> UsageFailure {
    let style = [face.isBold ? "bold" : nil, face.isItalic ? "italic" : nil].compactMap(\.self)
    let words = style.isEmpty ? "" : " (\(style.joined(separator: " ")))"
    return UsageFailure(
      message:
        "letters cannot be taken along: fc-match knows no \(face.families.joined(separator: ", "))\(words)",
      hints: [
        "install the first one (Debian, Ubuntu: apt-get install fonts-liberation; macOS: brew install --cask "
          + "font-liberation), or draw with --text plain"
      ])
  }

  /// Fonts are found, read and made smaller by other programs.
  static func noFontProgram(_ name: String, package: String) -> UsageFailure {
    UsageFailure(
      message: "--embed-fonts and --text outlines need \(name), which is not in PATH",
      hints: [
        "install it (Debian, Ubuntu: apt-get install "
          + "\(package == "harfbuzz" ? "libharfbuzz-bin" : package); macOS: brew install \(package)), "
          + "or draw with --text plain"
      ])
  }
}
