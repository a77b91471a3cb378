import DiagramDSL

/// The rows of the scaling section, from one node to an external etcd cluster.
let scaling: [Series] = [oneNode, severalWorkers, stackedEtcd, externalEtcd]

private let loadBalancer = Component("load balancer")
private let workers = (1...3).map { Node("Worker \($0)") }
private let kubelet = Kubernetes.kubelet
private let apiServer = Kubernetes.apiServer
private let etcd = Kubernetes.etcd

private let oneNode = Series("120_kubernetes/architecture") {
  Picture("scaling-one-node", title: "One node is control plane and worker at once") {
    Node("Node") {
      Row {
        Node("Control Plane") {
          Grid(columns: 2) {
            etcd
            apiServer
            Kubernetes.scheduler
            Kubernetes.controllers
          }
        }
        Node("Worker") {
          Grid(columns: 2) {
            kubelet
            Kubernetes.proxy
            Kubernetes.runtime
            Component("pods").dashed()
          }
        }
      }
    }
  }
}

private let severalWorkers = Series("120_kubernetes/architecture") {
  Picture("scaling-workers", title: "One control plane, several workers") {
    let controlPlane = Node("Control Plane") {
      Row {
        etcd
        apiServer
        Kubernetes.scheduler
        Kubernetes.controllers
      }
    }
    Column {
      controlPlane
      Row { workers }
    }
    workers.map { $0 --> controlPlane }
  }
}

private let stackedEtcd = Series("120_kubernetes/architecture") {
  Picture("scaling-stacked-etcd", title: "Highly available, etcd on the control-plane nodes") {
    let controlPlanes = (1...3).map { number in
      Node("Control Plane \(number)") {
        Column {
          etcd
          apiServer
        }
      }
    }
    Column {
      Row { controlPlanes }
      loadBalancer
      Row { workers }
    }
    controlPlanes.map { loadBalancer --> $0[apiServer] }
    workers.map { $0 --> loadBalancer }
    zip(controlPlanes, controlPlanes.dropFirst()).map { ($0[etcd] <--> $1[etcd]).accent() }
  }
}

private let externalEtcd = Series("120_kubernetes/architecture") {
  Picture("scaling-external-etcd", title: "Highly available, with an external etcd cluster") {
    let members = (1...3).map { Component("etcd \($0)", shape: .cylinder) }
    let controlPlanes = (1...3).map { number in
      Node("Control Plane \(number)") { apiServer }
    }
    Column {
      // Each member stands straight above its control plane.
      Node("etcd cluster") { Row(spacing: 60) { members } }
      Row { controlPlanes }
      loadBalancer
      Row { workers }
    }
    zip(controlPlanes, members).map { ($0 --> $1).accent() }
    controlPlanes.map { loadBalancer --> $0 }
    workers.map { $0 --> loadBalancer }
  }
}
