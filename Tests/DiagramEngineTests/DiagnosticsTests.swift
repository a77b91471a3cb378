import DiagramDSL
import DiagramEngine
import Testing

private let kubelet = Component("kubelet")
private let proxy = Component("kube-proxy")
private let worker1 = Node("Worker 1") { kubelet }
private let worker2 = Node("Worker 2") { kubelet }

/// What the engine says of one series of these pictures.
private func diagnostics(
  _ path: String = "chapter", @SeriesBuilder _ pictures: () -> [Picture]
) -> [Diagnostic] {
  do {
    _ = try Series(path, pictures: pictures).resolved()
    return []
  } catch {
    return error.diagnostics
  }
}

private func messages(
  _ path: String = "chapter", @SeriesBuilder _ pictures: () -> [Picture]
) -> [String] {
  diagnostics(path, pictures).map(\.message)
}

@Suite struct DiagnosticsTests {
  @Test func anUnknownEndIsNamedWithWhatThereIs() {
    let found = diagnostics {
      Picture("p") {
        kubelet
        kubelet --> proxy
      }
    }
    #expect(found.map(\.message) == ["picture “p” does not show “kube-proxy”"])
    #expect(found[0].hints == ["put it into the picture, which shows “kubelet”"])
    #expect(found[0].file.hasSuffix("DiagnosticsTests.swift"))
    #expect(found[0].line == #line - 6)
  }

  @Test func aReferenceThatFitsTwoBoxesListsThem() {
    let found = diagnostics {
      Picture("p") {
        worker1
        worker2
        proxy
        proxy --> kubelet
        proxy --> worker1[kubelet]
      }
    }
    #expect(
      found.map(\.message) == [
        "“kubelet” may mean 2 boxes of picture “p”: “worker-1/kubelet”, “worker-2/kubelet”"
      ])
    #expect(found[0].hints == ["name the container too, as in `worker1[kubelet]`"])
  }

  @Test func aBoxTwiceInOnePictureIsOneIdentityInTwoPlaces() {
    #expect(
      messages {
        Picture("p") {
          kubelet
          Column { kubelet }
        }
      } == ["“kubelet” stands twice in picture “p”"])
  }

  @Test func aBoxThatChangesItsPlaceBetweenPicturesIsReported() {
    #expect(
      messages {
        Picture("p") {
          Row {
            kubelet; proxy
          }
        }
        Picture("q") {
          Row { proxy }
          kubelet
        }
      } == [
        "“kubelet” stands in two places: in a row in picture “p”, directly in picture “q”"
      ])
  }

  @Test func aRowThatBecomesAColumnIsReported() {
    #expect(
      messages {
        Picture("p") {
          Row {
            kubelet; proxy
          }
        }
        Picture("q") {
          Column {
            kubelet; proxy
          }
        }
      } == ["boxes stand in a row in picture “p” and in a column in picture “q”"])
  }

  @Test func twoRowsThatBecomeOneAreReported() {
    #expect(
      messages {
        Picture("p") {
          Row { kubelet }
          Row { proxy }
        }
        Picture("q") {
          Row {
            kubelet; proxy
          }
        }
      } == ["boxes stand in two groups in picture “p” and in one in picture “q”"])
  }

  @Test func contradictingOrdersNameBothPictures() {
    #expect(
      messages {
        Picture("p") {
          Row {
            kubelet; proxy
          }
        }
        Picture("q") {
          Row {
            proxy; kubelet
          }
        }
      } == ["“kubelet” stands before “kube-proxy” in picture “p” and after it in picture “q”"])
  }

  @Test func ordersThatContradictOnlyTogetherAreReportedToo() {
    let runtime = Component("runtime")
    let found = messages {
      Picture("p") {
        Row {
          kubelet; proxy
        }
      }
      Picture("q") {
        Row {
          proxy; runtime
        }
      }
      Picture("r") {
        Row {
          runtime; kubelet
        }
      }
    }
    #expect(found.count == 1)
    #expect(found.first?.contains("“r”") == true)
  }

  @Test func anArrowToItselfNeedsALoop() {
    let found = diagnostics {
      Picture("p") {
        kubelet
        kubelet --> kubelet
        (kubelet --> kubelet).loop()
      }
    }
    #expect(found.map(\.message) == ["an arrow runs from “kubelet” to itself"])
    #expect(found[0].hints == ["if it is meant, write `(kubelet --> kubelet).loop()`"])
  }

  @Test func aTextThatLandedOnTheBoxIsExplained() {
    let found = diagnostics {
      Picture("p") {
        kubelet
        proxy
        kubelet --> proxy.label("HTTPS")
      }
    }
    #expect(
      found.map(\.message) == ["the text “HTTPS” is put on the box “kube-proxy”, not on the arrow"])
    #expect(found[0].hints == ["write parentheses: `(kubelet --> kubeProxy).label(\"HTTPS\")`"])
  }

  @Test func emptySeriesAndPicturesAreReported() {
    #expect(messages {} == ["series “chapter” has no picture"])
    #expect(messages { Picture("p") {} } == ["picture “p” is empty"])
  }

  @Test func twoPicturesWithOneNameAreReported() {
    let found = messages {
      Picture("p") { kubelet }
      Picture("P") { kubelet }
    }
    #expect(found == ["two pictures are called “p” and “P”, which are one file on many systems"])
  }

  @Test func eachOfSeveralEqualPicturesIsToldANameOfItsOwn() {
    let found = diagnostics {
      for name in ["p", "P", "p-2", "p"] { Picture(name) { kubelet } }
    }
    #expect(
      found.map(\.hints)
        == ["P-3", "p-4"].map {
          ["give one of them another name, as in `Picture(\"\($0)\")`"]
        })
  }

  @Test(arguments: [
    "../nodes", "/etc/passwd", "a/../../b", "~/x", "..", "a//b", "", "a\\b", "a\nb", "con", "NUL",
    "aux.svgz", "lpt9", "Com1 .x", "com¹", "a/prn/b", "conin$", "a.", "a ", "a./b", "a /b", "a*",
    "b?",
    "a:b", "<a>", "a|b", "\"a\"", "a\u{FFFE}", "a\u{7F}", String(repeating: "ä", count: 150),
    String(repeating: "ab/", count: 300) + "c",
  ])
  func namesThatLeaveTheFolderAreReported(name: String) {
    #expect(messages { Picture(name) { kubelet } }.count == 1)
    #expect(messages(name) { Picture("p") { kubelet } }.count == 1)
  }

  @Test(arguments: [
    "nodes", "größe", "a b", "sub/nodes", "v1.2", "…", "🚀", "context", "com", "com10", "console.x",
    "null", ".hidden", "a&b (c)",
    "שלום", "e\u{301}",
  ])
  func ordinaryNamesAreFine(name: String) {
    #expect(messages(name) { Picture(name) { kubelet } } == [])
  }

  @Test func idsAndSizesAreChecked() {
    let found = messages {
      Picture("p") {
        kubelet.id("a/b")
        Component("  ")
        proxy.width(-1).height(1_000_000)
        Grid(columns: 0) { Component("x") }
        Row(spacing: -5) { Component("y") }
      }
    }
    #expect(found.count == 6)
  }

  @Test func allMistakesAreReportedAtOnceInTheirOrder() {
    let found = diagnostics {
      Picture("p") {
        kubelet
        kubelet --> proxy
        kubelet --> kubelet
      }
      Picture("p") { kubelet.id("") }
    }
    #expect(found.count == 4)
    #expect(found.map(\.line) == found.map(\.line).sorted())
  }

  @Test func twoSeriesThatWriteOneFileAreReported() {
    let one = Series("chapter") { Picture("p") { kubelet } }
    let other = Series("Chapter") { Picture("p") { proxy } }
    #expect(
      catalogDiagnostics([one, other]).map(\.message) == [
        "two series write the picture “Chapter/p”"
      ])
    #expect(catalogDiagnostics([one]) == [])
  }
}
