import DiagramDSL
import Testing

private let kubelet = Component("kubelet")
private let proxy = Component("kube-proxy")

private struct Replica: Content {
  let number: Int
  var content: [Element] {
    Node("Replica \(number)") { Component("postgres") }
  }
}

@ContentBuilder private func services(_ names: [String]) -> [Element] {
  for name in names { Component(name) }
}

@PictureBuilder private func linkedPair() -> [PictureItem] {
  Row {
    kubelet
    proxy
  }
  kubelet --> proxy
}

private enum Size { case small, large }

@Suite struct BuilderTests {
  @Test(arguments: [true, false])
  func conditionsAndLoopsStandInContent(isLarge: Bool) {
    let optional: Component? = isLarge ? proxy : nil
    let size: Size = isLarge ? .large : .small
    let node = Node("Worker") {
      kubelet
      if isLarge { Component("monitor") } else { Text("small") }
      for number in 1...2 { Component("pod \(number)") }
      switch size {
      case .small: Component("one")
      case .large: Component("many")
      }
      if let optional { optional }
    }
    #expect(node.children.count == (isLarge ? 6 : 5))
    guard case .component = node.children[1].kind else {
      #expect(!isLarge)
      return
    }
    #expect(isLarge)
  }

  @Test func helpersAndReusableStructsReturnContent() {
    let node = Node("Cluster") {
      Replica(number: 1)
      (2...3).map { Replica(number: $0) }
      services(["api", "web"])
    }
    let titles = node.children.map { element in
      switch element.kind {
      case .node(let node): node.title
      case .component(let component): component.title
      case .text, .group, .hint: "?"
      }
    }
    #expect(titles == ["Replica 1", "Replica 2", "Replica 3", "api", "web"])
  }

  @Test func picturesCollectContentAndArrowsInOrder() {
    let isDetailed = true
    let picture = Picture("pair") {
      linkedPair()
      if isDetailed { (proxy --> kubelet).label("status") }
      for side in [Side.left, .right] { (kubelet --> proxy).from(side) }
    }
    let arrows = picture.items.compactMap { item in
      if case .arrow(let arrow) = item.kind { arrow } else { nil }
    }
    #expect(picture.items.count == 5)
    #expect(arrows.map(\.attributes.label) == [nil, "status", nil, nil])
    #expect(arrows.map(\.sourceSide) == [nil, nil, .left, .right])
  }

  @Test func seriesCollectPictures() {
    let series = Series("chapter") {
      Picture("first") { kubelet }
      for name in ["second", "third"] { Picture(name) { kubelet } }
    }
    #expect(series.pictures.map(\.name) == ["first", "second", "third"])
  }

  @Test func anArrowKnowsThePlaceItStandsAt() {
    let line: UInt = #line
    let column: UInt = 7
    let picture = Picture("pair") {
      linkedPair()
      kubelet --> proxy
    }
    guard case .arrow(let arrow) = picture.items[2].kind else {
      Issue.record("no arrow")
      return
    }
    #expect(arrow.attributes.origin.line == line + 4)
    #expect(arrow.attributes.origin.column == column)
    #expect(arrow.attributes.origin.file == #filePath)
  }
}
