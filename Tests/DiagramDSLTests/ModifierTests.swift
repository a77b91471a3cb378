import DiagramDSL
import Testing

private let a = Component("a")
private let b = Component("b")
private let worker = Node("Worker") {
  Row {
    a; b
  }
}

private struct Replica: Content {
  let number: Int
  var content: [Element] { Node("Replica \(number)") { a } }
}

@PictureBuilder private func pair() -> [PictureItem] {
  a
  a --> b
}

@Suite struct ModifierTests {
  @Test func everyModifierChangesEveryArrowOfAFanOrChain() {
    let fan = (a --> [b, worker]).label("x").straight().heads(end: .circle).from(.left).gap(4)
    #expect(fan.count == 2)
    for arrow in fan {
      #expect(arrow.attributes.label == "x" && arrow.routing == .straight)
      #expect(arrow.endHead == .circle && arrow.sourceSide == .left && arrow.gap == 4)
    }
    let chain = (a --> b --> worker).dashed().strong().weight(3).minimumLength(2).curved().loop()
    for arrow in chain {
      #expect(arrow.attributes.style.pattern == .dashed && arrow.weight == 3)
      #expect(arrow.minimumLength == 2 && arrow.routing == .curved && arrow.isLoop)
    }
  }

  @Test func modifiersChangeWhatIsInAList() {
    #expect([a, b].muted().map(\.attributes.style.emphasis) == [.muted, .muted])
    #expect([a, b][1...].muted().map(\.attributes.style.emphasis) == [.muted])
    #expect([a, b].shape(.cylinder).map(\.attributes.shape) == [.cylinder, .cylinder])
    #expect([a, b].width(300).align(.end).map(\.attributes.width) == [300, 300])
    #expect([worker, worker].collapsed().map(\.children.count) == [0, 0])
    #expect([worker].title(.bottom)[0].attributes.titlePosition == .bottom)
    let nested: [[Component]] = [[a], [b]].bold()
    #expect(nested.flatMap { $0.map(\.attributes.style.isBold) } == [true, true])
  }

  @Test func modifiersChangeWhatMayBeMissing() {
    let maybe: Component? = a
    let nothing: Component? = nil
    #expect(maybe.accent(.red)?.attributes.style.accent == .red)
    #expect(nothing.accent(.red) == nil)
    #expect(
      Node("n") {
        maybe; nothing
      }.children.count == 1)
  }

  @Test func modifiersChangePartsOfOnesOwn() {
    let replicas = Node("Database") { (1...2).map { Replica(number: $0) }.dashed().width(300) }
    #expect(replicas.children.count == 2)
    #expect(replicas.children.allSatisfy { $0.attributes.style.pattern == .dashed })
    #expect(replicas.children.allSatisfy { $0.attributes.width == 300 })
    #expect(Replica(number: 1).muted()[0].attributes.style.emphasis == .muted)
    #expect(pair().muted().allSatisfy { $0.attributes.style.emphasis == .muted })
    #expect(
      Replica(number: 1).replacing(with: a.accent())
        != Replica(number: 1).replacing(with: b.accent()))
  }

  @Test(arguments: [true, false])
  func modifiersTakeConditions(isSet: Bool) {
    let box = a.accent(isSet ? .red : nil).muted(isSet).dashed(isSet).outlined(isSet).bold(isSet)
      .monospaced(isSet).label(isSet ? "x" : nil).width(isSet ? 200 : nil)
      .align(isSet ? .center : nil).textAlignment(isSet ? .left : nil).id(isSet ? "y" : nil)
    let style = box.attributes.style
    #expect((style.accent == .red) == isSet && (style.emphasis == .muted) == isSet)
    #expect((style.pattern == .dashed) == isSet && (style.isFilled == false) == isSet)
    #expect(style.isBold == isSet && style.isMonospaced == isSet)
    #expect((box.attributes.label == "x") == isSet && (box.attributes.width == 200) == isSet)
    #expect((box.attributes.alignment == .center) == isSet && (box.attributes.id == "y") == isSet)
    #expect((style.textAlignment == .left) == isSet)
    #expect(worker.collapsed(isSet).children.isEmpty == isSet)
    let arrow = (a --> b).straight(isSet).from(isSet ? .left : nil).heads(isSet ? .both : .end)
    #expect((arrow.routing == .straight) == isSet && (arrow.sourceSide == .left) == isSet)
    #expect((arrow.startHead == .arrow) == isSet)
  }

  @Test func whatIsTakenOffLeavesTheRest() {
    #expect(a.dotted().dashed(false).attributes.style.pattern == .dotted)
    #expect(a.dashed().dashed(false).attributes.style.pattern == .solid)
    #expect(a.strong().muted(false).attributes.style.emphasis == .strong)
    #expect(a.muted().strong(false).attributes.style.emphasis == .muted)
    #expect((a --> b).curved().straight(false).routing == .curved)
  }

  @Test func boxesAreReplacedInEverythingThatHoldsThem() {
    let accented = a.accent(.red)
    let replaced = Row {
      worker; Column { a }
    }.replacing(with: accented)
    #expect(replaced.group.children.flatMap(\.components).filter { $0 == accented }.count == 2)
    #expect(
      [worker, worker].replacing(with: accented).flatMap(\.children).flatMap(\.components)
        .filter { $0 == accented }.count == 2)
    let both = worker.replacing(with: [accented, b.muted()])
    #expect(both.children.flatMap(\.components) == [accented, b.muted()])
  }

  @Test func aContainerWithoutATitleIsKnownByItsFirstBox() {
    let row = Node {
      Row {
        a; b
      }
    }
    #expect(row.reference.path == ["around-a"])
    #expect(row.collapsed().reference == row.reference)
    #expect(Node { a }.id("mine").id(nil).reference.path == ["mine"])
  }
}

extension Element {
  fileprivate var components: [Component] {
    switch kind {
    case .node(let node): node.children.flatMap(\.components)
    case .component(let component): [component]
    case .group(let group): group.children.flatMap(\.components)
    case .text, .hint: []
    }
  }
}
