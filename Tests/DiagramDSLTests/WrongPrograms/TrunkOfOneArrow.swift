// error: a trunk is shared by several arrows: write (a --> [b, c]).trunk()
import DiagramDSL

let kubelet = Component("kubelet")
let arrows = (kubelet --> Component("kube-proxy")).trunk()
