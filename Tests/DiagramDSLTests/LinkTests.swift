import DiagramDSL
import Testing

private let a = Component("a")
private let b = Component("b")
private let c = Component("c")
private let d = Component("d")
private let node = Node("n") { Component("inside") }

/// Arrows as `source>target`, in their order.
private func ends(_ arrows: some ArrowContent) -> String {
  arrows.linkedArrows.map { "\($0.source.title)>\($0.target.title)" }.joined(separator: " ")
}

@Suite struct LinkTests {
  @Test func everyOperatorTakesListsOnEitherSide() {
    #expect(ends(a --> [b, c]) == "a>b a>c")
    #expect(ends([a, b] --> c) == "a>c b>c")
    #expect(ends([a, b] --> [c, d]) == "a>c a>d b>c b>d")
    #expect(ends(a <-- [b, c]) == "b>a c>a")
    #expect(ends([a, b] <-- c) == "c>a c>b")
    #expect(ends([a, b] <-- [c, d]) == "c>a d>a c>b d>b")
    #expect(ends([a, b] <--> c) == "a>c b>c")
    #expect(ends(a <--> [b, c]) == "a>b a>c")
    #expect(ends([a, b] --- c) == "a>c b>c")
    #expect(ends(a --- [b, c]) == "a>b a>c")
    #expect(([a, b] <--> c).allSatisfy { $0.startHead == .arrow && $0.endHead == .arrow })
    #expect((a --- [b, c]).allSatisfy { $0.startHead == .none && $0.endHead == .none })
  }

  @Test func listsHoldBoxesOfAnyKind() {
    let list = [a, b, c]
    let maybe: Component? = b
    let nothing: Component? = nil
    #expect(ends(list --> list[1...]) == "a>b a>c b>b b>c c>b c>c")
    #expect(ends(a --> [b, node]) == "a>b a>n")
    #expect(ends([a, node] <-- b) == "b>a b>n")
    #expect(ends([a, node] --> [b, node[b]]) == "a>b a>b n>b n>b")
    #expect(ends(a --> b --> [c, node]) == "a>b b>c b>n")
    #expect(ends(a --> maybe) == "a>b")
    #expect(ends(a --> nothing) == "")
    #expect(ends([[a, b], [c]] --> d) == "a>d b>d c>d")
  }

  @Test func aChainGoesOnFromWhereItEnds() {
    #expect(ends(a --> b --> c --> a) == "a>b b>c c>a")
    #expect(ends(a --> [b, c] --> d) == "a>b a>c b>d c>d")
    #expect(ends([a, b] --> c --> d) == "a>c b>c c>d")
    #expect(ends([a, b] --> [c, d] --> a) == "a>c a>d b>c b>d c>a d>a")
    #expect(ends(a <-- b <-- c) == "b>a c>b")
    #expect(ends(a <-- b --> c) == "b>a b>c")
    #expect(ends(a --> b <-- c) == "a>b c>b")
    #expect(ends(a --- b <--> c) == "a>b b>c")
    #expect(ends(a --> b --> a --> c) == "a>b b>a a>c")
    #expect(ends(a --> a --> b) == "a>a a>b")
  }

  @Test func aChainHoldsArrowsThatAreMadeBefore() {
    let chain = a --> (b --> c).label("ask") --> d
    #expect(ends(chain) == "a>b b>c c>d")
    #expect(chain.map(\.attributes.label) == [nil, "ask", nil])
    #expect(ends((a --> b) --> (c --> d)) == "a>b b>c c>d")
    #expect(ends(a --> ([b, c] --> d)) == "a>b a>c b>d c>d")
  }

  @Test func headsChangeOneEndOrBoth() {
    func heads(_ arrow: Arrow) -> [ArrowHead] { [arrow.startHead, arrow.endHead] }
    #expect(heads((a --> b).heads(.both)) == [.arrow, .arrow])
    #expect(heads((a --> b).heads(.none)) == [.none, .none])
    #expect(heads((a --> b).heads(.start)) == [.arrow, .none])
    #expect(heads((a --- b).heads(.end)) == [.none, .arrow])
    #expect(heads((a <--> b).heads(end: .circle)) == [.arrow, .circle])
    #expect(heads((a --- b).heads(start: .diamond)) == [.diamond, .none])
    #expect(heads((a --> b).heads(start: .circle, end: .diamond)) == [.circle, .diamond])
  }

  @Test func picturesTakeArrowsAloneInListsAndOptional() {
    let maybe: Arrow? = a --> b
    let nothing: Arrow? = nil
    let picture = Picture("links") {
      maybe
      nothing
      [b, c].map { a --> [$0, d] }
      [a --> b, b --> c].dashed()
      if let maybe { maybe.muted() }
    }
    let arrows = picture.items.compactMap { item in
      if case .arrow(let arrow) = item.kind { arrow } else { nil }
    }
    #expect(ends(arrows) == "a>b a>b a>d a>c a>d a>b b>c a>b")
    #expect(arrows.map { $0.attributes.style.pattern == .dashed }.filter { $0 }.count == 2)
  }
}
