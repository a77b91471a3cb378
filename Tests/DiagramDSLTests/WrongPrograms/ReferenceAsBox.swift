// error: a reference is for arrows; put the Node or Component itself here
import DiagramDSL

let kubelet = Component("kubelet")
let worker = Node("Worker") { kubelet }
let picture = Picture("nodes") {
  worker[kubelet]
}
