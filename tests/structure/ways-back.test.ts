import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { type CommandName, commandRules } from '#app/policy/policy.ts'
import { waysBack } from './ways-back.ts'

const sources = execFileSync('git', ['ls-files', 'app'], { encoding: 'utf8' })
  .split('\n')
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && existsSync(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))

const names = Object.keys(commandRules) as CommandName[]
const namesOf = (kind: 'undo' | 'asks first') => names.filter((name) => waysBack[name] === kind)

/**
 * For pages and panels that ask without a first press: the text above the button that says what happens and who is told.
 */
const saidAbove: Partial<Record<CommandName, RegExp>> = {
  'remove-member': /is signed out everywhere right away/,
  'erase-person': /This cannot be undone\./,
  'set-retention': /Older records are deleted for good/,
  'agree-to-champion': /proposedRoleWords\(/,
  'complete-champion': /proposedRoleWords\(/,
  'ask-for-erasure': /are told right away/,
  'share-situation': /gets an email and can see it/,
  'confirm-first-win': /<WinCheck/,
  'correct-first-win': /correctionWords\(/,
  'withdraw-first-win': /withdrawalWords\(/,
}

/** Whether a node stands inside an `AskFirst` element. */
const isAskedFirst = (node: ts.Node): boolean => {
  for (let at: ts.Node = node; at.parent; at = at.parent)
    if (ts.isJsxElement(at) && at.openingElement.tagName.getText() === 'AskFirst') return true
  return false
}

/** Whether a command's name is what a form sends: `intent="…"`, or what a function that draws a form is given first. */
const isSent = ({ parent }: ts.StringLiteral): boolean =>
  (ts.isJsxAttribute(parent) && parent.name.getText() === 'intent') ||
  (ts.isCallExpression(parent) && /^(act|form)$/.test(parent.expression.getText()))

type Sent = { name: string; path: string; asks: boolean }

/** Every form of a component, by the command that it sends. */
function formsIn(path: string, text: string): Sent[] {
  const found: Sent[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) && node.text in commandRules && isSent(node)) {
      const name = node.text as CommandName
      found.push({ name, path, asks: isAskedFirst(node) || (saidAbove[name]?.test(text) ?? false) })
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX))
  return found
}

const forms = sources.filter(({ path }) => path.endsWith('.tsx')).flatMap(({ path, text }) => formsIn(path, text))
const commandFile = (name: string) =>
  sources.find(({ text }) => text.includes('defineCommand({') && text.includes(`\n  name: '${name}',`))

test('every command has a line', () => {
  expect(Object.keys(waysBack).sort()).toEqual([...names].sort())
})

describe('what can be undone', () => {
  test.each(namesOf('undo'))('%s keeps what it made of the rows', (name) => {
    expect(commandFile(name)?.text).toMatch(/run: undoably\(/)
  })
  test('no other command does', () => {
    const kept = names.filter((name) => /run: undoably\(/.test(commandFile(name)?.text ?? ''))
    expect(kept.sort()).toEqual(namesOf('undo').sort())
  })
})

describe('what asks first', () => {
  test.each(namesOf('asks first'))('%s is asked about wherever a form sends it', (name) => {
    const own = forms.filter((form) => form.name === name)
    expect(own.length, 'a form that sends it').toBeGreaterThan(0)
    expect(own.filter(({ asks }) => !asks)).toEqual([])
  })
  test('a form without the question is found', () => {
    const bare = `const it = <Form intent="revoke-api-key"><p>Now.</p></Form>`
    expect(formsIn('planted.tsx', bare)).toMatchObject([{ name: 'revoke-api-key', asks: false }])
    const asked = `const it = <AskFirst text="Revoke">${bare.slice(11)}</AskFirst>`
    expect(formsIn('planted.tsx', asked)).toMatchObject([{ asks: true }])
  })
})

test('what is harmless says why', () => {
  for (const name of names) {
    const way = waysBack[name]
    if (typeof way === 'object') expect(way.harmless.length, name).toBeGreaterThan(15)
  }
})
