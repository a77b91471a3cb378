/// Sizes are multiples of it, so that middles lie on a grid of half of it.
let grid = 20

/// The next multiple of the grid.
func roundedUp(_ extent: Int) -> Int { (extent + grid - 1) / grid * grid }

/// The closest multiple of the grid, so that boxes are aligned exactly or not at all.
func nearestGridLine(_ coordinate: Int) -> Int {
  let half = coordinate < 0 ? -grid / 2 : grid / 2
  return (coordinate + half) / grid * grid
}
