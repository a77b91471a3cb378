extension Collection<UInt8> {
  /// The bytes with each `%` and its two hexadecimal digits as the byte that they mean; what is no such three
  /// stays as it is.
  ///
  /// > Source: RFC 3986, section 2.1.
  package var percentDecoded: [UInt8] {
    var decoded: [UInt8] = []
    var rest = self[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2).compactMap(\.hexadecimalValue)
      if byte == UInt8(ascii: "%"), digits.count == 2 {
        decoded.append(digits[0] * 16 + digits[1])
        rest = rest.dropFirst(2)
      } else {
        decoded.append(byte)
      }
    }
    return decoded
  }
}

extension UInt8 {
  /// What it is worth as a hexadecimal digit; nil if it is none.
  fileprivate var hexadecimalValue: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
