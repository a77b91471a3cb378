import DiagramModel
import DiagramXML

extension Color {
  /// The colour as a value of `fill` or `stroke`: of an adaptive one both, which ``AdaptiveColors`` takes apart.
  var svgValue: String { isAdaptive ? "\(self) \(inDark)" : description }
}

/// Colours that follow what people prefer, in an SVG.
///
/// The light ones stay attributes, which every viewer knows; the dark ones are in a style sheet, by classes that
/// are called by both, so that they mean the same in all pictures of a page. draw.io, rsvg-convert and
/// others that ask nobody show the light ones.
struct AdaptiveColors {
  private var rules: Set<String> = []

  /// The element with its adaptive colours as classes and rules.
  static func resolve(_ root: XMLElement) -> XMLElement {
    var colors = AdaptiveColors()
    var root = colors.resolved(root)
    guard !colors.rules.isEmpty else { return root }
    let style = """
      svg:root{color-scheme:light dark}@media(prefers-color-scheme:dark){\
      \(colors.rules.sorted().joined())}
      """
    // Behind title and description, which readers look for first.
    let place = root.children.firstIndex {
      if case .element(let child) = $0 { !["title", "desc"].contains(child.name) } else { false }
    }
    root.children.insert(
      .element(XMLElement("style", [], [.text(style)])), at: place ?? root.children.endIndex)
    return root
  }

  private mutating func resolved(_ element: XMLElement) -> XMLElement {
    var element = element
    var classes: [String] = []
    for index in element.attributes.indices {
      let attribute = element.attributes[index]
      guard attribute.name == "fill" || attribute.name == "stroke" else { continue }
      let colors = attribute.value.split(separator: " ")
      guard colors.count == 2 else { continue }
      element.attributes[index] = XMLAttribute(attribute.name, String(colors[0]))
      let name = "\(attribute.name)-\(colors[0].dropFirst())-\(colors[1].dropFirst())"
      classes.append(name)
      rules.insert(".\(name){\(attribute.name):\(colors[1])}")
    }
    if !classes.isEmpty {
      element.attributes.insert(
        XMLAttribute("class", classes.joined(separator: " ")), at: 0)
    }
    element.children = element.children.map { child in
      if case .element(let child) = child { .element(resolved(child)) } else { child }
    }
    return element
  }
}
