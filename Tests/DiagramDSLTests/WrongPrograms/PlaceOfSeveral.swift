// error: a place belongs to one box: give each its own
import DiagramDSL

let kubelet = Component("kubelet")
let proxy = Component("kube-proxy")
let boxes = [kubelet, proxy].at(x: 0, y: 0)
