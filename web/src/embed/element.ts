// The element that is a user pool playground in any page. Its request is its text, which is shown as it is until the
// playground takes its place, and stays where scripts are off. The playground runs in a frame of its own and needs no
// permission. script.ts and module.ts are the two ways to have it.
//
// It is loaded where there is no page, too: sites that are built in advance import it under Node.

import { name } from './name.ts'
import { isPosted, protocol, type FromEmbed, type ToEmbed } from './protocol.ts'
import type { EmbedResult } from './result.ts'

/** What an element tells, as the details of its events. */
export interface UserPoolPlaygroundEvents {
  /** The playground is there and takes requests. */
  ready: CustomEvent<null>
  /** Someone has changed the request. */
  change: CustomEvent<{ request: string }>
  /** A request was evaluated. */
  result: CustomEvent<{ request: string, result: EmbedResult }>
}

/** The folder of the site, with a slash at its end. */
let site = '/user-pool-playground/'

/**
 * Says where the built site lies, for all elements without a `src`: an address with a slash at its end, relative to the
 * page. Without it, `/user-pool-playground/`.
 */
export function setSite(url: string | URL): void {
  site = String(url)
}

const styles = `
  :host { display: block; position: relative; }
  :host(:not([for])) { min-height: 60px; }
  iframe { display: block; width: 100%; border: 0; border-radius: 12px; color-scheme: normal; }
  :host([data-mounted]) slot { display: none; }
  :host([data-kept]) iframe { height: 100%; }
  :host([data-kept]:not([data-mounted])) iframe { position: absolute; inset: 0; opacity: 0; pointer-events: none; }
  button { position: absolute; top: 8px; inset-inline-end: 8px; z-index: 10; padding: 4px 14px; border: 1px solid; border-radius: 8px; background: Canvas; color: CanvasText; font: 500 14px/1.4 system-ui, sans-serif; cursor: pointer; }
  @media print { button { display: none; } }
`
let sheet: CSSStyleSheet | undefined

function styleSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(styles)
  }
  return sheet
}

// Without a page there is nothing to extend, and nothing is made of the class.
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement)

/** How near the window an element has to be to become a playground by itself. */
const near = '400px'
const patience = 20_000

/** How high a playground is at least that takes the place of a code block. */
const usualHeight = 440

/**
 * `<user-pool-playground>`. Attributes:
 * - `src`: the address of the site's embed.html, when it does not lie where `setSite` said, or beside embed.js;
 * - `view`: what to show of the reply, `pool` (when absent), `words`, `compare`, `update`, `try`, `doors`, `export`, `audit` or `wire`;
 * - `request-view`: how the request is written, `json` (when absent), `form` or `plain`;
 * - `theme`: `light`, `dark` or `auto` (when absent), which follows the page's `color-scheme`;
 * - `readonly`: the request can be read and not changed;
 * - `height`: CSS pixels, or `auto` (when absent), as high as its request; what is mounted at a press is never lower than what it
 *   replaces;
 * - `mount`: `near` (when absent), by itself when it comes near the window, or `intent`, at the press of a button;
 * - `for`: `previous`, when the request is the code block before the element, whose place the playground takes. It is mounted
 *   at the press of a button.
 */
export class UserPoolPlaygroundElement extends Base {
  static observedAttributes = ['theme', 'view', 'height']

  #frame: HTMLIFrameElement | null = null
  #origin = ''
  #ready = false
  #request: string | null = null
  #asked = new Map<number, (answer: { request: string, result: EmbedResult }) => void>()
  #lastId = 0
  #watch: IntersectionObserver | null = null
  /** The block before, while the playground stands in its place. */
  #away: HTMLElement | null = null
  #scheme = matchMedia('(prefers-color-scheme: dark)')
  readonly #hear = (event: MessageEvent<unknown>): void => this.#heard(event)
  readonly #schemeChanged = (): void => this.#sendTheme()

  connectedCallback(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [styleSheet()]
    root.replaceChildren(document.createElement('slot'))
    addEventListener('message', this.#hear)
    this.#scheme.addEventListener('change', this.#schemeChanged)
    if (this.#onIntent()) {
      this.#offer()
      return
    }
    this.#watch = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) this.mount()
    }, { rootMargin: near })
    this.#watch.observe(this)
  }

  disconnectedCallback(): void {
    this.#watch?.disconnect()
    removeEventListener('message', this.#hear)
    this.#scheme.removeEventListener('change', this.#schemeChanged)
    this.#request = this.request
    this.#frame = null
    this.#ready = false
    this.#showReplaced()
  }

  attributeChangedCallback(name: string): void {
    if (name === 'theme') this.#sendTheme()
    else if (name === 'view') this.#send({ type: 'set-view', view: this.getAttribute('view') ?? 'pool' })
    else this.#setHeight(null)
  }

  /** The request as text: as last told by the playground, or that of its code block before it is there. */
  get request(): string {
    if (this.#request !== null) return this.#request
    const block = this.#block()
    // Line numbers and buttons of highlighters are none of the text.
    const copy = (block?.querySelector('code') ?? block ?? this).cloneNode(true) as Element
    // Some highlighters end lines with them.
    copy.querySelectorAll('br').forEach((end) => end.replaceWith('\n'))
    return (copy.textContent ?? '').trim()
  }

  set request(text: string) {
    this.#request = text
    this.#send({ type: 'set-request', text })
  }

  /** Puts the playground in the place of the element's text now, wherever it is on the page. */
  mount(): void {
    if (this.#frame || !this.isConnected) return
    this.#watch?.disconnect()
    const given = this.getAttribute('src')
    const base = given === null ? new URL(site, document.baseURI) : document.baseURI
    if (!URL.canParse(given ?? 'embed.html', base)) return
    const src = new URL(given ?? 'embed.html', base)
    // A frame runs the scripts of javascript: and data: for the page around, whose text an attribute may come from.
    if (!/^https?:$/.test(src.protocol) && src.protocol !== location.protocol) return
    this.#origin = src.origin
    for (const view of ['view', 'request-view']) {
      const value = this.getAttribute(view)
      if (value) src.searchParams.set(view, value)
    }
    if (this.hasAttribute('readonly')) src.searchParams.set('readonly', '')
    src.searchParams.set('theme', this.#theme())
    // With a request to come, the sample would only flash.
    src.searchParams.set('await', '')
    const frame = this.#frame = document.createElement('iframe')
    frame.title = 'User pool playground'
    frame.src = src.href
    if (this.#onIntent()) this.#keepRoom()
    this.#setHeight(480)
    this.shadowRoot?.querySelector('button')?.remove()
    this.shadowRoot?.append(frame)
    setTimeout(() => {
      if (this.#frame === frame && !this.#ready) this.#giveUp(frame)
    }, patience)
  }

  /** Puts the focus into the request. */
  override focus(): void {
    this.mount()
    this.#frame?.focus()
    this.#send({ type: 'focus' })
  }

  /** Reads the request and its result as they are now. Rejects when the playground is not there. */
  read(): Promise<{ request: string, result: EmbedResult }> {
    if (!this.#ready) return Promise.reject(new Error('The playground is not there yet: wait for its ready event.'))
    const id = ++this.#lastId
    return new Promise((resolve) => {
      this.#asked.set(id, resolve)
      this.#send({ type: 'read', id })
    })
  }

  /** What cannot be loaded must not hide the request. */
  #giveUp(frame: HTMLIFrameElement): void {
    frame.remove()
    this.#frame = null
    this.#showReplaced()
    if (this.#onIntent()) this.#offer()
  }

  /** Shows the button that mounts the playground. */
  #offer(): void {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = 'Try it'
    button.addEventListener('click', () => {
      this.mount()
      this.#frame?.focus()
    })
    this.shadowRoot?.append(button)
    // On the block's lower edge: at the upper one many pages have buttons of their own.
    const block = this.#block()
    if (!block) return
    const place = (): void => {
      const { bottom } = (this.#block() ?? this).getBoundingClientRect()
      button.style.top = `${bottom - this.getBoundingClientRect().top - button.offsetHeight / 2}px`
    }
    // Fonts and styles may still be on their way.
    const watch = new ResizeObserver(() => button.isConnected ? place() : watch.disconnect())
    for (const each of [block, this]) watch.observe(each)
    place()
  }

  /** Waits for its reader: what stands in the page already is to stay as it is until then. */
  #onIntent(): boolean {
    return this.getAttribute('mount') === 'intent' || this.#before() !== null
  }

  /** The part of the page before the element that it takes the place of. */
  #before(): HTMLElement | null {
    const before = this.getAttribute('for') === 'previous' ? this.previousElementSibling : null
    return before instanceof HTMLElement ? before : null
  }

  /** The code block that the request stands in; null where it is the whole text. */
  #block(): Element | null {
    const around = this.#before() ?? this
    return around.matches('pre') ? around : around.querySelector('pre')
  }

  /**
   * Takes at once, while the reader's press excuses it, all the room that the playground will have: what it replaces stays until
   * it is ready, and nothing below moves then.
   */
  #keepRoom(): void {
    const { top } = (this.#before() ?? this).getBoundingClientRect()
    const { bottom, height } = this.getBoundingClientRect()
    const least = Number(this.getAttribute('height')) || usualHeight
    this.style.height = `${height + Math.max(0, least - (bottom - top))}px`
    this.dataset['kept'] = ''
  }

  #showMounted(): void {
    const { bottom } = this.getBoundingClientRect()
    this.dataset['mounted'] = ''
    this.#away = this.#before()
    // A page may well say how its code blocks are displayed.
    this.#away?.style.setProperty('display', 'none', 'important')
    if (!('kept' in this.dataset)) return
    const now = this.getBoundingClientRect()
    this.style.height = `${now.height + bottom - now.bottom}px`
  }

  #showReplaced(): void {
    this.#away?.style.removeProperty('display')
    this.#away = null
    this.style.height = ''
    delete this.dataset['kept']
    delete this.dataset['mounted']
  }

  #theme(): 'light' | 'dark' {
    const wanted = this.getAttribute('theme')
    if (wanted === 'light' || wanted === 'dark') return wanted
    const schemes = getComputedStyle(this).colorScheme.split(/\s+/)
    if (schemes.includes('dark') && !schemes.includes('light')) return 'dark'
    return schemes.includes('dark') && this.#scheme.matches ? 'dark' : 'light'
  }

  #sendTheme(): void {
    if (this.#ready) this.#send({ type: 'set-theme', theme: this.#theme() })
  }

  #setHeight(wanted: number | null): void {
    const fixed = Number(this.getAttribute('height'))
    const height = fixed > 0 ? fixed : wanted
    if (this.#frame && height && !('kept' in this.dataset)) this.#frame.style.height = `${height}px`
  }

  #send(message: ToEmbed): void {
    if (this.#ready || message.type === 'hello') this.#frame?.contentWindow?.postMessage({ protocol, ...message }, this.#origin)
  }

  #heard({ source, origin, data }: MessageEvent<unknown>): void {
    if (!this.#frame || source !== this.#frame.contentWindow || origin !== this.#origin || !isPosted(data)) return
    const message = data as unknown as FromEmbed
    switch (message.type) {
      case 'ready':
        if (this.#ready) break
        this.#ready = true
        this.#send({ type: 'hello' })
        if (this.request !== '') this.#send({ type: 'set-request', text: this.request })
        this.#showMounted()
        this.#emit('ready', null)
        break
      case 'height':
        this.#setHeight(message.height)
        break
      case 'change':
        this.#request = message.text
        this.#emit('change', { request: message.text })
        break
      case 'result':
        this.#emit('result', { request: message.text, result: message.result })
        break
      case 'answer':
        this.#asked.get(message.id)?.({ request: message.text, result: message.result })
        this.#asked.delete(message.id)
        break
    }
  }

  #emit<Name extends keyof UserPoolPlaygroundEvents>(name: Name, detail: UserPoolPlaygroundEvents[Name]['detail']): void {
    this.dispatchEvent(new CustomEvent(name, { detail }))
  }
}

/** Makes the element known to the page, once: a page may well have both ways to it. */
export function define(): void {
  if (globalThis.customElements && !customElements.get(name)) customElements.define(name, UserPoolPlaygroundElement)
}
