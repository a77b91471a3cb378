import DiagramCommand

/// Draws all chapters, `swift run Examples render all`, as any chapter's own package would.
@main struct Examples: DiagramProgram {
  static let catalog =
    [access, availability, testBed]
    + [isolation, standards, publishing, runtimes, daemons, stages, imageLayers]
    + [watched, observability, pulling, pushing, registry, hosts]
    + [declarative, imperative, inPods, sidecars, given, labels, lifecycle]
    + [clusterParts, agents, sandbox, charts, packets, leaving]
    + [login, ownership, skills, accounts, audit, bindings, recovery, templates, manifests]
    + [flavours, delivery, flux, updates, releases]
    + [tokens, entry, directory, runners, exporting]
    + [rollout, stack, artifacts, triggers, projects, promotion, chain, artifact, bot, signing]
}
