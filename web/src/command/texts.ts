// Files as texts: read with care, and written so that nothing is lost.

import { constants } from 'node:fs'
import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from './failures.ts'

/** The engine itself refuses a text above 1,024 kB with a finding; far above it, the file is no text to be checked at all. */
const largest = 4_000_000

/** A file that no text can be read from, whatever is in it: one that nobody named is passed over. */
export class NoText extends Failure {}

/** The name by which the command takes its input for a file. */
export const stdin = '-'

/**
 * The text of a file.
 * @throws Failure that says in a sentence why there is none.
 */
export async function readText(file: string): Promise<string> {
  if (file === stdin) return decoded('standard input', await inputBytes())
  let bytes: Buffer
  try {
    const about = await stat(file)
    if (about.isDirectory()) throw new Failure(`${file} is a folder.`)
    if (about.size > largest) throw tooLarge(file, about.size)
    bytes = await readFile(file)
  } catch (reason) {
    throw reason instanceof Failure ? reason : new Failure(`${file} cannot be read: ${causeOf(reason)}.`)
  }
  return decoded(file, bytes)
}

async function inputBytes(): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > largest) throw tooLarge('standard input', size)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function tooLarge(name: string, size: number): NoText {
  return new NoText(`${name} is too large: ${(size / 1e6).toFixed(1)} MB. At most ${largest / 1e6} MB are read.`)
}

/** A byte order mark stays: the service refuses it, and places count it. */
function decoded(name: string, bytes: Uint8Array): string {
  if (bytes.includes(0)) throw new NoText(`${name} is no text: it has zero bytes. A text in UTF-16 has to be saved as UTF-8.`)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new NoText(`${name} is no text in UTF-8.`)
  }
}

const causes: Record<string, string> = {
  ENOENT: 'it is not there', EACCES: 'permission denied', EPERM: 'permission denied', ELOOP: 'its links lead in a circle', EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full', EISDIR: 'it is a folder', ENOTDIR: 'a part of its path is no folder',
}

function causeOf(reason: unknown): string {
  const { code } = reason as NodeJS.ErrnoException
  return code === undefined ? String(reason) : causes[code] ?? code
}

/**
 * Puts a text in the place of the one that was read. The file has either all of the old text or all of the new one, whatever
 * happens meanwhile, and a text that somebody else wrote in between stays.
 * @throws Failure when it was not written.
 */
export async function replaceText(file: string, before: string, after: string): Promise<void> {
  let beside: string | undefined
  try {
    // A link stays a link.
    const target = await realpath(file)
    const { mode } = await stat(target)
    beside = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`)
    const handle = await open(beside, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, mode)
    try {
      // The mode that a file is made with passes through the umask.
      await handle.chmod(mode)
      await handle.writeFile(after)
      await handle.sync()
    } finally {
      await handle.close()
    }
    if (!(await readFile(target)).equals(Buffer.from(before))) throw new Failure(`${file} changed while it was checked. It was not fixed: run the command again.`)
    await rename(beside, target)
    beside = undefined
  } catch (reason) {
    throw reason instanceof Failure ? reason : new Failure(`${file} cannot be written: ${causeOf(reason)}.`)
  } finally {
    if (beside) await rm(beside, { force: true })
  }
}
