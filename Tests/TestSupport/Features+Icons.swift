package import DiagramDSL
import DiagramIcons
import DiagramModel

/// Icons alone, in boxes and on outlines, badges and numbers, in every manner that there is.
package let iconFeatures = [icons, allIcons, relations]

private let icons = Series("features") {
  Picture("icons") {
    let user = Icon(.user, "Ann"), pods = (1...3).map { Icon(.pod, "web-\($0)") }
    let api = Component("API", icon: .server).badge(12)
    let chart = Component("Metrics").icon(.chart, label: .below)
    let vault = Component("Vault").corner(.topLeft, Icon(.lock).accent(.orange))
      .corner(.bottom, Icon(.secret)).badge("new")
    let note = Icon(.configMap, "settings", label: .beside)
    let group = Node("Deployment", icon: .deployment) {
      pods[0].badge(1); pods[1].accent(.red).highlight(); pods[2].muted().stacked()
    }.corner(.topRight, Icon(.autoscaler))
    user; api; chart; vault; note; group
    Icon(.cloud, size: 120).id("cloud").dashed().crossedOut()
    Component("drum", shape: .cylinder, icon: .disk).accent(.violet)
    Node("Empty", icon: .namespace)
    (user --> api).numbered(1)
    (api --> chart).label("writes\nto").numbered("2a").accent()
    (api --> vault).numbered(3).curved()
    (api --> group).numbered(4).muted().straight()
    note --> group
    group --> chart
  }
}

/// What is said between boxes and of them, in every manner that there is.
private let relations = Series("features") {
  Picture("relations") {
    let cloud = Component("Cloud", shape: .cloud), edge = Icon(.firewall, "edge")
    let lan = Component("LAN"), out = Spot("out")
    let replicas = (1...3).map { Component("replica \($0)") }
    let pod = Icon(.pod, "web"),
      inside = Node("Pod") {
        Component("app"); Component("sidecar")
      }
    let (order, item) = (Component("Order"), Component("Item"))
    Column(spacing: 60) {
      Row(spacing: 90) {
        cloud; edge; lan
      }
      Divider("Internet")
      Row(spacing: 60) { replicas }
      Divider().accent(.red)
      Row(spacing: 120) {
        pod; inside; out
      }
      Row(spacing: 120) {
        order; Divider("zones").dashed(false); item
      }
    }
    cloud ==> edge
    (edge ==> lan).accent()
    (replicas[0] <--> replicas[1]).block()
    (replicas[1] --- replicas[2]).block().strong()
    Brace("3 replicas", over: replicas[0], replicas[1], replicas[2])
    Dimension("10 ms", over: replicas[0], side: .left)
    Region("team A", around: inside).accent(.violet)
    pod.zoom(into: inside)
    (inside ==> out).accent(.green)
    (order --> item).labels(start: "1", end: "0..*").heads(start: .one, end: .many)
    (lan --> replicas[2]).heads(start: .hollowDiamond, end: .hollow)
    (order ==> inside).label("moves to").muted()
  }
}

/// Every icon that comes with the language.
private let allIcons = Series("features") {
  Picture("all icons") {
    Grid(columns: 13) {
      for name in IconLibrary.ownNames {
        Icon(IconName(name)).id(name.split(separator: "/").joined(separator: "."))
      }
    }
  }
}
