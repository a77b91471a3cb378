import DiagramDSL

/// Every arrangement that is not a row, column, grid or ring, and what hints do.
let arrangements = [layers, tree, pack, force, chosen, pins, laid, timeline]

private func boxes(_ names: String) -> [Component] {
  names.split(separator: " ").map { Component(String($0)) }
}

/// Layers downwards in a container, to the left in another, with every hint.
private let layers = Series("features") {
  Picture("layers") {
    let shop = boxes("web app orders payments cache database")
    let pipeline = boxes("source build test release")
    Row {
      Node("Shop") {
        Layered(.down) { shop }
        SameRank(shop[4], shop[5])
        shop[5].leftOf(shop[4])
      }
      Node("Pipeline") {
        Layered(.left) { pipeline }
        pipeline[3].above(pipeline[2])
      }
    }
    shop[0] --> shop[2]
    (shop[1] --> shop[2]).weight(5)
    shop[2] --> shop[3]
    shop[2] --> shop[4]
    (shop[3] --> shop[5]).label("SQL")
    (shop[0] --> shop[1]).minimumLength(2)
    pipeline[0] --> pipeline[1]
    pipeline[1] --> [pipeline[2], pipeline[3]]
  }
}

private let tree = Series("features") {
  Picture("tree") {
    let staff = boxes(
      "root kube-system default monitoring coredns proxy web api prometheus grafana")
    Row(spacing: 60) {
      Tree { staff }
      Tree(.right) {
        Component("disk").id("disk"); Component("boot").id("boot"); Component("data").id("data")
      }
    }
    staff[0] --> [staff[1], staff[2], staff[3]]
    staff[1] --> [staff[4], staff[5]]
    staff[2] --> [staff[6], staff[7]]
    staff[3] --> [staff[8], staff[9]]
    Component("disk").id("disk") --> [Component("boot").id("boot"), Component("data").id("data")]
  }
}

private let pack = Series("features") {
  Picture("pack") {
    Packed {
      Node("Namespace a") { Grid(columns: 3) { boxes("a1 a2 a3 a4 a5 a6") } }
      Node("Namespace b") { Column { boxes("b1 b2 b3") } }
      Node("Namespace c") { boxes("c1 c2") }
      Node("Namespace d") { boxes("d1") }
      Node("Namespace e") { boxes("e1 e2 e3") }
      Component("alone")
    }
  }
}

private let force = Series("features") {
  Picture("force") {
    let peers = boxes("hub a b c d e f g")
    Force {
      peers
    }
    for peer in peers[1...5] { peers[0] --- peer }
    peers[5] --- peers[6]
    peers[6] --- peers[7]
    peers[7] --- peers[5]
  }
}

/// Nobody arranges anything: a circle, a tree and a flow.
private let chosen = Series("features") {
  Picture("chosen") {
    let circle = boxes("plan do check act")
    let fan = boxes("gateway users carts mail")
    let flow = boxes("in parse plan2 run out")
    Node("Circle") { circle }
    Node("Fan") { fan }
    Node("Flow") { flow }
    circle[0] --> circle[1]
    circle[1] --> circle[2]
    circle[2] --> circle[3]
    circle[3] --> circle[0]
    fan[0] --> [fan[1], fan[2], fan[3]]
    flow[0] --> flow[1]
    flow[1] --> flow[2]
    flow[2] --> flow[3]
    flow[3] --> flow[4]
    flow[1] --> flow[3]
  }
}

private let pins = Series("features") {
  Picture("pins") {
    let rack = boxes("switch server1 server2 storage")
    Node("Rack") {
      rack[0].at(x: 200, y: 0)
      rack[1]
      rack[2]
      rack[3].at(x: 400, y: 300)
    }
    rack[0] --> [rack[1], rack[2]]
    [rack[1], rack[2]] --> rack[3]
  }
}

/// Boxes on a plain box, on an outline and on each other, and lines across a container.
private let laid = Series("features") {
  let chart = Component("Chart").width(260).height(160).textPosition(.top)
  let dot = Component("dot", shape: .pill).accent(.green)
  let space = Node("Space") { Component("pod").width(140).height(80) }
  let gate = Component("gate", shape: .pill).accent(.orange)
  Picture("laid") {
    Row(spacing: 120) {
      chart; space
    }
    dot.on(chart, x: 0.3, y: 0.6)
    Component("on top").badge(2).on(dot, x: 1.1, y: 1.4)
    Node("group") { Component("inside") }.on(chart, x: 1, y: 1)
    gate.on(space, .left)
    Divider("today").accent(.red).on(space, x: 0.75)
    Divider().on(space, y: 0.9)
    dot --> gate
    (gate --> Component("pod")).label("in")
  }
}

/// Bars that overlap, moments, and lines across lanes; the first picture shows a part of it.
private let timeline = Series("features") {
  let login = Component("Login")
  let search = Component("Search with a long title")
  let beta = Milestone("Beta")
  Picture("timeline-begun") {
    Timeline("Q1", "Q2", "Q3") {
      Lane("Web") { login.during(0, 1.5) }
      Lane("Data") { Component("Move").during(0.5, 2.25).muted() }
    }
  }
  Picture("timeline") {
    Timeline("Q1", "Q2", "Q3") {
      Lane("Web") {
        login.during(0, 1.5)
        search.during(1.25, 2).accent(.green)
        beta.at(2.5)
      }
      Lane("Data") { Component("Move").during(0.5, 2.25).muted() }
      Divider("today").accent(.red).at(1.2)
      Divider().at(2.75)
    }
    login --> Component("Move")
    (search --> beta).label("opens")
  }
}
