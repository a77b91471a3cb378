package import DiagramDSL
import DiagramModel

/// What the catalog does not use: every shape, style, arrow head, way and odd character.
package let features =
  [shapes, kinds, marks, containers, arrows, texts, trunks, buses] + arrangements
  + iconFeatures + wordFeatures

private let shapes = Series("features") {
  Picture("shapes") {
    Grid(columns: 4) {
      Component("box")
      Component("pill", shape: .pill)
      Component("ellipse", shape: .ellipse)
      Component("cylinder", shape: .cylinder)
      for accent in Accent.allCases { Component(accent.rawValue).accent(accent) }
      Component("muted").muted()
      Component("strong").strong()
      Component("dashed").dashed()
      Component("dotted").dotted()
      Component("outlined").outlined()
      Component("bold").bold()
      Component("kind: Pod\n  name: web").monospaced().textAlignment(.left)
      Component("<&>\"' größer — שלום").id("odd")
      Component("A label so long that it has to wrap a few times before it is over")
      Component("right\naligned, two lines").textAlignment(.right)
      Text("A free text beside the boxes, in two lines or more, as the room has it")
    }
  }
}

/// Every shape with a short text, a long one and in another size than its own, with an arrow at each.
private let kinds = Series("features") {
  Picture("kinds") {
    let boxes = Shapes.all.map { Component($0.name, shape: ShapeName($0)) }
    let hub = Component("hub")
    Grid(columns: 6, align: .center) { boxes }
    hub
    for box in boxes { box --> hub }
  }
  Picture("large kinds") {
    Grid(columns: 5) {
      for shape in Shapes.all {
        Component("A text of \(shape.name) that breaks into several lines", shape: ShapeName(shape))
          .id(shape.name + "-large").accent(.green)
      }
    }
  }
}

/// Every shape around boxes, and what pictures change of them.
private let marks = Series("features") {
  let nodes = Shapes.all.map { shape in
    Node("A \(shape.name)", shape: ShapeName(shape)) { Component("in").id("in-\(shape.name)") }
      .id(shape.name).stacked(shape.name.count % 3 == 0)
  }
  let all = Grid(columns: 5, align: .center) { nodes }
  let ways = [nodes[0] --> nodes[1], nodes[5] --> nodes[6], nodes[8] --> nodes[9]]
  Picture("shaped containers") {
    all; ways
  }
  Picture("marked containers") {
    all; ways
  }
  .focus(nodes[0], nodes[1], nodes[5], nodes[8], nodes[9], nodes[14])
  .highlight(nodes[0], nodes[5], nodes[8]).crossedOut(nodes[9], nodes[14]).new(nodes[5])
  .accent(.red, nodes[1]).muted(nodes[14])
}

private let containers = Series("features") {
  Picture("containers") {
    let inner = Component("inner")
    Row {
      Node("Title at the top") { inner }
      Node("Title at the bottom") { inner }.title(.bottom)
      Node("Accented") { Node("Nested") { inner } }.accent().dashed()
      Node("Empty")
    }
  }
}

private let arrows = Series("features") {
  Picture("arrows") {
    let names = ["a", "b", "c", "d", "e", "f", "g", "h", "i"]
    let boxes = names.map { Component($0) }
    Grid(columns: 3, spacing: 120) { boxes }
    (boxes[0] --> boxes[1]).label("beside it")
    (boxes[1] <--> boxes[2]).label("two\nlines").accent(.green)
    (boxes[0] --- boxes[3]).dashed()
    (boxes[3] --> boxes[4]).heads(start: .circle, end: .diamond)
    (boxes[4] --> boxes[5]).gap(6).strong()
    (boxes[0] --> boxes[8]).accent(.red)
    (boxes[6] --> boxes[4]).curved().accent(.orange)
    (boxes[6] --> boxes[8]).from(.bottom).to(.bottom).label("below").muted()
    (boxes[2] --> boxes[2]).loop()
    boxes[7] --> boxes[4]
    (boxes[5] --> boxes[7]).straight().accent(.violet)
  }
}
