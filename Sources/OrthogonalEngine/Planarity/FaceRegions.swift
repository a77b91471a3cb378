extension PlanarFaces {
  /// The container in which each face lies, -1 for none: known at its border, else that of a
  /// neighbouring face.
  func regions(of graph: ClusteredGraph, in map: PlanarMap) -> [Int] {
    let unknown = -2
    var regions = [Int](repeating: unknown, count: count)
    var known: [Int] = []
    for dart in left.indices where left[dart] >= 0 {
      guard let container = graph.container(ofStrand: map.strand[dart >> 1]),
        regions[left[dart]] == unknown
      else { continue }
      regions[left[dart]] = dart & 1 == 1 ? container : graph.containerParents[container]
      known.append(left[dart])
    }
    while let face = known.popLast() {
      var dart = first[face]
      repeat {
        let next = left[dart ^ 1]
        if regions[next] == unknown, graph.container(ofStrand: map.strand[dart >> 1]) == nil {
          regions[next] = regions[face]
          known.append(next)
        }
        dart = map.nextOnFace(dart)
      } while dart != first[face]
    }
    // Without any border in the map everything lies outside all containers.
    return regions.map { $0 == unknown ? -1 : $0 }
  }

  /// The faces outside all containers with the most darts around them, the largest first.
  func largest(
    _ limit: Int, outsideContainersOf graph: ClusteredGraph, in map: PlanarMap
  ) -> [Int] {
    let regions = regions(of: graph, in: map)
    var lengths = [Int](repeating: 0, count: count)
    for face in left where face >= 0 { lengths[face] += 1 }
    let outside = (0..<count).filter { regions[$0] < 0 }
    return Array(outside.sorted { (-lengths[$0], $0) < (-lengths[$1], $1) }.prefix(limit))
  }
}
