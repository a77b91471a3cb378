import DiagramDSL

let apiServer = Component("kube-apiserver")
let etcd = Component("etcd", shape: .cylinder)
let scheduler = Component("kube-scheduler")
let controllers = Component("kube-controller-manager")
let kubelet = Component("kubelet")
let proxy = Component("kube-proxy")
let runtime = Component("container runtime")

/// Everything in the control plane speaks to the API server, which faces the worker.
let controlPlane = Node("Control Plane") {
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
let worker = Node("Worker") {
  Row {
    kubelet
    Column {
      proxy
      runtime
    }
  }
}

/// A cluster that slowly gains detail: nodes, worker, control plane, and who calls whom.
let architecture = Series("120_kubernetes/architecture") {
  Picture("nodes", title: "Nodes of a Kubernetes cluster") {
    Row {
      controlPlane.collapsed()
      worker.collapsed()
    }
  }
  Picture("worker", title: "Components of a worker node") {
    Row {
      controlPlane.collapsed()
      worker
    }
  }
  Picture("master", title: "Components of the control plane") {
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
    (worker --> apiServer).accent()
  }
  Picture("master-to-node", title: "The kube-apiserver calls the kubelet") {
    Row {
      controlPlane
      worker
    }
    (apiServer --> kubelet).accent()
  }
}
