extension IconName {
  /// The icon of a server.
  public static let server: IconName = "server"
  /// The icon of a database.
  public static let database: IconName = "database"
  /// The icon of a user.
  public static let user: IconName = "user"
  /// The icon of a users.
  public static let users: IconName = "users"
  /// The icon of a cloud.
  public static let cloud: IconName = "cloud"
  /// The icon of a browser.
  public static let browser: IconName = "browser"
  /// The icon of a desktop.
  public static let desktop: IconName = "desktop"
  /// The icon of a laptop.
  public static let laptop: IconName = "laptop"
  /// The icon of a phone.
  public static let phone: IconName = "phone"
  /// The icon of a lock.
  public static let lock: IconName = "lock"
  /// The icon of a key.
  public static let key: IconName = "key"
  /// The icon of a shield.
  public static let shield: IconName = "shield"
  /// The icon of a certificate.
  public static let certificate: IconName = "certificate"
  /// The icon of a firewall.
  public static let firewall: IconName = "firewall"
  /// The icon of a network.
  public static let network: IconName = "network"
  /// The icon of a balancer.
  public static let balancer: IconName = "balancer"
  /// The icon of a router.
  public static let router: IconName = "router"
  /// The icon of a queue.
  public static let queue: IconName = "queue"
  /// The icon of a pipeline.
  public static let pipeline: IconName = "pipeline"
  /// The icon of a message.
  public static let message: IconName = "message"
  /// The icon of a mail.
  public static let mail: IconName = "mail"
  /// The icon of a bell.
  public static let bell: IconName = "bell"
  /// The icon of a cpu.
  public static let cpu: IconName = "cpu"
  /// The icon of a memory.
  public static let memory: IconName = "memory"
  /// The icon of a disk.
  public static let disk: IconName = "disk"
  /// The icon of a bucket.
  public static let bucket: IconName = "bucket"
  /// The icon of a file.
  public static let file: IconName = "file"
  /// The icon of a folder.
  public static let folder: IconName = "folder"
  /// The icon of a image.
  public static let image: IconName = "image"
  /// The icon of a book.
  public static let book: IconName = "book"
  /// The icon of a code.
  public static let code: IconName = "code"
  /// The icon of a terminal.
  public static let terminal: IconName = "terminal"
  /// The icon of a branch.
  public static let branch: IconName = "branch"
  /// The icon of a box.
  public static let box: IconName = "box"
  /// The icon of a container.
  public static let container: IconName = "container"
  /// The icon of a layers.
  public static let layers: IconName = "layers"
  /// The icon of a gear.
  public static let gear: IconName = "gear"
  /// The icon of a robot.
  public static let robot: IconName = "robot"
  /// The icon of a bug.
  public static let bug: IconName = "bug"
  /// The icon of a bolt.
  public static let bolt: IconName = "bolt"
  /// The icon of a clock.
  public static let clock: IconName = "clock"
  /// The icon of a calendar.
  public static let calendar: IconName = "calendar"
  /// The icon of a chart.
  public static let chart: IconName = "chart"
  /// The icon of a search.
  public static let search: IconName = "search"
  /// The icon of a eye.
  public static let eye: IconName = "eye"
  /// The icon of a warning.
  public static let warning: IconName = "warning"
  /// The icon of a check.
  public static let check: IconName = "check"
  /// The icon of a cross.
  public static let cross: IconName = "cross"
  /// The icon of a star.
  public static let star: IconName = "star"
  /// The icon of a tag.
  public static let tag: IconName = "tag"
  /// The icon of a home.
  public static let home: IconName = "home"
  /// The icon of a globe.
  public static let globe: IconName = "globe"
  /// The icon of a link.
  public static let link: IconName = "link"
  /// The icon of a download.
  public static let download: IconName = "download"
  /// The icon of a upload.
  public static let upload: IconName = "upload"
  /// The icon of a sync.
  public static let sync: IconName = "sync"
}
