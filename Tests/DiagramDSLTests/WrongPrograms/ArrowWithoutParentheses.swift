// error: this changes arrows: write parentheses, (a --> b).from(…)
import DiagramDSL

let kubelet = Component("kubelet")
let proxy = Component("kube-proxy")
let arrow = kubelet --> proxy.from(.left)
