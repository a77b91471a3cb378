// error: an arrow stands in a picture of the series: write Picture("name") { … } around it
import DiagramDSL

let kubelet = Component("kubelet")
let proxy = Component("kube-proxy")
let series = Series("chapter") {
  (kubelet --> proxy --> kubelet).dashed()
}
