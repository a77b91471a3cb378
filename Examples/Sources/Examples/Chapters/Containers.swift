import DiagramDSL

/// Three processes on what they believe is a computer of their own.
private func guest(_ name: String, _ number: Int) -> Node {
  Node {
    Column(spacing: 10) {
      Row(spacing: 10) {
        (1...3).map { Component("Process").id("process-\($0)").vertical() }
      }
      Component(name)
    }
  }.id("guest-\(number)")
}

/// What isolates processes: a machine of their own, or only a container.
let isolation = Series("containers/isolation", slide: .width(0.7)) {
  Picture("containers-vs-vms") {
    Row(spacing: 40) {
      Node("Virtual machines") {
        Column(spacing: 10) {
          Row(spacing: 10) {
            guest("OS", 1); guest("OS", 2)
          }
          Component("Hypervisor")
          Component("Hardware")
        }
      }.title(.bottom)
      Node("Containers") {
        Column(spacing: 10) {
          Row(spacing: 10) {
            guest("Container", 1); guest("Container", 2)
          }
          Component("OS")
          Component("Hardware")
        }
      }.title(.bottom)
    }
  }
}

/// How one program was split into parts with standards.
let standards = Series("containers/standards", slide: .width(0.5)) {
  let tools = Row { ["Engine", "CLI", "Compose"].map { Component("Docker \($0)") } }
  let moby = Component("Moby")
  Picture("monolith") {
    Column(spacing: 20) { Node("Docker") { Column { tools } }.title(.left).dashed() }
  }
  Picture("standards") {
    Column(spacing: 20) {
      Node("Docker") {
        Column {
          tools; moby
        }
      }.title(.left).dashed()
      Node("Cloud Native\nComputing\nFoundation") {
        Row {
          Component("containerd"); Component("distribution")
        }
      }.title(.left).dashed()
      Node("Open\nContainer\nInitiative") {
        Column {
          Component("runc")
          Row { ["Runtime", "Image", "Distribution"].map { Component("\($0) Spec") } }
        }
      }.title(.left).dashed()
    }
  }
}

/// A port of a container that its host publishes.
let publishing = Series("containers/networking", slide: .width(0.3)) {
  Picture("network") {
    let web = Component("web"), other = Component("web2"), outside = Spot("outside")
    Column(spacing: 60) {
      Node("Host", icon: .server) {
        Row {
          web; other
        }
      }
      outside
    }
    (outside --> other).heads(start: .circle, end: .circle).label("8080:80")
  }
}

/// What starts a container.
let runtimes = Series("containers/runtime", slide: .width(0.35)) {
  Picture("shim") {
    let daemon = Component("dockerd"), shim = Component("containerd-shim")
    let runc = Component("runc").dashed(), processes = Component("Processes").stacked()
    Layered(.down) {
      daemon; shim; runc; processes
    }
    SameRank(runc, processes)
    daemon --> shim --> processes
    (shim --> runc --> processes).dashed()
  }
}

/// The parts of what was one daemon.
let daemons = Series("containers/daemon", slide: .width(0.35)) {
  Picture("daemon") {
    let daemon = Component("dockerd"), moby = Component("moby")
    let containerd = Component("containerd"), runc = Component("runc")
    Grid(columns: 2, spacing: 60) {
      daemon; moby
      containerd; Spot("a")
      runc; Spot("b")
    }
    moby --> daemon --> containerd --> runc
  }
}

/// Two stages that do not wait for each other.
let stages = Series("containers/multi-stage", slide: .width(0.4)) {
  Picture("dependency-graph") {
    let builds = [Component("build1"), Component("build2")], final = Component("final")
    Column(spacing: 40) {
      Row(spacing: 40) { builds }
      Divider("then")
      final
    }
    builds --> final
  }
}

/// From a Dockerfile to what a registry keeps.
let imageLayers = Series("containers/layers", slide: .full) {
  Picture("layers") {
    let source = Code(
      """
      FROM ubuntu:24.04
      ENV LANG=C.UTF-8
      RUN apt-get update \\
       && apt-get -y install curl
      ARG JQ=1.7
      RUN curl -sLo /bin/jq ${JQ_URL}
      """, language: .dockerfile
    ).mark("FROM ubuntu:24.04", as: "base").mark("ENV LANG=C.UTF-8", as: "environment")
      .mark("&& apt-get -y install curl", as: "tools")
      .mark("RUN curl -sLo /bin/jq ${JQ_URL}", as: "download")
    let manifest = Code(
      """
      {
        "schemaVersion": 2,
        "config": {
          "digest": "sha256:a2…3e",
          "size": 1509
        },
        "layers": [
          { "digest": "sha256:5b…10" },
          { "digest": "sha256:c1…77" },
          { "digest": "sha256:e8…42" }
        ]
      }
      """, language: .json
    ).mark("\"digest\": \"sha256:a2…3e\"", as: "config").mark(
      "{ \"digest\": \"sha256:5b…10\" }", as: "1"
    )
    .mark("{ \"digest\": \"sha256:c1…77\" }", as: "2")
    .mark("{ \"digest\": \"sha256:e8…42\" }", as: "3")
    let config = Component("Configuration", shape: .note).accent(.orange)
    let layers = ["Base", "Tools", "Download"].map { Component($0, shape: .cylinder) }
    Row(align: .center, spacing: 90) {
      source
      Column(spacing: 20) {
        config; layers
      }
      manifest
    }
    (source["environment"] --> config).from(.right).accent(.orange)
    (config --> manifest["config"]).accent(.orange)
    source["base"] --> layers[0] --> manifest["1"]
    (source["tools"] --> layers[1] --> manifest["2"]).accent(.green)
    (source["download"] --> layers[2] --> manifest["3"]).accent(.violet)
  }
}
