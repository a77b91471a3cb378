import DiagramDSL
import DiagramModel

/// A sequence in all pictures of a series.
struct UnitedSequence: Sendable {
  /// The item that its participants lie in.
  let item: Int
  /// The items that take part, from left to right.
  let participants: [Int]
  /// From top to bottom, in one order that suits every picture.
  var rows: [Row] = []

  /// A message, a note, or where a frame begins or ends.
  struct Row: Sendable {
    let kind: Kind
    /// What each picture shows of it; `nil` where it does not.
    var variants: [Variant?]

    /// The first there is.
    var first: Variant? { variants.lazy.compactMap(\.self).first }
  }

  /// What a row is, with participants by their places in ``participants``.
  enum Kind: Hashable, Sendable {
    case message(from: Int, to: Int)
    case note(SequenceNote.Place, first: Int, last: Int)
    /// The rows of one frame have one name.
    case begin(SequenceFragment.Kind, String)
    case next(String)
    case end(String)
    /// The rows of one time have one name.
    case start(String, active: Int)
    case stop(String)
    case divider
  }

  /// What a picture shows in a row.
  struct Variant: Sendable {
    let text: String?
    let attributes: Attributes
    var arrow: Arrow?
    let origin: Origin
  }
}

extension UnitedSequence {
  /// Numbers the messages as all pictures together have them, so that a number stays what it is.
  fileprivate mutating func number() {
    var number = 0
    for row in rows.indices {
      guard case .message = rows[row].kind else { continue }
      number += 1
      for picture in rows[row].variants.indices {
        rows[row].variants[picture]?.number("\(number)")
      }
    }
  }
}

extension UnitedSequence.Variant {
  fileprivate mutating func number(_ text: String) {
    if arrow?.attributes.badge == nil { arrow?.attributes.badge = text }
  }
}

/// Unites the messages of all pictures, by who sends what to whom.
struct SequenceResolver {
  private(set) var sequences: [UnitedSequence] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ series: Series, _ occurrences: [Occurrence], _ union: Union) {
    var scripts: [Int: [(picture: Int, script: SequenceScript)]] = [:]
    for (index, occurrence) in occurrences.enumerated() {
      guard let script = occurrence.script, let item = union.itemOfOccurrence[index] else {
        continue
      }
      scripts[item, default: []].append((occurrence.picture, script))
    }
    for (item, scripts) in scripts.sorted(by: { $0.key < $1.key }) {
      unite(scripts, of: item, union.items, series)
    }
  }

  private mutating func unite(
    _ scripts: [(picture: Int, script: SequenceScript)], of item: Int,
    _ items: [ResolvedSeries.Item], _ series: Series
  ) {
    let participants = items.indices.filter { items[$0].parent == item && !items[$0].id.isEmpty }
    var sequence = UnitedSequence(item: item, participants: participants)
    var rows: [UnitedSequence.Row] = []
    var numbers: [String: Int] = [:]
    var orders: [[Int]] = []
    for (picture, script) in scripts {
      var reader = ScriptReader(participants.map { items[$0].id }, isNumbered: script.isNumbered)
      reader.read(script.items)
      diagnostics += reader.diagnostics
      var order: [Int] = []
      for (key, kind, variant) in reader.rows {
        let number = numbers[key] ?? rows.count
        if number == rows.count {
          numbers[key] = number
          rows.append(
            UnitedSequence.Row(
              kind: kind, variants: Array(repeating: nil, count: series.pictures.count)))
        }
        rows[number].variants[picture] = variant
        order.append(number)
      }
      orders.append(order)
    }
    let merged = mergedOrder(of: orders, count: rows.count)
    if merged.count < rows.count { report(orders, rows, scripts.map(\.picture), series) }
    sequence.rows = merged.map { rows[$0] }
    if scripts.contains(where: \.script.isNumbered) { sequence.number() }
    sequences.append(sequence)
  }

  private mutating func report(
    _ orders: [[Int]], _ rows: [UnitedSequence.Row], _ pictures: [Int], _ series: Series
  ) {
    guard let conflict = firstConflict(in: orders) else { return }
    func variant(_ row: Int, _ order: Int) -> UnitedSequence.Variant? {
      rows[row].variants[pictures[order]] ?? rows[row].first
    }
    guard let before = variant(conflict.after, conflict.second),
      let after = variant(conflict.before, conflict.second)
    else { return }
    let names = [conflict.first, conflict.second].map {
      quoted(series.pictures[pictures[$0]].name)
    }
    diagnostics.append(
      Diagnostic(
        .messageOrder,
        "\(before.name) stands before \(after.name) in picture \(names[1]), and behind it in picture "
          + names[0],
        at: before.origin,
        hints: [
          "keep one order in all pictures of the series, so that nothing moves",
          "messages are one if they have one text and the same ends: give one of them an id, "
            + "`(a --> b).id(\"again\")`, if it is another one",
        ], notes: [.init("the other one", at: after.origin)]))
  }
}

extension UnitedSequence.Variant {
  fileprivate var name: String {
    text.map(quoted) ?? (arrow == nil ? "a frame" : "a message without a text")
  }
}

/// Lists the rows of one script, with what makes them one with rows of other pictures.
private struct ScriptReader {
  typealias Row = (key: String, kind: UnitedSequence.Kind, variant: UnitedSequence.Variant)

  private(set) var rows: [Row] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The ids of the participants, with their places.
  private let places: [String: Int]
  private let isNumbered: Bool
  private var repetitions: [String: Int] = [:]
  private var frames: [String: Int] = [:]

  init(_ participants: [String], isNumbered: Bool) {
    places = Dictionary(
      participants.enumerated().map { ($1.split(separator: "/").last.map(String.init) ?? "", $0) },
      uniquingKeysWith: { first, _ in first })
    self.isNumbered = isNumbered
  }

  mutating func read(_ items: [SequenceItem]) { for item in items { read(item) } }

  /// The place of a participant; what a text names that is none is told.
  private mutating func place(of box: Reference, _ origin: Origin) -> Int? {
    let place = places[box.path.last ?? ""]
    if let misnaming = box.misnaming, place == nil || !misnaming.meant.isEmpty {
      diagnostics.append(misnaming.diagnostic(at: origin))
      return nil
    }
    return place
  }

  private mutating func read(_ item: SequenceItem) {
    switch item.kind {
    case .participant: break
    case .message(let arrow): read(arrow, item.origin)
    case .note(let note):
      let boxes = note.boxes.compactMap { place(of: $0, item.origin) }.sorted()
      guard let first = boxes.first, let last = boxes.last else {
        diagnostics.append(
          Diagnostic(
            .annotationWithoutBoxes, "a note speaks of no participant", at: item.origin,
            hints: ["name one at least: `Note(\"…\", over: a)`"]))
        return
      }
      let text = note.attributes.label ?? ""
      diagnostics += Markup(text).diagnostics(at: item.origin)
      add(
        "note \(note.place.rawValue) \(first) \(last) \(text)",
        .note(note.place, first: first, last: last), text, note.attributes, nil, item.origin)
    case .divider(let attributes, let text):
      diagnostics += Markup(text).diagnostics(at: item.origin)
      add("divider \(text)", .divider, text, attributes, nil, item.origin)
    case .active(let box, let items):
      guard let place = place(of: box, item.origin) else { return }
      let name = name(of: "active \(box.path.last ?? "")")
      let attributes = Attributes(shape: .none, origin: item.origin)
      add("start \(name)", .start(name, active: place), nil, attributes, nil, item.origin)
      read(items)
      add("stop \(name)", .stop(name), nil, attributes, nil, item.origin)
    case .fragment(let fragment): read(fragment, item.origin)
    }
  }

  private mutating func read(_ fragment: SequenceFragment, _ origin: Origin) {
    guard let first = fragment.cases.first else { return }
    let name = name(of: "\(fragment.kind.rawValue) \(first.text)")
    let attributes = Attributes(shape: .none, origin: origin)
    diagnostics += fragment.cases.flatMap { Markup($0.text).diagnostics(at: origin) }
    add(
      "begin \(name)", .begin(fragment.kind, name), first.text, attributes, nil, origin)
    read(first.items)
    for (index, part) in fragment.cases.enumerated().dropFirst() {
      add("next \(name) \(index)", .next(name), part.text, attributes, nil, origin)
      read(part.items)
    }
    add("end \(name)", .end(name), nil, attributes, nil, origin)
  }

  private mutating func read(_ arrow: Arrow, _ origin: Origin) {
    let (from, to) = (place(of: arrow.source, origin), place(of: arrow.target, origin))
    guard let from, let to else { return }
    if let label = arrow.label { diagnostics += label.diagnostics(at: origin) }
    diagnostics += arrow.attributes.textDiagnostics()
    var arrow = arrow
    if arrow.isAnswer, arrow.attributes.style.pattern == nil {
      arrow.attributes.style.pattern = .dashed
    }
    let text = arrow.attributes.label
    let isAnswer = arrow.isAnswer ? "answer" : "message"
    let key = arrow.attributes.id.map { "id \($0)" } ?? "\(isAnswer) \(from) \(to) \(text ?? "")"
    add(key, .message(from: from, to: to), text, arrow.attributes, arrow, origin)
  }

  /// A name for a frame of this kind and text, the same in all pictures.
  private mutating func name(of frame: String) -> String {
    let repetition = frames[frame, default: 0]
    frames[frame] = repetition + 1
    return "\(frame) \(repetition)"
  }

  private mutating func add(
    _ key: String, _ kind: UnitedSequence.Kind, _ text: String?, _ attributes: Attributes,
    _ arrow: Arrow?, _ origin: Origin
  ) {
    let repetition = repetitions[key, default: 0]
    repetitions[key] = repetition + 1
    rows.append(
      (
        "\(key)#\(repetition)", kind,
        UnitedSequence.Variant(text: text, attributes: attributes, arrow: arrow, origin: origin)
      ))
  }
}
