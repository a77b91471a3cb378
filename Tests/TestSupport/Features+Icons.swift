package import DiagramDSL
import DiagramIcons
import DiagramModel

/// Icons alone, in boxes and on outlines, badges and numbers, in every manner that there is.
package let iconFeatures = [icons, allIcons]

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
