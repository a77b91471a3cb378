// error: only a Component has a shape; a Node is always a box
import DiagramDSL

let worker = Node("Worker") {}.shape(.cylinder)
