// A page in any engine, used as a person does: found by what stands there, pressed by the mouse, written to by keys.

/**
 * Finds in the page what is seen of a selector, with these words in its text or its name: the middle of it, and
 * whether a press would meet it there. Runs in the page.
 */
function find(selector, words, showing) {
  const root = document.querySelector('user-pool-playground')?.shadowRoot ?? document
  for (const element of root.querySelectorAll(selector)) {
    const name = element.getAttribute('aria-label') ?? ''
    const text = element.textContent.trim()
    if (!element.checkVisibility({ visibilityProperty: true }) || !(text.includes(words) || name.includes(words))) continue
    if (showing) element.scrollIntoView({ block: 'center', inline: 'center' })
    const { left, top, width, height } = element.getBoundingClientRect()
    const [x, y] = [left + width / 2, top + height / 2]
    const above = root.elementFromPoint(x, y)
    return { x, y, free: element.contains(above) }
  }
  return null
}

/**
 * Watches the press that comes next: it is kept from whatever lies where the element, found as above, was a moment ago.
 * Runs in the page.
 */
function aim(selector, words) {
  const root = document.querySelector('user-pool-playground')?.shadowRoot ?? document
  const element = [...root.querySelectorAll(selector)].find((each) =>
    each.checkVisibility({ visibilityProperty: true }) && (each.textContent.includes(words) || each.getAttribute('aria-label')?.includes(words)))
  const kinds = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']
  const press = { met: false, done: false, stop: () => kinds.forEach((kind) => removeEventListener(kind, watch, true)) }
  globalThis.press?.stop()
  globalThis.press = press
  kinds.forEach((kind) => addEventListener(kind, watch, true))

  function watch(event) {
    const there = element !== undefined && event.composedPath().includes(element)
    if (event.type === 'pointerdown') press.met = there
    if (event.type === 'click') press.done = there
    if (press.met) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
}

/** What became of the press. Runs in the page. */
function pressed() {
  const { press } = globalThis
  press?.stop()
  // A page that was left for another has met it.
  return press ? { met: press.met, done: press.done } : { met: true, done: true }
}

/** What the page shows, for a failure to tell: what most tests ask about first. Runs in the page. */
function shown() {
  const root = document.querySelector('user-pool-playground')?.shadowRoot
  const panes = ['.exception', '.problems', '.request', '.reply'].map((selector) => root?.querySelector(selector)).filter(Boolean)
  return (panes.length > 0 ? panes : [document.body]).map((pane) => pane.innerText.replace(/\s*\n\s*/g, ' | ').slice(0, 700)).join('\n')
}

/** Gathers what breaks the security policy, and errors, from now on. Runs in the page. */
function listen() {
  globalThis.noise = []
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => noise.push(`policy violation: ${violatedDirective} ${blockedURI}`))
  addEventListener('error', ({ message }) => noise.push(`error: ${message}`))
  addEventListener('unhandledrejection', ({ reason }) => noise.push(`rejection: ${reason}`))
}

/** Tries what a page under the policy cannot do: run a script that someone put into it. Runs in the page. */
function inject() {
  globalThis.refused = false
  document.addEventListener('securitypolicyviolation', () => { globalThis.refused = true }, { once: true })
  const script = document.createElement('script')
  try {
    script.textContent = 'globalThis.injected = true'
  } catch { /* Engines that know trusted types refuse the text already. */ }
  document.head.append(script)
  script.remove()
}

const patience = 20_000

/** Uses a browser of `engines.mjs`. */
export function driven(browser) {
  async function until(ask, what) {
    const due = Date.now() + patience
    for (let last; ;) {
      try {
        last = await ask()
        if (last) return last
      } catch (reason) {
        // A page that is being left answers nothing.
        last = reason
      }
      if (Date.now() > due) throw new Error(`${what}; what is: ${await browser.run(shown).catch(String)}`, last instanceof Error ? { cause: last } : {})
      await new Promise((resolve) => { setTimeout(resolve, 50) })
    }
  }
  const it = {
    until,
    run: browser.run,
    press: browser.press,
    type: browser.type,
    /** Opens an address; the page's policy is in force there, and from then on it is watched. */
    async open(address, { watched = true } = {}) {
      await browser.goto(address)
      if (!watched) return
      await browser.run(inject)
      await until(() => browser.run(() => globalThis.refused), `${address} has no policy in force`)
      if (await browser.run(() => globalThis.injected === true)) throw new Error(`${address} runs a script that was put into it`)
      await browser.run(listen)
    },
    async reload() {
      await it.quiet()
      await browser.reload()
      await browser.run(listen)
    },
    says: (selector, words = '') => until(() => browser.run(find, selector, words, false), `${selector} with “${words}” is not seen`),
    async gone(selector, words = '') {
      await until(async () => !await browser.run(find, selector, words, false), `${selector} with “${words}” is still seen`)
    },
    async click(selector, words = '') {
      let lost
      // Where it stands still, and anew where it moved away in the last moment.
      let before
      await until(async () => {
        const now = await browser.run(find, selector, words, true)
        const still = now?.free && before?.x === now.x && before.y === now.y
        before = now
        if (!still) return false
        await browser.run(aim, selector, words)
        await browser.mouse(now.x, now.y)
        const { met, done } = await browser.run(pressed)
        if (met && !done) lost = `the press on ${selector} with “${words}” was lost: what it met went away under it`
        return met
      }, `${selector} with “${words}” cannot be pressed`)
      if (lost) throw new Error(lost)
    },
    /** Types a text in the place of all that a field holds. */
    async enter(selector, text) {
      await it.click(selector)
      await browser.press('a', 'Control')
      await browser.type(text)
    },
    /** Puts a text in the place of all that the editor holds, at once as one who pastes does. */
    async fill(selector, text) {
      await it.click(selector)
      await browser.press('a', 'Control')
      await browser.insert(text)
    },
    /** Chooses in a list, as a person who opened it does. */
    async choose(selector, value) {
      await until(() => browser.run((from, wanted) => [...document.querySelector('user-pool-playground').shadowRoot.querySelectorAll(`${from} option`)].some((each) => each.value === wanted), selector, value), `${selector} offers no ${value}`)
      await browser.run((from, wanted) => {
        const list = document.querySelector('user-pool-playground').shadowRoot.querySelector(from)
        list.value = wanted
        list.dispatchEvent(new Event('change', { bubbles: true }))
      }, selector, value)
    },
    /** Nothing broke the policy, and no error was left to itself. */
    async quiet() {
      const noise = await browser.run(() => globalThis.noise)
      if (noise?.length) throw new Error(noise.join('\n'))
    },
  }
  return it
}
