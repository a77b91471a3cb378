package import DiagramDSL
package import DiagramModel

/// The files and folders that pictures become, and where two of them would be one.
///
/// Names are compared as the strictest file systems do: neither case nor the way in which a
/// character is composed tells them apart.
///
/// - Complexity: O(*n*) for *n* files.
struct OutputPlaces {
  /// A picture of a catalog.
  private struct Place {
    let series: Int
    let path: String
    let picture: Picture
  }

  /// By file; those within one series are told there.
  private(set) var diagnostics: [Diagnostic] = []
  private let isWithinSeries: Bool
  /// The pictures by what makes their files one.
  private var pictures: [String: Place] = [:]
  private var places: [Place] = []
  /// How many pictures there are of what makes their files one.
  private var counts: [String: Int] = [:]

  /// The places of one series, or of a catalog, whose single series are left out.
  init(_ catalog: [Series]) {
    isWithinSeries = catalog.count == 1
    for (index, series) in catalog.enumerated() {
      for picture in series.pictures {
        places.append(
          Place(series: index, path: "\(series.path)/\(picture.name)", picture: picture))
      }
    }
    let taken = Set(places.map { Self.key($0.path) })
    for place in places { check(place, taken) }
    checkFolders()
  }

  private mutating func check(_ place: Place, _ taken: Set<String>) {
    let key = Self.key(place.path)
    counts[key, default: 0] += 1
    guard let other = pictures[key] else {
      pictures[key] = place
      return
    }
    guard isTold(place, other) else { return }
    let names = [other.picture.name, place.picture.name].map(quoted)
    let message =
      if place.series != other.series {
        "two series write the picture \(quoted(place.path))"
      } else if names[0].unicodeScalars.elementsEqual(names[1].unicodeScalars) {
        "two pictures are called \(names[1])"
      } else if other.picture.name == place.picture.name {
        "two pictures are called \(names[0]) and \(names[1]), whose characters are only composed in "
          + "two ways: they are one file on many systems"
      } else {
        "two pictures are called \(names[0]) and \(names[1]), which are one file on many systems"
      }
    let folder = place.path.dropLast(place.picture.name.count)
    let name = numbered(shortened(place.picture.name), place: (counts[key] ?? 2) - 1) {
      taken.contains(Self.key("\(folder)\($0)"))
    }
    report(
      isWithinSeries ? .samePictureName : .sameFile, message, place, other,
      "give one of them another name, as in `Picture(\(literal(name)))`")
  }

  /// Reports pictures whose file would be a folder that others need.
  private mutating func checkFolders() {
    var files: [String: Place] = [:]
    for place in places {
      for format in OutputFormat.allCases {
        files[Self.key("\(place.path).\(format.rawValue)")] = place
      }
    }
    var told: Set<String> = []
    for place in places {
      let parts = place.path.split(separator: "/").map(String.init)
      for end in parts.indices.dropFirst() {
        let folder = parts[..<end].joined(separator: "/")
        guard let other = files[Self.key(folder)], isTold(place, other),
          told.insert(Self.key(folder)).inserted
        else { continue }
        report(
          .fileAsFolder,
          "the folder \(quoted(folder)) would be a file too, that of picture "
            + quoted(other.picture.name), place, other,
          "give one of them another name: a folder best has none with the extension of a picture")
      }
    }
  }

  private func isTold(_ place: Place, _ other: Place) -> Bool {
    isWithinSeries || place.series != other.series
  }

  private mutating func report(
    _ kind: Diagnostic.Kind, _ message: String, _ place: Place, _ other: Place, _ hint: String
  ) {
    diagnostics.append(
      Diagnostic(
        kind, message, at: place.picture.origin, hints: [hint],
        notes: [.init("the other one", at: other.picture.origin)]))
  }

  /// Equal for paths that are one on some file system; strings are equal however their characters
  /// are composed.
  private static func key(_ path: String) -> String { path.uppercased().lowercased() }
}

/// What only the whole catalog shows: pictures of two series that would write one file, a file where
/// the other needs a folder, and, as a warning, a series that holds the pictures of another one.
package func catalogDiagnostics(_ catalog: [Series]) -> [Diagnostic] {
  guard catalog.count > 1 else { return [] }
  return (OutputPlaces(catalog).diagnostics + sharedSeriesDiagnostics(catalog)).inWrittenOrder()
}
