import DiagramDSL

/// Who may reach what: three ways into a cluster, through zones, and the test bed on one machine.
let access = Series("introduction", slide: .width(0.45)) {
  let customer = Icon(.user, "Customers"), employee = Icon(.user, "Employees")
  let tester = Icon(.user, "Testers").muted()
  let external = Component("External proxy"), open = Component("Public service")
  let `internal` = Component("Internal proxy"), closed = Component("Internal service")
  let debug = Component("Debug proxy").dashed().muted()
  let test = Component("Test service").dashed().muted()
  let ways = [customer ==> external ==> open, employee ==> `internal` ==> closed].flatMap(\.self)
  let testing = (tester ==> debug ==> test).muted()

  Picture("access") {
    Column(spacing: 40) {
      Row(spacing: 60) {
        customer; employee; tester
      }
      SharedPlace("border") { Divider("Internet") }
      Row(spacing: 60) {
        external; `internal`; debug
      }
      Divider("DMZ")
      Row(spacing: 60) {
        open; closed; test
      }
    }
    ways
    testing
  }
  Picture("demo") {
    Column(spacing: 40) {
      Row(spacing: 60) {
        customer; employee; tester
      }
      SharedPlace("border") { Divider("Outside") }
      Row(spacing: 60) {
        external; `internal`; debug
      }
      Row(spacing: 60) {
        open; closed; test
      }
    }
    ways
    testing
  }
}

/// A cluster that survives the loss of a node.
let availability = Series("introduction/availability", slide: .width(0.35)) {
  Picture("ha") {
    let customer = Icon(.user, "Customers"), employee = Icon(.user, "Employees")
    let entry = Component("Two nodes,\none stands by").stacked()
    let cluster = Component("Cluster", subtitle: "3 control planes\n20 workers", icon: .cluster)
    let zones = Row(align: .start, spacing: 60) {
      Column(spacing: 40) {
        customer
        Divider("DMZ")
        entry
      }
      Divider()
      employee
    }
    Column(spacing: 50) {
      zones
      cluster
    }
    customer ==> entry ==> cluster
    employee ==> cluster
  }
}

/// A whole cluster in containers of one machine.
let testBed = Series("introduction/test-bed", slide: .width(0.6)) {
  Picture("kind") {
    let setup = Spot("setup"), users = Spot("users")
    let proxy = Component("Proxy"), control = Component("Control plane")
    let worker = Component("Worker 1"), other = Component("Worker 2")
    let network = Component("Cluster network", shape: .pill)
    Column(spacing: 70) {
      Row {
        setup
        users
      }
      Node("Laptop", icon: .laptop) {
        Column(spacing: 50) {
          Row {
            proxy; control; worker; other
          }
          network
        }
      }.title(.bottom)
    }
    (setup --> proxy).label("port 3128")
    (users --> worker).label("ports 80 and 443").accent(.red)
    [proxy, control, worker, other] --- network
  }
}
