// error: a Picture stands directly in its Series, not in a Picture
import DiagramDSL

let series = Series("chapter/series") {
  Picture("outer") {
    Picture("inner") { Component("box") }
  }
}
