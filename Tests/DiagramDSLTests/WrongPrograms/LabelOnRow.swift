// error: an arrangement has no text: write Node("…") { … } with the arrangement inside
import DiagramDSL

let row = Row { Component("kubelet") }.label("Workers")
