extension PreviewPage {
  /// Calm and dark; nothing of it competes with the pictures.
  static let styleText = """
    :root { color-scheme: dark; font: 14px/1.4 system-ui, "Liberation Sans", sans-serif; }
    * { box-sizing: border-box; }
    [hidden] { display: none !important; }
    body { margin: 0; height: 100vh; display: flex; flex-direction: column; background: #15191c; color: #dfe5e9; }
    header, footer { display: flex; align-items: center; gap: 10px; padding: 8px 14px; background: #1d2327; white-space: nowrap; }
    header { border-bottom: 1px solid #2e373d; }
    footer { border-top: 1px solid #2e373d; color: #9fb0ba; font-size: 13px; }
    h1 { font-size: 15px; font-weight: 600; margin: 0; overflow: hidden; text-overflow: ellipsis; }
    #count, #state { color: #9fb0ba; font-variant-numeric: tabular-nums; }
    .space { flex: 1; }
    button, select { font: inherit; color: inherit; background: #283137; border: 1px solid #38444c; padding: 3px 10px; border-radius: 6px; }
    button:hover { background: #323d44; cursor: pointer; }
    button[aria-pressed=true] { background: #2f6f9f; border-color: #4a8fc2; color: #fff; }
    .group { display: inline-flex; }
    .group button { border-radius: 0; margin-left: -1px; }
    .group button:first-child { border-radius: 6px 0 0 6px; }
    .group button:last-child { border-radius: 0 6px 6px 0; }
    a { color: #7cc0f0; text-decoration: none; }
    a:hover { text-decoration: underline; }
    .links { display: inline-flex; gap: 10px; }
    a:not([href]) { color: #5d6b74; }
    :focus-visible { outline: 2px solid #7cc0f0; outline-offset: 1px; }
    #problems { background: #3a1f22; border-bottom: 1px solid #7b3a40; padding: 10px 14px; max-height: 40vh; overflow: auto; }
    #problems.mild { background: #332b18; border-color: #6b5a2a; }
    #problems p { margin: 0 0 2px; }
    .place { font-family: "Liberation Mono", monospace; }
    #problems .place { margin-right: 8px; }
    #problems .hint { color: #d9c7a0; margin-left: 24px; }
    #problems pre { margin: 2px 0 6px 24px; font: 13px/1.35 "Liberation Mono", monospace; color: #cfd8dd; }
    main { flex: 1; min-height: 0; position: relative; }
    #gallery { position: absolute; inset: 0; overflow: auto; padding: 18px; }
    #gallery h2 { font-size: 14px; font-weight: 600; margin: 6px 0 10px; color: #b9c6ce; }
    .pictures { display: grid; grid-template-columns: repeat(auto-fill, minmax(280px, 1fr)); gap: 16px; margin-bottom: 26px; }
    .picture { display: block; color: inherit; border: 1px solid #2e373d; border-radius: 8px; overflow: hidden; }
    .picture:hover { border-color: #7cc0f0; text-decoration: none; }
    .picture .thumb { height: 170px; padding: 10px; display: flex; }
    .picture img { width: 100%; height: 100%; object-fit: contain; }
    .picture .name { display: flex; justify-content: space-between; padding: 6px 10px; background: #1d2327; }
    .changed { color: #f0c36a; }
    #stage { position: absolute; inset: 0; overflow: hidden; cursor: grab; touch-action: none; }
    #stage.moving { cursor: grabbing; }
    body[data-ground=dark] :is(#stage, .thumb) { background: #14181b; }
    body[data-ground=light] :is(#stage, .thumb) { background: #fff; }
    body[data-ground=checker] :is(#stage, .thumb) { background: repeating-conic-gradient(#8a8f93 0 25%, #b9bec2 0 50%) 0 0 / 24px 24px; }
    #frame { position: absolute; left: 0; top: 0; transform-origin: 0 0; }
    #frame.slide { outline: 1px dashed #6f7f89; }
    #sheet { position: absolute; }
    #sheet > * { position: absolute; inset: 0; width: 100%; height: 100%; display: block; }
    #sheet.difference { isolation: isolate; background: #000; }
    #sheet.difference > img + * { mix-blend-mode: difference; }
    #sheet [data-cell-id] { cursor: pointer; }
    #sheet .chosen { filter: drop-shadow(0 0 5px #ffb020) drop-shadow(0 0 2px #ffb020); }
    .empty { padding: 40px; color: #9fb0ba; }

    """
}
