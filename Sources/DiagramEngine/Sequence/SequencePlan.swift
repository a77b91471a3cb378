import DiagramDSL
import DiagramModel

/// Where everything of a sequence lies, counted from the top left corner of its room: the same in all
/// pictures.
struct SequencePlan: Hashable, Sendable {
  /// Of all that is drawn.
  var size = Size.zero
  /// The frames of the participants.
  var heads: [Rect] = []
  /// The middles of their lines.
  var centers: [Int] = []
  /// Where their lines begin and end.
  var lifeStart = 0
  var lifeEnd = 0
  /// What lies in each row.
  var rows: [Row] = []
  /// The times in which participants are busy, those that begin earlier first.
  var bars: [Bar] = []
  /// The frames around rows, the outer ones first.
  var frames: [Frame] = []

  struct Row: Hashable, Sendable {
    /// Where the line of a message runs; the middle of everything else.
    var y = 0
    /// The bottom of a message to oneself.
    var bottom = 0
    /// The text of a message or divider, or a note.
    var box: Rect?
  }

  struct Bar: Hashable, Sendable {
    let participant: Int
    /// The rows in which it begins and ends.
    let first: Int
    let last: Int
    /// How many others of the participant it lies on.
    let depth: Int
    var frame = Rect.zero
  }

  struct Frame: Hashable, Sendable {
    let first: Int
    let last: Int
    /// The rows in which other cases begin.
    let cases: [Int]
    /// How many others are around it.
    let depth: Int
    var frame = Rect.zero
    /// Where the word for its kind stands.
    var tab = Rect.zero
  }

  /// The bar of a participant that lies on top in a row, if there is one.
  func bar(of participant: Int, in row: Int) -> Int? {
    bars.indices.last {
      bars[$0].participant == participant && bars[$0].first <= row && row <= bars[$0].last
    }
  }
}

/// The sizes of sequences, in units.
enum SequenceMetrics {
  /// Between participants, and between the middles of their lines at least.
  static let headGap = 40
  static let centerGap = 120
  /// On both sides of the text of a message.
  static let textMargin = 18
  /// What a text leaves free between two lines: its margins, a number before it, and half a participant at each end.
  static let besideText = 140
  /// Between a text and the line below it.
  static let textGap = 4
  /// Between the rows, and around them.
  static let rowGap = 20
  static let ends = 24
  /// A message to oneself: how far it leads away, and how high it is.
  static let loop = Size(width: 40, height: 28)
  static let bar = 10
  /// How far a bar lies beside the one below it.
  static let barShift = 5
  /// Around the text of a note, and between a note and a line.
  static let notePadding = 10
  static let noteGap = 12
  /// Around what lies in a frame, and the height of its title.
  static let frameMargin = 16
  static let titleHeight = 28
  static let titlePadding = 10
}
