// error: an arrangement has no title: write Node("…") { … } with the arrangement inside
import DiagramDSL

let row = Row("Workers") {
  Component("kubelet")
}
