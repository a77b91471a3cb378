import DiagramLayout
import DiagramModel
import Testing
import Foundation
@Test func debugDump() {
  guard let s = ProcessInfo.processInfo.environment["SEED"], let seed = UInt64(s) else { return }
  let k = ProcessInfo.processInfo.environment["KIND"] ?? "r"
  var sketch =
    k == "r"
    ? RoutingSketch.random(seed: seed, leaves: 3 + Int(seed % 6), gap: 120, padding: 80)
    : RoutingSketch.scattered(seed: seed)
  if k != "r" { sketch.edge(0, 1) }
  let routes = sketch.routed()
  var out = ""
  let all = sketch.frames.reduce(sketch.frames[0]) { $0.union($1) }.insetBy(-90)
  for (i, f) in sketch.frames.enumerated() where sketch.nodes[i].isOutlined {
    out +=
      "<rect x='\(f.minX)' y='\(f.minY)' width='\(f.size.width)' height='\(f.size.height)' fill='none' stroke='black'/><text x='\(f.minX+3)' y='\(f.minY+12)'>\(i)</text>"
  }
  for (i, r) in routes.enumerated() {
    out +=
      "<polyline points='\(r.points.map { "\($0.x),\($0.y)" }.joined(separator: " "))' fill='none' stroke='\(["red","blue","green","orange","purple","brown"][i % 6])'/>"
    if let l = r.label {
      out +=
        "<rect x='\(l.minX)' y='\(l.minY)' width='\(l.size.width)' height='\(l.size.height)' fill='yellow' stroke='red'/><text x='\(l.minX)' y='\(l.maxY)'>e\(i)</text>"
    }
  }
  print(sketch.violations(routes), sketch.edges.count)
  try?
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='\(all.minX) \(all.minY) \(all.size.width) \(all.size.height)' width='\(min(1400, all.size.width))'><rect x='-1000' y='-1000' width='9999' height='9999' fill='white'/>\(out)</svg>"
    .write(toFile: "/tmp/rp/dbg\(seed).svg", atomically: true, encoding: .utf8)
}
