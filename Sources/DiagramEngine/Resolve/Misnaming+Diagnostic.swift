import DiagramDSL
import DiagramModel

extension Misnaming {
  /// What to tell of a text that names no box of a container, or several.
  func diagnostic(at origin: Origin) -> Diagnostic {
    meant.isEmpty ? unknown(at: origin) : ambiguous(at: origin)
  }

  private func unknown(at origin: Origin) -> Diagnostic {
    let place = container.map(quoted) ?? "what is named here"
    let inside = each(known.filter { !$0.isEmpty })
    let some = inside.prefix(12).map(quoted).joined(separator: ", ")
    let all = "\(place) holds \(some)\(inside.count > 12 ? ", …" : ""): name one of them"
    let hints = inside.isEmpty ? [] : [suggestion(for: name, among: inside) ?? all]
    return Diagnostic(
      .unknownBox, "\(place) holds no box called \(quoted(name))", at: origin,
      hints: hints.isEmpty
        ? ["put it into \(place), as in `Node(\"Shop\") { Component(\(literal(name))) }`"] : hints)
  }

  private func ambiguous(at origin: Origin) -> Diagnostic {
    let ids = meant.map(quoted).joined(separator: ", ")
    let id = meant.last.flatMap { $0.split(separator: "/").last }.map(String.init) ?? name
    return Diagnostic(
      .ambiguousBox,
      "\(quoted(name)) may mean \(meant.count) boxes\(container.map { " of \(quoted($0))" } ?? ""): \(ids)",
      at: origin,
      hints: [
        id == name
          ? "give them ids of their own: `.id(\(literal("\(id)-2")))`"
          : "name one by its id: `\(variable(container ?? "shop"))[\(literal(id))]`"
      ])
  }
}
