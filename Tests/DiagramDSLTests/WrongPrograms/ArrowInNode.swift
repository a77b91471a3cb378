// error: an arrow stands directly in its Picture, after the boxes, not in a container
import DiagramDSL

let kubelet = Component("kubelet")
let worker = Node("Worker") {
  kubelet
  kubelet --> Component("container runtime")
}
