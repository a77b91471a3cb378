// error: a Text has no line: write Component("…") for a box
import DiagramDSL

let note = Text("planned").dashed()
