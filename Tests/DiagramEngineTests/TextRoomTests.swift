import DiagramDSL
import DiagramEngine
import DiagramModel
import TestSupport
import Testing

/// The room that texts have in their boxes.
@Suite struct TextRoomTests {
  private func box(_ component: Component) throws -> SceneBox {
    let series = Series("texts") { Picture("p") { component } }
    return try #require(try series.scenes(in: .dark).first?.boxes.first)
  }

  private func box(_ title: String) throws -> SceneBox { try box(Component(title).id("a")) }

  @Test(arguments: [
    "Kundenstammdatenverwaltung", "Rechtsschutzversicherungsgesellschaft",
    "Überweisungsauftragsbestätigung",
  ])
  func aBoxGrowsForALongWord(word: String) throws {
    let box = try box(word)
    let text = try #require(box.text)
    #expect(text.lines.map(\.text) == [word])
    #expect(box.frame.contains(text.frame) && box.frame.size.width >= text.frame.size.width + 28)
  }

  @Test func aBoxGrowsForNothingElse() throws {
    #expect(try box("com.example.orders.internal.OrderRepository").frame.size.width <= 220)
    #expect(try box("Kunden\u{AD}stamm\u{AD}daten\u{AD}verwaltung").frame.size.width <= 220)
    let endless = try box(String(repeating: "x", count: 300))
    #expect(try #require(endless.text).frame.size.width <= 400)
  }

  /// What stands beside it, the middle of its text has too.
  @Test(arguments: ["title\n", "\ntitle", "\r\n title \t\n\n", "title\u{2028}", "\u{AD}\ntitle"])
  func emptyLinesAtTheEndsDoNotMoveAText(title: String) throws {
    let (box, plain) = (try box(title), try box("title"))
    #expect(box == plain)
  }

  @Test func anEmptyContainerHasItsTitleWhereItIsWanted() throws {
    let node = Node("Worker") { Component("kubelet") }.height(200)
    let titles: [TitlePosition?] = [nil, .center, .top, .bottom]
    for collapsed in [true, false] {
      let middles = try titles.map { position in
        let series = Series("titles") {
          Picture("p") { node.collapsed(collapsed).title(position) }
        }
        let box = try #require(try series.scenes(in: .dark).first?.boxes.first)
        return try #require(box.text).frame.midY - box.frame.midY
      }
      #expect(middles[2] < -50 && middles[3] > 50)
      #expect(middles[0] == (collapsed ? 0 : middles[2]) && middles[1] == middles[0])
    }
  }

  /// DejaVu Sans is mostly up to 1.17 times as wide as Arial, bold up to 1.25 times.
  @Test func textsStayInTheirBoxesInAWiderFont() throws {
    for scene in try features.flatMap({ try $0.scenes(in: .dark) }) {
      for box in scene.boxes {
        guard let text = box.text, box.kind != "none", !text.font.face.isMonospaced else {
          continue
        }
        let growth = text.frame.size.width / (text.font.face.isBold ? 4 : 6)
        let room =
          switch text.alignment {
          case .left: box.frame.maxX - text.frame.maxX
          case .center: 2 * min(text.frame.minX - box.frame.minX, box.frame.maxX - text.frame.maxX)
          case .right: text.frame.minX - box.frame.minX
          }
        // A middle may be half a unit off.
        #expect(room + 1 >= growth, "\(box.id) in \(scene.path)")
      }
    }
  }

  @Test func boldCodeHasABoldFace() throws {
    let box = try box(Component("x").monospaced().bold())
    #expect(try #require(box.text).font.face == .monospacedBold)
  }
}
