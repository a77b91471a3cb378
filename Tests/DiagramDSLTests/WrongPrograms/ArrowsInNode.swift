// error: an arrow stands directly in its Picture, after the boxes, not in a container
import DiagramDSL

let kubelet = Component("kubelet")
let proxy = Component("kube-proxy")
let worker = Node("Worker") {
  kubelet --> [proxy, kubelet]
}
