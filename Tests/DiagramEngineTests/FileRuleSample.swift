import DiagramDSL
import DiagramModel
import Testing

@testable import DiagramEngine

/// What a rule of images or slides finds, drawn as what lies where: its findings are of files, which no drawing shows.
struct FileRuleSample: Sendable, CustomTestStringConvertible {
  let rule: Remark.Rule
  let wrong: Series
  let right: Series

  var testDescription: String { rule.rawValue }

  private init(
    _ rule: Remark.Rule, @PictureBuilder wrong: () -> [PictureItem],
    @PictureBuilder right: () -> [PictureItem]
  ) {
    let (wrong, right) = (wrong(), right())
    self.rule = rule
    self.wrong = Series("rules") { Picture("p") { wrong } }
    self.right = Series("rules") { Picture("p") { right } }
  }

  static let all = images + slides

  // MARK: - Parts

  private static func code(
    _ text: String, _ file: String = "shop.swift", _ language: CodeLanguage = .swift
  )
    -> Node
  {
    Node(file) { Code(text, language: language).id("text") }.id("source")
  }

  private static let drawing = code("web --> shop")

  /// The image, with what it shows.
  private static func image(
    _ name: String = "shop/p.svg", @ContentBuilder _ content: () -> [Element]
  ) -> Node {
    let content = content()
    return Node(name) { Row { content } }.id("image")
  }

  private static let (web, shop, store) = (Component("Web"), Component("Shop"), Component("Store"))

  private static let good = image {
    web; shop
  }

  private static func markdown(_ text: String) -> Node { code(text, "talk.md", .plain) }

  private static let (none, mail) = (
    Component("shop/p.svg").muted().dashed(), Component("Mail")
  )

  // MARK: - Images

  private static let images = [
    FileRuleSample(.missing) {
      Row {
        drawing; none
      }
      (drawing --> none).label("no file").dashed()
    } right: {
      Row {
        drawing; good
      }
      (drawing --> good).label("render all")
      web --> shop
    },
    FileRuleSample(.codeChanged) {
      let source = code("web --> store")
      Row {
        source; good
      }
      (source --> good).label("before the change").dashed()
      web --> shop
    } right: {
      let (source, file) = (
        code("web --> store"),
        image {
          web; store
        }
      )
      Row {
        source; file
      }
      (source --> file).label("render all")
      web --> store
    },
    FileRuleSample(.otherVersion) {
      let (old, new) = (Component("diagen 0.4"), Component("diagen 0.5"))
      Row {
        Column {
          old; new
        }; good
      }
      (old --> good).label("drew it")
      (new --> good).label("would draw otherwise").dashed()
      web --> shop
    } right: {
      let new = Component("diagen 0.5")
      Row {
        new; good
      }
      (new --> good).label("render all")
      web --> shop
    },
    FileRuleSample(.merged) {
      let (main, topic) = (Component("main"), Component("topic"))
      let file = Node("shop/p.svg") { Code("<<<<<<< main\n=======\n>>>>>>> topic") }.accent(.red)
      Row {
        Column {
          main; topic
        }; file
      }
      (main --> file).label("git merge")
      topic --> file
    } right: {
      let (main, topic) = (Component("main"), Component("topic"))
      Row {
        Column {
          main; topic
        }; drawing; good
      }
      (main --> drawing).label("git merge")
      topic --> drawing
      (drawing --> good).label("render all")
      web --> shop
    },
    FileRuleSample(.crlf) {
      let commit = Node("in git") { Code("<svg …>\\n") }
      let file = Node("shop/p.svg") { Code("<svg …>\\r\\n") }.accent(.red)
      Row {
        commit; file
      }
      (commit --> file).label("check-out").dashed()
    } right: {
      let rule = Node(".gitattributes") { Code("*.svg -text") }
      let commit = Node("in git") { Code("<svg …>\\n") }
      let file = Node("shop/p.svg") { Code("<svg …>\\n") }
      Row {
        rule; commit; file
      }
      (commit --> file).label("check-out")
    },
    FileRuleSample(.edited) {
      let (editor, added) = (Component("draw.io"), mail.accent(.orange))
      let file = image {
        web; shop; added
      }
      Row {
        drawing; file; editor
      }
      (drawing --> file).label("before").dashed()
      (editor --> file).label("added a box")
      web --> shop
    } right: {
      let source = code("web --> shop\nshop --> mail")
      let file = image {
        web; shop; mail
      }
      Row {
        source; file
      }
      (source --> file).label("render all")
      web --> shop
      shop --> mail
    },
    FileRuleSample(.foreign) {
      let file = Node("shop/p.svg") { Component("a logo", shape: .cloud) }.accent(.red)
      Row {
        drawing; file
      }
      (drawing --> file).label("kept").dashed()
    } right: {
      let logo = Node("logo.svg") { Component("a logo", shape: .cloud) }
      Row {
        drawing; good; logo
      }
      (drawing --> good).label("render all")
      web --> shop
    },
    FileRuleSample(.blocked) {
      let folder = Node("shop/p.svg/") { Component("a folder") }.accent(.red)
      Row {
        drawing; folder
      }
      (drawing --> folder).label("no room").dashed()
    } right: {
      Row {
        drawing; good
      }
      (drawing --> good).label("render all")
      web --> shop
    },
    FileRuleSample(.orphaned) {
      Row {
        code("// no picture “p”"); good
      }
      web --> shop
    } right: {
      let source = code("// no picture “p”")
      Row {
        source; none
      }
      (source --> none).label("render all --prune").dashed()
    },
  ]

  // MARK: - Slides

  private static let slides = [
    FileRuleSample(.deadReference) {
      let (page, file) = (markdown("![](shop/q.svg)"), Component("shop/q.svg").muted().dashed())
      Row {
        page; file; good
      }
      (page --> file).label("no file").dashed()
      web --> shop
    } right: {
      let page = markdown("![](shop/p.svg)")
      Row {
        page; good
      }
      (page --> good).label("shows")
      web --> shop
    },
    FileRuleSample(.unreferenced) {
      Row {
        markdown("# The shop"); good
      }
      web --> shop
    } right: {
      let page = markdown("# The shop\n![](shop/p.svg)")
      Row {
        page; good
      }
      (page --> good).label("shows")
      web --> shop
    },
    FileRuleSample(.missingAlternative) {
      let (page, reader) = (markdown("![](shop/p.svg)"), Component("“image”", shape: .callout))
      Row {
        page; reader
      }
      (page --> reader).label("is read out as").dashed()
    } right: {
      let reader = Component("“The web and the shop”", shape: .callout)
      let page = markdown("![The web and the shop](shop/p.svg)")
      Row {
        page; reader
      }
      (page --> reader).label("is read out as")
    },
    FileRuleSample(.smallOnSlide) {
      let (page, slide) = (markdown("![w:200px](shop/p.svg)"), canvas(width: 80, height: 44))
      Row {
        page; slide
      }
      (page --> slide).label("200 of 1920")
    } right: {
      let (page, slide) = (markdown("![w:900px](shop/p.svg)"), canvas(width: 260, height: 110))
      Row {
        page; slide
      }
      (page --> slide).label("900 of 1920")
    },
  ]

  private static func canvas(width: Int, height: Int) -> Node {
    Node("slide") { Component("p").width(width).height(height) }.width(360).height(220)
  }
}
