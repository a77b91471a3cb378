/// Bytes as letters, digits, `+` and `/`.
///
/// > Source: RFC 4648.
package func base64(_ bytes: [UInt8]) -> String {
  let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var output: [UInt8] = []
  output.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    let number = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
    for digit in 0...3 {
      let isFilling = digit > group.count
      output.append(isFilling ? UInt8(ascii: "=") : digits[number >> (18 - 6 * digit) & 63])
    }
  }
  return String(decoding: output, as: UTF8.self)
}
