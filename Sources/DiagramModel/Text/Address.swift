/// Where a link leads, as far as it is safe to follow in whatever shows the picture.
package enum Address {
  /// What is wrong with the address of a link, in words that go on after it; nil if nothing is.
  ///
  /// Addresses on the web and of mail are safe, and those that count from where the picture is. An
  /// address of any other kind may run a program.
  ///
  /// > Source: RFC 3986, section 3.1; the URL standard of WHATWG removes tabs and line feeds before
  /// > it looks for a scheme.
  package static func problem(with address: String) -> String? {
    if address.isEmpty { return "is empty" }
    let isClean = address.unicodeScalars.allSatisfy { scalar in
      scalar.value > 0x20 && !(0x7F...0x9F).contains(scalar.value)
        && !scalar.properties.isWhitespace && !scalar.properties.isNoncharacterCodePoint
    }
    guard isClean else { return "holds a space or a character that cannot be seen" }
    guard let scheme = scheme(of: address) else { return nil }
    return safeSchemes.contains(scheme) ? nil : "begins with “\(scheme):”, which is not safe"
  }

  /// What an address may begin with; all others count from where the picture is.
  package static let safeSchemes = ["https", "http", "mailto"]

  /// What stands before the first colon, in lower case, unless the colon is a part of a path.
  private static func scheme(of address: String) -> String? {
    guard let colon = address.firstIndex(of: ":"),
      !address[..<colon].contains(where: "/?#".contains)
    else { return nil }
    return address[..<colon].lowercased()
  }
}
