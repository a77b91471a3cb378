/// Turns styles into colours and pens, for one kind of background.
public struct Theme: Hashable, Sendable {
  /// The name on the command line.
  public let name: String
  /// What lies under the picture; contrasts are meant against it.
  package let background: Color
  /// Whether the picture brings its background along, or is transparent.
  package let paintsBackground: Bool
  package let text: Color
  package let mutedText: Color
  package let leaf: Surface
  /// The surfaces of containers, the outermost first; what lies deeper is like the last.
  package let containers: [Surface]
  package let muted: Surface
  package let line: Color
  /// A surface for each accent, in the order of ``Accent/allCases``.
  package let accents: [Surface]
  /// What lies under a text outside of all boxes, and fills an outlined box there; nil where the
  /// background does.
  package var chip: Color? = nil

  /// The colours of a kind of box.
  package struct Surface: Hashable, Sendable {
    package let fill: Color?
    package let stroke: Color
    /// The colour of a title or label on it.
    package let text: Color

    package init(fill: Color?, stroke: Color, text: Color) {
      self.fill = fill
      self.stroke = stroke
      self.text = text
    }
  }

  /// The colours of a container inside so many others.
  package func container(depth: Int) -> Surface { containers[min(depth, containers.count - 1)] }

  /// The colours of an accent.
  package func surface(of accent: Accent) -> Surface {
    accents[Accent.allCases.firstIndex(of: accent) ?? 0]
  }
}

extension Theme {
  /// The themes there are.
  public static let all: [Theme] = [dark, light, print, anywhere]

  /// The theme of pictures of which nobody says where they will be shown.
  public static let `default` = anywhere

  /// Readable on white, on a dark slide (#191919) and on whatever lies between: every text lies on a
  /// light surface, and every line is of a middle tone.
  public static let anywhere = Theme(
    name: "anywhere", background: Color(0xFFFFFF), paintsBackground: false,
    text: Color(0x17242D), mutedText: Color(0x55646F),
    leaf: Surface(fill: Color(0xCFE0EC), stroke: Color(0x5B7486), text: Color(0x17242D)),
    containers: [
      Surface(fill: Color(0xF1F5F8), stroke: Color(0x6B8190), text: Color(0x3A4A55)),
      Surface(fill: Color(0xE6EDF2), stroke: Color(0x6B8190), text: Color(0x3A4A55)),
    ],
    muted: Surface(fill: Color(0xEDF1F4), stroke: Color(0x77838C), text: Color(0x55646F)),
    line: Color(0x647F92),
    accents: [
      Surface(fill: Color(0xA8D3EE), stroke: Color(0x1A70A0), text: Color(0x0E2433)),
      Surface(fill: Color(0xF6CFCB), stroke: Color(0xBA3B3F), text: Color(0x2E1212)),
      Surface(fill: Color(0xFBDDB4), stroke: Color(0xA0560A), text: Color(0x2B1C08)),
      Surface(fill: Color(0xC3E6CC), stroke: Color(0x287641), text: Color(0x0F2616)),
      Surface(fill: Color(0xDDD0F5), stroke: Color(0x7656BD), text: Color(0x1F1433)),
    ], chip: Color(0xF1F5F8))

  /// Light on a dark slide (#191919), transparent, with the link colour #7cbad4 as accent.
  public static let dark = Theme(
    name: "dark", background: Color(0x191919), paintsBackground: false,
    text: Color(0xFFFFFF), mutedText: Color(0xA3ADB5),
    leaf: Surface(fill: Color(0x2A343B), stroke: Color(0xD5DDE2), text: Color(0xFFFFFF)),
    containers: [Surface(fill: nil, stroke: Color(0x7D8A93), text: Color(0xC8D2D9))],
    muted: Surface(fill: nil, stroke: Color(0x707C85), text: Color(0xA3ADB5)),
    line: Color(0xD5DDE2),
    accents: [
      Surface(fill: Color(0x1F4152), stroke: Color(0x7CBAD4), text: Color(0xFFFFFF)),
      Surface(fill: Color(0x55272B), stroke: Color(0xF28B8B), text: Color(0xFFFFFF)),
      Surface(fill: Color(0x523716), stroke: Color(0xF0A95B), text: Color(0xFFFFFF)),
      Surface(fill: Color(0x23482F), stroke: Color(0x86CC98), text: Color(0xFFFFFF)),
      Surface(fill: Color(0x41325C), stroke: Color(0xBCA4EA), text: Color(0xFFFFFF)),
    ])

  /// Dark on a white page, transparent.
  public static let light = Theme(
    name: "light", background: Color(0xFFFFFF), paintsBackground: false,
    text: Color(0x14212B), mutedText: Color(0x5A6770),
    leaf: Surface(fill: Color(0xF3F6F8), stroke: Color(0x4A5963), text: Color(0x14212B)),
    containers: [Surface(fill: nil, stroke: Color(0x7B8891), text: Color(0x3F4D57))],
    muted: Surface(fill: nil, stroke: Color(0x8A959D), text: Color(0x5A6770)),
    line: Color(0x35434D),
    accents: [
      Surface(fill: Color(0xDDEFF7), stroke: Color(0x1F7396), text: Color(0x14212B)),
      Surface(fill: Color(0xFBE3E3), stroke: Color(0xB3383D), text: Color(0x14212B)),
      Surface(fill: Color(0xFCEBD6), stroke: Color(0xA65A0C), text: Color(0x14212B)),
      Surface(fill: Color(0xDFF2E4), stroke: Color(0x2B7A45), text: Color(0x14212B)),
      Surface(fill: Color(0xECE5FA), stroke: Color(0x6A4BB0), text: Color(0x14212B)),
    ])

  /// Black on white paper; accents differ in grey as well as in colour.
  public static let print = Theme(
    name: "print", background: Color(0xFFFFFF), paintsBackground: true,
    text: Color(0x000000), mutedText: Color(0x595959),
    leaf: Surface(fill: Color(0xFFFFFF), stroke: Color(0x000000), text: Color(0x000000)),
    containers: [Surface(fill: nil, stroke: Color(0x666666), text: Color(0x1F1F1F))],
    muted: Surface(fill: nil, stroke: Color(0x8C8C8C), text: Color(0x595959)),
    line: Color(0x000000),
    accents: [
      Surface(fill: Color(0xD2E6F0), stroke: Color(0x0B4F6C), text: Color(0x000000)),
      Surface(fill: Color(0xF6D9D9), stroke: Color(0x8E1B20), text: Color(0x000000)),
      Surface(fill: Color(0xF7E4C8), stroke: Color(0x7E4300), text: Color(0x000000)),
      Surface(fill: Color(0xD6EBDB), stroke: Color(0x1B5A30), text: Color(0x000000)),
      Surface(fill: Color(0xE3DAF3), stroke: Color(0x4B2E8C), text: Color(0x000000)),
    ])
}
