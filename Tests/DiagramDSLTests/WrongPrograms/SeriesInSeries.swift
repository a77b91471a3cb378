// error: a Series does not hold another Series; list it in the catalog
import DiagramDSL

let series = Series("chapter") {
  Series("section") {}
}
