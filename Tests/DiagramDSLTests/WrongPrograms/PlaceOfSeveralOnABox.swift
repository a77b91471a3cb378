// error: a place belongs to one box: give each its own
import DiagramDSL

let worker = Component("worker")
let kubelet = Component("kubelet")
let proxy = Component("kube-proxy")
let boxes = [kubelet, proxy].on(worker, x: 0.5, y: 0.5)
