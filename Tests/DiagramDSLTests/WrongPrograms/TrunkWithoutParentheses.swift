// error: this changes arrows: write parentheses, (a --> [b, c]).trunk()
import DiagramDSL

let kubelet = Component("kubelet")
let proxy = Component("kube-proxy")
let arrows = kubelet --> [proxy, kubelet].trunk()
