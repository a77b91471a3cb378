// error: an arrow stands in a picture of the series: write Picture("name") { … } around it
import DiagramDSL

let series = Series("chapter") {
  Component("kubelet") --> Component("kube-apiserver")
}
