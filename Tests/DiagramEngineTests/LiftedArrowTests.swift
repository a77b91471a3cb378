import DiagramDSL
import DiagramEngine
import DiagramModel
import Testing

private let api = Component("api")
private let kubelet = Component("kubelet")
private let proxy = Component("proxy")
private let worker = Node("worker") {
  Column {
    kubelet; proxy
  }
}

/// Arrows to what a collapsed container hides end at the container.
@Suite struct LiftedArrowTests {
  private func scenes(@SeriesBuilder _ pictures: () -> [Picture]) throws -> [Scene] {
    try Series("chapter", pictures: pictures).scenes(in: .dark)
  }

  /// A step with the worker closed, and one with it open.
  private func steps(@PictureBuilder _ arrows: () -> [PictureItem]) throws -> [Scene] {
    let arrows = arrows()
    return try scenes {
      Picture("closed") {
        Row {
          api; worker.collapsed()
        }
        arrows
      }
      Picture("open") {
        Row {
          api; worker
        }
        arrows
      }
    }
  }

  @Test func anArrowEndsAtTheContainerOnItsOwnWay() throws {
    let scenes = try steps { api --> kubelet }
    let (closed, open) = (
      try #require(scenes[0].arrows.first), try #require(scenes[1].arrows.first)
    )
    #expect((closed.id, closed.source, closed.target) == ("api-->worker/kubelet", "api", "worker"))
    #expect(open.target == "worker/kubelet")
    #expect(closed.points.dropLast() == open.points.prefix(closed.points.count - 1))
    let frame = try #require(scenes[0].boxes.first { $0.id == "worker" }).frame
    let end = try #require(closed.points.last)
    // The tip of a head stands off the outline.
    #expect(end.x == frame.minX - 3)
    #expect(scenes[0].summary.contains("api points to worker."))
  }

  @Test func severalOfOneDirectionAreOneAndKeepTheTextOnWhichTheyAgree() throws {
    let closed = try steps {
      (api --> [kubelet, proxy]).label("HTTPS")
      kubelet --> api
    }[0]
    #expect(closed.arrows.map(\.id) == ["api-->worker/kubelet", "worker/kubelet-->api"])
    #expect(closed.arrows.map { $0.text?.lines.first?.text } == ["HTTPS", nil])
    let differing = try steps {
      (api --> kubelet).label("exec").accent(.red)
      (api --> proxy).label("watch")
    }[0]
    #expect(differing.arrows.count == 1)
    #expect(differing.arrows[0].text == nil)
    let plain = try steps { api --> kubelet }[0]
    #expect(differing.arrows[0].paint == plain.arrows[0].paint)
  }

  @Test func anArrowThatIsWrittenToTheContainerStandsForTheOthers() throws {
    let closed = try steps {
      api --> kubelet
      (api --> worker).label("all of it")
    }[0]
    #expect(closed.arrows.map(\.id) == ["api-->worker"])
    #expect(closed.arrows[0].text?.lines.first?.text == "all of it")
  }

  @Test func numberedArrowsAreStepsOfTheirOwn() throws {
    let closed = try steps {
      (api --> kubelet).numbered(1)
      (api --> proxy).numbered(2)
    }[0]
    #expect(closed.arrows.count == 2)
  }

  @Test func whatRunsInsideIsHidden() throws {
    let scenes = try steps {
      kubelet --> proxy
      worker --> kubelet
    }
    #expect(scenes.map(\.arrows.count) == [0, 2])
  }

  @Test func oneTextOfALiftedArrowLiesOutsideOfItsContainer() throws {
    let scenes = try steps { (api --> kubelet).label("a text of some length") }
    let frame = try #require(scenes[0].boxes.first { $0.id == "worker" }).frame
    let text = try #require(scenes[0].arrows.first?.text)
    #expect(!text.frame.intersects(frame))
  }

  /// They keep off each other as well, though both lay in the container.
  @Test func textsOfSeveralLiftedArrowsKeepOffEachOtherAndWhatThePictureShows() throws {
    let (first, second) = (Component("first"), Component("second"))
    let scenes = try scenes {
      for name in ["closed", "open"] {
        Picture(name) {
          Row(spacing: 60) {
            Column(spacing: 10) {
              first; second
            }
            name == "closed" ? worker.collapsed() : worker
          }
          (first --> kubelet).label("a text of some length")
          (second --> proxy).label("and another one")
        }
      }
    }
    let texts = scenes[0].arrows.compactMap { $0.text?.frame }
    #expect(texts.count == 2)
    #expect(!texts[0].intersects(texts[1]))
    for box in scenes[0].boxes {
      #expect(!texts.contains { $0.intersects(box.frame) }, "\(box.id)")
    }
    for text in texts {
      #expect(Rect(origin: Point(x: 0, y: 0), size: scenes[0].size).contains(text))
    }
  }

  @Test func noPictureNeedsToShowWhatIsHidden() throws {
    let scene = try scenes {
      Picture("closed") {
        Row {
          api; worker.collapsed()
        }
        (api --> [kubelet, proxy]).trunk()
        api --> worker[proxy]
      }
    }[0]
    #expect(scene.arrows.map(\.id) == ["api-->worker/kubelet"])
    #expect(scene.arrows[0].target == "worker")
  }

  @Test func theOutermostCollapsedContainerStandsForAllInIt() throws {
    func cluster(_ worker: Node) -> Node { Node("cluster") { worker } }
    let scenes = try scenes {
      Picture("cluster") {
        Row {
          api; cluster(worker).collapsed()
        }
        api --> kubelet
      }
      Picture("worker") {
        Row {
          api; cluster(worker.collapsed())
        }
        api --> kubelet
      }
      Picture("all") {
        Row {
          api; cluster(worker)
        }
        api --> kubelet
      }
    }
    let ends = scenes.map { $0.arrows.map(\.target) }
    #expect(ends == [["cluster"], ["cluster/worker"], ["cluster/worker/kubelet"]])
    #expect(Set(scenes.map { $0.arrows[0].points[0] }).count == 1)
  }

  @Test func statesAndRemarksMeanTheContainerToo() throws {
    let closed = try scenes {
      Picture("closed") {
        Row {
          api; worker.collapsed()
        }
        Brace("two", over: kubelet, proxy)
      }.focus(kubelet).accent(.red, kubelet)
      Picture("open") {
        Row {
          api; worker
        }
      }
    }[0]
    #expect(closed.boxes.contains { $0.id == "!brace!worker" })
  }

  @Test func oneOfSeveralHiddenBoxesIsNotGuessed() throws {
    let other = Node("other") { kubelet }
    let error = #expect(throws: DiagramError.self) {
      try self.scenes {
        Picture("closed") {
          Row {
            api; worker.collapsed(); other.collapsed()
          }
          api --> kubelet
        }
      }
    }
    let found = try #require(error?.diagnostics.first)
    #expect(found.kind == .ambiguousBox)
    #expect(found.message.contains("“other/kubelet”, “worker/kubelet”"))
    #expect(found.hints == ["name the container too, as in `other[kubelet]`"])
  }

  @Test func aContainerThatIsNotCollapsedHidesNothing() throws {
    let error = #expect(throws: DiagramError.self) {
      try self.scenes {
        Picture("part") {
          Row {
            api; Node("worker") { kubelet }
          }
          api --> proxy
        }
        Picture("all") {
          Row {
            api; worker
          }
        }
      }
    }
    #expect(error?.diagnostics.map(\.kind) == [.unknownBox])
  }
}

extension Scene {
  fileprivate var arrows: [SceneLine] {
    elements.compactMap { if case .line(let line) = $0 { line } else { nil } }
  }
}
