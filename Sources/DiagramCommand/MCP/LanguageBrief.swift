/// The whole language with an example of each word, for agents; `llms.txt` is the same as a file.
let languageBrief = ###"""
  # diagen

  > Diagrams as code in Swift. A file holds `import DiagramDSL` and top-level series, nothing else. `diagen shop.swift` writes plain SVG,
  > draw.io XML and editable `.drawio.svg` beside it. Boxes and arrows are placed by themselves: say what belongs together, not where it lies.
  > A series is several pictures of one drawing: a box that two of them show lies at one place in both.

  Rules: lengths are units, a line of text is 20 high. A box is one by the path of ids around it; an id is the title in lower case with hyphens (`shop/web-site`), unless
  `.id("…")` gives one. Make a box a `let` and use that value in pictures and arrows. Arrows stand directly in a `Picture`. Every modifier returns a
  changed copy. Leave out sizes, sides and places until `diagen check` finds something; then `diagen check --fix`. `diagen explain FILE NAME` tells why a box lies where it does.

  ## Series, pictures, boxes, arrows

  ```swift file
  import DiagramDSL

  let web = Component("Web site", subtitle: "React", detail: "what people see", icon: .laptop)
  let api = Component("API").id("gateway")
  let orders = Component("Orders", shape: .cylinder)
  let mail = Component("Mail", shape: .queue).label("Mail queue")

  let shop = Series("shop", slide: .full) {
    Picture("overview", title: "The shop") {
      let inside = Node("Shop", subtitle: "in the cluster", detail: "two zones", shape: .box, icon: .cluster) {
        Row(align: .center, spacing: 80) { api; orders; mail }
      }
      web
      inside
      Text("**bold**, *italic*, `code`, [link](https://example.org), [red]{.red}")
      web --> inside[api]
      (api --> orders).label("SQL").dashed()
      (api --> mail).label("events").from(.bottom).to(.bottom)
    }.heading("How it works").caption("as of today")
    Picture("collapsed") {
      web
      Node("Shop") { api; orders; mail }.collapsed()
    }
  }
  ```

  Arrows: `a --> b`, `a <-- b`, `a <--> b`, `a --- b`, `a ==> b` (thick), chains `a --> b --> c`, fans `a --> [b, c]`, `[a, b] --> c`, `Arrow(from: a, to: b, "text")`.
  Sides are `.top`, `.right`, `.bottom`, `.left`. `slide: .width(0.5)` or `.height(0.5)` is the share of a 1920×1080 slide.

  ```swift file
  import DiagramDSL

  let (a, b, c) = (Component("A"), Component("B"), Component("C"))

  let arrows = Series("ends") {
    Picture("all") {
      Grid(columns: 3, align: .center, spacing: 120) { a; b; c }
      (a --> b).label("HTTPS").id("first").numbered(1)
      (b --> c).heads(start: .circle, end: .diamond).dotted().gap(4)
      (b --- c).heads(.both).labels(start: "1", end: "*").tooltip("many")
      (a --> a).loop()
      (c --> a).curved().accent(.orange).crossedOut()
    }
  }

  let fans = Series("fans") {
    Picture("p") {
      a
      b
      c
      (a --> [b, c]).trunk().minimumLength(2).weight(3)
      (b <--> c).block()
      Arrow(from: c, to: a).straight().strong()
    }
  }
  ```

  Ends are `.none`, `.arrow`, `.circle`, `.diamond`, `.hollow`, `.hollowDiamond`, `.one`, `.many`; `.heads(.start)`, `.heads(.end)`. `(a --> b).through(wall)` leads through a box.

  ## Arrangements and hints

  All take `spacing:`. Leave it out: gaps are chosen from the texts of arrows. Without an arrangement one is chosen too.

  ```swift file
  import DiagramDSL

  let (x, y, z) = (Component("X"), Component("Y"), Component("Z"))
  let wall = Component("Firewall")

  let arrangements = Series("arrangements") {
    Picture("rows") { Column(align: .start, spacing: 20) { Row { x; y }; z } }
  }
  let ring = Series("ring") { Picture("p") { Ring(spacing: 60) { x; y; z }; x --> y --> z } }
  let layers = Series("layers") {
    Picture("p") {
      Layered(.down, spacing: 60) { x; y; z; wall }
      SameRank(y, z)
      (x --> y).through(wall)
      x --> z
    }
  }
  let tree = Series("tree") { Picture("p") { Tree(.right, spacing: 40) { x; y; z }; x --> [y, z] } }
  let pack = Series("pack") { Picture("p") { Packed(spacing: 20) { x.width(200).height(80); y; z; x.above(y) } } }
  let force = Series("force") { Picture("p") { Force(spacing: 40) { x; y; z }; [x, y] --> z } }
  let lanes = Series("lanes") {
    Picture("p") { Lanes(spacing: 20) { Lane("Build") { x; y }; Lane("Run") { z } }; y --> z }
  }
  // Times count the columns from the beginning.
  let plan = Series("plan") {
    Picture("p") { Timeline("Q1", "Q2") { Lane("Web") { x.during(0, 1.5); Milestone("Beta").at(2) }; Divider("today").at(1.2) } }
  }
  let places = Series("places") {
    Picture("one") { SharedPlace("delivery") { x }; z }
    Picture("two") { SharedPlace("delivery") { y }; z }
  }
  let pinned = Series("pinned") {
    Picture("p") { x.at(x: 0, y: 0); y.at(x: 200, y: 0).align(.stretch); z.at(x: 400, y: 0); Spot("outside").at(x: 520, y: 20) }
  }
  // On another box, at shares of its width and height; a divider runs across it.
  let laid = Series("laid") {
    Picture("p") { x.width(300).height(150).textPosition(.top); y.on(x, x: 0.3, y: 0.7); z.on(x, .bottomRight); Divider("today").on(x, x: 0.7) }
  }
  let hints = Series("hints") { Picture("p") { x; y; z; x.leftOf(y); y.below(z); z.rightOf(x) } }
  ```

  Directions are `.down`, `.up`, `.right`, `.left`; alignments `.start`, `.center`, `.end`, `.stretch`.

  ## Looks and states

  ```swift file
  import DiagramDSL

  let pod = Component("Pod"), node = Component("Node"), db = Component("Store", shape: .cylinder)

  let looks = Series("looks") {
    Picture("styles") {
      Column {
        Row { pod.accent(.red); node.muted(); db.new() }
        Row { Component("S").strong(); Component("H").highlight(); Component("G").crossedOut() }
        Row { Component("K").stacked(); Component("D").dashed(); Component("O").outlined() }
        Row { Component("B").bold(); Component("M").monospaced(); Component("L\nleft").textAlignment(.left) }
        Divider("above and below").dashed(false)
        Row { Component("T").textPosition(.top); Component("up").vertical(); Component("R").shape(.pill).subtitle("s").detail("d") }
        Row { Icon(.user, "Ann", label: .beside, size: 64); Icon("company/logo"); Component("I").icon(.chart, label: .below).link("https://example.org") }
        Row { Component("N").corner(.topLeft, Icon(.lock)).badge(3); Node("Titled") { Component("in") }.title(.bottom) }
      }
    }
  }

  let states = Series("states") {
    Picture("all") { pod; node; db; pod --> node --> db }
    Picture("focus") { pod; node; db; pod --> node --> db }.focus(pod, node)
    Picture("marks") { pod; node; db; Focus(db) }.muted(pod).accent(.green, node).new(db).highlight(node).crossedOut(pod)
  }

  let notes = Series("notes") {
    Picture("p") {
      let code = Code("image: web\nport: 80", language: .yaml, lineNumbers: true).highlightLines(1...2).mark("80", as: "port")
      let group = Node { pod; node }.replacing(with: node.accent())
      Row { group; code; db }
      code["port"] --> db
      Brace("two", over: pod, node, side: .bottom)
      Dimension("10 ms", over: db, side: .top)
      Region("team", around: pod, node)
      db.zoom(into: code)
    }
  }
  ```

  Accents: `.primary`, `.red`, `.orange`, `.green`, `.violet`. Shapes: `.box`, `.pill`, `.ellipse`, `.circle`, `.ring`, `.cylinder`, `.queue`, `.stored`, `.person`, `.cloud`, `.note`,
  `.page`, `.document`, `.package`, `.callout`, `.cube`, `.browser`, `.terminal`, `.chevron`, `.flag`, `.diamond`, `.hexagon`, `.subroutine`, `.parallelogram`, `.parallelogramLeft`,
  `.trapezoid`, `.funnel`, `.triangle`, `.none`. Corners: `.topLeft`, `.top`, `.topRight`, `.right`, `.bottomRight`, `.bottom`, `.bottomLeft`, `.left`. Code: `.yaml`, `.json`, `.shell`,
  `.swift`, `.dockerfile`, `.plain`. Icons: Documentation/icons.md, or `IconName("company/logo")` from a folder given by `--icons company=FOLDER`. Icon texts: `.below`, `.beside`, `.none`.

  ## Sequences, legends, marks

  Statements of a `Sequence` are messages, from top to bottom; `a <-- b` is what `b` answers.

  ```swift file
  import DiagramDSL

  let (user, api, cache) = (Component("User", shape: .person), Component("API"), Component("Cache"))

  let sequence = Series("sequence") {
    Picture("said") {
      Sequence(numbered: true) {
        user; api; cache
        (user --> api).label("GET")
        Alternatives {
          Case("known") { api --> cache; api <-- cache }
          Case("else") { Note("slow", rightOf: cache) }
        }
        Parallel { Case("a") { api --> cache }; Case("b") { api --> api } }
        Loop("3 times") { Active(cache) { api --> cache } }
        When("asked") { user <-- api }
      }
    }
  }

  let legend = Series("legend") {
    Picture("p") {
      user; api; cache
      (user --> api).means("synchronous")
      (api --> cache).dashed().means("asynchronous")
      Callout("new", at: cache)
      Legend("Key") { Component("ours").accent(); ArrowSample("thick").strong() }
    }
  }

  let marks = Series("marks") {
    Picture("p") {
      let code = Code("a: TODO\nb: TODO\nc: b").markAll("TODO", as: "todo").mark("b", as: "ref", occurrence: 2)
      Row(spacing: 80) { code; api }
      api --> code.all("todo")
    }
  }
  ```

  ## Parts of your own

  `if`, `for`, `switch` and optionals work in every `{ … }`; functions return boxes, arrows or arrays of them. A function of several
  statements has a builder before it: `@ContentBuilder … -> some Content` (boxes), `@PictureBuilder … -> some PictureContent` (boxes with arrows),
  `@ArrowBuilder … -> [Arrow]` (arrows, messages), `@SequenceBuilder … -> some SequenceContent`. `shop["API"]` is the box with this text or id in a container.

  ```swift file
  import DiagramDSL

  struct Worker: Content {
    let number: Int
    var node: Node { Node("Worker \(number)") { Column { agent; Component("runtime") } } }
    var content: some Content { node }
  }

  let agent = Component("agent")

  let workers = Series("workers") {
    Picture("p") {
      let server = Component("server")
      let all = (1...3).map { Worker(number: $0).node }
      Column(spacing: 60) { server; Row { all } }
      (server --> all.map { $0[agent] }).trunk()
    }
  }
  ```

  A shape of your own is a type; its paths are counted from the top left corner.

  ```swift file
  import DiagramDSL

  /// A label with a cut corner.
  enum Tag: Shape {
    static let name = "tag"
    static let keepsSize = false
    static func size(around text: Size) -> Size { Size(width: text.width + 12, height: text.height) }
    static func textInsets(in size: Size) -> Insets { Insets(top: 0, left: 12, bottom: 0, right: 0) }
    static func outline(of size: Size, radius: Int) -> Outline {
      let (right, bottom) = (size.width, size.height)
      return Outline(
        .polygon((12, 0), (right, 0), (right, bottom), (0, bottom), (0, 12)),
        details: .ellipse(x: 8, y: 8, width: 6, height: 6))
    }
  }

  extension ShapeName { static let tag = ShapeName(Tag.self) }

  let tags = Series("own") {
    Picture("tags") {
      let (pod, tag) = (Component("web-7d4b"), Component("app: web", shape: .tag).accent())
      Row { pod; tag }
      tag --> pod
    }
  }
  ```

  Steps of a path: `.move(x, y)`, `.line(x, y)`, `.arc(x, y)`, `.close`, `.quadratic(control: …, to: Point(x: 0, y: 8))`, `.cubic(first: …, second: …, to: …)`; whole paths:
  `.polygon((0, 0), …)`, `.ellipse(x: 0, y: 0, width: 8, height: 8)`. Where draw.io has the same shape, `drawioStyle(of:radius:)` names it: `DrawioStyleEntry("shape", "step")`.

  ## Commands

  - `diagen FILE…` draws; `--theme light|dark`, `--format svg,drawio,drawio.svg,png,pdf,txt`, `--output FOLDER`.
  - `diagen check FILE… --json` tells what is wrong, with `edits`; `--fix` applies them; `--slides FOLDER` looks at pages too.
  - `diagen explain FILE NAME` why a box or arrow lies there; `diagen diff OLD NEW --markdown` what changed; `diagen preview FILE` shows it in a browser.
  - `diagen mcp` serves render, check, diff, explain and this text to agents.

  """###
