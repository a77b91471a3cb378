extension PreviewPage {
  /// What the page does. Pictures come by the digest of their bytes: a name that stays is a picture that stays.
  static let scriptText = #"""
    'use strict'
    const $ = id => document.getElementById(id)
    let outputs = [], output = 0, chosen = null, version = 'now', view = null, isSlide = false, drawn = '', size = { width: 1, height: 1 }

    // MARK: What there is

    const series = () => outputs[output]?.series ?? []
    const all = () => series().flatMap(one => one.pictures.map(picture => ({ ...picture, series: one.path, id: one.path + '/' + picture.name })))
    const current = () => all().find(picture => picture.id === chosen)
    const named = hash => { try { return decodeURIComponent(hash.slice(1)) } catch { return '' } }
    const read = async name => {
      const answer = await fetch(name)
      if (!answer.ok) throw new Error(name)
      return answer.headers.get('content-type') === 'application/json' ? answer.json() : answer.text()
    }

    async function load() {
      const problems = await read('problems.json').catch(() => [])
      outputs = await read('pictures.json').catch(() => outputs)
      output = Math.min(output, Math.max(outputs.length - 1, 0))
      showProblems(problems)
      await show()
    }

    async function follow() {
      for (let seen = -1; ;) {
        try {
          const now = Number(await read('changes?after=' + seen))
          $('state').textContent = ''
          if (now === seen) continue
          await load()
          seen = now
          document.body.dataset.seen = now
        } catch {
          $('state').textContent = 'diagen has ended: this is the last picture'
          seen = -1
          await new Promise(done => setTimeout(done, 1000))
        }
      }
    }

    // MARK: Showing

    function element(name, text, attributes = {}) {
      const made = document.createElement(name)
      if (text !== undefined) made.textContent = text
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
      return made
    }

    // A place in the code: the number of its file, its line and its column.
    const placed = ([file, line, column]) => {
      const source = outputs[output].sources[file]
      return { href: editor(source.file, line, column), text: source.shown + ':' + line }
    }

    const editor = (file, line, column) =>
      'vscode://file' + file.split('/').map(encodeURIComponent).join('/') + ':' + line + ':' + (column || 1)

    function showProblems(problems) {
      $('problems').replaceChildren(...problems.flatMap(problem => {
        const line = element('p')
        if (problem.file) {
          const place = problem.shown + ':' + problem.line + ':' + problem.column
          line.append(element('a', place, { class: 'place', href: editor(problem.file, problem.line, problem.column) }))
        }
        line.append(problem.severity + ': ' + problem.message)
        const hints = problem.hints.map(hint => element('p', 'hint: ' + hint, { class: 'hint' }))
        return [line, ...(problem.code ? [element('pre', problem.code)] : []), ...hints]
      }))
      $('problems').hidden = problems.length === 0
      $('problems').className = problems.some(problem => problem.severity === 'error') ? '' : 'mild'
    }

    async function show() {
      const picture = current()
      $('gallery').hidden = !!picture
      $('stage').hidden = !picture
      for (const id of ['versions', 'slide', 'fit']) $(id).hidden = !picture
      document.querySelector('.links').hidden = !picture
      $('output').hidden = outputs.length < 2
      $('output').replaceChildren(...outputs.map((one, index) => element('option', one.folder + ' (' + one.theme + ')', { value: index })))
      $('output').value = output
      press('version', version)
      press('ground', document.body.dataset.ground)
      $('slide').setAttribute('aria-pressed', isSlide)
      document.title = (picture ? picture.id + ' · ' : '') + 'diagen preview'
      if (picture) await showPicture(picture); else showGallery()
    }

    function press(kind, value) {
      for (const button of document.querySelectorAll('button[data-' + kind + ']'))
        button.setAttribute('aria-pressed', button.dataset[kind] === value)
    }

    const isNew = picture => picture.before !== picture.svg
    const mark = picture => !picture.before ? 'new' : isNew(picture) ? 'changed' : ''

    function showGallery() {
      drawn = ''
      const count = all().length
      $('title').textContent = 'diagen preview'
      $('count').textContent = count + (count === 1 ? ' picture' : ' pictures')
      const parts = series().flatMap(one => {
        const grid = element('div', undefined, { class: 'pictures' })
        for (const picture of one.pictures) {
          const link = element('a', undefined, { class: 'picture', href: '#' + encodeURIComponent(one.path + '/' + picture.name) })
          const thumb = element('div', undefined, { class: 'thumb' })
          thumb.append(element('img', undefined, { src: picture.svg, alt: picture.name, loading: 'lazy' }))
          const name = element('div', undefined, { class: 'name' })
          name.append(element('span', picture.name), element('span', mark(picture), { class: 'changed' }))
          link.append(thumb, name)
          grid.append(link)
        }
        return [element('h2', one.path), grid]
      })
      $('gallery').replaceChildren(...(count ? parts : [element('p', 'No picture yet.', { class: 'empty' })]))
    }

    async function showPicture(picture) {
      const siblings = all().filter(other => other.series === picture.series)
      $('title').textContent = picture.id
      $('count').textContent = siblings.findIndex(other => other.id === picture.id) + 1 + ' / ' + siblings.length
      const source = placed(picture.place)
      link('source', source.href, source.text)
      link('svg', picture.svg, 'SVG')
      link('drawio', picture.drawio, 'draw.io')
      $('drawio').download = picture.name + '.drawio'
      const wanted = [picture.id, picture.svg, picture.before, version, output].join()
      if (wanted !== drawn) {
        const svg = await inline(picture.svg)
        if (current()?.id !== picture.id) return
        size = { width: parseFloat(svg.getAttribute('width')), height: parseFloat(svg.getAttribute('height')) }
        const before = version === 'now' || !picture.before ? [] : [element('img', undefined, { src: picture.before, alt: 'before' })]
        $('sheet').className = version === 'difference' && picture.before ? 'difference' : ''
        $('sheet').replaceChildren(...before, ...(version === 'before' ? [] : [svg]))
        if (version !== 'now') $('box').textContent = compared(picture)
        drawn = wanted
      }
      place(picture)
    }

    function compared(picture) {
      if (!picture.before) return 'There is no picture yet to compare with, neither in the last commit nor on disk.'
      const other = picture.isCommitted ? 'the last commit' : 'the file on disk'
      return version === 'before' ? 'This is the picture of ' + other + '.' : 'Against ' + other + ': what is black is the same.'
    }

    function link(id, href, text) {
      $(id).textContent = text || 'Source'
      if (href) $(id).href = href; else $(id).removeAttribute('href')
    }

    async function inline(name) {
      const parsed = new DOMParser().parseFromString(await read(name), 'image/svg+xml')
      return document.importNode(parsed.documentElement, true)
    }

    // MARK: Zoom and pan

    function place(picture) {
      const slide = { width: 1920, height: 1080 }
      const shown = isSlide ? picture.slideWidth / size.width : 1
      const sheet = { width: size.width * shown, height: size.height * shown }
      const frame = isSlide ? slide : sheet
      $('frame').className = isSlide ? 'slide' : ''
      Object.assign($('frame').style, { width: frame.width + 'px', height: frame.height + 'px' })
      Object.assign($('sheet').style, {
        left: (frame.width - sheet.width) / 2 + 'px', top: (frame.height - sheet.height) / 2 + 'px',
        width: sheet.width + 'px', height: sheet.height + 'px' })
      const room = $('stage').getBoundingClientRect()
      const fit = Math.min((room.width - 32) / frame.width, (room.height - 32) / frame.height)
      const at = view ?? { scale: fit, x: (room.width - frame.width * fit) / 2, y: (room.height - frame.height * fit) / 2 }
      $('frame').style.transform = `translate(${at.x}px, ${at.y}px) scale(${at.scale})`
      return at
    }

    const replace = change => {
      const picture = current()
      if (!picture) return
      view = change(place(picture))
      place(picture)
    }

    function zoom(factor, x, y) {
      replace(at => {
        const scale = Math.min(Math.max(at.scale * factor, 0.05), 20), real = scale / at.scale
        return { scale, x: x - (x - at.x) * real, y: y - (y - at.y) * real }
      })
    }

    $('stage').addEventListener('wheel', event => {
      event.preventDefault()
      const room = $('stage').getBoundingClientRect()
      zoom(Math.exp(-event.deltaY / 400), event.clientX - room.left, event.clientY - room.top)
    }, { passive: false })

    let held = null
    $('stage').addEventListener('pointerdown', event => { held = { x: event.clientX, y: event.clientY, moved: false } })
    window.addEventListener('pointermove', event => {
      if (!held) return
      const [x, y] = [event.clientX - held.x, event.clientY - held.y]
      if (!held.moved && Math.hypot(x, y) < 4) return
      $('stage').classList.add('moving')
      held = { x: event.clientX, y: event.clientY, moved: true }
      replace(at => ({ ...at, x: at.x + x, y: at.y + y }))
    })
    window.addEventListener('pointerup', event => {
      $('stage').classList.remove('moving')
      if (held && !held.moved && $('stage').contains(event.target)) name(event.target.closest('[data-cell-id]'))
      held = null
    })

    function name(box) {
      for (const other of document.querySelectorAll('.chosen')) other.classList.remove('chosen')
      const picture = current(), id = box?.dataset.cellId
      $('box').textContent = id ?? ''
      const place = picture && id !== undefined && (picture.places[id] ?? picture.place)
      if (place) {
        const source = placed(place)
        $('box').append(' ', element('a', source.text, { class: 'place', href: source.href }))
      }
      box?.classList.add('chosen')
    }

    // MARK: Keys and buttons

    const open = id => { location.hash = id === null ? '' : encodeURIComponent(id) }

    function flip(by) {
      const picture = current(), pictures = all()
      const row = picture ? pictures.filter(other => other.series === picture.series) : pictures
      const next = row[(picture ? row.findIndex(other => other.id === picture.id) : -1) + by]
      if (next) open(next.id)
    }

    const grounds = ['dark', 'light', 'checker']
    const setGround = ground => { document.body.dataset.ground = ground; press('ground', ground) }
    const setVersion = wanted => { version = wanted; show() }
    const toggleSlide = () => { isSlide = !isSlide; view = null; show() }
    const fit = () => { view = null; show() }
    const keys = {
      ArrowRight: () => flip(1), ArrowDown: () => flip(1), PageDown: () => flip(1), ' ': () => flip(1),
      ArrowLeft: () => flip(-1), ArrowUp: () => flip(-1), PageUp: () => flip(-1),
      Escape: () => open(null), s: toggleSlide, '0': fit,
      g: () => setGround(grounds[(grounds.indexOf(document.body.dataset.ground) + 1) % 3]),
      b: () => setVersion(version === 'before' ? 'now' : 'before'),
      d: () => setVersion(version === 'difference' ? 'now' : 'difference'),
      '+': () => zoom(1.25, innerWidth / 2, innerHeight / 2), '-': () => zoom(0.8, innerWidth / 2, innerHeight / 2),
    }
    window.addEventListener('keydown', event => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target.tagName === 'SELECT') return
      const isTyped = event.key === ' ' && event.target.closest?.('button, a')
      if (!keys[event.key] || isTyped || (!current() && event.key.startsWith('Arrow') && event.key !== 'ArrowRight')) return
      event.preventDefault()
      keys[event.key]()
    })
    document.addEventListener('click', event => {
      const button = event.target.closest?.('button')
      if (button?.dataset.version) setVersion(button.dataset.version)
      if (button?.dataset.ground) setGround(button.dataset.ground)
    })
    $('gallery-button').onclick = () => open(null)
    $('slide').onclick = toggleSlide
    $('fit').onclick = fit
    $('output').onchange = () => { output = Number($('output').value); show() }
    window.addEventListener('hashchange', () => {
      const before = chosen?.slice(0, chosen.lastIndexOf('/'))
      chosen = named(location.hash) || null
      // As on slides: what is zoomed in a series stays where it is.
      if (chosen?.slice(0, chosen.lastIndexOf('/')) !== before) view = null
      name(null)
      show()
    })
    window.addEventListener('resize', () => { const picture = current(); if (picture) place(picture) })
    chosen = named(location.hash) || null
    follow()

    """#
}
