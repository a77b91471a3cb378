package import DiagramModel
import DiagramXML

extension IconDrawing {
  /// Reads an SVG file: outlines as far as it is made of them, else the file as a picture.
  ///
  /// Nothing of it is run or looked up: a file that holds a script, a document of another kind or the
  /// name of another file is refused, even where that would not be seen.
  /// - Throws: ``IconProblem`` where the file is no SVG, is not safe, or is larger than ``IconLimits``.
  package init(svg bytes: [UInt8]) throws(IconProblem) {
    guard bytes.count <= IconLimits.bytes else {
      throw IconProblem("it is larger than \(IconLimits.bytes) bytes")
    }
    let root: XMLElement
    do { root = try XMLElement.parse(bytes) } catch {
      throw IconProblem("it is no XML: \(error.description)")
    }
    guard root.svgName == "svg" else { throw IconProblem("it is no SVG, but <\(root.name)>") }
    var check = SafetyCheck()
    try check.look(at: root)
    let frame = try IconFrame(root)
    var reader = SVGReader(root, frame)
    do throws(SVGRefusal) {
      let parts = try reader.drawn()
      guard !parts.isEmpty else { throw SVGRefusal.broken(IconProblem("it draws nothing")) }
      self.init(width: frame.width, height: frame.height, parts: parts.inOneColor)
    } catch {
      switch error {
      case .broken(let problem): throw problem
      case .noOutlines:
        self.init(
          width: frame.width, height: frame.height, parts: [],
          image: IconImage(mediaType: "image/svg+xml", base64: base64(bytes)))
      }
    }
  }
}

/// Why outlines were not made of an SVG file.
enum SVGRefusal: Error {
  /// It is no icon at all.
  case broken(IconProblem)
  /// It has what outlines cannot say, as a gradient.
  case noOutlines(String)
}

/// The part of the plane that an icon shows.
struct IconFrame {
  let x: Double
  let y: Double
  let width: Double
  let height: Double

  /// - Throws: ``IconProblem`` where the size is not given, or is none.
  init(_ root: XMLElement) throws(IconProblem) {
    if let box = root[attribute: "viewBox"] {
      var scanner = NumberScanner(box)
      guard let x = scanner.number(), let y = scanner.number(), let width = scanner.number(),
        let height = scanner.number(), scanner.isAtEnd
      else { throw IconProblem("its viewBox is not four numbers") }
      (self.x, self.y, self.width, self.height) = (x, y, width, height)
    } else {
      guard let width = root.length("width"), let height = root.length("height") else {
        throw IconProblem("it has neither a viewBox nor a width and a height")
      }
      (x, y, self.width, self.height) = (0, 0, width, height)
    }
    let sizes = 1e-3...IconLimits.coordinate
    guard sizes.contains(width), sizes.contains(height), width / height <= 50,
      height / width <= 50, abs(x) <= IconLimits.coordinate, abs(y) <= IconLimits.coordinate
    else { throw IconProblem("it is \(width) × \(height) large") }
  }
}

extension XMLElement {
  /// The name of an element of SVG, without the prefix that some programs give it.
  var svgName: String { name.hasPrefix("svg:") ? String(name.dropFirst(4)) : name }

  /// A length in pixels; nil where it is not given or in another unit.
  func length(_ attribute: String) -> Double? {
    guard let value = self[attribute: attribute] else { return nil }
    var scanner = NumberScanner(value)
    guard let number = scanner.number(), ["", "px"].contains(scanner.rest),
      abs(number) <= IconLimits.coordinate
    else { return nil }
    return number
  }
}

extension [IconPart] {
  /// The parts in the theme's colour, if they have but one.
  fileprivate var inOneColor: [IconPart] {
    guard Set(flatMap { [$0.fill, $0.stroke].compactMap(\.self) }).count == 1 else { return self }
    return map { part in
      var part = part
      if part.fill != nil { part.fill = .line }
      if part.stroke != nil { part.stroke = .line }
      return part
    }
  }
}
