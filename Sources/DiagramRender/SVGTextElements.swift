internal import DiagramXML

/// A face of a font as a text of an SVG asks for it.
package struct SVGFontFace: Hashable, Sendable {
  /// The families of the stack that name one, the first choice first; without the generic one at its end.
  package let families: [String]
  package let isBold: Bool
  package let isItalic: Bool

  package init(families: [String], isBold: Bool, isItalic: Bool) {
    self.families = families
    self.isBold = isBold
    self.isItalic = isItalic
  }
}

/// A part of a line of text in one face.
package struct SVGTextRun: Hashable, Sendable {
  package let text: String
  package let face: SVGFontFace

  package init(text: String, face: SVGFontFace) {
    self.text = text
    self.face = face
  }
}

/// A line of text of an SVG that we wrote, and where its element stands in the file.
package struct SVGTextElement: Sendable {
  package struct Part: Sendable {
    package let run: SVGTextRun
    /// In units for an em.
    let size: Int
    /// What its outlines are filled with: attributes of the picture.
    let paint: [XMLAttribute]
    /// Where it leads.
    let link: String?
  }

  /// In bytes of the file.
  let place: Range<Int>
  /// From left to right.
  package let parts: [Part]
  let x: Int
  let y: Int
  /// The share of its width that lies before `x`, in halves.
  let halvesBefore: Int
  /// What turns it, and whether readers leave it out.
  let kept: [XMLAttribute]
  /// Whether readers leave it out, since its group says the same.
  let isHidden: Bool

  /// All lines of text of an SVG that we wrote, in the order of the file.
  ///
  /// A `<` in a value or text of such a file is written as a reference, so that an element begins wherever its
  /// tag stands, and the drawing of draw.io in an attribute holds none.
  /// - Complexity: O(*bytes*).
  package static func all(in file: [UInt8]) -> [SVGTextElement] {
    let (start, end) = (Array("<text ".utf8), Array("</text>".utf8))
    var elements: [SVGTextElement] = []
    var index = 0
    while let open = file.firstRange(of: start, from: index) {
      guard let close = file.firstRange(of: end, from: open.upperBound) else { break }
      index = close.upperBound
      let place = open.lowerBound..<close.upperBound
      if let root = try? XMLElement.parse(Array(file[place])),
        let element = SVGTextElement(root, at: place)
      {
        elements.append(element)
      }
    }
    return elements
  }

  private init?(_ root: XMLElement, at place: Range<Int>) {
    guard let x = root.number("x"), let y = root.number("y") else { return nil }
    self.place = place
    (self.x, self.y) = (x, y)
    halvesBefore = ["middle": 1, "end": 2][root[attribute: "text-anchor"] ?? ""] ?? 0
    kept = root.attributes.filter { $0.name == "transform" }
    isHidden = root[attribute: "aria-hidden"] == "true"
    var parts: [Part] = []
    for child in root.children { Self.read(child, in: [root], nil, into: &parts) }
    self.parts = parts
  }

  /// Takes over the text of a node, whose attributes go before those of the elements around it.
  private static func read(
    _ node: XMLNode, in around: [XMLElement], _ link: String?, into parts: inout [Part]
  ) {
    switch node {
    case .comment: break
    case .element(let element):
      for child in element.children {
        read(child, in: around + [element], element[attribute: "href"] ?? link, into: &parts)
      }
    case .text(let text):
      func value(_ name: String) -> String? {
        around.reversed().lazy.compactMap { $0[attribute: name] }.first
      }
      let painted = around.last { $0[attribute: "fill"] != nil }
      let families = (value("font-family") ?? "").split(separator: ",").map { name in
        String(name.drop { $0 == " " })
      }
      let face = SVGFontFace(
        families: Array(families.dropLast()), isBold: value("font-weight") == "bold",
        isItalic: value("font-style") == "italic")
      parts.append(
        Part(
          run: SVGTextRun(text: text, face: face), size: value("font-size").flatMap(Int.init) ?? 0,
          paint: (painted?.attributes ?? []).filter { ["class", "fill"].contains($0.name) },
          link: link))
    }
  }

  /// What is read.
  package var text: String { parts.map(\.run.text).joined() }
}

extension XMLElement {
  fileprivate func number(_ name: String) -> Int? { self[attribute: name].flatMap(Int.init) }
}

extension [UInt8] {
  /// Where some bytes stand for the first time from an index on.
  func firstRange(of pattern: [UInt8], from start: Int = 0) -> Range<Int>? {
    guard let first = pattern.first, count >= pattern.count else { return nil }
    return withUnsafeBufferPointer { bytes in
      var index = start
      while index <= bytes.count - pattern.count {
        if bytes[index] == first, bytes[index..<(index + pattern.count)].elementsEqual(pattern) {
          return index..<(index + pattern.count)
        }
        index += 1
      }
      return nil
    }
  }
}
