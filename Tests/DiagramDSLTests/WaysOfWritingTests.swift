import DiagramDSL
import Testing

// Ways in which whoever knows Swift writes parts of a drawing. That they compile is the test; what they give
// is looked at below.

private let user = Component("User")
private let api = Component("API")
private let store = Component("Store", shape: .cylinder)

/// Values at the top of a file, in lists of every kind.
private let mixed: [any PictureContent] = [
  api, store, api --> store, Brace("two", over: api, store),
]
private let boxes: [any Content] = [Component("X"), Node("N") { Component("Y") }, Text("t")]
private let targets: [any Referable] = [api, Node("N") { Component("Y") }]
private let services = ["auth", "cart", "pay"].map { Component($0) }

private struct Shop {
  let name: String
  var web: Component { Component("\(name) web") }
  var database: Component { Component("\(name) database", shape: .cylinder) }
  var box: Node {
    Node(name) {
      web; database
    }
  }
  var wires: [Arrow] { [web --> database, database --> web] }
}

private struct Tier: Content {
  let name: String
  var boxes = 2
  var content: some Content {
    Node(name) { Row { (1...boxes).map { Component("\(name) \($0)") } } }
  }
}

private struct Pair: Content {
  var content: some Content {
    Component("left")
    Component("right")
  }
}

private struct OldWay: Content {
  var content: [Element] {
    Component("one")
    Component("two")
  }
}

private struct WiredTier: PictureContent {
  let name: String
  var web: Component { Component("\(name) web") }
  var database: Component { Component("\(name) database") }
  var pictureItems: [PictureItem] {
    Node(name) {
      web; database
    }
    web --> database
  }
}

private struct Login: SequenceContent {
  var sequenceItems: [SequenceItem] {
    user --> api
    user <-- api
  }
}

private enum Service: String, CaseIterable {
  case auth, cart, pay
  var box: Component { Component(rawValue, icon: icon) }
  var icon: IconName {
    switch self {
    case .auth: .lock
    case .cart: .box
    case .pay: .bolt
    }
  }
}

private func service(_ name: String, replicas: Int = 1) -> some Content {
  Node(name) { for number in 1...replicas { Component("\(name) \(number)") } }
}

@ContentBuilder private func several(_ count: Int) -> some Content {
  for number in 0..<count { Component("Box \(number)") }
}

@PictureBuilder private func backend(_ name: String, isNew: Bool = false) -> some PictureContent {
  Node(name) {
    api; store
  }
  if isNew { Component("new") }
  api --> store
}

@ArrowBuilder private func checkout(_ shop: Component, _ bank: Component, slow: Bool = false)
  -> [Arrow]
{
  (shop --> bank).label("pay")
  if slow { (bank --> bank).loop() }
  for box in [shop, bank] { box --> user }
  shop <-- bank
}

@ArrowBuilder private var wires: [Arrow] {
  user --> api
  api --> [store, user]
}

@SequenceBuilder private func ask() -> some SequenceContent {
  user --> api
  Loop("twice") { api --> store }
  Note("slow", over: store)
  [Loop("a") { api --> store }, Loop("b") { api --> store }]
}

@SeriesBuilder private func steps() -> [Picture] {
  Picture("one") { api }
  Picture("two") {
    api; store
  }
}

private func framed(_ title: String, @ContentBuilder content: () -> some Content) -> Node {
  Node(title) { content() }
}

private func group<Part: Content>(_ title: String, _ parts: [Part]) -> Node {
  Node(title) { Row { parts } }
}

private func link(_ one: Component?, _ other: Component?) -> Arrow? {
  guard let one, let other else { return nil }
  return one --> other
}

extension Component {
  fileprivate func critical() -> Component { accent(.red).bold().badge("!") }
  fileprivate static func database(_ name: String) -> Component {
    Component(name, shape: .cylinder)
  }
}

extension Arrow {
  fileprivate func sql() -> Arrow { label("SQL").dashed() }
}

/// What a picture holds, in order: titles of boxes, and arrows.
private func items(@PictureBuilder _ content: () -> [PictureItem]) -> String {
  content().map { item in
    switch item.kind {
    case .element(let element): words(element)
    case .arrow(let arrow): "\(arrow.source.title)>\(arrow.target.title)"
    case .state: "state"
    case .annotation: "mark"
    case .legend: "legend"
    }
  }.joined(separator: ", ")
}

private func words(_ element: Element) -> String {
  switch element.kind {
  case .node(let node): "\(node.title)(\(node.children.map(words).joined(separator: " ")))"
  case .component(let component): component.title
  case .text(let text): text.title
  case .group(let group): "[\(group.children.map(words).joined(separator: " "))]"
  case .hint: "hint"
  }
}

@Suite struct WaysOfWritingTests {
  @Test func partsAreStructs() {
    let (eu, us) = (Shop(name: "EU"), Shop(name: "US"))
    #expect(
      items {
        eu.box; us.box; eu.wires; eu.web --> us.web
      }
        == "EU(EU web EU database), US(US web US database), EU web>EU database, "
        + "EU database>EU web, EU web>US web")
    #expect(
      items {
        Tier(name: "T");
        Row {
          Pair(); OldWay()
        }
      } == "T([T 1 T 2]), [left right one two]")
    #expect(items { Tier(name: "T", boxes: 1).content } == "T([T 1])")
    #expect(items { WiredTier(name: "A") } == "A(A web A database), A web>A database")
    #expect(
      items { for name in ["A", "B"] { WiredTier(name: name) } }.contains("B web>B database"))
    #expect(items { Row { Service.allCases.map(\.box) } } == "[auth cart pay]")
  }

  @Test func partsAreFunctions() {
    #expect(
      items {
        Row {
          service("web", replicas: 2); service("api")
        }
      } == "[web(web 1 web 2) api(api 1)]")
    #expect(items { Row { several(2) } } == "[Box 0 Box 1]")
    #expect(items { backend("B", isNew: true) } == "B(API Store), new, API>Store")
    #expect(
      items {
        framed("F") {
          api; store
        }
      } == "F(API Store)")
    #expect(items { group("G", [api, store]) } == "G([API Store])")
    #expect(steps().map(\.name) == ["one", "two"])
  }

  @Test func functionsReturnSeveralArrows() {
    #expect(
      items { checkout(api, store, slow: true) }
        == "API>Store, Store>Store, API>User, Store>User, Store>API")
    #expect(items { wires } == "User>API, API>Store, API>User")
    #expect(
      items {
        link(api, store); link(nil, store)
      } == "API>Store")
    // Where they stand in the function is where mistakes are told.
    #expect(Set(wires.map(\.attributes.origin.line)).count == 2)
    let lines = backend("B").pictureItems.map(\.attributes.origin.line)
    #expect(Set(lines).count == lines.count)
  }

  @Test func functionsReturnSeveralMessages() {
    let script = SequenceScript(
      items: sequence {
        ask()
        Login()
        checkout(api, store)
        if true { wires }
        for box in [api, store] { user --> box }
      }, isNumbered: false)
    #expect(script.messages.count == 4 + 2 + 4 + 3 + 2)
    #expect(script.messages.filter(\.isAnswer).count == 2)
  }

  private func sequence(@SequenceBuilder _ content: () -> [SequenceItem]) -> [SequenceItem] {
    content()
  }

  @Test func listsHoldAnything() {
    #expect(items { mixed } == "API, Store, API>Store, mark")
    #expect(items { Row { boxes } } == "[X N(Y) t]")
    #expect(items { user --> targets } == "User>API, User>N")
    #expect(
      items { zip(services, services.dropFirst()).map { $0 --> $1 } } == "auth>cart, cart>pay")
    #expect(
      items { Row { services.enumerated().map { Component("\($0 + 1) \($1.title)") } } }
        == "[1 auth 2 cart 3 pay]")
    #expect(items { [api, Node("N") { store }] } == "API, N(Store)")
    #expect(
      items { [api --> store, store --> [api, user]] } == "API>Store, Store>API, Store>User")
  }

  @Test func statementsOfSwiftWork() {
    let (cache, nothing): (Component?, Component?) = (Component("Cache"), nil)
    let mode = 2
    #expect(
      items {
        cache
        nothing
        if let cache { api --> cache }
        api --> nothing
        cache.map { ($0 --> api).dashed() }
        switch mode {
        case 1: store
        case 2: store; store --> api
        default: user
        }
        mode > 1 ? user.accent(.red) : user
        let (left, right) = (Component("L"), Component("R"))
        left --> right
        for case let box? in [cache, nothing] { box --> user }
      } == "Cache, API>Cache, Cache>API, Store, Store>API, User, L>R, Cache>User")
  }

  @Test func extensionsAndTexts() {
    #expect(
      items {
        api.critical(); Component.database("D"); (api --> store).sql()
      } == "API, D, API>Store")
    #expect(
      items {
        Component(
          """
          Order
          service
          """)
        Component("\(services.count) \(services.map(\.title).joined(separator: ", "))")
      } == "Order\nservice, 3 auth, cart, pay")
    #expect(
      items {
        Row {
          api
          store
        }
        .muted()
        .align(.center)
      } == "[API Store]")
  }
}

@Suite struct NamedBoxTests {
  private let shop = Node("Shop") {
    Row {
      api; Component("Order\nservice").id("orders")
    }
    Node("Inner") {
      Component("**Mail** out"); Component("Twin").id("t1")
    }
    Component("Twin").id("t2")
    Component("id").label("shown")
    Code("port: 80").mark("80", as: "mark")
  }

  private func path(_ reference: Reference) -> String { reference.path.joined(separator: "/") }

  @Test func aBoxIsNamedByWhatIsWrittenOnIt() {
    #expect(path(shop["API"]) == "shop/api")
    #expect(path(shop["api"]) == "shop/api")
    #expect(path(shop["Order service"]) == "shop/orders")
    #expect(path(shop["orders"]) == "shop/orders")
    #expect(path(shop["Mail out"]) == "shop/inner/mail-out")
    #expect(path(shop["Inner"]["**Mail** out"]) == "shop/inner/mail-out")
    #expect(path(shop["shown"]) == "shop/id")
    #expect(path(shop.collapsed()["API"]) == "shop/api")
    #expect(path(service("Pay", replicas: 2)["Pay 2"]) == "pay/pay-2")
    #expect(path(Row { shop }["Shop"]) == "shop")
    #expect(path(Lane("L") { api }["API"]) == "l/api")
    #expect(shop["Inner"].kind == .node && shop["API"].kind == .component)
    #expect(shop["API"].misnaming == nil)
  }

  @Test func whatMeansNoneOrSeveralIsKept() {
    #expect(shop["Twin"].misnaming?.meant == ["shop/inner/t1", "shop/t2"])
    #expect(shop["APy"].misnaming?.known.contains("API") == true)
    #expect(shop["80"].misnaming?.meant == [], "a mark belongs to its code")
    #expect(shop["nothing"]["API"].misnaming?.name == "nothing", "the first mistake is told")
    #expect(shop[Component("x")]["y"].misnaming?.known == [])
  }
}
