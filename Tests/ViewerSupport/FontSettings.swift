package import Foundation

/// The fonts that a program has, where fontconfig tells it.
package struct FontSettings: Sendable {
  private let rules: String

  /// Those of the system.
  package static let system = FontSettings(rules: "")

  /// Those of the system, whose letters are not fitted to pixels: fitted capitals are up to 1.2
  /// pixels higher, and rsvg-convert does not fit them.
  package static let unhinted = FontSettings(
    rules: """
      <match target="font">
        <edit name="hinting" mode="assign"><bool>false</bool></edit>
        <edit name="hintstyle" mode="assign"><const>hintnone</const></edit>
      </match>
      <match target="pattern">
        <edit name="hinting" mode="assign"><bool>false</bool></edit>
        <edit name="hintstyle" mode="assign"><const>hintnone</const></edit>
      </match>
      """)

  /// Those of the system but for the families that the pictures ask for, and the ones of the same widths.
  package static let withoutLiberation = FontSettings(
    rules: "<selectfont><rejectfont>"
      + [
        "Liberation Sans", "Liberation Mono", "Arial", "Helvetica", "Courier New", "Courier",
        "Arimo", "Cousine", "Nimbus Sans", "Nimbus Mono PS", "FreeSans", "FreeMono",
        "TeX Gyre Heros", "TeX Gyre Cursor",
      ].map { "<pattern><patelt name=\"family\"><string>\($0)</string></patelt></pattern>" }
      .joined() + "</rejectfont></selectfont>")

  static let unhintedWithoutLiberation = FontSettings(
    rules: unhinted.rules + withoutLiberation.rules)

  /// The variables that tell a program of them; their file lies in a folder.
  package func environment(in folder: URL) throws -> [String: String] {
    guard !rules.isEmpty else { return [:] }
    let file = folder.appendingPathComponent("fonts-\(UUID().uuidString).conf")
    let text = """
      <?xml version="1.0"?>
      <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
      <fontconfig>
        <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
        \(rules)
      </fontconfig>
      """
    try Data(text.utf8).write(to: file)
    return ["FONTCONFIG_FILE": file.path]
  }
}
