import DiagramModel
import Foundation
import Testing

/// What rsvg-convert makes of an SVG file, as pixels; Python, which has zlib, unpacks them.
struct RasterImage {
  let width: Int
  let height: Int
  private let pixels: [UInt8]

  /// Whether this machine has both programs.
  static let isPossible = ["rsvg-convert", "python3"].allSatisfy { name in
    (try? Program.run("/bin/sh", ["-c", "command -v \(name)"], in: "/"))?.status == 0
  }

  init(of file: String, background: String, in folder: TemporaryFolder) throws {
    let run = try Program.run(
      "/bin/sh",
      [
        "-c", "rsvg-convert -b '\(background)' '\(file)' > image.png && python3 -c \"$0\"",
        Self.script,
      ],
      in: folder.path)
    let lines = run.lines
    try #require(run.status == 0 && lines.count == 1, "\(run)")
    let size = lines[0].split(separator: " ").compactMap { Int($0) }
    (width, height) = (size[0], size[1])
    pixels = try Array(Data(contentsOf: URL(fileURLWithPath: folder.path("image.raw"))))
    try #require(pixels.count == width * height * 3)
  }

  /// How many pixels of a rectangle have a colour, each channel within a few steps.
  func count(_ color: UInt32, in place: Rect) -> Int {
    let wanted = [color >> 16, color >> 8, color].map { Int($0 & 0xFF) }
    var count = 0
    for y in max(place.minY, 0)..<min(place.maxY, height) {
      for x in max(place.minX, 0)..<min(place.maxX, width) {
        let start = 3 * (y * width + x)
        let isNear = wanted.indices.allSatisfy { abs(Int(pixels[start + $0]) - wanted[$0]) <= 6 }
        if isNear { count += 1 }
      }
    }
    return count
  }

  /// Undoes the filters of a PNG with eight bits a channel.
  ///
  /// > Source: W3C, Portable Network Graphics, third edition, section 9.
  private static let script = """
    import struct, zlib
    data = open('image.png', 'rb').read()
    place, packed = 8, b''
    while place < len(data):
        length, kind = struct.unpack('>I4s', data[place:place + 8])
        part = data[place + 8:place + 8 + length]
        if kind == b'IHDR': width, height, depth, color = struct.unpack('>IIBB', part[:10])
        if kind == b'IDAT': packed += part
        place += 12 + length
    step = {2: 3, 6: 4}[color]
    raw, row, out = zlib.decompress(packed), bytearray(width * step), bytearray()
    for y in range(height):
        start = y * (width * step + 1)
        filter, line = raw[start], bytearray(raw[start + 1:start + 1 + width * step])
        for x in range(len(line)):
            left, up = (line[x - step] if x >= step else 0), row[x]
            corner = row[x - step] if x >= step else 0
            guess = left + up - corner
            near = min((abs(guess - left), 0, left), (abs(guess - up), 1, up), (abs(guess - corner), 2, corner))
            line[x] = (line[x] + (0, left, up, (left + up) // 2, near[2])[filter]) & 255
        row = line
        for x in range(width): out += line[x * step:x * step + 3]
    open('image.raw', 'wb').write(out)
    print(width, height)
    """
}
