// error: arrows and what is said of boxes stand directly in a Picture; what stands in a container is `some Content`
import DiagramDSL

let api = Component("API")
@PictureBuilder func part() -> some PictureContent {
  api
  (api --> api).loop()
}
let picture = Picture("nodes") {
  Row { part() }
}
