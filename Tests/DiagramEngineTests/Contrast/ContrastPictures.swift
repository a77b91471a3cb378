import DiagramDSL
import DiagramModel

/// Every kind of element in every look that it has, at every depth up to four: series for what lies apart, with
/// a picture for each look.
let contrastSeries: [Series] =
  series("boxes", Look.all) { look in
    nested { boxes(at: $0, look) }
  }
  + series("codes", Look.all) { look in
    nested { codes(at: $0, look) }
  }
  + series("relations", Look.ofLines) { look in
    nested { ends(at: $0) }
    for depth in depths { relations(at: depth, look) }
    for depth in depths { annotations(at: depth, look) }
    Legend("A *legend* with [words]{.muted}") {
      look(Component("a box"))
      look(Node("a container"))
      look(Icon(.pod))
      ArrowSample("an arrow").changing { $0 = look($0) }
      ArrowSample("a thick one").changing { $0 = look($0.block()) }
    }
  }
  + series("sequences", Look.ofLines) { look in
    sequence(at: 0, look)
    Node("one") { Node("two") { sequence(at: 2, look) } }
  }

private let depths = 0...4

/// Several series, as the time that one takes grows with the square of its pictures.
private func series(
  _ name: String, _ looks: [Look], @PictureBuilder _ content: (Look) -> [PictureItem]
) -> [Series] {
  stride(from: 0, to: looks.count, by: 5).map { start in
    Series("\(name)-\(start)") {
      for look in looks[start...].prefix(5) {
        Picture(look.name) { content(look) }
          .heading("A *heading* with `code`")
          .caption("A caption with a [link](https://example.org)")
      }
      if start == 0 { Picture("in focus") { content(looks[0]) }.focus("**/depth-3") }
    }
  }
}

/// Something in containers that lie in each other.
private func nested(at depth: Int = 0, _ content: (Int) -> [any Content]) -> Column {
  Column(spacing: 60) {
    content(depth)
    if depth < depths.upperBound {
      Node("depth \(depth)", subtitle: "with a subtitle") { nested(at: depth + 1, content) }
    }
  }
}

// MARK: - Boxes

private func boxes(at depth: Int, _ look: Look) -> [any Content] {
  let shapes: [ShapeName] = [.cylinder, .note, .person, .chevron, .pill, .cloud, .cube]
  return [
    Row(spacing: 40) {
      look(Component("a box \(depth)", subtitle: "quieter", detail: "[quiet]{.muted} and `code`"))
      look(Component("with an icon \(depth)", icon: .server)).badge(7).corner(.topLeft, Icon(.lock))
      look(Component("below \(depth)")).textPosition(.below).corner(.bottom, Icon(.secret))
      look(Component("runs \(depth)").label(tints)).corner(.bottomRight, look(Icon(.shield)))
      for shape in shapes { look(Component("\(shape.shape.name) \(depth)", shape: shape)) }
      look(Component("no shape \(depth)", shape: .none))
    },
    Row(spacing: 40) {
      look(Text("A free text \(depth) with \(tints)"))
      look(Icon(.database, "an icon \(depth)")).badge("new")
      look(Icon(.pod, "beside \(depth)", label: .beside))
      look(Icon(.firewall).id("alone-\(depth)"))
      look(Node("closed \(depth)", subtitle: "quieter", icon: .namespace)).badge(2)
      look(
        Node("open \(depth) with \(tints)") {
          Component("in it")
          Component("new in it").accent(.green)
          Component("quiet in it").muted()
        })
      look(Node("shaped \(depth)", shape: .cloud) { Component("in it") })
    },
    look(Divider("divider \(depth)")),
  ]
}

private let tints =
  (Accent.allCases.map { "[\($0.rawValue)]{.\($0.rawValue)}" }
  + ["[muted]{.muted}", "[a link](https://example.org)", "`code`"]).joined(separator: " ")

/// A code of each language, with every kind of token, on lines that are highlighted and others that are not.
private func codes(at depth: Int, _ look: Look) -> [any Content] {
  let samples: [(CodeLanguage, String)] = [
    (.plain, "plain text\nplain text"),
    (.yaml, "# it\nkey: \"text\"  # it\nnumber: 12\nother: true\nvalue: ${NAME}\nvalue: ${NAME}"),
    (.json, "{\"key\": [1, true, \"text\"]}\n{\"key\": [1, true, \"text\"]}"),
    (.shell, "# it\nfor i in 1 2; do echo \"$i\"; done\nfor i in 1 2; do echo \"$i\"; done # it"),
    (.swift, "let a = \"\\(b)\" + 12  // it\nlet a = \"\\(b)\" + 12  // it"),
    (.dockerfile, "FROM a AS b # it\nRUN echo \"$A\" 12\nRUN echo \"$A\" 12 # it"),
  ]
  return [
    Row(spacing: 40) {
      for (language, text) in samples {
        look(
          Code(text, language: language, lineNumbers: true).id("\(language)-\(depth)")
            .highlightLines(2).mark("e", as: "mark"))
      }
    }
  ]
}

// MARK: - Between boxes

private func end(_ name: String, at depth: Int) -> Component { Component("\(name) \(depth)") }

private func ends(at depth: Int) -> [any Content] {
  ["a", "b", "c"].map { name in
    Row(spacing: 220) {
      for part in 0..<4 { end("\(name)\(part)", at: depth) }
    }
  }
}

/// Arrows of each kind with texts in their middles and at their ends.
private func relations(at depth: Int, _ look: Look) -> [Arrow] {
  func end(_ name: String) -> Component { Component("\(name) \(depth)") }
  let arrows = [
    (end("a0") --> end("a1")).label("a text with [muted]{.muted} [red]{.red} words"),
    (end("a1") <--> end("a2")).labels(start: "start", end: "end"),
    (end("a2") --- end("a3")).numbered(3).label("numbered"),
    (end("b0") --> end("b1")).heads(start: .circle, end: .diamond),
    (end("b1") --> end("b2")).heads(start: .hollowDiamond, end: .hollow).numbered("7"),
    (end("b2") --> end("b3")).heads(start: .one, end: .many),
    (end("b0") ==> end("c0")).label("thick"),
    (end("b1") --> end("c1")).label("across\nthe rows").curved(),
  ]
  return arrows.map { look($0) }
}

private func annotations(at depth: Int, _ look: Look) -> [PictureItem] {
  let boxes = ["c2", "c3"].map { Component("\($0) \(depth)") }
  return PictureBuilder.buildExpression(look(Brace("a brace", over: boxes)))
    + PictureBuilder.buildExpression(look(Region("a region", around: boxes[0])))
    + PictureBuilder.buildExpression(look(Dimension("a bar", over: boxes[1], side: .right)))
    + PictureBuilder.buildExpression(look(Callout("a *callout*", at: boxes[1], side: .top)))
}

// MARK: - Sequences

private func sequence(at depth: Int, _ look: Look) -> Sequence {
  let (user, web) = (Icon(.user, "user \(depth)"), Component("web \(depth)"))
  let database = Component("database \(depth)", shape: .cylinder)
  return Sequence(numbered: true) {
    user
    look(web)
    look((user --> web).label("asks with [muted]{.muted} words"))
    look((web --> web).label("thinks"))
    Loop("every `10 s`") {
      look((web --> database).label("stores"))
      Alternatives {
        Case("good") {
          Active(database) { look((web --> database).label("reads")) }
          look(Note("a *note*", rightOf: database))
        }
        Case("bad") {
          When("late") { look((web <-- database).label("answers")) }
        }
      }
    }
    look(Divider("later"))
    look(Note("over both", over: user, web))
  }
}
