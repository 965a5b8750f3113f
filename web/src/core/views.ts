// The ways to write the request and to look at what comes of it. Each is a folder that declares its view; the shell lists
// them. What is chosen is known here, since links, embedding pages and the views themselves choose, too.

import { effect, signal, type Signal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { keep, keepHere, recall, recallHere } from './storage.ts'

/** A view as its folder declares it. */
export interface View {
  /** Names it in links, in the embed's attributes and in the page. Links live for ever, so that it never changes. */
  readonly id: string
  /** What its tab says. */
  readonly label: string
  /** Its style sheet. */
  readonly style?: string
  /** What stands in the pane's head while it is shown. */
  readonly Actions?: ComponentType
}

/** A way to look at what comes of the request. It is drawn once there is a reply. */
export interface ReplyView extends View {
  readonly View: ComponentType
  /** True where it shows `replyInSight`, which stays while the text is no JSON: a notice then says so. */
  readonly stays?: boolean
  /** True where it shows what is asked of the request, which stays while a text of another language cannot be read. */
  readonly follows?: boolean
}

/** A place to go to in the request. */
export interface Place {
  pointer: string
  /** The offset in the text that was evaluated; absent where a value is meant and not a problem. */
  offset?: number
  /** Where that is in the text as it is now; null when the text has no such value. */
  range(): { from: number, to: number } | null
}

/** A way to write the request. */
export interface RequestView extends View {
  /** Drawn in the place of the editor; absent where the editor itself is the view. */
  readonly View?: ComponentType
  /** What its tab says over a text in another language, where that is something else. */
  readonly labelElsewhere?: string
  /** Goes to a place, and puts the focus there; absent where the editor does. */
  readonly land?: (place: Place) => void
  /** The keys to know of, for the pane's foot. */
  readonly Hint?: ComponentType
  /** True where it shows the text itself, in lines and columns. */
  readonly asText?: boolean
  /** True where it is of no use for a request that is only to be read. */
  readonly writes?: boolean
  /** True where it is the reader's choice and not the writer's: links leave it out. */
  readonly personal?: boolean
}

/** Views to choose from. */
export class Views<V extends View> {
  /** The id of the chosen one; empty before the views are listed. */
  readonly chosen: Signal<string> = signal('')
  #listed: readonly V[] = []
  readonly #recall: () => string | null
  readonly #keep: (id: string | null) => void

  /**
   * @param name under which the choice is remembered.
   * @param visits whether it is for every visit, or for reloads of this tab alone.
   */
  constructor(name: string, visits: boolean) {
    this.#recall = () => (visits ? recall : recallHere)(name)
    this.#keep = (id) => (visits ? keep : keepHere)(name, id)
  }

  /** Takes the views, in the order of their tabs; the first is the usual one. */
  list(views: readonly V[]): void {
    this.#listed = views
    this.chosen.value = this.find(this.#recall())?.id ?? this.usual
    effect(() => this.#keep(this.chosen.value === this.usual ? null : this.chosen.value))
  }

  get all(): readonly V[] {
    return this.#listed
  }

  /** The id of the one that is chosen until someone chooses. */
  get usual(): string {
    return this.#listed[0]?.id ?? ''
  }

  /** The chosen view; undefined before the views are listed. */
  get shown(): V | undefined {
    return this.find(this.chosen.value)
  }

  /** The same, without a wish to hear of another choice. */
  peek(): V | undefined {
    return this.find(this.chosen.peek())
  }

  /** The view of an id; undefined for anything else. */
  find(id: unknown): V | undefined {
    return this.#listed.find((view) => view.id === id)
  }
}

/** The ways to write the request. */
export const requestViews = new Views<RequestView>('request-view', true)

/** The ways to look at what comes of it. A new visit begins with the reply. */
export const replyViews = new Views<ReplyView>('reply-view', false)
