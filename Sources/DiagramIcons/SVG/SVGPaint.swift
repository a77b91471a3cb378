import DiagramModel
import DiagramXML

/// What an element of SVG is drawn with, as far as outlines can say it.
struct SVGPaint {
  var fill: IconInk? = .color(Color(0))
  var stroke: IconInk?
  var strokeWidth = 1.0
  var cap = LineEnds.Cap.butt
  var join = LineEnds.Join.miter
  var isEvenOdd = false
  var fillOpacity = 1.0
  var strokeOpacity = 1.0
  var opacity = 1.0
  var isShown = true
  /// The value of `currentColor`.
  var current: IconInk = .line

  /// Takes over what a property says.
  ///
  /// - Throws: ``SVGRefusal`` where outlines cannot say it.
  mutating func take(_ name: String, _ value: String) throws(SVGRefusal) {
    let value = value.trimmed
    if value == "inherit" { return }
    switch name {
    case "color": current = try ink(value) ?? current
    case "fill": fill = try ink(value)
    case "stroke": stroke = try ink(value)
    case "stroke-width": strokeWidth = try Self.number(value)
    case "fill-opacity": fillOpacity = try Self.share(value)
    case "stroke-opacity": strokeOpacity = try Self.share(value)
    case "opacity": opacity = try Self.share(value)
    case "fill-rule": isEvenOdd = value == "evenodd"
    case "stroke-linecap": cap = LineEnds.Cap(rawValue: value) ?? .butt
    case "stroke-linejoin": join = LineEnds.Join(rawValue: value) ?? .miter
    case "display": if value == "none" { isShown = false }
    case "visibility": isShown = value == "visible"
    case "stroke-dasharray", "clip-path", "mask", "filter", "marker", "marker-start", "marker-mid",
      "marker-end":
      if value != "none" { throw .noOutlines(name) }
    case "mix-blend-mode": if value != "normal" { throw .noOutlines(name) }
    case "vector-effect", "transform-origin", "transform-box": throw .noOutlines(name)
    default: break
    }
  }

  private func ink(_ value: String) throws(SVGRefusal) -> IconInk? {
    if value == "none" || value == "transparent" { return nil }
    if value.lowercased() == "currentcolor" || value == "context-fill" { return current }
    guard let color = Color(css: value) else { throw .noOutlines("the colour “\(value)”") }
    return .color(color)
  }

  private static func number(_ value: String) throws(SVGRefusal) -> Double {
    var scanner = NumberScanner(value)
    guard let number = scanner.number(), ["", "px"].contains(scanner.rest),
      0...IconLimits.coordinate ~= number
    else { throw .noOutlines("the length “\(value)”") }
    return number
  }

  private static func share(_ value: String) throws(SVGRefusal) -> Double {
    var scanner = NumberScanner(value)
    guard let number = scanner.number() else { throw .noOutlines("the share “\(value)”") }
    return max(0, min(1, scanner.rest == "%" ? number / 100 : number))
  }
}

extension Color {
  /// A colour as CSS writes it; nil for what is not one, or is not opaque.
  init?(css text: String) {
    let text = text.trimmed.lowercased()
    if text.hasPrefix("#") {
      let digits = text.dropFirst()
      guard digits.allSatisfy(\.isHexDigit), let number = UInt32(digits, radix: 16) else {
        return nil
      }
      switch digits.count {
      case 3:
        self.init(
          (number >> 8 & 15) * 0x110000 + (number >> 4 & 15) * 0x1100 + (number & 15) * 0x11)
      case 6: self.init(number)
      case 8 where number & 0xFF == 0xFF: self.init(number >> 8)
      default: return nil
      }
    } else if text.hasPrefix("rgb(") {
      var scanner = NumberScanner(String(text.dropFirst(4)))
      guard let red = scanner.number(), let green = scanner.number(), let blue = scanner.number(),
        scanner.rest == ")", [red, green, blue].allSatisfy({ 0...255 ~= $0 })
      else { return nil }
      self.init([red, green, blue].reduce(0) { $0 << 8 | UInt32($1.rounded()) })
    } else if let number = Self.named[text] {
      self.init(number)
    } else {
      return nil
    }
  }

  /// The names that icons use; others are drawn as pictures.
  private static let named: [String: UInt32] = [
    "black": 0, "white": 0xFFFFFF, "red": 0xFF0000, "lime": 0xFF00, "green": 0x8000,
    "blue": 0xFF, "yellow": 0xFFFF00, "cyan": 0xFFFF, "aqua": 0xFFFF, "magenta": 0xFF00FF,
    "fuchsia": 0xFF00FF, "gray": 0x808080, "grey": 0x808080, "silver": 0xC0C0C0, "navy": 0x80,
    "teal": 0x8080, "maroon": 0x800000, "purple": 0x800080, "olive": 0x808000, "orange": 0xFFA500,
    "gold": 0xFFD700, "pink": 0xFFC0CB, "brown": 0xA52A2A,
  ]
}
