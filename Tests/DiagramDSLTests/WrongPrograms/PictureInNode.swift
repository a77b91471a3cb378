// error: a Picture stands directly in its Series, not in a container
import DiagramDSL

let worker = Node("Worker") {
  Picture("nodes") { Component("kubelet") }
}
