// error: boxes stand in a lane: write Lane("title") { … } around them
import DiagramDSL

let lanes = Lanes {
  Component("kubelet")
}
