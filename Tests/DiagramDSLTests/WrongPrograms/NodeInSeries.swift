// error: boxes stand in a picture of the series: write Picture("name") { … } around them
import DiagramDSL

let series = Series("chapter") {
  Node("Worker") {}
}
