// Fetches and compiles a program while it arrives, and says in plain words why it could not.

import { LoadFailure } from './failure.ts'
import { contents, transfer, type Program, type Progress } from './transfer.ts'

/** How a program is asked for. */
export interface Asking {
  /** What people know it as: the beginning of a sentence. */
  title: string
  signal: AbortSignal
  progress?: Progress
  /** The host's answer, where the program was asked for before. */
  early?: Promise<Response> | undefined
}

/** Throws where a browser runs no WebAssembly, or does not compile it while it arrives. */
export function runsPrograms(title: string): void {
  if (typeof WebAssembly === 'undefined') {
    throw new LoadFailure('WebAssembly is switched off', `${title} is a WebAssembly program. This browser, or a setting of it, does not run them.`)
  }
  if (typeof WebAssembly.compileStreaming !== 'function') {
    throw new LoadFailure('This browser is too old', `${title} needs one from 2024 or later.`)
  }
}

/** Downloads a program from beside the scripts and compiles it while it arrives. */
export async function download(program: Program, { title, signal, progress, early }: Asking): Promise<WebAssembly.Module> {
  runsPrograms(title)
  let wrong: LoadFailure | undefined
  try {
    const response = await answered(program, title, signal, early)
    const body = await contents(response, program, {
      signal,
      ...(progress && { progress }),
      wrong({ foreign }) { wrong = foreign ? wrongType(program, response) : new LoadFailure(`${title} is damaged`, 'What arrived is not what this page was built with.') },
    })
    return await WebAssembly.compileStreaming(new Response(body, { headers: { 'Content-Type': 'application/wasm' } }))
  } catch (reason) {
    throw wrong ?? (reason instanceof LoadFailure || signal.aborted ? reason : compileFailure(reason, title))
  }
}

async function answered(program: Program, title: string, signal: AbortSignal, early?: Promise<Response>): Promise<Response> {
  let response: Response
  try {
    response = await (early ?? transfer(program, import.meta.url, { signal }))
  } catch (reason) {
    if (signal.aborted) throw reason
    throw navigator.onLine
      ? new LoadFailure(`${title} could not be fetched`, `The connection failed, or something between here and the server blocks ${program.file}.`)
      : new LoadFailure('You are offline', `${title} is not in this browser yet. It loads as soon as you are online and choose Retry.`)
  }
  if (!response.ok) {
    throw new LoadFailure(`The server answered ${response.status} for ${program.file}`, response.status === 404
      ? 'The file is not on the server. If you host this page yourself, copy the whole folder that was built.'
      : `The server has the page but does not hand out ${program.file} at the moment.`)
  }
  return response
}

function wrongType(program: Program, response: Response): LoadFailure {
  const type = response.headers.get('Content-Type')?.split(';')[0] ?? 'something without a type'
  return new LoadFailure(`${program.file} is not a WebAssembly program`, `The server sent ${type} in its place. A sign-in page or a rewrite rule may be in the way.`)
}

/** Why a program could not be compiled, in words. */
export function compileFailure(reason: unknown, title: string): LoadFailure {
  if (!(reason instanceof WebAssembly.CompileError)) {
    return new LoadFailure('The download broke off', `The connection ended before all of ${title.replace(/^The/, 'the')} had arrived.`)
  }
  return /Content Security Policy|unsafe-eval/i.test(reason.message)
    ? new LoadFailure(`A security policy blocks ${title.replace(/^The/, 'the')}`, "The page's Content-Security-Policy must allow 'wasm-unsafe-eval' in script-src.")
    : new LoadFailure(`${title} is damaged`, `It cannot be compiled: ${reason.message}`)
}
