/// What an element is to those who read or hear a picture.
package struct SceneMeaning: Hashable, Sendable {
  /// What it is there for.
  package enum Role: Hashable, Sendable {
    /// It is a part of what the picture shows.
    case thing
    /// It stands above the drawing, or below it.
    case heading, caption
    /// It says something of other elements, or divides them.
    case annotation(of: [String])
    /// It is a place without anything to see, at which arrows begin or end.
    case place
    /// It is how another element looks: an icon, a badge, the text at the end of an arrow.
    case part(of: String)
  }

  package var role = Role.thing
  /// What it is called, or what is written at an arrow; empty for what has no words.
  package var name = ""
  /// What else is said of it; of code, all its lines but the first as one text.
  package var details: [String] = []

  package init(_ role: Role = .thing, name: String = "", details: [String] = []) {
    self.role = role
    self.name = name
    self.details = details
  }
}

/// The words for the elements of a scene: each thing by a name that no other has.
package struct SceneWords {
  private var names: [String: String] = [:]
  private var parts: [String: [String]] = [:]
  private var contents: [String: [String]] = [:]

  /// - Complexity: O(*n* log *n*) for *n* elements.
  package init(_ scene: Scene) {
    let boxes = scene.elements.compactMap { element in
      if case .box(let box) = element { box } else { nil }
    }
    var counts: [String: Int] = [:]
    for box in boxes where box.meaning.role == .thing { counts[box.plainName, default: 0] += 1 }
    for box in boxes {
      if case .part(let owner) = box.meaning.role {
        names[box.id] = names[owner]
        if !box.meaning.name.isEmpty { parts[owner, default: []].append(box.meaning.name) }
      } else {
        let isAmbiguous = counts[box.plainName] ?? 0 > 1
        let around = isAmbiguous ? box.parent.flatMap { names[$0] } : nil
        guard box.meaning.role != .place else {
          names[box.id] = "…"
          continue
        }
        names[box.id] = (around.map { "\($0) / " } ?? "") + box.plainName
        if box.meaning.role == .thing, let parent = box.parent {
          contents[parent, default: []].append(box.plainName)
        }
      }
    }
  }

  /// The name of a box, behind that of the box around it where others are called the same.
  package func name(of id: String) -> String { names[id] ?? id }

  /// What things that lie directly in a box are called, in the order of the scene.
  package func contents(of id: String) -> [String] { contents[id] ?? [] }

  /// An arrow in a sentence, as in `a points to b: calls`.
  package func sentence(for line: SceneLine) -> String {
    let (source, target) = (name(of: line.source), name(of: line.target))
    let words = Self.sentence(source, line.startHead, line.endHead, target)
    return ([words] + (line.meaning.name.isEmpty ? [] : [line.meaning.name])).joined(
      separator: ": ")
  }

  /// How two boxes belong together by the heads of an arrow between them.
  package static func sentence(
    _ source: String, _ startHead: ArrowHead, _ endHead: ArrowHead, _ target: String
  ) -> String {
    switch (startHead, endHead) {
    case (.none, .none): "\(source) is linked with \(target)"
    case (.none, _): "\(source) points to \(target)"
    case (_, .none): "\(source) is pointed to by \(target)"
    default: "\(source) and \(target) point to each other"
    }
  }

  /// What the parts of an element say, in the order of the scene.
  package func parts(of id: String) -> [String] { parts[id] ?? [] }
}

extension SceneBox {
  /// What it is called; the last part of its id where nothing is written on it.
  package var plainName: String {
    meaning.name.isEmpty ? id.split(separator: "/").last.map(String.init) ?? id : meaning.name
  }
}
