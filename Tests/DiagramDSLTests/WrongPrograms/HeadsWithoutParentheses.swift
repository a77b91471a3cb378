// error: this changes arrows: write parentheses, (a --> b).heads(…)
import DiagramDSL

let kubelet = Component("kubelet")
let proxy = Component("kube-proxy")
let arrow = kubelet --> proxy.heads(.both)
