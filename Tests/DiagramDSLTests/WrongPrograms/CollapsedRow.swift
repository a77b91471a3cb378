// error: only a Node can be collapsed: put one around the arrangement
import DiagramDSL

let row = Row { Component("kubelet") }.collapsed()
