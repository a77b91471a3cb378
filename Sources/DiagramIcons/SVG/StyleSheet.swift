import DiagramXML

/// The rules of a `<style>`, for elements, classes and ids.
struct StyleSheet {
  private var rules: [(selector: String, declarations: [(String, String)])] = []

  /// Adds the rules of a text.
  ///
  /// - Throws: ``SVGRefusal`` for selectors that look at more than one element.
  mutating func add(_ text: String) throws(SVGRefusal) {
    for rule in Self.withoutComments(text).split(separator: "}") {
      let halves = rule.split(separator: "{", omittingEmptySubsequences: false)
      guard halves.count == 2 else {
        if rule.allSatisfy(\.isWhitespace) { continue }
        throw .noOutlines("a style sheet")
      }
      let declarations = Self.declarations(String(halves[1]))
      for selector in halves[0].split(separator: ",") {
        let selector = selector.trimmed
        let name = selector.drop { $0 == "." || $0 == "#" }
        guard !name.isEmpty, selector.count - name.count <= 1,
          name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
        else { throw .noOutlines("the selector “\(selector.prefix(40))”") }
        rules.append((selector, declarations))
      }
    }
  }

  /// What the rules say of an element, what counts more later: names, then classes, then ids.
  func declarations(for element: XMLElement) throws(SVGRefusal) -> [(String, String)] {
    guard !rules.isEmpty else { return [] }
    let classes = (element[attribute: "class"] ?? "").split(whereSeparator: \.isWhitespace)
    let id = element[attribute: "id"]
    let ranks: [(String) -> Bool] = [
      { $0 == element.svgName }, { $0.hasPrefix(".") && classes.contains($0.dropFirst()) },
      { $0.hasPrefix("#") && $0.dropFirst() == id ?? "" },
    ]
    return ranks.flatMap { fits in rules.filter { fits($0.selector) }.flatMap(\.declarations) }
  }

  /// The names and values of a `style`.
  static func declarations(_ text: String) -> [(String, String)] {
    text.split(separator: ";").compactMap { declaration in
      let halves = declaration.split(separator: ":", maxSplits: 1)
      guard halves.count == 2 else { return nil }
      return (halves[0].trimmed, halves[1].replacing("!important", with: "").trimmed)
    }
  }

  private static func withoutComments(_ text: String) -> String {
    var output = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "/*") {
      output += rest[..<start.lowerBound]
      let after = rest[start.upperBound...]
      rest = after.firstRange(of: "*/").map { after[$0.upperBound...] } ?? ""
    }
    return output + rest
  }
}
