import DiagramDSL

/// What a demonstration needs on one machine.
let rollout = Series("pipelines/rollout", slide: .width(0.6)) {
  Picture("runner") {
    let user = Icon(.user), platform = Component("Code platform")
    let runner = Component("Runner"), job = Component("Job"), docker = Component("Docker")
    Column(spacing: 50) {
      Row(spacing: 70) {
        user; platform; runner; job
      }
      Row { docker }
    }
    user --> platform <-- runner --> job
    runner --> docker --> job
  }
}

/// The same with what it is reached by.
let stack = Series("pipelines/stack", slide: .width(0.6)) {
  Picture("stack") {
    let user = Icon(.user), proxy = Component("Proxy"), info = Component("Information")
    let platform = Component("Code platform"), editor = Component("Editor")
    let runner = Component("Runner")
    Row(align: .center, spacing: 60) {
      user
      Row(align: .center, spacing: 150) {
        proxy;
        Column {
          info; platform; editor
        }
      }
      runner
    }
    user --> proxy
    (proxy --> info).label("www")
    (proxy --> platform).label("code")
    (proxy --> editor).label("edit-N")
    runner --> platform
  }
}

/// What one job leaves for the next ones.
let artifacts = Series("pipelines/artifacts", slide: .width(0.45)) {
  Picture("artifacts") {
    let stages = ["Stage 1", "Stage 2"].map { Component($0, shape: .chevron) }
    let maker = Component("job1", subtitle: "makes artifact")
    let takers = (2...3).map { Component("job\($0)", subtitle: "takes artifact") }
    Column {
      Row(spacing: 60) { stages }
      Row(align: .start, spacing: 60) {
        maker; Column { takers }
      }
    }
    (maker --> takers).dashed()
  }
}

/// Pipelines that start others.
let triggers = Series("pipelines/triggers", slide: .width(0.7)) {
  Picture("upstream-downstream") {
    let pipelines = (1...3).map { Component("Pipeline \($0)", icon: .pipeline) }
    Row(spacing: 90) { pipelines }
    (pipelines[0] --> pipelines[1] --> pipelines[2]).label("trigger")
  }
}

/// A project whose releases another one takes up.
let projects = Series("pipelines/projects", slide: .width(0.8)) {
  Picture("example1") {
    let build = ["Lint", "Build", "Test", "Release", "Package"].map { Component($0) }
    let connect = Component("Connect to\ncluster"), prepare = Component("Prepare\ncluster")
    let deploy = Component("Deploy\nplatform"), metrics = Component("Deploy\nmetrics")
    let test = Component("Test\ndeployment")
    let exporter = Node("Project exporter") { Row(spacing: 40) { build } }
    let platform = Node("Project platform") {
      Row(align: .center, spacing: 40) {
        connect; prepare;
        Column {
          deploy; metrics
        }; test
      }
    }
    Column(spacing: 70) {
      exporter; platform
    }
    zip(build, build.dropFirst()).map { $0 --> $1 }
    connect --> prepare --> deploy --> test
    prepare --> metrics --> test
    (exporter --> platform).dashed().label("dependency update")
  }
}

/// A candidate that is promoted after its test.
let promotion = Series("pipelines/promotion", slide: .full) {
  Picture("example2") {
    let candidate = ["Lint", "Create\nRC", "Upload\nRC", "Trigger\ndeployment"].map {
      Component($0)
    }
    let general = ["Promote\nRC to GA", "Upload\nGA"].map { Component($0) }
    let quality = [
      "Connect to\ncluster", "Prepare\ncluster", "Deploy\nQA", "Test\nQA", "Trigger\npromotion",
    ].map { Component($0) }
    let live = ["Connect to\ncluster", "Prepare\ncluster", "Deploy\nlive", "Test\nlive"]
      .enumerated().map { Component($1).id("live-\($0)") }
    let scheduler = Component("Scheduler", icon: .clock)
    Column(spacing: 60) {
      Node("Project build") {
        Grid(columns: 5, spacing: 40) {
          candidate; Spot("a")
          Spot("b"); general
        }
      }
      Node("Project deploy") {
        Grid(columns: 5, spacing: 40) {
          quality; live
        }
      }
      scheduler.align(.start)
    }
    [candidate, general, quality, live].flatMap { zip($0, $0.dropFirst()).map { $0 --> $1 } }
    (candidate[3] --> quality[0]).dashed().accent(.green)
    (quality[4] --> general[0]).dashed().accent(.red)
    (scheduler --> live[0]).dashed().accent()
  }
}
