// error: a Series stands in the catalog, not in a Picture
import DiagramDSL

let picture = Picture("nodes") {
  Series("chapter") {}
}
