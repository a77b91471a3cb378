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
  /// The surfaces of containers, the outermost first; what lies deeper is like the last two in turn.
  package let containers: [Surface]
  package let muted: Surface
  /// What shows by its line more than by its surface: a dashed, dotted, heavy or empty box.
  package let outline: Color
  package let line: Color
  /// An arrow that steps back, and can still be followed.
  package let mutedLine: Color
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
  package func container(depth: Int) -> Surface {
    let last = containers.count - 1
    return containers[depth <= last ? depth : max(0, last - (depth - last) % 2)]
  }

  /// The colours of an accent.
  package func surface(of accent: Accent) -> Surface {
    accents[Accent.allCases.firstIndex(of: accent) ?? 0]
  }
}

extension Theme {
  /// The themes there are.
  public static let all: [Theme] = [dark, light, print, anywhere, adaptive]

  /// Light or dark, as the person prefers who looks at a page that follows this as well: ``light`` with the colours of
  /// ``dark`` for a viewer that asks for them, as browsers do. Where a page keeps its background whatever people
  /// prefer, as a slide does, take the theme of that background, or ``anywhere``.
  public static let adaptive = light.adapting(to: dark, named: "adaptive")

  /// The theme of pictures of which nobody says where they will be shown.
  public static let `default` = anywhere

  /// Readable on white, on a dark slide (#191919) and on whatever lies between: every text lies on a
  /// light surface, and every line is of a middle tone.
  public static let anywhere = Theme(
    name: "anywhere", background: Color(0xFFFFFF), paintsBackground: false,
    text: Color(0x17242D), mutedText: Color(0x55646F),
    leaf: Surface(fill: Color(0xC9DCEA), stroke: Color(0x88A0B0), text: Color(0x17242D)),
    containers: [
      Surface(fill: Color(0xF1F5F8), stroke: Color(0x9FB1BD), text: Color(0x3A4A55)),
      Surface(fill: Color(0xE6EDF2), stroke: Color(0x9FB1BD), text: Color(0x3A4A55)),
    ],
    muted: Surface(fill: Color(0xEDF1F4), stroke: Color(0xA9B5BD), text: Color(0x55646F)),
    outline: Color(0x5B7486), line: Color(0x647F92), mutedLine: Color(0x77838C),
    accents: [
      Surface(fill: Color(0x8ECBF0), stroke: Color(0x1A70A0), text: Color(0x0E2433)),
      Surface(fill: Color(0xF3B3AE), stroke: Color(0xBA3B3F), text: Color(0x2E1212)),
      Surface(fill: Color(0xF5BD6A), stroke: Color(0xA0560A), text: Color(0x2B1C08)),
      Surface(fill: Color(0x86D29B), stroke: Color(0x287641), text: Color(0x0F2616)),
      Surface(fill: Color(0xCDB9F3), stroke: Color(0x7656BD), text: Color(0x1F1433)),
    ], chip: Color(0xF1F5F8))

  /// Light on a dark slide (#191919), transparent, with the link colour #7cbad4 as accent: surfaces that
  /// lie on each other, and lines that are brighter than all of them.
  public static let dark = Theme(
    name: "dark", background: Color(0x191919), paintsBackground: false,
    text: Color(0xFFFFFF), mutedText: Color(0x97A3AC),
    leaf: Surface(fill: Color(0x33414A), stroke: Color(0x6B7C87), text: Color(0xFFFFFF)),
    containers: [
      Surface(fill: Color(0x1F252A), stroke: Color(0x3A464F), text: Color(0x9FB0BB)),
      Surface(fill: Color(0x252D33), stroke: Color(0x3A464F), text: Color(0x9FB0BB)),
      Surface(fill: Color(0x2B353C), stroke: Color(0x3A464F), text: Color(0x9FB0BB)),
    ],
    muted: Surface(fill: nil, stroke: Color(0x4F5C65), text: Color(0x97A3AC)),
    outline: Color(0x8B9AA4), line: Color(0xD5DDE2), mutedLine: Color(0x7D8A93),
    accents: [
      Surface(fill: Color(0x1F5A75), stroke: Color(0x7CBAD4), text: Color(0xFFFFFF)),
      Surface(fill: Color(0x8A2F38), stroke: Color(0xF28B8B), text: Color(0xFFFFFF)),
      Surface(fill: Color(0x85520F), stroke: Color(0xF0A95B), text: Color(0xFFFFFF)),
      Surface(fill: Color(0x256B3D), stroke: Color(0x86CC98), text: Color(0xFFFFFF)),
      Surface(fill: Color(0x5B4490), stroke: Color(0xBCA4EA), text: Color(0xFFFFFF)),
    ])

  /// Dark on a white page, transparent.
  public static let light = Theme(
    name: "light", background: Color(0xFFFFFF), paintsBackground: false,
    text: Color(0x14212B), mutedText: Color(0x586570),
    leaf: Surface(fill: Color(0xD5E0E7), stroke: Color(0x8FA1AD), text: Color(0x14212B)),
    containers: [
      Surface(fill: Color(0xF1F4F6), stroke: Color(0xC3CFD7), text: Color(0x4A5A66)),
      Surface(fill: Color(0xE3E9ED), stroke: Color(0xBCC9D1), text: Color(0x4A5A66)),
    ],
    muted: Surface(fill: nil, stroke: Color(0xA8B5BE), text: Color(0x586570)),
    outline: Color(0x5F707C), line: Color(0x35434D), mutedLine: Color(0x76828B),
    accents: [
      Surface(fill: Color(0x8CC8E6), stroke: Color(0x1B6684), text: Color(0x14212B)),
      Surface(fill: Color(0xF2B1B1), stroke: Color(0xA83238), text: Color(0x14212B)),
      Surface(fill: Color(0xF5C27F), stroke: Color(0x97500A), text: Color(0x14212B)),
      Surface(fill: Color(0x9FD8AE), stroke: Color(0x256B3C), text: Color(0x14212B)),
      Surface(fill: Color(0xC9B5F0), stroke: Color(0x6A4BB0), text: Color(0x14212B)),
    ])

  /// Black on white paper; what lies in each other differs in grey, and accents in grey as well as in
  /// colour.
  public static let print = Theme(
    name: "print", background: Color(0xFFFFFF), paintsBackground: true,
    text: Color(0x000000), mutedText: Color(0x595959),
    leaf: Surface(fill: Color(0xFFFFFF), stroke: Color(0x000000), text: Color(0x000000)),
    containers: [
      Surface(fill: Color(0xF1F1F1), stroke: Color(0x7A7A7A), text: Color(0x1F1F1F)),
      Surface(fill: Color(0xE4E4E4), stroke: Color(0x7A7A7A), text: Color(0x1F1F1F)),
    ],
    muted: Surface(fill: nil, stroke: Color(0x8C8C8C), text: Color(0x595959)),
    outline: Color(0x000000), line: Color(0x000000), mutedLine: Color(0x7F7F7F),
    accents: [
      Surface(fill: Color(0xB7D7E8), stroke: Color(0x0B4F6C), text: Color(0x000000)),
      Surface(fill: Color(0xEFC0C0), stroke: Color(0x8E1B20), text: Color(0x000000)),
      Surface(fill: Color(0xF0D19E), stroke: Color(0x7E4300), text: Color(0x000000)),
      Surface(fill: Color(0xBEE0C7), stroke: Color(0x1B5A30), text: Color(0x000000)),
      Surface(fill: Color(0xD2C2EE), stroke: Color(0x4B2E8C), text: Color(0x000000)),
    ])
}
