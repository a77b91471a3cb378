// error: a Text has nothing inside: write Node("…") { … } instead
import DiagramDSL

let worker = Text("Worker") {
  Component("kubelet")
}
