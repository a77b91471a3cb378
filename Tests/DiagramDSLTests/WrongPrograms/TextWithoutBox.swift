// error: write Component("…") for a box or Text("…") for a free text
import DiagramDSL

let worker = Node("Worker") {
  "kubelet"
}
