/// Words of D2, Mermaid, PlantUML, mingrammer's Diagrams, Structurizr, C4, Graphviz and draw.io, with what is said
/// here instead.
///
/// Their Swift stands between backticks and compiles where `api` and `db` are boxes, and `shop` is a container.
struct ForeignWords {
  /// How words are looked for: without case, `_` and `-`.
  private let advice: [String: String]

  /// Each row: words, separated by spaces, and what is said of all of them.
  private init(_ rows: [(words: String, advice: String)]) {
    advice = Dictionary(
      rows.flatMap { row in row.words.split(separator: " ").map { (String($0), row.advice) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// What is said here instead of a word; nil for one that no other tool has.
  subscript(word: String) -> String? { advice[Self.plain(word)] }

  /// All that is advised, each once.
  var all: [String] { each(advice.values.sorted()) }

  /// All words, as they are looked for.
  var words: [String] { advice.keys.sorted() }

  private static func plain(_ word: String) -> String {
    word.filter { $0 != "_" && $0 != "-" }.lowercased()
  }
}

// MARK: - What is called or begins a statement

extension ForeignWords {
  private static let drawing =
    "a drawing is `let shop = Series(\"shop\") { Picture(\"overview\") { api; db } }`"
  private static let direction =
    "boxes lie in a `Row { api; db }`, a `Column { api; db }` or, by their arrows, in `Layered(.right) { api; db }`"
  private static let container = "a container with boxes in it is `Node(\"Shop\") { api; db }`"
  private static let arrow =
    "an arrow is `api --> db`, with a text `(api --> db).label(\"SQL\")`"
  private static let step =
    "steps are the pictures of one series, in which nothing moves: `Picture(\"two\") { api; db }`"
  private static let look =
    "looks are modifiers of what they change: `api.accent(.red)`, `api.dashed()`, `(api --> db).muted()`"

  /// Keywords of text files: what begins a line.
  static let keywords = ForeignWords([
    (
      "graph flowchart digraph strict workspace model views @startuml startuml statediagram erdiagram",
      drawing
    ),
    (
      "classdiagram mindmap c4context c4container c4component c4deployment architecturebeta",
      drawing
    ),
    ("subgraph end", container),
    ("direction rankdir lr td tb rl bt", direction),
    ("classdef linkstyle skinparam styles style class", look),
    (
      "sequencediagram participant activate deactivate autonumber",
      "a sequence is `Sequence { (api --> db).label(\"GET /\"); api <-- db }`"
    ),
    ("layers scenarios steps autolayout", step),
  ])

  /// Functions and types, as in `rectangle("API")` and `Person("Ann")`.
  static let names = ForeignWords([
    (
      "box rectangle rect square roundedrectangle block vertex shape element entity object process service app "
        + "application vm host machine",
      "a box is `Component(\"API\")`"
    ),
    (
      "system softwaresystem container containerinstance softwaresysteminstance deploymentnode systemext "
        + "containerext componentext infrastructurenode",
      "a box is `Component(\"Web\", subtitle: \"Swift\", detail: \"serves pages\")`, and one with boxes in it "
        + "`Node(\"Shop\") { api; db }`"
    ),
    (
      "cylinder database db datastore storage mysql postgres postgresql rds dynamodb sql containerdb systemdb componentdb",
      "a database is `Component(\"Orders\", shape: .cylinder)`"
    ),
    (
      "queue kafka sqs rabbitmq topic containerqueue systemqueue componentqueue",
      "a queue is `Component(\"Orders\", shape: .queue)`"
    ),
    (
      "person actor user users client personext",
      "a person is `Component(\"Ann\", shape: .person)`, or `Icon(.user, \"Ann\")`"
    ),
    ("circle", "a circle is `Component(\"API\", shape: .circle)`"),
    ("ellipse oval", "an ellipse is `Component(\"API\", shape: .ellipse)`"),
    ("diamond rhombus decision", "a decision is `Component(\"Is it new?\", shape: .diamond)`"),
    ("cloud internet", "a cloud is `Component(\"Internet\", shape: .cloud)`"),
    ("hexagon", "a hexagon is `Component(\"API\", shape: .hexagon)`"),
    (
      "cluster group subgraph boundary systemboundary enterpriseboundary containerboundary enterprise frame zone vpc "
        + "subnet namespace package folder subsystem",
      container
        + "; a dashed outline around boxes of several containers `Region(\"Zone\", around: api, db)`"
    ),
    (
      "edge rel relation relationship connection connect connector link line birel relback relneighbor reld relu rell "
        + "relr relleft relright relup reldown",
      arrow
    ),
    (
      "diagram graph digraph flowchart canvas drawing chart workspace model views board", drawing
    ),
    (
      "hstack hbox horizontal vstack vbox vertical stack zstack direction layout rankdir", direction
    ),
    (
      "swimlane swimlanes pool",
      "swimlanes are `Lanes { Lane(\"Shop\") { api }; Lane(\"Bank\") { db } }`"
    ),
    ("alt", "courses of a sequence are `Alternatives { Case(\"found\") { api --> db } }`"),
    ("opt", "a condition in a sequence is `When(\"signed in\") { api --> db }`"),
    ("par", "courses at the same time are `Parallel { Case { api --> db } }`"),
    (
      "title heading",
      "a title is a modifier of the picture: `Picture(\"overview\") { api }.heading(\"The shop\")`"
    ),
    (
      "subtitle caption footer",
      "a line below is `Picture(\"overview\") { api }.caption(\"as of today\")`"
    ),
    ("style styles color colour theme class classdef", look),
    (
      "image img logo",
      "a picture of your own is `Icon(\"company/logo\")`, of a folder that --icons company=FOLDER names"
    ),
    (
      "ec2 ecs eks elb alb nlb lambda s3 route53 cloudfront apigateway server nginx redis",
      "a box with a picture is `Icon(.server, \"web\")`, or `Component(\"web\", icon: .server)`"
    ),
    ("comment annotation tooltip", "a remark at a box is `Callout(\"slow\", at: api)`"),
    (
      "table record struct sqltable erd",
      "a table is a row or grid of boxes without gaps: `Grid(columns: 2, spacing: 0) { api; db }`"
    ),
    ("step steps layers scenario scenarios animation slide", step),
    (
      "foreach repeat",
      "what is repeated stands in a loop, `Row { for name in [\"web\", \"db\"] { Component(name) } }`, or is made at "
        + "once, `[\"web\", \"db\"].map { Component($0) }`"
    ),
    (
      "spacer", "room is spacing, `Row(spacing: 40) { api; db }`, and a free place `Spot(\"free\")`"
    ),
  ])

  /// What texts and lists have only with Foundation.
  static let ofFoundation: Set = [
    "capitalized", "localizedCapitalized", "replacingOccurrences", "components",
    "trimmingCharacters", "padding", "appendingFormat", "range",
  ]
}

// MARK: - What stands after a dot or before a colon

extension ForeignWords {
  private static let accent =
    "a colour is an accent of the theme: `api.accent(.red)`; what steps back is `api.muted()`"
  private static let modifiers =
    "looks have words of their own: `api.dashed()`, `api.strong()`, `api.muted()`, `api.bold()`, `api.accent(.red)`"
  private static let spacing = "gaps belong to the arrangement: `Row(spacing: 40) { api; db }`"
  private static let place =
    "boxes are placed by what they stand in, `Row { api; db }`, by hints, `api.leftOf(db)`, on another box, "
    + "`api.on(db, x: 0.3, y: 0.7)`, or exactly, `api.at(x: 40, y: 0)`"

  /// Members, as in `api.color(.red)`.
  static let members = ForeignWords([
    (
      "color colour fill fillcolor background backgroundcolor bgcolor stroke strokecolor tint foreground "
        + "foregroundcolor fontcolor linecolor bordercolor border",
      accent
    ),
    ("style styles class classname css withstyle", modifiers),
    ("italic underline", "parts of a text are styled by signs: `Component(\"*API*\")`"),
    ("opacity alpha dimmed dim faded fade grey gray", "what steps back is `api.muted()`"),
    (
      "strokewidth thickness thick linewidth penwidth",
      "a heavier line is `(api --> db).strong()`, a thick arrow `api ==> db`"
    ),
    (
      "strokedash dash dashes linestyle stippled",
      "a dashed line is `api.dashed()`, a dotted one `api.dotted()`"
    ),
    (
      "rounded cornerradius borderradius",
      "a box with round ends is `Component(\"API\", shape: .pill)`"
    ),
    (
      "size fontsize font fontfamily frame scale",
      "a box is as large as its text, or `api.width(200).height(80)`; texts are `api.bold()`, or smaller as "
        + "`api.subtitle(\"Swift\")`"
    ),
    ("position pos offset x y near place moved move constraint rank", place),
    (
      "over overlay ontop ontopof onto attach attachto pinto anchor",
      "a box lies on another one at shares of its width and height, `api.on(db, x: 0.3, y: 0.7)`, or on its "
        + "outline, `api.on(db, .topRight)`"
    ),
    ("padding margin inset spacing nodesep ranksep", spacing),
    (
      "description desc summary",
      "what a box does stands below its title: `api.detail(\"serves pages\")`"
    ),
    ("technology tech type kind stereotype", "what kind of thing it is: `api.subtitle(\"Swift\")`"),
    (
      "text name value displayname withlabel",
      "another text of the same box is `api.label(\"The API\")`, one of an arrow `(api --> db).label(\"SQL\")`"
    ),
    ("url href", "a link is `api.link(\"https://example.org\")`"),
    ("image logo sprite", "a box with an icon is `api.icon(.database)`"),
    (
      "connect connectto pointsto uses edge arrow linkto rightarrow dependson calls sendsto addedge relatesto",
      "an arrow stands on a line of its own: `api --> db`, or `(api --> db).label(\"SQL\")`"
    ),
    ("bidirectional twoway bidirectionally", "an arrow in both directions is `api <--> db`"),
    ("reversed backward reverse dir", "an arrow back is `api <-- db`"),
    (
      "arrowhead arrowheads head tail marker targetarrowhead sourcearrowhead startarrow endarrow arrowtail",
      "the ends of an arrow are `(api --> db).heads(start: .circle, end: .diamond)`"
    ),
    (
      "multiple count replicas instances copies", "a box that stands for several is `api.stacked()`"
    ),
    (
      "shadow threed double doubleborder glow",
      "what stands out is `api.highlight()` or `api.strong()`"
    ),
    (
      "hidden visible invisible hide show",
      "what is not in a picture is not shown: leave it out of this one"
    ),
    (
      "add addnode addchild append push contains children nodes insert",
      "what lies in a container stands in its braces: `Node(\"Shop\") { api; db }`"
    ),
    (
      "draw render save export write print",
      "all series of the file are drawn: the names of files follow theirs"
    ),
    ("direction layout rankdir", direction),
    ("animated animate", "nothing moves in a picture; " + step),
    (
      "tag tags note comment",
      "a remark at a box is `Callout(\"slow\", at: api)`, a short word `api.badge(\"new\")`"
    ),
  ])

  /// Labels of arguments, as in `Component("API", color: .red)`.
  static let labels = ForeignWords([
    (
      "label text name title caption",
      "the text comes first and has no label: `Component(\"API\")`, `Node(\"Shop\") { api }`"
    ),
    ("color colour fill background stroke tint accent fillcolor", accent),
    ("style dashed dotted bold muted strong", modifiers),
    ("direction layout orientation axis rankdir", direction),
    ("gap margin padding distance space", spacing),
    ("width height size", "a size is a modifier: `api.width(200).height(80)`"),
    ("x y position", place),
    (
      "technology tech type kind",
      "what kind of thing it is: `Component(\"Web\", subtitle: \"Swift\")`"
    ),
    ("description desc", "what it does: `Component(\"Web\", detail: \"serves pages\")`"),
    ("source target start end src dst", "an arrow is `api --> db`, or `Arrow(from: api, to: db)`"),
    ("image logo", "an icon is `Component(\"Web\", icon: .server)`"),
    ("id key identifier", "an identity is a modifier: `api.id(\"gateway\")`"),
    ("link url href", "a link is a modifier: `api.link(\"https://example.org\")`"),
    ("tooltip", "a tooltip is a modifier: `api.tooltip(\"serves pages\")`"),
    (
      "children nodes content items boxes",
      "what lies inside stands in braces: `Node(\"Shop\") { api; db }`"
    ),
    ("cols rows count", "a grid has a number of columns: `Grid(columns: 2) { api; db }`"),
  ])

  /// Operators between boxes.
  static func advice(on sign: String) -> String? {
    switch sign {
    case "<-", "<<", "<=", "<---": "an arrow back is `api <-- db`"
    case "<->", "<=>", "<-->>", "<<-->>", "<>", "<<>>":
      "an arrow in both directions is `api <--> db`"
    case "--", "-", "---->", "----": "a line is `api --- db`, an arrow `api --> db`"
    case ".->", "-.->", "..>", "-.-": "a dashed arrow is `(api --> db).dashed()`"
    case "=>", "==", "===", "===>": "an arrow is `api --> db`, a thick one `api ==> db`"
    case "->", ">>", "~>", "--->", "->>", "-->>", "|>", ">>>", ">", "~~>", "==>>", "-)": arrow
    default: nil
    }
  }
}

// MARK: - Values

extension ForeignWords {
  /// What a value of a type is called here: `rectangle` of `ShapeName` is `box`.
  static func value(_ word: String, of type: String) -> String? {
    values[type]?[plain(word)]
  }

  /// All of them, for tests: type, word and what it is here.
  static var allValues: [(type: String, word: String, value: String)] {
    values.sorted { $0.key < $1.key }.flatMap { type, words in
      words.sorted { $0.key < $1.key }.map { (type, $0.key, $0.value) }
    }
  }

  private static let values: [String: [String: String]] = [
    "Accent": [
      "blue": "primary", "yellow": "orange", "amber": "orange", "purple": "violet",
      "pink": "violet",
      "magenta": "violet", "success": "green", "danger": "red", "error": "red", "warning": "orange",
      "cyan": "primary", "teal": "green", "default": "primary",
    ],
    "ShapeName": [
      "rectangle": "box", "rect": "box", "square": "box", "component": "box", "class": "box",
      "rounded": "box",
      "roundedrectangle": "box", "database": "cylinder", "storage": "cylinder",
      "datastore": "cylinder",
      "db": "cylinder", "stadium": "pill", "capsule": "pill", "oval": "ellipse", "actor": "person",
      "user": "person", "c4person": "person", "rhombus": "diamond", "decision": "diamond",
      "step": "chevron", "doublecircle": "ring", "text": "none", "subprocess": "subroutine",
      "file": "page", "folder": "package", "storeddata": "stored", "disk": "cylinder",
      "drum": "cylinder",
      "trapezium": "trapezoid", "speech": "callout", "bubble": "callout", "window": "browser",
    ],
    "Side": sides,
    "Direction": [
      "lr": "right", "rl": "left", "td": "down", "tb": "down", "bt": "up",
      "horizontal": "right", "vertical": "down", "top": "up", "bottom": "down",
    ],
    "Alignment": [
      "left": "start", "top": "start", "leading": "start", "right": "end", "bottom": "end",
      "trailing": "end", "middle": "center", "centre": "center", "fill": "stretch",
    ],
    "TextAlignment": [
      "start": "left", "leading": "left", "end": "right", "trailing": "right", "middle": "center",
    ],
    "TextPosition": ["middle": "center", "outside": "below", "under": "below"],
    "TitlePosition": ["middle": "center", "start": "left", "above": "top", "below": "bottom"],
    "IconLabel": ["bottom": "below", "right": "beside", "under": "below"],
    "ArrowHead": [
      "triangle": "arrow", "filled": "arrow", "normal": "arrow", "vee": "arrow", "open": "hollow",
      "dot": "circle", "crow": "many", "crowfoot": "many", "rhombus": "diamond", "bar": "one",
    ],
    "IconName": [
      "postgres": "database", "postgresql": "database", "mysql": "database", "db": "database",
      "lambda": "bolt", "person": "user", "people": "users", "internet": "cloud",
      "loadbalancer": "balancer", "kafka": "queue", "email": "mail", "computer": "desktop",
      "mobile": "phone", "web": "browser", "logs": "file", "k8s": "cluster",
    ],
  ]
  private static let sides = [
    "north": "top", "east": "right", "south": "bottom", "west": "left", "up": "top",
    "down": "bottom",
    "above": "top", "below": "bottom", "start": "left", "end": "right",
  ]
}
