// error: the gaps of an arrangement stand before it: Row(spacing: 40) { … }
import DiagramDSL

let row = Row { Component("kubelet") }.gap(40)
