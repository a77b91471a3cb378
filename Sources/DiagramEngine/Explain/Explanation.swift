package import DiagramModel

/// Why a box or an arrow lies where it does and is as large as it is.
package struct Explanation: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case box, container, arrow
  }

  /// One thing that decided, in words.
  package struct Fact: Hashable, Sendable {
    package enum Topic: String, CaseIterable, Hashable, Sendable {
      case place, size, slot, layer, arrangement, gaps, way, ends, label, room, drawing
    }

    package let topic: Topic
    package let text: String
    /// The numbers it rests on, in pixels unless their name says otherwise.
    package let evidence: [Remark.Evidence]

    package init(_ topic: Topic, _ text: String, _ evidence: [Remark.Evidence] = []) {
      self.topic = topic
      self.text = text
      self.evidence = evidence
    }
  }

  /// The path of the series.
  package let series: String
  /// The ids from the outside in, or for an arrow its own.
  package let id: String
  package let kind: Kind
  /// What is read of it, and for an arrow its ends.
  package let title: String
  package let ends: String
  package let origin: Origin
  /// The pictures that show it.
  package let pictures: [String]
  package let facts: [Fact]

  package init(
    series: String, id: String, kind: Kind, title: String, ends: String = "", origin: Origin,
    pictures: [String],
    facts: [Fact]
  ) {
    self.series = series
    self.id = id
    self.kind = kind
    self.title = title
    self.ends = ends
    self.origin = origin
    self.pictures = pictures
    self.facts = facts
  }
}
