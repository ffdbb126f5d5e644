import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { type CommandName, commandRules } from '#app/policy/policy.ts'
import { importsOf } from './imports.ts'
import { parsedSource } from './parsed-source.ts'
import { waysBack } from './ways-back.ts'

const sources = execFileSync('git', ['ls-files', 'app'], { encoding: 'utf8' })
  .split('\n')
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && existsSync(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))

const names = Object.keys(commandRules) as CommandName[]
const namesOf = (kind: 'undo' | 'asks first') => names.filter((name) => waysBack[name] === kind)

/** For pages and panels that ask without a first press: what is said above the button, of what happens and who is told. */
const saidAbove: Partial<Record<CommandName, RegExp>> = {
  'remove-member': /is signed out everywhere right away/,
  'correct-member-address': /is signed out everywhere right away/,
  'erase-person': /You can’t undo this\./,
  'set-retention': /Older records are deleted for good/,
  'agree-to-champion': /would lead this plan in place of/,
  'complete-champion': /would lead this plan in place of/,
  'ask-for-erasure': /The admins of .* are told right away/,
  'share-situation': /will be notified in the next daily email/,
  'confirm-first-win': /Nothing is published\. We will ask you afterwards/,
  'confirm-further-win': /reads it in the next daily email/,
  'say-not-yet': /reads it in the next daily email/,
  'ask-for-result': /reads it in the next daily email/,
  'correct-first-win': /Everyone who was told about the win will get the correction/,
  'withdraw-first-win': /Everyone who was told about the win gets an email/,
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

/**
 * What a component can say: its own source, and of each file that it imports from the parts that it takes: words by name, and the
 * whole of a component beside it.
 */
function saidBy(path: string, text: string, read: (path: string) => string | undefined, depth = 0): string {
  const file = parsedSource(path, text)
  const said = file.statements.filter(ts.isImportDeclaration).flatMap((statement) => {
    const [to] = importsOf(path, statement.getText())
    const bindings = statement.importClause?.namedBindings
    const source = to && read(to.to)
    if (!source || !bindings || !ts.isNamedImports(bindings)) return []
    if (/\.tsx$/.test(to.to)) return depth === 0 ? [saidBy(to.to, source, read, 1)] : []
    const taken = bindings.elements.map(({ name, propertyName }) => (propertyName ?? name).text)
    return /-words\.ts$/.test(to.to) ? declarationsIn(to.to, source, taken) : []
  })
  return [text, ...said].join('\n')
}

/** The source of what a file declares under these names. */
function declarationsIn(path: string, text: string, taken: readonly string[]): string[] {
  const { statements } = parsedSource(path, text)
  return statements.flatMap((statement) => {
    const declared = ts.isFunctionDeclaration(statement)
      ? [statement.name?.text]
      : ts.isVariableStatement(statement)
        ? statement.declarationList.declarations.map(({ name }) => name.getText())
        : []
    return declared.some((name) => name !== undefined && taken.includes(name)) ? [statement.getText()] : []
  })
}

const readSource = (path: string) => sources.find((source) => source.path === path)?.text

type Sent = { name: string; path: string; asks: boolean }

/** Every form of a component, by the command that it sends. */
function formsIn(path: string, text: string, read = readSource): Sent[] {
  const found: Sent[] = []
  const said = saidBy(path, text, read)
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) && node.text in commandRules && isSent(node)) {
      const name = node.text as CommandName
      found.push({ name, path, asks: isAskedFirst(node) || (saidAbove[name]?.test(said) ?? false) })
    }
    ts.forEachChild(node, visit)
  }
  visit(parsedSource(path, text))
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
    expect(commandFile(name)?.text).toMatch(/run: makeUndoable\(/)
  })
  test('no other command does', () => {
    const kept = names.filter((name) => /run: makeUndoable\(/.test(commandFile(name)?.text ?? ''))
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
  test('what a form says above its button counts only where the component takes it from its words', () => {
    const words =
      'export const shareEffect = () => `Kim will be notified in the next daily email.`\nexport const other = () => `No.`\n'
    const form = (name: string) =>
      `import { ${name} } from './share-words.ts'\nconst it = <Form intent="share-situation" />`
    const asks = (name: string) => formsIn('app/planted.tsx', form(name), () => words).map((sent) => sent.asks)
    expect([asks('shareEffect'), asks('other')]).toEqual([[true], [false]])
  })
})

test('what is harmless says why', () => {
  for (const name of names) {
    const way = waysBack[name]
    if (typeof way === 'object') expect(way.harmless.length, name).toBeGreaterThan(15)
  }
})
