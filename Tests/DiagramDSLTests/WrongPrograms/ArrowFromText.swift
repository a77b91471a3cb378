// error: conformance of 'String' to 'Linkable' is unavailable: an arrow joins boxes: write Component("…") around the text
import DiagramDSL

let kubelet = Component("kubelet")
let proxy = Component("kube-proxy")
let arrow = ("kube-apiserver" <-- kubelet).dashed()
