// error: an arrow has no fill: write .heads(…) for its ends
import DiagramDSL

let kubelet = Component("kubelet")
let proxy = Component("kube-proxy")
let arrows = (kubelet --> [proxy]).outlined()
