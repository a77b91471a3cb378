import ArgumentParser
import DiagramDSL
import DiagramEngine
import DiagramIcons
import DiagramModel

/// A folder of icons: the SVG and PNG files in it and in the folders inside it.
///
/// The file `images/icons/net/router.svg` of
/// ```swift
/// static let icons = [IconFolder("company", at: "images/icons")]
/// ```
/// is the icon `"company/net/router"`.
public struct IconFolder: Hashable, Sendable {
  /// What stands before the `/` in the names of its icons.
  public let name: String
  /// Where it lies, as seen from where the program is called.
  public let folder: String

  /// The icons in `folder`, called by `name`.
  public init(_ name: String, at folder: String) {
    self.name = name
    self.folder = folder
  }

  /// What stands on the command line: `NAME=FOLDER`.
  ///
  /// - Throws: `ValidationError` where it is not that.
  init(argument: String) throws {
    let halves = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2, !halves[0].isEmpty, !halves[0].contains("/"), !halves[1].isEmpty else {
      throw ValidationError("“\(argument)” is not NAME=FOLDER")
    }
    self.init(String(halves[0]), at: String(halves[1]))
  }
}

/// All folders of icons of a run; of two with one name the first one counts.
struct IconFolders {
  private let folders: [IconFolder]

  init(_ folders: [IconFolder]) {
    self.folders = folders.enumerated().filter { index, folder in
      !folders[..<index].contains { $0.name == folder.name }
    }.map(\.element)
  }

  /// What `series` show of them. A folder of which they show nothing is not looked at, and no file that
  /// they do not show is read.
  ///
  /// - Throws: ``UsageFailure`` for a folder that there is not, `FileFailures` for what cannot be read.
  func library(for series: [Series]) throws -> IconLibrary {
    let used = each(series.flatMap(\.iconNames))
    do {
      return IconLibrary(
        packs: try folders.compactMap { folder in
          let names = used.filter { $0.pack == folder.name }.map(\.base)
          return names.isEmpty ? nil : try folder.pack(names)
        })
    } catch let failure as FileFailure {
      throw FileFailures(failures: [failure])
    }
  }
}

extension IconFolder {
  fileprivate func pack(_ used: [String]) throws -> IconLibrary.Pack {
    guard try FileKind(at: folder, followsLinks: true) == .folder else {
      throw UsageFailure(
        message: "there is no folder “\(folder)” for the icons “\(name)”",
        hints: ["name the folder as seen from here: --icons \(name)=FOLDER"])
    }
    var icons: [String: Result<IconDrawing, IconProblem>] = [:]
    for name in used { icons[name] = try icon(name) }
    // All names only matter to those who mistype one.
    let names = icons.count < used.count ? try self.names() : []
    return IconLibrary.Pack(name: name, names: names, icons: icons)
  }

  /// What the file of an icon holds; nil where there is none.
  private func icon(_ name: String) throws -> Result<IconDrawing, IconProblem>? {
    let steps = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !steps.contains(where: { $0.isEmpty || $0.hasPrefix(".") || $0.contains("\0") }) else {
      return nil
    }
    for ending in IconDrawing.endings {
      let file = NamedFile(path: "\(folder)/\(name).\(ending)")
      guard case .file = try FileKind(at: file.path, followsLinks: true) else { continue }
      let bytes = try file.read()
      return Result { () throws(IconProblem) in try IconDrawing(file: bytes, ending: ending) }
    }
    return nil
  }

  private func names() throws -> [String] {
    let files = OutputFolder(path: folder)
    let tops = try OutputFolder.names(in: folder).filter { !$0.hasPrefix(".") }.sorted()
    let folders = try tops.filter { try FileKind(at: "\(folder)/\($0)") == .folder }
    let paths = try files.files(in: [""] + folders)
    return each(
      paths.compactMap { path in
        IconDrawing.endings.first { path.hasSuffix(".\($0)") }.map {
          String(path.dropLast($0.count + 1))
        }
      })
  }
}
