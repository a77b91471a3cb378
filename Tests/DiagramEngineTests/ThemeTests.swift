import DiagramModel
import Foundation
import Testing

/// Contrasts as WCAG 2.2 defines them (1.4.3 for text, 1.4.11 for lines).
@Suite struct ThemeTests {
  @Test(arguments: Theme.all)
  func textsHaveTheContrastOfWCAGAA(theme: Theme) {
    for surface in theme.surfaces {
      let ground = surface.fill ?? theme.background
      #expect(contrast(surface.text, ground) >= 4.5, "\(surface) in \(theme.name)")
    }
    for text in [theme.text, theme.mutedText] + theme.accents.map(\.stroke) {
      #expect(contrast(text, theme.background) >= 4.5, "\(text) in \(theme.name)")
    }
  }

  @Test(arguments: Theme.all)
  func linesHaveTheContrastOfWCAGAA(theme: Theme) {
    for line in [theme.line] + theme.surfaces.map(\.stroke) {
      #expect(contrast(line, theme.background) >= 3, "\(line) in \(theme.name)")
    }
  }

  @Test func contrastsAreThoseOfTheSpecification() {
    #expect(abs(contrast(Color(0x000000), Color(0xFFFFFF)) - 21) < 0.001)
    #expect(abs(contrast(Color(0x767676), Color(0xFFFFFF)) - 4.54) < 0.01)
  }

  @Test func theNamesOfThemesAreDistinct() {
    #expect(Set(Theme.all.map(\.name)).count == Theme.all.count)
  }
}

extension Theme {
  fileprivate var surfaces: [Surface] { [leaf, container, muted] + accents }
}

private func contrast(_ one: Color, _ other: Color) -> Double {
  let luminances = [luminance(one), luminance(other)].sorted()
  return (luminances[1] + 0.05) / (luminances[0] + 0.05)
}

private func luminance(_ color: Color) -> Double {
  let linear = [color.red, color.green, color.blue].map { byte in
    let share = Double(byte) / 255
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}
