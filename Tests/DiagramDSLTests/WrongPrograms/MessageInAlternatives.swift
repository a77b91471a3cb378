// error: messages stand in a course: write Case("when") { … } around them
import DiagramDSL

let a = Component("a")
let b = Component("b")
let course = Alternatives { a --> b }
