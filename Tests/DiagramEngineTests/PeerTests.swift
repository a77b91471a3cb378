import DiagramDSL
import DiagramEngine
import DiagramModel
import TestSupport
import Testing

/// Boxes that talk to each other as equals stand side by side, whichever way the rest runs.
@Suite struct PeerTests {
  @Test func twoSwitchesBelowAFirewallStandInOneLine() throws {
    let (firewall, store) = (Component("Firewall"), Component("Store"))
    let switches = (1...2).map { Component("Switch \($0)") }
    let servers = (1...4).map { Component("Server \($0)") }
    let series = Series("net") {
      Picture("lan") {
        firewall
        switches
        servers
        store
        for one in switches { firewall <--> one }
        (switches[0] <--> switches[1]).label("trunk")
        for (index, server) in servers.enumerated() { switches[index / 2] <--> server }
        for server in servers { server --> store }
      }
    }
    let scene = try #require(series.scenes(in: .dark).first)
    let frames = Dictionary(uniqueKeysWithValues: scene.boxes.map { ($0.id, $0.frame) })
    let (one, other) = (try #require(frames["switch-1"]), try #require(frames["switch-2"]))
    #expect((one.midX == other.midX) != (one.midY == other.midY), "\(one) \(other)")
    let first = try #require(frames["firewall"])
    let isAcross = one.midX == other.midX
    let (low, high) = isAcross ? (one.midY, other.midY) : (one.midX, other.midX)
    #expect(low + high == 2 * (isAcross ? first.midY : first.midX), "\(first)")
  }
}
