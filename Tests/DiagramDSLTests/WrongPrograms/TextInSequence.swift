// error: write (a --> b).label("…") for a message or Note("…", over: a)
import DiagramDSL

let talk = Sequence { "hello" }
