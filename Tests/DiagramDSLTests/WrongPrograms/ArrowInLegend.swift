// error: a legend shows how arrows look: write ArrowSample("text").dashed()
import DiagramDSL

let a = Component("a")
let b = Component("b")
let legend = Legend { a --> b }
