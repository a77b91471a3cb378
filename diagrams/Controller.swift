import DiagramDSL

/// How every controller works: it observes, compares and acts, over and over.
let controller = Series("120_kubernetes/architecture") {
  Picture("controller", title: "The reconciliation loop of a controller") {
    let observe = Component("Observe")
    let compare = Component("Compare").accent()
    let act = Component("Act")
    let current = Component("Current state", shape: .cylinder)
    let desired = Component("Desired state", shape: .cylinder)

    Row(spacing: 80) {
      Ring {
        observe
        compare
        act
        current
      }
      desired.align(.center)
    }
    observe --> compare --> act --> current --> observe
    (desired --> compare).accent()
  }
}
