import DiagramDSL
import DiagramModel

extension Markup {
  /// What is wrong with a label that is written at a place.
  func diagnostics(at origin: Origin) -> [Diagnostic] {
    let character = characterDiagnostic(text.plain, origin)
    return (character.map { [$0] } ?? []) + problems.map { $0.diagnostic(at: origin) }
  }
}

extension Markup.Problem {
  fileprivate func diagnostic(at origin: Origin) -> Diagnostic {
    switch self {
    case .link(let address, let problem): return addressDiagnostic(address, problem, at: origin)
    case .color(let name):
      let names = Markup.colors.map { ".\($0)" }
      let near = nearest(to: name, among: Markup.colors)
      return Diagnostic(
        .textColor, "there is no colour \(quoted(name)) for a text", at: origin,
        hints: [
          near.first.map { "did you mean “[text]{.\($0)}”?" } ?? "write \(list(names, "or"))",
          #"if it is no colour, write a backslash before the bracket, as in `Text("\\[text]")`"#,
        ])
    }
  }
}

/// The mistake of an address that no link may have.
func addressDiagnostic(_ address: String, _ problem: String, at origin: Origin) -> Diagnostic {
  Diagnostic(
    .linkAddress, "the address \(quoted(address)) of a link \(problem)", at: origin,
    hints: ["write one that begins with “https://”, “http://” or “mailto:”, or a path"])
}

extension Attributes {
  /// What is wrong with what an element offers to those who can point at it, and with its smaller
  /// lines.
  func textDiagnostics() -> [Diagnostic] {
    var found = [subtitle, detail].compactMap(\.self).flatMap {
      markup(of: $0).diagnostics(at: origin)
    }
    if let code { found += code.diagnostics(at: origin) }
    if let link, let problem = Address.problem(with: link) {
      found.append(addressDiagnostic(link, problem, at: origin))
    }
    if let tooltip, let diagnostic = characterDiagnostic(tooltip, origin, "a tooltip") {
      found.append(diagnostic)
    }
    return found
  }
}

extension Arrow {
  /// Its text, with the signs that style it.
  var label: Markup? { attributes.label.map(attributes.markup) }
}
