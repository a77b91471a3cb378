// error: an arrow joins boxes: write [a, b] --> c for those in an arrangement
import DiagramDSL

let kubelet = Component("kubelet")
let proxy = Component("kube-proxy")
let picture = Picture("calls") {
  Row { kubelet } --- Column { proxy }
}
