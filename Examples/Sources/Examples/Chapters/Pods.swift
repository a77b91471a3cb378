import DiagramDSL

/// Told once.
let declarative = Series("kubernetes/declarative", slide: .width(0.5)) {
  Picture("declarative") {
    let start = Component("Start", shape: .pill), done = Component("Done", shape: .pill)
    let send = Component("Send\nconfiguration"), wait = Component("Wait for\ncompletion")
    start --> send --> wait --> done
    [start, send, wait, done]
  }
}

/// Asked and told, step by step.
let imperative = Series("kubernetes/imperative", slide: .width(0.7)) {
  Picture("imperative") {
    let start = Component("Start", shape: .pill), done = Component("Done", shape: .pill)
    let running = Component("Is the\ncontainer\nrunning?", shape: .diamond)
    let matches = Component("Does the\nconfiguration\nmatch?", shape: .diamond).accent(.red)
    let read = Component("Read\nconfiguration")
    let run = Component("Start\ncontainer"), again = Component("Restart\ncontainer")
    Grid(columns: 4, align: .center, spacing: 50) {
      start; running; read; Spot("a")
      Spot("b"); run; matches; again
      Spot("c"); Spot("d"); Spot("e"); done
    }
    start --> running
    (running --> read).label("yes")
    (running --> run).label("no")
    read --> matches
    (matches --> done).label("yes").to(.left)
    (matches --> again).label("no")
    (run --> done).to(.left)
    again --> done
  }
}

/// A pod, and a container in it below something else.
private func zoomed(_ name: String, _ first: Icon, gives: Bool = false) -> Picture {
  let pod = Icon(.pod, "Pod", size: 80), container = Icon(.container, "Container")
  let inside = Node {
    Column(spacing: 40) {
      SharedPlace("first") { first }; container
    }
  }
  .id("inside").dashed()
  return Picture(name) {
    Row(align: .center, spacing: 100) {
      pod; inside
    }
    pod.zoom(into: inside)
    if gives { first ==> container }
  }
}

/// What is in a pod, shown larger.
let inPods = Series("kubernetes/pods", slide: .width(0.25)) {
  zoomed("pod", Icon(.container, "Container").id("other"))
  zoomed("env", Icon(.code, "Variables"), gives: true)
  zoomed("files", Icon(.file, "Files"), gives: true)
}

/// Two pods with a helper beside the application.
let sidecars = Series("kubernetes/sidecar", slide: .width(0.25)) {
  Picture("containers") {
    let pods = (1...2).map { Icon(.pod, "Pod \($0)", size: 80) }
    let insides = (1...2).map { number in
      Node {
        Column {
          Icon(.container, "App"); Icon(.container, "Sidecar")
        }
      }
      .id("inside-\(number)").dashed()
    }
    Grid(columns: 2, align: .center, spacing: 40) {
      for (pod, inside) in zip(pods, insides) { pod; inside }
    }
    zip(pods, insides).map { $0.zoom(into: $1) }
  }
}

/// A pod, and a resource that it uses.
private func gift(_ name: String, _ icon: IconName, _ label: String) -> Picture {
  let pod = Icon(.pod, "Pod"), source = Icon(icon, label)
  return Picture(name) {
    Row(spacing: 100) {
      SharedPlace("source") { source }; pod
    }
    source ==> pod
  }
}

/// What a pod is given.
let given = Series("kubernetes/given", slide: .width(0.25)) {
  gift("secrets", .secret, "Secret")
  gift("configmaps", .configMap, "ConfigMap")
  gift("volumes", .volume, "Volume")
}

/// A pod that says what it is.
let labels = Series("kubernetes/labels", slide: .width(0.15)) {
  Picture("labels") { Icon(.pod, "Pod").corner(.bottomRight, Icon(.tag)) }
}

/// The life of an application that is updated.
let lifecycle = Series("kubernetes/update", slide: .width(0.3)) {
  Picture("lifecycle") {
    let steps = [Icon(.box), Icon(.sync), Icon(.branch), Icon(.clock), Icon(.cross)]
    Ring { steps }
    (steps[0] --- steps[1] --- steps[2] --- steps[3] --- steps[4] --- steps[0]).dashed().muted()
  }
}
