// The recipes of the package's README for editors, each followed as it is written, in the real editor, by somebody whose home
// is empty. Visual Studio Code is tried in web/src/vscode/editor.test.mjs; nobody here has Zed or JetBrains' editors.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { blocksOf, execute, folderWith, newcomer, programNamed, recipe } from '../../test/command.mjs'

const bad = '{\n  "PoolName": "shop",\n  "MfaConfiguration": "ON",\n}\n'
const template = 'Resources:\n  A:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: a\n      MfaConfiguration: "ON"\n'

test('the README has no recipe for an editor but those that are tried, and the two that cannot be', () => {
  assert.deepEqual(blocksOf('In your editor').map((block) => block.split('\n')[0]), ['vim.lsp.config(\'user_pool\', {', 'local client', '[language-server.user-pool]', '(with-eval-after-load \'eglot', '{ "lsp": {'])
})

/** Writes a file of somebody's settings. */
function settings(at, file, text) {
  mkdirSync(path.dirname(at(file)), { recursive: true })
  writeFileSync(at(file), text)
}

/** What Neovim's own client shows of a file, a line each; its version is told where it is another than wanted. */
function inNeovim(nvim, config) {
  const { at, env } = newcomer()
  settings(at, '.config/nvim/init.lua', config)
  const { folder, read } = folderWith({ 'a.json': bad, 'probe.lua': `
    vim.wait(20000, function() return #vim.diagnostic.get(0) > 1 end, 20)
    local out = {}
    for _, d in ipairs(vim.diagnostic.get(0)) do table.insert(out, d.lnum .. ' ' .. tostring(d.code or (d.user_data and d.user_data.lsp and d.user_data.lsp.code))) end
    local bare = { textDocument = vim.lsp.util.make_text_document_params() }
    for _, answer in pairs(vim.lsp.buf_request_sync(0, 'textDocument/codeLens', bare, 10000)) do table.insert(out, answer.result[1].command.title) end
    vim.fn.writefile(out, 'out.txt')
    vim.cmd('qa!')
  ` })
  const { stderr } = execute(folder, nvim, ['--headless', 'a.json', '-c', 'luafile probe.lua'], { env, timeout: 60_000 })
  try {
    return read('out.txt').trim().split('\n')
  } catch {
    return [stderr]
  }
}

const versionOf = (nvim) => Number(/v0\.(\d+)/.exec(execFileSync(nvim, ['--version'], { encoding: 'utf8' }))[1])
const neovims = ['tools', 'PATH'].map((place) => place === 'tools' ? programNamed('nvim') : programNamed('nvim', process.env.PATH.split(path.delimiter))).filter(Boolean)
const newer = neovims.find((nvim) => versionOf(nvim) >= 11)
const older = neovims.find((nvim) => versionOf(nvim) < 11)
const shown = ['2 mfa-needs-sms', '2 trailing-comma', 'Reply: SerializationException']

test('Neovim shows the problems and the lens', { skip: !newer && 'NOT RUN: it needs a Neovim of 0.11 or newer' }, () => {
  assert.deepEqual(inNeovim(newer, recipe('vim.lsp.config')), shown)
})

test('an older Neovim does, too', { skip: !older && 'NOT RUN: it needs a Neovim before 0.11' }, () => {
  assert.deepEqual(inNeovim(older, recipe('local client')), shown)
})

const [hx, tmux] = [programNamed('hx'), programNamed('tmux')]

test('Helix shows the problem at its place', { skip: !(hx && tmux) && 'NOT RUN: it needs Helix and tmux' }, async () => {
  const { at, env } = newcomer()
  settings(at, '.config/helix/languages.toml', recipe('[language-server.user-pool]'))
  const { folder } = folderWith({ 't.yaml': template })
  // It needs a terminal.
  const screen = (...args) => execFileSync(tmux, ['-S', at('socket'), ...args], { cwd: folder, env: { ...process.env, ...env, TERM: 'xterm-256color' }, encoding: 'utf8' })
  screen('-f', '/dev/null', 'new-session', '-d', '-x', '200', '-y', '40', `'${hx}' t.yaml`)
  try {
    const until = async (pattern) => {
      for (const end = Date.now() + 30_000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
        const seen = screen('capture-pane', '-p')
        if (pattern.test(seen)) return
        assert.ok(Date.now() < end, seen)
      }
    }
    await until(/● +6/)
    screen('send-keys', ']d')
    await until(/MfaConfiguration is ON[^]*\(mfa-needs-sms\)/)
  } finally {
    screen('kill-server')
  }
})

const emacs = programNamed('emacs')
const eglot = emacs && execute('.', emacs, ['--batch', '--eval', '(require \'eglot)']).status === 0

test('Emacs shows the problems', { skip: !eglot && 'NOT RUN: it needs Emacs with Eglot' }, () => {
  const { home, at, env } = newcomer()
  settings(at, '.emacs.d/init.el', recipe('(with-eval-after-load'))
  const { folder, read } = folderWith({ 'a.json': bad, 'probe.el': `
    (require 'eglot)
    (find-file "a.json")
    (apply #'eglot (eglot--guess-contact))
    (let ((end (+ (float-time) 20)))
      (while (and (< (length (flymake-diagnostics)) 2) (< (float-time) end))
        (accept-process-output nil 0.1)
        (flymake-start)))
    (let ((told (mapcar (lambda (each) (format "%d %s" (line-number-at-pos (flymake-diagnostic-beg each)) (flymake-diagnostic-text each))) (flymake-diagnostics))))
      (with-temp-file "out.txt" (insert (mapconcat #'identity (sort told #'string<) "\\n"))))
    (eglot-shutdown (eglot-current-server))
  ` })
  const { stderr } = execute(folder, emacs, ['--batch', '-l', path.join(home, '.emacs.d/init.el'), '-l', 'probe.el'], { env, timeout: 60_000 })
  assert.match(read('out.txt'), /^3 .*MfaConfiguration is ON[^]*^3 .*comma/m, stderr)
})
