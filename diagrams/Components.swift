import DiagramDSL

/// Who talks to whom: everything goes through the API server, and only it talks to etcd.
let components = Series("120_kubernetes/architecture") {
  Picture("components", title: "What talks to what in a Kubernetes cluster") {
    let apiServer = Kubernetes.apiServer.accent()
    let workers = (1...2).map { WorkerNode(number: $0).node }

    Row {
      Kubernetes.controlPlane.replacing(with: apiServer)
      Column { workers }
    }
    apiServer --> Kubernetes.etcd
    [Kubernetes.scheduler, Kubernetes.controllers] --> apiServer
    for worker in workers {
      worker[Kubernetes.kubelet] --> apiServer
      worker[Kubernetes.proxy] --> apiServer
      (worker[Kubernetes.kubelet] --> worker[Kubernetes.runtime]).label("CRI")
    }
  }
}

/// A worker whose kubelet and kube-proxy face the control plane.
struct WorkerNode: Content {
  let number: Int

  var node: Node {
    Node("Worker \(number)") {
      Row {
        Column {
          Kubernetes.kubelet
          Kubernetes.proxy
        }
        Kubernetes.runtime
      }
    }
  }

  var content: [Element] { node }
}
