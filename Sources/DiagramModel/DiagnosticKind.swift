extension Diagnostic {
  /// What can be wrong, each kind with the id by which it is known in every version.
  ///
  /// Ids are grouped by their first two digits and never used again for something else. Each is
  /// described in `Documentation/diagnostics.md`.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    // MARK: Names and files

    case seriesFolder = "DG0101"
    case pictureName = "DG0102"
    case samePictureName = "DG0103"
    case sameFile = "DG0104"
    case seriesWithoutPicture = "DG0105"
    case emptyPicture = "DG0106"
    case fileAsFolder = "DG0107"
    case unwritable = "DG0108"

    // MARK: Identity and places

    case invalidID = "DG0201"
    case noIdentity = "DG0202"
    case twiceInPicture = "DG0203"
    case differentContent = "DG0204"
    case twoPlaces = "DG0205"
    case splitGroup = "DG0206"
    case differentArrangements = "DG0207"
    case differentOrders = "DG0208"
    case movedBox = "DG0209"
    case differentTitles = "DG0210"
    case sharedClosure = "DG0211"
    case unusableShape = "DG0212"
    case unmatchedName = "DG0213"
    case focusOnNothing = "DG0214"

    // MARK: Arrows

    case unknownBox = "DG0301"
    case ambiguousBox = "DG0302"
    case arrowToItself = "DG0303"
    case textOnBox = "DG0304"
    case idOfOtherArrow = "DG0305"
    case idOfBox = "DG0306"
    case arrowGap = "DG0307"
    case arrowLength = "DG0308"
    case arrowWeight = "DG0309"
    case lengthInside = "DG0310"
    case lengthWithoutLayers = "DG0311"
    case arrowTwice = "DG0312"
    case messageOrder = "DG0313"
    case arrowOnTitle = "DG0314"

    // MARK: Trunks

    case trunkWithoutCommonEnd = "DG0351"
    case trunkWithTwins = "DG0352"
    case trunkWithLoop = "DG0353"
    case trunkWithoutAngles = "DG0354"
    case trunkSides = "DG0355"
    case trunkEnds = "DG0356"
    case trunkInsideAndOutside = "DG0357"
    case differentTrunks = "DG0358"

    // MARK: Hints and sizes

    case hintForOneBox = "DG0401"
    case hintForNestedBoxes = "DG0402"
    case hintInArrangement = "DG0403"
    case contradictingHints = "DG0404"
    case pinInArrangement = "DG0405"
    case differentPins = "DG0406"
    case pinOntoBox = "DG0407"
    case hintAgainstPins = "DG0408"
    case pinOutside = "DG0409"
    case boxSize = "DG0410"
    case gridColumns = "DG0411"
    case spacing = "DG0412"
    case sizeTooSmall = "DG0413"
    case wishNotKept = "DG0414"
    case deepNesting = "DG0415"
    case sharedPlace = "DG0416"
    case slideShare = "DG0417"
    case placeOutside = "DG0418"
    case differentPlaces = "DG0419"
    case laidOnItself = "DG0420"
    case contradictingPlaces = "DG0421"
    case pinMakesRoom = "DG0422"

    // MARK: Texts

    case controlCharacter = "DG0501"
    case longText = "DG0502"
    case textColor = "DG0503"
    case linkAddress = "DG0504"
    case codeMark = "DG0505"
    case codeLines = "DG0506"
    case coveredText = "DG0507"

    // MARK: Icons and badges

    case unknownIcon = "DG0601"
    case unreadableIcon = "DG0602"
    case iconSize = "DG0603"
    case badgeText = "DG0604"

    // MARK: Annotations

    case annotationWithoutBoxes = "DG0701"
    case emptyLegend = "DG0702"
    case markOnOther = "DG0703"
    case regionAroundOthers = "DG0704"

    // MARK: Files of JSON

    case unreadableJSON = "DG0801"
    case otherFormat = "DG0802"
    case unknownMember = "DG0803"
    case missingMember = "DG0804"
    case wrongValue = "DG0805"
    case sameName = "DG0806"
    case boxInItself = "DG0807"
    case tooManyBoxes = "DG0808"

    /// Whether a diagram with it can still be drawn.
    package var severity: Severity {
      switch self {
      case .movedBox, .differentTitles, .sharedClosure, .unmatchedName, .focusOnNothing,
        .arrowTwice,
        .arrowOnTitle, .sizeTooSmall, .wishNotKept, .emptyLegend, .markOnOther, .regionAroundOthers,
        .coveredText, .pinMakesRoom:
        .warning
      default: .error
      }
    }

    /// Whether equal ones at several places come from one cause: a box that is not there, an unknown icon.
    package var hasOneCause: Bool {
      switch self {
      case .unknownBox, .unknownIcon: true
      default: false
      }
    }

    /// Whether nothing can be placed with it: a value out of bounds, or wishes against each other.
    ///
    /// With every other mistake, the boxes are placed all the same, to tell in one go what only their
    /// places show. There is no default, so that a new kind says which of the two it is.
    package var spoilsPlaces: Bool {
      switch self {
      case .messageOrder, .arrowGap, .arrowLength, .arrowWeight, .lengthInside,
        .lengthWithoutLayers,
        .trunkWithoutCommonEnd, .trunkWithTwins, .trunkWithLoop, .trunkWithoutAngles, .trunkSides,
        .trunkEnds, .trunkInsideAndOutside, .differentTrunks,
        .hintForOneBox, .hintForNestedBoxes, .hintInArrangement, .contradictingHints,
        .pinInArrangement, .differentPins, .pinOntoBox, .hintAgainstPins, .pinOutside,
        .boxSize, .unusableShape, .gridColumns, .spacing, .deepNesting, .longText, .slideShare,
        .iconSize, .placeOutside, .differentPlaces, .laidOnItself, .contradictingPlaces:
        true
      case .seriesFolder, .pictureName, .samePictureName, .sameFile, .seriesWithoutPicture,
        .emptyPicture, .fileAsFolder, .unwritable,
        .invalidID, .noIdentity, .twiceInPicture, .differentContent, .twoPlaces, .splitGroup,
        .differentArrangements, .differentOrders, .movedBox, .differentTitles, .sharedClosure,
        .unmatchedName, .focusOnNothing, .unknownBox, .ambiguousBox, .arrowToItself, .textOnBox,
        .idOfOtherArrow,
        .idOfBox,
        .arrowTwice, .arrowOnTitle,
        .sizeTooSmall, .wishNotKept, .sharedPlace, .pinMakesRoom,
        .controlCharacter, .textColor, .linkAddress, .codeMark, .codeLines, .coveredText,
        .unknownIcon,
        .unreadableIcon, .badgeText, .annotationWithoutBoxes, .emptyLegend, .markOnOther,
        .regionAroundOthers, .unreadableJSON, .otherFormat, .unknownMember, .missingMember,
        .wrongValue, .sameName, .boxInItself, .tooManyBoxes:
        false
      }
    }
  }
}
