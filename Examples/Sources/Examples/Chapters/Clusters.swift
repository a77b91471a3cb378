import DiagramDSL

/// A control plane beside a worker.
private func step(_ name: String, _ plane: Node, _ worker: Node, _ arrows: [Arrow] = []) -> Picture
{
  Picture(name) {
    Row(spacing: 90) {
      plane; worker
    }; arrows
  }
}

/// What a cluster consists of, step by step.
let clusterParts = Series("kubernetes/architecture", slide: .width(0.6)) {
  let api = Component("api-server"), scheduler = Component("scheduler"), etcd = Component("etcd")
  let kubelet = Component("kubelet"), runtime = Component("runtime"),
    proxy = Component("kube-proxy")
  let plane = Node("Control plane") {
    Column {
      api.align(.center);
      Row {
        scheduler; etcd
      }
    }
  }.title(.bottom)
  let worker = Node("Worker") {
    Column {
      Row {
        kubelet; runtime
      }; proxy.align(.center)
    }
  }.title(.bottom)
  step("nodes", plane.collapsed().title(.center), worker.collapsed().title(.center))
  step("worker", plane.collapsed().title(.center), worker)
  step("controller", plane, worker)
  step("controller-to-worker", plane, worker, [(api --> kubelet).new()])
  step("communication", plane, worker, [api --> kubelet, (worker --> api).new()])
}

/// A machine with what runs on it.
private func node(_ number: Int, _ parts: any Content...) -> Node {
  Node("Node \(number)", icon: .node) { Column(spacing: 40) { for part in parts { part.content } } }
}

/// Agents on every node, and what shows what they see.
let agents = Series("kubernetes/cilium", slide: .width(0.35)) {
  let server = Component("hubble\nserver"), relay = Component("hubble-relay")
  let agent = Node("cilium-agent") { server }, user = Component("hubble-ui")
  Picture("agents") {
    Row(spacing: 60) {
      node(1, agent.collapsed().title(.center)); node(2, agent.collapsed().title(.center))
    }
  }
  Picture("hubble") {
    let (first, second) = (node(1, agent, relay), node(2, agent, user))
    Row(spacing: 60) {
      first; second
    }
    relay --> [first[server], second[server]]
    user --> relay
  }
}

/// What runs a container in the end.
let sandbox = Series("kubernetes/gvisor", slide: .width(0.2)) {
  Picture("runtime") {
    let parts = ["Container engine", "OCI runtime", "Kernel"].map { Component($0) }
    Column(spacing: 40) { parts }
    parts[0] --> parts[1] --> parts[2]
  }
}

/// From a chart to what runs.
let charts = Series("kubernetes/helm", slide: .width(0.5)) {
  Picture("helm") {
    let chart = Component("Chart", shape: .note), version = Component("Version", shape: .cube)
    let release = Component("Release", shape: .document)
    Row(align: .center, spacing: 90) {
      chart
      Node("Repository", icon: .folder) { version }
      Node("Kubernetes", icon: .cluster) { release }
    }
    (chart --> version).label("release")
    (version --> release).label("install")
  }
}

/// A packet: what it says of its way, and what it carries.
struct Packet: Content {
  let name: String
  let source: String
  let target: String
  var payload: any Content = Component("payload")
  var node: Node {
    Node {
      Column(spacing: 0) {
        Row(spacing: 0) {
          Component("src\n\(source)"); Component("dst\n\(target)")
        }
        payload.content
      }
    }.id(name)
  }
  var content: [Element] { node }
}

/// A packet of pods in one of nodes.
private func wrapped(_ name: String) -> Packet {
  Packet(
    name: name, source: "node1", target: "node2",
    payload: Packet(name: "carried", source: "pod1", target: "pod2").node.dashed())
}

/// How packets of pods travel between nodes, and out of them.
let packets = Series("kubernetes/network", slide: .width(0.7)) {
  Picture("overlay") {
    let sent = Packet(name: "sent", source: "pod1", target: "pod2")
    let received = Packet(name: "received", source: "pod1", target: "pod2")
    let (out, into) = (wrapped("out"), wrapped("into"))
    let pods = [Component("Pod 1"), Component("Pod 2")]
    let nodes = zip(pods, 1...2).map { pod, number in
      Node("Node \(number)") { pod }.title(.bottom)
    }
    let table = Node("Pod to node") {
      Grid(columns: 2, spacing: 0) {
        Component("pod1"); Component("node1")
        Component("pod2"); Component("node2")
      }
    }
    Row(align: .center, spacing: 40) {
      Column(spacing: 60) {
        sent.node.dashed(); out
      }
      Column(align: .center, spacing: 60) {
        Row(spacing: 140) { nodes }
        table
      }
      Column(spacing: 60) {
        received.node.dashed(); into
      }
    }
    (pods[0] --- pods[1]).dashed().label("overlay network")
    (nodes[0] --- nodes[1]).block().label("actual network")
    sent.node ==> out.node ==> into.node ==> received.node
  }
}

/// A packet that leaves the cluster.
let leaving = Series("kubernetes/snat", slide: .width(0.35)) {
  Picture("snat") {
    let inside = Packet(name: "inside", source: "pod1", target: "world")
    let outside = Packet(name: "outside", source: "node1", target: "world")
    let node = Node("Node 1") { Component("Pod 1") }.title(.bottom), world = Spot("world")
    Row(spacing: 60) {
      Column(spacing: 60) {
        inside.node.dashed(); outside
      }
      Column(spacing: 60) {
        node; world
      }
    }
    inside.node ==> outside.node
    (node --- world).block()
  }
}
