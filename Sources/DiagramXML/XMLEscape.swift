/// Where escaped text is put.
enum XMLPlace {
  case text
  /// In an attribute between double quotes, on one line.
  case attribute
  /// In an attribute between single quotes, with its line breaks as they are.
  case multilineAttribute
}

extension String {
  /// Whether no place needs a reference for any character: the usual case, quickly told.
  var isPlainEverywhere: Bool {
    let isPlain = utf8.withContiguousStorageIfAvailable { bytes in
      for byte in bytes where byte >= 0x7F || byte < 0x20 || byte.needsCare { return false }
      return true
    }
    return isPlain ?? false
  }

  /// This text as UTF-8 in which every character that means something else in `place`, or that a
  /// reader would change, is written as a reference.
  func escaped(for place: XMLPlace, isASCII: Bool) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(utf8.count + utf8.count / 4)
    var text = self
    text.withUTF8 { bytes in
      var start = 0
      for index in bytes.indices where bytes[index].needsCare {
        guard let reference = bytes[index].reference(in: place) else { continue }
        output.append(contentsOf: bytes[start..<index])
        output.append(contentsOf: reference.utf8)
        start = index + 1
      }
      output.append(contentsOf: bytes[start...])
    }
    guard isASCII, output.contains(where: { $0 >= 0x80 }) else { return output }
    return String(decoding: output, as: UTF8.self).unicodeScalars.flatMap { scalar in
      scalar.isASCII ? [UInt8(truncatingIfNeeded: scalar.value)] : Array("&#\(scalar.value);".utf8)
    }
  }

  /// The first character that no XML file can hold, not even as a number.
  ///
  /// > Source: XML 1.0, fifth edition, production 2, Char.
  var firstForbiddenScalar: Unicode.Scalar? {
    // U+FFFE and U+FFFF start with this byte, as all from U+F000 on.
    let isSuspect = utf8.contains { $0 < 0x20 || $0 == 0xEF }
    guard isSuspect else { return nil }
    return unicodeScalars.first(where: \.isForbiddenInXML)
  }

  /// This text with a question mark for each character that no XML file can hold.
  package var withoutForbiddenScalars: String {
    guard firstForbiddenScalar != nil else { return self }
    return String(
      String.UnicodeScalarView(unicodeScalars.map { $0.isForbiddenInXML ? "?" : $0 }))
  }

  /// Whether this is a name that an element or attribute may have.
  ///
  /// > Source: XML 1.0, fifth edition, productions 4 and 5, Name; Namespaces in XML, QName.
  var isXMLName: Bool {
    if isPlainName { return true }
    let parts = split(separator: ":", omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in
        part.unicodeScalars.first?.startsXMLName == true
          && part.unicodeScalars.allSatisfy(\.continuesXMLName)
      }
  }
}

extension String {
  /// Whether it is a letter and then letters, digits and hyphens, all ASCII: the usual name.
  private var isPlainName: Bool {
    var name = self
    return name.withUTF8 { bytes in
      guard let first = bytes.first, first.isLetter else { return false }
      return bytes.allSatisfy { byte in
        byte.isLetter || byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte)
      }
    }
  }
}

extension UInt8 {
  /// Whether it is a letter of ASCII.
  fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }

  /// Whether it means something else than itself in some place: one of `&<>"'`, or a tab or break.
  fileprivate var needsCare: Bool {
    self < 0x40 && (1 << UInt64(self)) & Self.careful != 0
  }

  /// A bit for each of `\t\n\r"&'<>`.
  private static var careful: UInt64 {
    1 << 0x09 | 1 << 0x0A | 1 << 0x0D | 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E
  }

  /// How the character is written in a place where it cannot stand as it is.
  fileprivate func reference(in place: XMLPlace) -> String? {
    switch (self, place) {
    case (UInt8(ascii: "&"), _): "&amp;"
    case (UInt8(ascii: "<"), _): "&lt;"
    case (UInt8(ascii: ">"), .text), (UInt8(ascii: ">"), .attribute): "&gt;"
    case (UInt8(ascii: "\""), .attribute): "&quot;"
    case (UInt8(ascii: "'"), .multilineAttribute): "&apos;"
    case (UInt8(ascii: "\n"), .attribute): "&#10;"
    case (UInt8(ascii: "\t"), .attribute), (UInt8(ascii: "\t"), .multilineAttribute): "&#9;"
    case (UInt8(ascii: "\r"), _): "&#13;"
    default: nil
    }
  }
}

extension Unicode.Scalar {
  /// Whether no XML file can hold it.
  fileprivate var isForbiddenInXML: Bool {
    switch value {
    case 0x9, 0xA, 0xD: false
    case ..<0x20, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// Whether an XML name, or a part of it before or after the colon, may start with this.
  package var startsXMLName: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0x5F: true
    case ..<0xC0: false
    case 0xD7, 0xF7, 0x300...0x36F, 0x37E: false
    case ...0x1FFF: true
    case 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF: true
    case 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF: true
    default: false
    }
  }

  /// Whether this may stand in an XML name after its first character.
  package var continuesXMLName: Bool {
    switch value {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: startsXMLName
    }
  }
}
