// error: a Series stands in the catalog; put a Node around boxes instead
import DiagramDSL

let worker = Node("Worker") {
  Series("chapter") {}
}
