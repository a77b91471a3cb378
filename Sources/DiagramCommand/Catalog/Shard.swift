/// One of several parts that together are the whole, each drawn by another machine: the second of four
/// is `2/4`.
struct Shard: Hashable {
  /// Which of the parts it is, from 1.
  let number: Int
  /// How many parts there are.
  let count: Int

  /// The whole.
  static let all = Shard(number: 1, count: 1)

  /// Everything in `values` that belongs to this part, in its order.
  ///
  /// Neighbours go to different parts: series of one chapter take about as long as each other.
  func part<Value>(of values: [Value]) -> [Value] {
    values.indices.filter { $0 % count == number - 1 }.map { values[$0] }
  }
}

extension Shard {
  /// The part that a command line names; nil for what names none.
  init?(argument: String) {
    let numbers = argument.split(separator: "/", omittingEmptySubsequences: false)
    guard numbers.count == 2, let number = Int(numbers[0]), let count = Int(numbers[1]),
      count > 0, (1...count).contains(number)
    else { return nil }
    self.init(number: number, count: count)
  }
}
