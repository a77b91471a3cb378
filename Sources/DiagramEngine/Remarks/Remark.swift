package import DiagramModel

/// Something that `check` finds, told with what it was measured by.
package struct Remark: Hashable, Sendable {
  /// What is looked for. Ids are never used again for something else; `Documentation/rules` has a page
  /// for each.
  package enum Rule: String, CaseIterable, Hashable, Sendable {
    // MARK: Images

    case missing = "DG1001"
    case codeChanged = "DG1002"
    case otherVersion = "DG1003"
    case merged = "DG1004"
    case crlf = "DG1005"
    case edited = "DG1006"
    case foreign = "DG1007"
    case blocked = "DG1008"
    case orphaned = "DG1009"

    // MARK: Slides

    case deadReference = "DG1101"
    case unreferenced = "DG1102"
    case missingAlternative = "DG1103"
    case smallOnSlide = "DG1104"

    // MARK: Drawings

    case arrowThroughBox = "DG1201"
    case arrowOnArrow = "DG1202"
    case boxOnBox = "DG1203"
    case labelOnBox = "DG1204"
    case labelOnOutline = "DG1205"
    case labelOnTitle = "DG1206"
    case labelOnLabel = "DG1207"
    case labelOnArrow = "DG1208"
    case labelWithoutPlace = "DG1209"
    case textOutsideBox = "DG1210"
    case smallText = "DG1211"
    case nearMiss = "DG1212"
    case annotationOnOther = "DG1220"
    case arrowOnCode = "DG1221"
    case arrowOnTitle = "DG1222"

    /// Whether a finding fails the check; warnings do so only when asked.
    package var severity: Diagnostic.Severity {
      switch self {
      case .missing, .codeChanged, .otherVersion, .merged, .crlf, .edited, .foreign, .blocked,
        .orphaned, .deadReference, .arrowThroughBox, .arrowOnArrow, .boxOnBox, .labelOnBox,
        .labelOnOutline, .labelOnTitle, .labelOnLabel, .labelOnArrow, .labelWithoutPlace,
        .textOutsideBox, .annotationOnOther, .arrowOnCode, .arrowOnTitle:
        .error
      case .unreferenced, .missingAlternative, .smallOnSlide, .smallText, .nearMiss: .warning
      }
    }

    /// Whether findings offer an edit wherever the code says by itself what they are about; the others are mended
    /// by drawing anew, or only their author knows how.
    package var isMendable: Bool {
      switch self {
      case .deadReference, .missingAlternative, .smallOnSlide, .arrowThroughBox, .arrowOnArrow,
        .labelOnBox, .labelOnOutline, .labelOnTitle, .labelOnLabel, .labelOnArrow,
        .labelWithoutPlace, .smallText, .nearMiss:
        true
      case .missing, .codeChanged, .otherVersion, .merged, .crlf, .edited, .foreign, .blocked,
        .orphaned, .unreferenced, .boxOnBox, .textOutsideBox, .annotationOnOther, .arrowOnCode,
        .arrowOnTitle:
        false
      }
    }

    /// The rule in a few words, as the page of it is called.
    package var title: String {
      switch self {
      case .missing: "missing image"
      case .codeChanged: "image of older code"
      case .otherVersion: "image of another version of diagen"
      case .merged: "image that git merged"
      case .crlf: "image with other line breaks"
      case .edited: "image that a person edited"
      case .foreign: "image that diagen did not draw"
      case .blocked: "something in the place of an image"
      case .orphaned: "image that nothing draws"
      case .deadReference: "reference to no image"
      case .unreferenced: "image that no slide shows"
      case .missingAlternative: "image without a text for those who cannot see it"
      case .smallOnSlide: "text too small on the slide"
      case .arrowThroughBox: "arrow through a box"
      case .arrowOnArrow: "arrows on one line"
      case .boxOnBox: "boxes on each other"
      case .labelOnBox: "label on a box"
      case .labelOnOutline: "label on an outline"
      case .labelOnTitle: "label on a title"
      case .labelOnLabel: "labels on each other"
      case .labelOnArrow: "label on an arrow"
      case .labelWithoutPlace: "label without a place"
      case .textOutsideBox: "text outside of its box"
      case .smallText: "text too small for its room"
      case .nearMiss: "boxes nearly in line"
      case .arrowOnCode: "arrow over code"
      case .arrowOnTitle: "arrow over a title"
      case .annotationOnOther: "badge, number or note on something else"
      }
    }
  }

  /// A number that a finding rests on, in pixels unless its name says otherwise.
  package struct Evidence: Hashable, Sendable {
    package let name: String
    package let value: Int

    package init(_ name: String, _ value: Int) {
      self.name = name
      self.value = value
    }
  }

  package let rule: Rule
  /// What it is about: a picture and the path of ids in it, or a file.
  package let subject: String
  package let message: String
  package let evidence: [Evidence]
  package let origin: Origin
  package var hints: [String]
  /// What its author would change, all of it together; empty where nobody but they can tell.
  package var mends: [Mend]

  package init(
    _ rule: Rule, _ subject: String, _ message: String, evidence: [Evidence] = [],
    at origin: Origin, hints: [String] = [], mends: [Mend] = []
  ) {
    self.rule = rule
    self.subject = subject
    self.message = message
    self.evidence = evidence
    self.origin = origin
    self.hints = hints
    self.mends = mends
  }
}

/// What slides need to know of a picture.
package struct PictureFacts: Hashable, Sendable {
  /// Below the output folder, without an extension.
  package let path: String
  /// What it is called.
  package let title: String
  package let origin: Origin
  /// The width of the canvas, and the one that it has on a slide where nobody says otherwise.
  package let width: Int
  package let naturalWidth: Int
  /// The height of the smallest font, in units of the canvas; nil for a picture without texts.
  package let smallestText: Int?
  /// Where everything that it shows is written.
  package let places: [Place]

  /// An element by its id in the files of the picture, with its place in the code.
  package struct Place: Hashable, Sendable {
    package let id: String
    package let origin: Origin

    package init(id: String, origin: Origin) {
      self.id = id
      self.origin = origin
    }
  }

  package init(
    path: String, title: String, origin: Origin, width: Int, naturalWidth: Int, smallestText: Int?,
    places: [Place]
  ) {
    self.path = path
    self.title = title
    self.origin = origin
    self.width = width
    self.naturalWidth = naturalWidth
    self.smallestText = smallestText
    self.places = places
  }

  /// The height of the smallest text where the picture is shown in this width, in pixels rounded down.
  package func textSize(inWidth shown: Int) -> Int? {
    smallestText.map { $0 * shown / max(width, 1) }
  }

  /// The least width in which its smallest text is as high as a slide needs it; nil for a picture without texts.
  package var leastWidth: Int? {
    smallestText.map { (Self.leastTextSize * max(width, 1) + $0 - 1) / max($0, 1) }
  }

  /// The least height of a text on a slide of 1920×1080 that the last row can read: a sixtieth of its height.
  package static let leastTextSize = 18
}
