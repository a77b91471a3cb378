import DiagramModel
import Testing

@testable import DiagramCommand

@Suite struct NamePatternTests {
  static let path = "120_kubernetes/architecture/nodes"

  @Test(arguments: [
    "nodes", "architecture", "120_kubernetes", "120_kubernetes/architecture", path,
    "architecture/", "120_kubernetes/", "node*", "*", "n?des", "nod[a-f]s", "nod[!x]s", "nod[^x]s",
    "12*/arch*", "*/*/nodes", "**/nodes", "**/architecture", "**", "120_kubernetes/**",
    "120_kubernetes/**/nodes", "120_kubernetes/**/architecture/**/nodes", "**/architecture/nodes",
    "/120_kubernetes", "n\\odes", "*n*o*d*e*s*", "[m-o]odes",
  ])
  func fits(pattern: String) { #expect(NamePattern(pattern).fits(Self.path)) }

  @Test(arguments: [
    "node", "odes", "nodes/", "architecture/nodes", "/nodes", "/architecture",
    "120_kubernetes/nodes",
    "120_kubernetes/*/*/nodes", "*/nodes", "n?odes", "nod[a-d]s", "nod[!e]s", "", "/", "Nodes",
    "120_kubernetes?architecture", "120*nodes", "120_kubernetes/architecture/nodes/**/more",
    "[nodes", "nodes.svg",
  ])
  func fitsNot(pattern: String) { #expect(!NamePattern(pattern).fits(Self.path)) }

  @Test(arguments: [
    ("a[b]", "a\\[b\\]"), ("a[b]", "a[[]b[]]"), ("a[b", "a[b"), ("]", "[]]"), ("-", "[a-]"),
    ("größe 🚀", "gr??e ?"), ("gro\u{308}ße", "größe"), ("a\\b", "a\\\\b"),
  ])
  func oddCharactersFit(name: String, pattern: String) { #expect(NamePattern(pattern).fits(name)) }

  @Test func doubleStarInsideAComponentIsAStar() {
    #expect(NamePattern("n**s").fits("nodes"))
    #expect(!NamePattern("a/n**s").fits("a/b/nodes"))
  }

  /// A series and a picture may have empty names, which is told when they are drawn.
  @Test(arguments: ["x/", "x", "*", "**", "a/b"], ["", "/"])
  func nothingFitsAPathWithoutNames(pattern: String, path: String) {
    #expect(!NamePattern(pattern).fits(path))
  }

  @Test func manyStarsDoNotTakeForever() {
    let name = String(repeating: "a", count: 2000)
    #expect(!NamePattern(String(repeating: "*a", count: 30) + "b").fits(name))
  }
}

@Suite struct NearestNameTests {
  @Test func distanceCountsEdits() {
    #expect(editDistance(Array("kitten"), Array("sitting")) == 3)
    #expect(editDistance(Array("nodes"), Array("ndoes")) == 1)
    #expect(editDistance([], Array("abc")) == 3)
    #expect(editDistance(Array("abc"), []) == 3)
  }

  @Test func onlyTheNearestAreNamedAndEachOnce() {
    #expect(nearest(to: "workr", among: ["nodes", "workers", "worker", "worker"]) == ["worker"])
    #expect(nearest(to: "nodess", among: ["notes", "nodes", "modes", "sides"]) == ["nodes"])
    #expect(nearest(to: "noodes", among: ["notes", "nodes", "nodus"]) == ["nodes"])
    #expect(nearest(to: "nodez", among: ["nodes", "noder", "nods"]) == ["nodes", "noder"])
  }

  @Test func whatHoldsTheNameFollows() {
    #expect(
      nearest(to: "node", among: ["worker-node", "nodes", "master"]) == ["nodes", "worker-node"])
    #expect(nearest(to: "no", among: ["worker-node", "master"]).isEmpty)
    #expect(nearest(to: "c", among: ["a", "b"]).isEmpty)
    #expect(nearest(to: "dp", among: ["db", "a"]) == ["db"])
  }

  @Test func aLongNameIsNotNearForItsLengthAlone() {
    #expect(
      nearest(to: "nodess", among: ["scaling-workers", "a-name-of-thirty-letters-in-all"]).isEmpty)
  }

  @Test func nothingIsNear() { #expect(nearest(to: "zebra", among: ["nodes", "worker"]).isEmpty) }
}
