// error: here stand arrows; boxes with their arrows are what `@PictureBuilder func … -> some PictureContent` returns
import DiagramDSL

let api = Component("API")
@ArrowBuilder func wires() -> [Arrow] {
  api
  (api --> api).loop()
}
