import DiagramDSL

/// Arrows on one line, from one box and to one box: across a row, into and out of a container, past
/// other arrows.
let trunks = Series("features") {
  Picture("trunks") {
    let (gateway, queue) = (Component("gateway"), Component("queue"))
    let services = ["orders", "payments", "shipping"].map { Component($0) }
    let workers = ["pdf", "mail", "search", "audit"].map { Component($0) }
    let log = Component("log", shape: .cylinder)
    Row(spacing: 100) {
      Column {
        gateway
        queue
      }
      Node("Services") { Column { services } }
      Column { log }
      Column { workers }
    }
    (gateway --> services).trunk().accent()
    (services --> log).trunk().dashed()
    [
      (log --> workers[0]).label("pages"), log --> workers[1], log --> workers[2],
      (log --> workers[3]).label("who"),
    ].trunk()
    queue --> services[2]
  }
}

/// The same downwards, in arrangements that nobody chose, and on several lines.
let buses = Series("features") {
  Picture("buses") {
    let balancer = Component("balancer")
    let pods = ["a", "b", "c", "d"].map { Component("pod \($0)") }
    let store = Component("store", shape: .cylinder)
    let disk = Component("disk")
    let sensors = ["heat", "light", "noise"].map { Component($0) }
    let (bus, alarm) = (Component("bus"), Component("alarm"))
    Row(spacing: 100) {
      Column {
        balancer.align(.center)
        Node("Pods") { Row { pods } }
        store.align(.center)
        disk.align(.center)
      }
      Node("Sensors") {
        sensors
        bus
        alarm
      }
    }
    pods.map { (balancer --> $0).label($0.title == "pod a" ? "canary" : "25 %") }.trunk()
    (pods --> store).trunk().muted()
    (store --> disk).label("fsync")
    sensors.map { ($0 --> bus) }.trunk().accent(.green)
    (bus --> alarm).label("if over 40 °C")
  }
}
