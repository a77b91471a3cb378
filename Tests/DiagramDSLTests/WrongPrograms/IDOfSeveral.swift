// error: an id belongs to one box or arrow: give each its own
import DiagramDSL

let kubelet = Component("kubelet")
let proxy = Component("kube-proxy")
let boxes = [kubelet, proxy].id("agents")
