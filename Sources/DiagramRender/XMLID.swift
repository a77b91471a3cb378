import DiagramModel
import DiagramXML

/// The XML ids of one picture, as legible as XML allows: the box `control-plane/etcd` of the
/// picture `120_kubernetes/nodes` is `dark.120_kubernetes.nodes..control-plane.etcd`.
///
/// They begin with the theme and the path of the picture, so that pictures which stand in one HTML
/// page share none, and no picture is named by the title of another.
struct PictureIDs {
  private let prefix: String

  init(_ scene: Scene) {
    prefix = "\(xmlID(of: scene.theme)).\(xmlID(of: scene.path))"
  }

  var title: String { "\(prefix).title" }
  var summary: String { "\(prefix).summary" }

  /// The id of an element. What stands between two dots is no part of a path, so that these differ
  /// from the others and from those of every other picture.
  func element(_ path: String) -> String { "\(prefix)..\(xmlID(of: path))" }
}

/// A path as part of an XML id: letters, digits, `-` and `_` stay, `/` becomes `.`, and any other
/// character its number between underscores.
///
/// No two paths become the same, and none has a dot at its ends or two in a row: a `/` there, and a
/// `_` that would look like the start of a number, are written as numbers too.
func xmlID(of path: String) -> String {
  if let id = plainXMLID(of: path) { return id }
  let scalars = Array(path.unicodeScalars)
  // From the end, for what an underscore stands before decides how it is written.
  var id: [Unicode.Scalar] = []
  for (index, scalar) in scalars.enumerated().reversed() {
    let isInside = index > 0 && index < scalars.count - 1 && scalars[index - 1] != "/"
    if scalar == "/", isInside {
      id.append(".")
    } else if scalar == "_" ? !startsNumber(id) : scalar != "." && scalar.continuesXMLName {
      id.append(scalar)
    } else {
      id.append(contentsOf: "_\(String(scalar.value, radix: 16))_".unicodeScalars.reversed())
    }
  }
  return String(String.UnicodeScalarView(id.reversed()))
}

/// The id of a path of letters, digits, hyphens and single slashes inside, the usual one; nil for any other.
private func plainXMLID(of path: String) -> String? {
  var path = path
  return path.withUTF8 { bytes in
    var isBehindSlash = true
    for byte in bytes {
      if byte == UInt8(ascii: "/") {
        if isBehindSlash { return nil }
        isBehindSlash = true
        continue
      }
      isBehindSlash = false
      let isLetter = (0x61...0x7A).contains(byte | 0x20)
      guard isLetter || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") else {
        return nil
      }
    }
    if isBehindSlash { return nil }
    return String(unsafeUninitializedCapacity: bytes.count) { id in
      for (index, byte) in bytes.enumerated() {
        id[index] = byte == UInt8(ascii: "/") ? UInt8(ascii: ".") : byte
      }
      return bytes.count
    }
  }
}

/// Whether an underscore before this text, which stands here from its end to its start, would make
/// a number between underscores of it.
private func startsNumber(_ reversed: [Unicode.Scalar]) -> Bool {
  guard let end = reversed.lastIndex(where: { !$0.properties.isASCIIHexDigit }) else {
    return false
  }
  return reversed[end] == "_" && end < reversed.count - 1
}
