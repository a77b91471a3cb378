// error: an arrow has no width: .strong() makes its line heavier
import DiagramDSL

let kubelet = Component("kubelet")
let proxy = Component("kube-proxy")
let arrow = (kubelet --> proxy).width(3)
