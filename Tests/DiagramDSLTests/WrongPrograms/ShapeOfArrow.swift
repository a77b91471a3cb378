// error: an arrow has no shape: write .heads(…) for its ends
import DiagramDSL

let kubelet = Component("kubelet")
let proxy = Component("kube-proxy")
let arrow = (kubelet --> proxy).shape(.ellipse)
