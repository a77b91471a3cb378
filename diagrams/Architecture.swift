import DiagramDSL

/// The boxes of the chapter, as the slides name them.
enum Kubernetes {
  /// As high as what it faces: everything speaks to it.
  static let apiServer = Component("kube-apiserver").align(.stretch)
  static let etcd = Component("etcd", shape: .cylinder)
  static let scheduler = Component("kube-scheduler")
  static let controllers = Component("kube-controller-manager")
  static let kubelet = Component("kubelet")
  static let proxy = Component("kube-proxy")
  static let runtime = Component("container runtime")

  /// Everything in the control plane speaks to the API server, which faces the worker.
  static let controlPlane = Node("Control Plane") {
    Row {
      Column {
        etcd
        scheduler
        controllers
      }
      apiServer
    }
  }

  /// The kubelet faces the API server.
  static let worker = Node("Worker") {
    Row {
      kubelet
      Column {
        proxy
        runtime
      }
    }
  }
}

/// A cluster that slowly gains detail: nodes, worker, control plane, and who calls whom.
let architecture = Series("120_kubernetes/architecture") {
  let (controlPlane, worker) = (Kubernetes.controlPlane, Kubernetes.worker)

  Picture("nodes", title: "The nodes of a Kubernetes cluster") {
    Row {
      controlPlane.collapsed()
      worker.collapsed()
    }
  }
  Picture("worker", title: "The components of a worker node") {
    Row {
      controlPlane.collapsed()
      worker
    }
  }
  Picture("master", title: "The components of the control plane") {
    Row {
      controlPlane
      worker
    }
  }
  Picture("node-to-master", title: "Worker nodes call the kube-apiserver") {
    Row {
      controlPlane
      worker
    }
    (worker --> Kubernetes.apiServer).accent()
  }
  Picture("master-to-node", title: "The kube-apiserver calls the kubelet") {
    Row {
      controlPlane
      worker
    }
    (Kubernetes.apiServer --> Kubernetes.kubelet).accent()
  }
}
