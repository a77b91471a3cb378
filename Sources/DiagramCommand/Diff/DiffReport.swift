/// What is other in two sets of pictures.
struct DiffReport {
  /// What became of a picture.
  enum Fate {
    case added(DrawnPicture?)
    case removed(DrawnPicture?)
    case changed(PictureDifference, from: DrawnPicture, to: DrawnPicture)
    /// Other bytes, of which one side cannot be read.
    case unreadable
  }

  /// The pictures that are not the same, by path.
  let pictures: [(path: String, fate: Fate)]

  init(from old: PictureSet, to new: PictureSet) {
    let paths = Set(old.files.keys).union(new.files.keys).sorted()
    pictures = paths.compactMap { path in
      switch (old.files[path], new.files[path]) {
      case (let before?, let after?):
        guard before != after else { return nil }
        guard let earlier = DrawnPicture(before), let later = DrawnPicture(after) else {
          return (path, .unreadable)
        }
        let difference = PictureDifference(from: earlier, to: later)
        return difference.isEmpty ? nil : (path, .changed(difference, from: earlier, to: later))
      case (nil, let after?): return (path, .added(DrawnPicture(after)))
      case (let before?, nil): return (path, .removed(DrawnPicture(before)))
      case (nil, nil): return nil
      }
    }
  }
}

extension DiffReport {
  /// For people: the picture, and a line for each change.
  func text(_ ink: Ink) -> [String] {
    guard !pictures.isEmpty else { return ["no picture is other"] }
    return pictures.flatMap { path, fate in
      [ink.bold(path.isEmpty ? "the picture" : path)] + Self.lines(of: fate).map { "  \($0)" }
    }
  }

  /// For pull requests: the same as a list.
  var markdown: [String] {
    guard !pictures.isEmpty else { return ["No picture is other."] }
    return pictures.flatMap { path, fate in
      ["- **\(Self.escaped(path.isEmpty ? "the picture" : path))**"]
        + Self.lines(of: fate).map { "  - \(Self.escaped($0))" }
    }
  }

  /// Text that Markdown shows as it is.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if "\\`*_[]<>#|+-~!&".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }

  private static func lines(of fate: Fate) -> [String] {
    switch fate {
    case .added(let picture):
      guard let picture else { return ["new"] }
      return [
        "new: \(count(picture.boxes.count, "box", "boxes")), \(count(picture.arrows.count, "arrow"))"
      ]
    case .removed: return ["gone"]
    case .unreadable: return ["changed, and cannot be read: draw.io may have compressed it"]
    case .changed(let difference, _, _):
      let number = difference.changes.count
      let resized = difference.resized.count
      let sizes = resized > 0 ? ", \(resized) of another size" : ""
      return difference.changes.map(\.words) + [
        "\(count(number, "change")); \(count(difference.moved.count, "box", "boxes")) moved\(sizes)"
      ]
    }
  }

  private static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? "\(noun)s")"
  }

  /// For programs.
  var json: JSON {
    .object([
      (
        "pictures",
        .array(
          pictures.map { path, fate in
            .object([("path", .string(path))] + Self.members(of: fate))
          })
      )
    ])
  }

  private static func members(of fate: Fate) -> [(key: String, value: JSON)] {
    switch fate {
    case .added: [("state", .string("added"))]
    case .removed: [("state", .string("removed"))]
    case .unreadable: [("state", .string("unreadable"))]
    case .changed(let difference, _, _):
      [
        ("state", .string("changed")), ("changes", .array(difference.changes.map(\.json))),
        ("moved", .array(difference.moved.map(JSON.string))),
        ("resized", .array(difference.resized.map(JSON.string))),
      ]
    }
  }
}

extension PictureDifference.Change {
  /// The change in words; a box that lies in nothing lies in the picture.
  fileprivate var words: String {
    switch self {
    case .boxAdded(let name, let parent): "+ \(name)" + (parent.map { " in \($0)" } ?? "")
    case .boxRemoved(let name, let parent): "- \(name)" + (parent.map { " from \($0)" } ?? "")
    case .boxRenamed(let name, let new): "~ \(name): now “\(new)”"
    case .boxReparented(let name, let from, let to):
      "> \(name): from \(from ?? "outside") into \(to ?? "the outside")"
    case .boxRestyled(let name): "~ \(name): looks otherwise"
    case .arrowAdded(let from, let to): "+ arrow \(from) → \(to)"
    case .arrowRemoved(let from, let to): "- arrow \(from) → \(to)"
    case .arrowRelabelled(let from, let to, let before, let after):
      "~ label of \(from) → \(to): “\(before)” is now “\(after)”"
    case .arrowRestyled(let from, let to): "~ arrow \(from) → \(to): looks otherwise"
    }
  }

  fileprivate var json: JSON {
    func texts(_ members: KeyValuePairs<String, String?>) -> JSON {
      .object(members.compactMap { member in member.value.map { (member.key, JSON.string($0)) } })
    }
    return switch self {
    case .boxAdded(let name, let parent): texts(["change": "box added", "box": name, "in": parent])
    case .boxRemoved(let name, let parent):
      texts(["change": "box removed", "box": name, "from": parent])
    case .boxRenamed(let name, let new): texts(["change": "box renamed", "box": name, "to": new])
    case .boxReparented(let name, let from, let to):
      texts(["change": "box put elsewhere", "box": name, "from": from, "to": to])
    case .boxRestyled(let name): texts(["change": "box looks otherwise", "box": name])
    case .arrowAdded(let from, let to):
      texts(["change": "arrow added", "source": from, "target": to])
    case .arrowRemoved(let from, let to):
      texts(["change": "arrow removed", "source": from, "target": to])
    case .arrowRelabelled(let from, let to, let before, let after):
      texts([
        "change": "label changed", "source": from, "target": to, "from": before, "to": after,
      ])
    case .arrowRestyled(let from, let to):
      texts(["change": "arrow looks otherwise", "source": from, "target": to])
    }
  }
}
