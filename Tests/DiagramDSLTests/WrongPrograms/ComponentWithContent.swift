// error: a Component has nothing inside: write Node("…") { … } instead
import DiagramDSL

let worker = Component("Worker") {
  Component("kubelet")
}
