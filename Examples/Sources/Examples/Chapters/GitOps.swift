import DiagramDSL

private let author = Icon(.user, "Author"), git = Component("Git", shape: .cylinder)
private let build = Component("Pipeline"), images = Component("Registry", shape: .cylinder)
private let deploy = Component("Pipeline").id("deploy"),
  operate = Component("Operator", shape: .pill)
private let deployment = Component("Deployment", icon: .deployment)

/// The way to the cluster, by what brings changes into it.
private func ways(by part: Component) -> Grid {
  Grid(columns: 4, align: .center, spacing: 110) {
    author; git; build; images
    Spot("a"); Spot("b")
    SharedPlace("by") { part }
    deployment
  }
}

/// The arrows that both ways have.
private func arrows(_ writes: Accent?) -> [Arrow] {
  [
    (author --> git).label("updates"), (git --> build).label("triggers"),
    (build --> images).label("updates").accent(writes), (deployment --> images).label("uses"),
  ]
}

/// A pipeline that writes into the cluster.
private func push(_ name: String, writes: Accent? = nil) -> Picture {
  Picture(name) {
    ways(by: deploy)
    Region("Kubernetes", around: deployment)
    arrows(writes)
    (build --> deploy).label("triggers")
    (deploy --> deployment).label("updates").accent(writes)
  }
}

/// An operator in the cluster that reads.
private func pull(_ name: String, writes: Accent? = nil, reads: Accent? = nil) -> Picture {
  Picture(name) {
    ways(by: operate)
    Region("Kubernetes", around: operate, deployment)
    arrows(writes)
    (operate --> git).label("observes").accent(reads)
    (operate --> deployment).label("updates").accent(reads)
  }
}

/// How a change reaches the cluster: pushed by a pipeline, or fetched by an operator, and what may write where.
let delivery = Series("gitops", slide: .width(0.6)) {
  push("push")
  push("push-permissions", writes: .red)
  pull("pull")
  pull("pull-permissions", writes: .red, reads: .green)
}

/// The controllers that bring a repository into a cluster.
let flux = Series("gitops/flux", slide: .width(0.6)) {
  Picture("flux") {
    let source = Component("Source\ncontroller"), deployment = Component("Deployment")
    let controllers = ["Kustomize", "Helm"].map { Component("\($0)\ncontroller") }
    Row(align: .center, spacing: 60) {
      author
      git
      Node("Kubernetes", icon: .cluster) {
        Row(align: .center, spacing: 60) {
          source; Column { controllers }; deployment
        }
      }.dashed()
    }
    author --> git <-- source
    controllers --> source
    controllers --> deployment
  }
}

/// From a commit to a release, and what happens to it meanwhile.
let updates = Series("gitops/updates", slide: .full) {
  let steps = ["Commit is\nprogress", "Pre-release", "Validate\nby tests", "Release"]
    .map { Component($0, shape: .chevron) }
  Picture("process") { Lanes { Lane("Software") { steps } } }
  Picture("process-gitops") {
    let stages = ["Deployed\nto a stage", "Healthy", "Promoted"].map { Component($0) }
    let people = ["Decide to\nrelease", "Test for\nconvergence", "Create\nrelease"].map {
      Component($0)
    }
    Lanes {
      Lane("Software") { steps }
      Lane("GitOps") { stages }
      Lane("People") { people }
    }
    zip(stages, steps.dropFirst()).map { $0 --> $1 }
    zip(people, stages).map { $0 --> $1 }
  }
}

/// What is tested before it is released.
let releases = Series("gitops/releases", slide: .width(0.7)) {
  Picture("release-process") {
    let chart = Component("Helm or\nKustomize"), quality = Component("QA").dashed()
    let live = Component("Live")
    Row(align: .center, spacing: 280) {
      chart;
      Column(spacing: 60) {
        quality; live
      }
    }
    (chart --> quality).label("release\ncandidate").numbered(1)
    (quality --> quality).loop().from(.right).to(.right).label("health checks").numbered(2)
    (chart --> chart).loop().from(.left).to(.left).label("create release").numbered(3)
    (chart --> live).label("release").numbered(4)
  }
}
