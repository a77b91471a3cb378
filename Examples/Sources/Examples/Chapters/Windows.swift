import DiagramDSL

/// Containers that share a kernel, and containers that have their own.
let flavours = Series("windows", slide: .width(0.65)) {
  Picture("flavours") {
    let containers = (1...3).map { Component("Container").id("container-\($0)").vertical() }
    Row(align: .end, spacing: 60) {
      Node("Windows containers") {
        Column(spacing: 10) {
          Row(spacing: 10) { containers }
          Component("OS").accent(.orange)
          Component("Hardware")
        }
      }.title(.bottom)
      Node("Hyper-V containers") {
        Column(spacing: 10) {
          Row(spacing: 10) { containers }
          Row(spacing: 10) { (1...3).map { Component("OS").id("os-\($0)").accent(.orange) } }
          Component("Hypervisor")
          Component("Hardware")
        }
      }.title(.bottom)
    }
  }
}
