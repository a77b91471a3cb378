import ArgumentParser
import DiagramIcons
import DiagramModel
import DrawingExchange

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

  var isEmpty: Bool { folders.isEmpty }

  /// The files of the icons that are `used`. A folder of which nothing is used is not looked at, and no file
  /// that is not used is read.
  ///
  /// - Throws: ``UsageFailure`` for a folder that there is not, `FileFailures` for what cannot be read.
  func files(for used: [IconName]) throws -> IconFiles {
    do {
      return IconFiles(
        packs: try folders.compactMap { folder in
          let names = each(used.filter { $0.pack == folder.name }.map(\.base))
          return names.isEmpty ? nil : try folder.pack(names)
        })
    } catch let failure as FileFailure {
      throw FileFailures(failures: [failure])
    }
  }
}

extension IconFolder {
  fileprivate func pack(_ used: [String]) throws -> IconFiles.Pack {
    guard try FileKind(at: folder, followsLinks: true) == .folder else {
      throw UsageFailure(
        message: "there is no folder “\(folder)” for the icons “\(name)”",
        hints: ["name the folder as seen from here: --icons \(name)=FOLDER"])
    }
    let files = try used.compactMap(file(of:))
    // All names only matter to those who mistype one.
    let names = files.count < used.count ? try self.names() : []
    return IconFiles.Pack(name: name, names: names, files: files)
  }

  /// The file of an icon; nil where there is none.
  private func file(of name: String) throws -> IconFiles.File? {
    let steps = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !steps.contains(where: { $0.isEmpty || $0.hasPrefix(".") || $0.contains("\0") }) else {
      return nil
    }
    for ending in IconDrawing.endings {
      let file = NamedFile(path: "\(folder)/\(name).\(ending)")
      guard case .file = try FileKind(at: file.path, followsLinks: true) else { continue }
      return IconFiles.File(name: name, ending: ending, bytes: try file.read())
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
