// What there is on the page, and in which order. A feature that is not listed here is not there. A view of the request or of
// the reply is a folder and one line: web/README.md has an example.

import type { ComponentType } from 'preact'
import { view as audit } from '../audit/audit-view.tsx'
import { view as compare } from '../compare/compare-view.tsx'
import base from '../core/base.css'
import type { Pane } from '../core/layout.ts'
import controls from '../core/ui/controls.css'
import room from '../core/ui/room.css'
import { replyViews, requestViews } from '../core/views.ts'
import { view as doors } from '../doors/doors-view.tsx'
import { DraftNotKept, TextAside } from '../draft/banners.tsx'
import embed from '../embed/embed.css'
import { ExamplesMenu } from '../examples/examples-menu.tsx'
import examples from '../examples/examples.css'
import { view as exported } from '../export/export-view.tsx'
import { view as form } from '../form/form-view.tsx'
import { Help } from '../help/help.tsx'
import { TextRefused } from '../import/banners.tsx'
import { ImportButton } from '../import/import-button.tsx'
import imports from '../import/import.css'
import language from '../language/language.css'
import { NewVersion, ReadyOffline } from '../offline/banner.tsx'
import offline from '../offline/offline.css'
import { view as plain } from '../plain/plain-text.tsx'
import { view as pool } from '../pool/pool.tsx'
import { pane as problems } from '../problems/problems-pane.tsx'
import { pane as reference } from '../reference/reference-pane.tsx'
import { pane as reply } from '../reply/reply-pane.tsx'
import { view as json } from '../request/editor-view.tsx'
import { pane as request } from '../request/request-pane.tsx'
import { LinkBroken } from '../share/banner.tsx'
import { ShareMenu } from '../share/share-menu.tsx'
import share from '../share/share.css'
import { SurroundingsButton } from '../surroundings/surroundings-button.tsx'
import surroundings from '../surroundings/surroundings.css'
import { ThemeButton } from '../theme/theme-button.tsx'
import { view as tried } from '../try/try-view.tsx'
import { view as update } from '../update/update-view.tsx'
import welcome from '../welcome/welcome.css'
import { view as wire } from '../wire/wire-view.tsx'
import { view as words } from '../words/words-view.tsx'
import { EngineFailed, EngineRestarted, ReadersFailed } from './banners.tsx'
import { EngineState } from './header.tsx'
import shell from './shell.css'

/** The ways to write the request, as their tabs stand. */
requestViews.list([
  json,
  form,
  plain,
])

/** The ways to look at what comes of it, as their tabs stand. */
replyViews.list([
  pool,
  words,
  compare,
  update,
  tried,
  doors,
  exported,
  audit,
  wire,
])

/** The panes, as keys walk them. */
export const panes: readonly Pane[] = [request, reply, problems, reference]

/** The lines above the panes, from above. */
export const banners: readonly ComponentType[] = [
  EngineFailed, EngineRestarted, ReadersFailed, NewVersion, LinkBroken, TextRefused, TextAside, DraftNotKept,
]

/** What stands beside the page's name. */
export const states: readonly ComponentType[] = [EngineState, ReadyOffline]

/** What stands at the other end of the header. */
export const tools: readonly ComponentType[] = [ExamplesMenu, ImportButton, ShareMenu, SurroundingsButton, ThemeButton, Help]

/** The style sheet of all, from the general to the particular; later.ts has those of what comes later. */
export const styles = [
  base, controls, shell,
  ...[...panes, ...requestViews.all, ...replyViews.all].map(({ style }) => style ?? ''),
  language, examples, welcome, imports, share, surroundings, offline,
].join('\n')

/** What stands behind all others. */
export const lastStyles = [embed, room].join('\n')
