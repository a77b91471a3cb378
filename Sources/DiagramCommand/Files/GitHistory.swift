/// What git knows of the files below a folder; nothing where there is no git or no repository.
///
/// Only asked for files that do not tell by themselves whether they were changed. Each question
/// starts git, which takes some milliseconds.
struct GitHistory {
  private let folder: String

  init(of folder: OutputFolder) { self.folder = folder.path }

  /// Whether there is a repository around the folder, and git to read it.
  var isKnown: Bool { text(["rev-parse", "--is-inside-work-tree"]) == "true" }

  /// Whether the last commit holds the file as it is, but for line breaks that git changes.
  func holds(_ file: String) -> Bool {
    guard let committed = committedID(of: file) else { return false }
    return text(["hash-object", "--", "./\(file)"]) == committed
  }

  /// Those of the files that are other in the last commit than here, by their names, as they are there.
  ///
  /// Two starts of git, however many files there are.
  func committed(amongChanged files: [String]) -> [String: [UInt8]] {
    // What is only staged is in no commit.
    let options = [
      "--name-only", "-z", "--relative", "--no-renames", "--no-ext-diff", "--diff-filter=MDT",
    ]
    let list = files.isEmpty ? nil : git(["diff"] + options + ["HEAD", "--"] + files)
    let changed = (list ?? []).split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    guard !changed.isEmpty,
      let archive = git(["archive", "--format=tar", "HEAD", "--"] + changed)
    else { return [:] }
    return Dictionary(TarArchive(archive).files.map { ($0.name, $0.bytes) }) { first, _ in first }
  }

  /// The versions of the file that git joined, or is about to join, to make the one there is:
  /// pairs, the likeliest first.
  func mergedVersions(of file: String) -> [(ours: [UInt8], theirs: [UInt8])] {
    var pairs: [(String, String)] = []
    if let (ours, theirs) = unmergedIDs(of: file) { pairs.append((ours, theirs)) }
    for head in Self.headsOfOthers
    where text(["rev-parse", "--verify", "--quiet", head]) != nil {
      pairs.append(("HEAD:./\(file)", "\(head):./\(file)"))
    }
    if holds(file),
      let parents = text(["log", "-1", "--format=%P", "HEAD", "--", "./\(file)"])?
        .split(separator: " "), parents.count == 2
    {
      pairs.append(("\(parents[0]):./\(file)", "\(parents[1]):./\(file)"))
    }
    return pairs.compactMap { ours, theirs in
      guard let ours = git(["cat-file", "blob", ours]),
        let theirs = git(["cat-file", "blob", theirs])
      else { return nil }
      return (ours, theirs)
    }
  }

  /// How git calls the commit that it is joining to the last one, by what it was asked to do.
  private static let headsOfOthers = ["MERGE_HEAD", "CHERRY_PICK_HEAD", "REBASE_HEAD"]

  /// The blob of the file in the last commit.
  private func committedID(of file: String) -> String? {
    text(["rev-parse", "--verify", "--quiet", "HEAD:./\(file)"])
  }

  /// The blobs of both sides while a merge waits for a person.
  private func unmergedIDs(of file: String) -> (ours: String, theirs: String)? {
    guard let lines = text(["ls-files", "--unmerged", "--", "./\(file)"])?.split(separator: "\n")
    else { return nil }
    // MODE ID STAGE, a tab, and the name; stage 1 is what both sides began with.
    var ids: [Substring: Substring] = [:]
    for line in lines {
      let words = line.prefix { $0 != "\t" }.split(separator: " ")
      if words.count == 3 { ids[words[2]] = words[1] }
    }
    guard let ours = ids["2"], let theirs = ids["3"] else { return nil }
    return (String(ours), String(theirs))
  }

  private func text(_ arguments: [String]) -> String? {
    guard let output = git(arguments) else { return nil }
    let text = String(decoding: output, as: UTF8.self)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  private func git(_ arguments: [String]) -> [UInt8]? {
    output(of: ["git", "--literal-pathspecs", "-C", folder] + arguments)
  }
}
