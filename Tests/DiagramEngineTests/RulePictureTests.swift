import DiagramDSL
import DiagramGraph
import DiagramModel
import DiagramRender
import DiagramText
import Foundation
import Testing

@testable import DiagramEngine

/// The pictures of the pages in Documentation/rules: what is wrong, and how it is right.
@Suite struct RulePictureTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Documentation/rules")
  private static let updates = ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1"

  private func drawn(
    _ series: Series, _ spoil: (inout Layout, ResolvedSeries) -> Void
  ) throws -> (remarks: [Remark], bytes: [UInt8]) {
    let good = try series.united().measured(by: FontMetrics()).placed()
    var layout = good.layout
    spoil(&layout, good.measured.resolved)
    let placed = PlacedSeries(
      measured: good.measured, layout: layout, canvas: good.canvas,
      overlays: good.overlays, warnings: good.warnings)
    let scenes = placed.scenes(in: .anywhere)
    let remarks = DrawingRemarks(placed, scenes, series.pictures, seriesAt: series.origin).all
    return (remarks, try SVGRenderer.render(SceneDocuments(scenes[0])))
  }

  @Test(arguments: RuleSample.all)
  func bothPicturesShowWhatTheySay(sample: RuleSample) throws {
    let rule = sample.rule
    let wrong = try drawn(sample.wrong, sample.spoil)
    #expect(Set(wrong.remarks.map(\.rule)) == [rule], "\(wrong.remarks)")
    let right = try drawn(sample.right) { _, _ in }
    #expect(right.remarks == [])
    if sample.isForced {
      #expect(wrong.remarks.allSatisfy { !$0.mends.isEmpty } && rule.isMendable)
    }
    try expect([("wrong", wrong.bytes), ("right", right.bytes)], onPageOf: rule)
  }

  /// Those of images and slides show what lies where, and nothing is wrong with the drawings themselves.
  @Test(arguments: FileRuleSample.all)
  func picturesOfFilesAreWithoutFindings(sample: FileRuleSample) throws {
    let pictures = try [("wrong", sample.wrong), ("right", sample.right)].map { name, series in
      let drawn = try drawn(series) { _, _ in }
      #expect(drawn.remarks == [], "\(name)")
      return (name, drawn.bytes)
    }
    #expect(pictures[0].1 != pictures[1].1)
    try expect(pictures, onPageOf: sample.rule)
  }

  /// The page of a rule shows its pictures, and they are what is drawn.
  private func expect(_ pictures: [(String, [UInt8])], onPageOf rule: Remark.Rule) throws {
    let page = try String(
      contentsOf: Self.folder.appending(path: "\(rule.rawValue).md"), encoding: .utf8)
    for (name, bytes) in pictures {
      let file = "pictures/\(rule.rawValue)-\(name).svg"
      #expect(page.contains("](\(file))"), "\(rule.rawValue).md does not show \(file)")
      let url = Self.folder.appending(path: file)
      if Self.updates { try Data(bytes).write(to: url) }
      #expect(try Array(Data(contentsOf: url)) == bytes, "\(file) is drawn otherwise")
    }
  }

  @Test func everyRuleHasPictures() throws {
    let rules = Remark.Rule.allCases
    #expect(FileRuleSample.all.map { $0.rule } + RuleSample.all.map { $0.rule } == rules)
    let files = try FileManager.default.contentsOfDirectory(
      atPath: Self.folder.appending(path: "pictures").path)
    #expect(files.count == 2 * rules.count)
  }
}

/// What a rule finds, in a small drawing. Where the engines never draw it so, the finished drawing is spoiled.
struct RuleSample: Sendable, CustomTestStringConvertible {
  let rule: Remark.Rule
  let wrong: Series
  let right: Series
  /// Whether the wrong one is what its author forced, so that there is an edit.
  var isForced = false
  fileprivate var spoil: @Sendable (inout Layout, ResolvedSeries) -> Void = { _, _ in }

  var testDescription: String { rule.rawValue }

  private static let (web, shop, store) = (Component("Web"), Component("Shop"), Component("Store"))

  private static func series(
    _ name: String = "rules", @PictureBuilder _ content: () -> [PictureItem]
  ) -> Series {
    let items = content()
    return Series(name) { Picture("p") { items } }
  }

  static let all: [RuleSample] = [
    arrowThroughBox, arrowOnArrow, boxOnBox, labelOnBox, labelOnOutline, labelOnTitle, labelOnLabel,
    labelOnArrow, labelWithoutPlace, textOutsideBox, smallText, nearMiss, annotationOnOther,
    arrowOnCode, arrowOnTitle,
  ]

  private static let arrowThroughBox = RuleSample(
    rule: .arrowThroughBox,
    wrong: series {
      Row(spacing: 80) {
        web; shop; store
      }; (web --> store).straight()
    },
    right: series {
      Row(spacing: 80) {
        web; shop; store
      }; web --> store
    }, isForced: true
  ) { layout, _ in
    let ends = [layout.frames[1], layout.frames[3]]
    layout.routes[0].points = [
      Point(x: ends[0].maxX, y: ends[0].midY), Point(x: ends[1].minX, y: ends[1].midY),
    ]
  }

  private static let arrowOnArrow = RuleSample(
    rule: .arrowOnArrow, wrong: crossing { $0.from(.bottom).to(.bottom) }, right: crossing { $0 },
    isForced: true
  ) { layout, _ in
    let boxes = layout.frames[1...4].map { $0 }
    let low = boxes[0].maxY + 30
    for (route, ends) in [(0, (boxes[0], boxes[2])), (1, (boxes[1], boxes[3]))] {
      layout.routes[route].points = [
        Point(x: ends.0.midX, y: ends.0.maxY), Point(x: ends.0.midX, y: low),
        Point(x: ends.1.midX, y: low), Point(x: ends.1.midX, y: ends.1.maxY),
      ]
    }
  }

  private static func crossing(_ way: (Arrow) -> Arrow) -> Series {
    let mail = Component("Mail")
    return series {
      Row(spacing: 60) {
        web; shop; store; mail
      }
      way(web --> store)
      way(shop --> mail)
    }
  }

  private static let boxOnBox = RuleSample(
    rule: .boxOnBox,
    wrong: series {
      Row(spacing: 60) {
        web; shop
      }
    },
    right: series {
      Row(spacing: 60) {
        web; shop
      }
    }
  ) { layout, _ in
    layout.frames[2].origin = layout.frames[1].origin.offset(x: 30, y: 15)
  }

  private static let labelOnBox = RuleSample(
    rule: .labelOnBox,
    wrong: series {
      Row(spacing: 30) {
        web; shop
      }
      (web --> shop).label("orders")
    },
    right: series {
      Row {
        web; shop
      }
      (web --> shop).label("orders")
    }, isForced: true
  ) { layout, _ in
    let (one, other) = (layout.frames[1], layout.frames[2])
    layout.routes[0].points = [
      Point(x: one.maxX, y: one.midY), Point(x: other.minX, y: other.midY),
    ]
    let size = layout.routes[0].label?.size ?? .zero
    layout.routes[0].label?.origin = Point(
      x: one.maxX - size.width / 3, y: one.midY - size.height - 4)
  }

  private static let intoContainer = series {
    Row {
      web; Node("Inside") { shop }
    }; (web --> shop).label("SQL")
  }
  private static let labelOnOutline = RuleSample(
    rule: .labelOnOutline,
    wrong: intoContainer,
    right: intoContainer
  ) { layout, _ in
    let outline = layout.frames[2]
    let width = layout.routes[0].label?.size.width ?? 0
    layout.routes[0].label?.origin.x = outline.minX - width * 2 / 3
    layout.routes[0].label?.origin.y = layout.frames[1].midY + 12
  }

  private static let labelOnTitle = RuleSample(
    rule: .labelOnTitle,
    wrong: intoContainer,
    right: intoContainer
  ) { layout, _ in
    layout.routes[0].label?.origin = layout.frames[2].origin.offset(x: 30, y: 12)
  }

  private static let labelOnLabel = RuleSample(
    rule: .labelOnLabel,
    wrong: series {
      Row {
        web; shop
      }
      (web --> shop).label("orders")
      (shop --> web).label("receipts")
    },
    right: series {
      Row {
        web; shop
      }
      (web --> shop).label("orders")
      (shop --> web).label("receipts")
    }
  ) { layout, _ in
    let first = layout.routes[0].label?.origin ?? .init(x: 0, y: 0)
    layout.routes[1].label?.origin = first.offset(x: 8, y: 4)
  }

  private static let labelOnArrow = RuleSample(
    rule: .labelOnArrow,
    wrong: series {
      Row {
        web; shop
      }; (web --> shop).label("orders"); shop --> web
    },
    right: series {
      Row {
        web; shop
      }; (web --> shop).label("orders"); shop --> web
    }
  ) { layout, _ in
    let way = layout.routes[1].points
    let height = layout.routes[0].label?.size.height ?? 0
    layout.routes[0].label?.origin.y = way[0].y - height / 2
  }

  private static let labelWithoutPlace = RuleSample(
    rule: .labelWithoutPlace,
    wrong: series {
      Row(spacing: 40) {
        web; shop
      }; (web --> shop).label("orders")
    },
    right: series {
      Row {
        web; shop
      }; (web --> shop).label("orders")
    }, isForced: true
  ) { layout, _ in
    layout.routes[0].label = nil
  }

  private static let textOutsideBox = RuleSample(
    rule: .textOutsideBox, wrong: series { Component("A long name") },
    right: series { Component("A long name") }
  ) { layout, _ in
    layout.frames[0] = layout.frames[0].insetBy(30)
    layout.frames[0].size.height = 60
    layout.frames[0].origin.y -= 30
  }

  private static func many(_ slide: Slide) -> Series {
    Series("rules", slide: slide) {
      Picture("p") {
        Row {
          web; shop; store; Component("Mail"); Component("Pay")
        }
      }
    }
  }
  private static let smallText = RuleSample(
    rule: .smallText, wrong: many(.width(0.2)), right: many(.full), isForced: true)

  private static let nearMiss = RuleSample(
    rule: .nearMiss,
    wrong: series {
      web.at(x: 0, y: 0); shop.at(x: 4, y: 120)
    },
    right: series {
      web.at(x: 0, y: 0); shop.at(x: 0, y: 120)
    }, isForced: true)

  private static let annotationOnOther = RuleSample(
    rule: .annotationOnOther,
    wrong: series {
      web.at(x: 0, y: 0); shop.at(x: 0, y: 90); Brace("busy", over: web, side: .bottom)
    },
    right: series {
      web.at(x: 0, y: 0); shop.at(x: 0, y: 90); Brace("busy", over: web)
    })

  private static let zone = Node("Availability zone 1") { shop }
  private static let arrowOnTitle = RuleSample(
    rule: .arrowOnTitle,
    wrong: series {
      Column(spacing: 60) {
        web; zone
      }; (web --> shop).straight()
    },
    right: series {
      Column(spacing: 60) {
        web; zone
      }; web --> shop
    }
  ) { layout, _ in
    let (web, shop) = (layout.frames[1], layout.frames[3])
    let x = layout.frames[2].minX + 60
    layout.routes[0].points = [Point(x: x, y: web.maxY), Point(x: x, y: shop.minY)]
  }

  private static let settings = Code("host: shop\nport: 443\npath: /", language: .yaml)
    .mark("443", as: "port")
  private static let arrowOnCode = RuleSample(
    rule: .arrowOnCode,
    wrong: series {
      Row(spacing: 80) {
        shop; settings
      }; (shop --> settings["port"]).to(.top)
    },
    right: series {
      Row(spacing: 80) {
        shop; settings
      }; shop --> settings["port"]
    })
}
