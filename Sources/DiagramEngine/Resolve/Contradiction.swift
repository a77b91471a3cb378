import DiagramDSL
import DiagramModel

/// Two elements that cannot both be where they stand.
struct Contradiction {
  private let kind: Diagnostic.Kind
  /// The indices of the element that is told of, and of the one that it contradicts.
  private let element: Int
  private let other: Int
  /// The pictures of both, where they are not those of the elements.
  var pictures: (Int, Int)?

  init(_ kind: Diagnostic.Kind, _ element: Int, _ other: Int) {
    self.kind = kind
    self.element = element
    self.other = other
  }

  /// What to tell the author.
  func diagnostic(in series: Series, _ occurrences: [Occurrence]) -> Diagnostic {
    Words(contradiction: self, series: series, occurrences: occurrences).diagnostic
  }

  /// A contradiction in words.
  private struct Words {
    let contradiction: Contradiction
    let series: Series
    let occurrences: [Occurrence]

    var element: Occurrence { occurrences[contradiction.element] }
    var other: Occurrence { occurrences[contradiction.other] }
    var picture: Picture { series.pictures[contradiction.pictures?.0 ?? element.picture] }
    var otherPicture: Picture { series.pictures[contradiction.pictures?.1 ?? other.picture] }
    var names: (String, String) { (quoted(picture.name), quoted(otherPicture.name)) }

    var diagnostic: Diagnostic {
      var notes = [Diagnostic.Note(role, at: other.attributes.origin)]
      if isOfTwoPictures {
        notes += [otherPicture, picture].map {
          .init("picture \(quoted($0.name))", at: $0.origin)
        }
      }
      return Diagnostic(
        contradiction.kind, message, at: element.attributes.origin, hints: hints, notes: notes)
    }

    /// Whether the same boxes lie in two ways in two pictures, so that two series would help.
    private var isOfTwoPictures: Bool {
      switch contradiction.kind {
      case .twoPlaces, .differentArrangements, .differentOrders: true
      case .splitGroup: picture.origin != otherPicture.origin
      default: false
      }
    }

    private var role: String {
      switch contradiction.kind {
      case .twoPlaces: "the other place"
      case .splitGroup, .differentArrangements: "the other arrangement"
      case .differentOrders: "the other order"
      default: "the other one"
      }
    }

    private var message: String {
      switch contradiction.kind {
      case .twiceInPicture where element.title != other.title:
        "\(quoted(other.title)) and \(quoted(element.title)) have one id, \(quoted(element.id)), in "
          + "picture \(names.0)"
      case .twiceInPicture where areComposedDifferently(element.title, other.title):
        "\(quoted(other.title)) and \(quoted(element.title)), whose characters are only composed in "
          + "two ways, are one title in picture \(names.0)"
      case .twiceInPicture: "\(element.name) stands twice in picture \(names.0)"
      case .differentContent:
        "\(element.name) is a \(other.word) in picture \(names.1) and a \(element.word) in picture "
          + names.0
      case .differentTitles:
        "\(quoted(element.title)) in picture \(names.0) is drawn as the same box as "
          + "\(quoted(other.title)) in picture \(names.1): both have the id \(quoted(element.id))"
      case .twoPlaces:
        "\(element.name) stands in two places: \(place(of: other)) in picture \(names.1), "
          + "\(place(of: element)) in picture \(names.0)"
      case .splitGroup:
        "boxes stand in two groups in picture \(names.0) and in one in picture \(names.1)"
      case .differentArrangements:
        "boxes stand in \(other.name) in picture \(names.1) and in \(element.name) in picture "
          + names.0
      default:
        "\(other.name) stands before \(element.name) in picture \(names.1) and after it in picture "
          + names.0
      }
    }

    private var hints: [String] {
      let id = element.attributes.id ?? element.id
      let apart = "give one of them an id of its own: `.id(\(literal(ownID(like: id))))`"
      let folder = literal("\(series.path)-\(slug(picture.name))")
      let split =
        "or draw both, each in a series: put picture \(names.0) into a `Series(\(folder))`"
      switch contradiction.kind {
      case .twiceInPicture: return [apart] + sharedClosure
      case .differentContent: return ["use one value in all pictures, or \(apart)"]
      case .differentTitles:
        return [
          "if it is one box, use one title, and `.label(\(literal(element.title)))` for another text",
          "if they are two boxes, \(apart)",
        ]
      case .twoPlaces:
        return [
          "arrange it in the same way in every picture of the series", split,
          "if they are two boxes, \(apart)",
        ]
      case .differentOrders:
        return ["keep one order in all pictures of the series, so that nothing moves", split]
      default:
        return ["arrange them in the same way in every picture of the series"]
          + (isOfTwoPictures ? [split] : [])
      }
    }

    /// An id that no box of the container has, another one for each of several equal boxes.
    private func ownID(like id: String) -> String {
      guard element.isBox else { return numbered(shortened(id)) { _ in false } }
      let container = element.path.dropLast(id.count)
      let twins = occurrences[..<contradiction.element].count {
        $0.isBox && $0.picture == element.picture && $0.path == element.path
      }
      return numbered(shortened(id), place: max(1, twins)) { id in
        occurrences.contains { $0.isBox && $0.path == "\(container)\(id)" }
      }
    }

    /// Where two rows hold the same boxes, one may have run the closure of the other.
    private var sharedClosure: [String] {
      guard let one = element.parent, let another = other.parent, one != another,
        !occurrences[one].isBox, occurrences[one].content == occurrences[another].content,
        occurrences[one].attributes.origin != occurrences[another].attributes.origin
      else { return [] }
      return [
        "if one let declares \(occurrences[one].name) and another, write a let for each: Swift runs "
          + "only the first closure"
      ]
    }

    private func place(of occurrence: Occurrence) -> String {
      guard let parent = occurrence.parent else { return "directly" }
      return "in " + occurrences[parent].name
    }
  }
}

extension Occurrence {
  /// The last id of its path.
  fileprivate var id: String { path.split(separator: "/").last.map(String.init) ?? "" }

  fileprivate var word: String {
    if case .box(let kind) = content { kind.word } else { "group" }
  }
}
