import ts from 'typescript'
import { expect, test } from 'vitest'
import { readSources } from './sources.ts'

const components = [...readSources()].filter(([path]) => /^app\/.*\.tsx$/.test(path) && !path.endsWith('.test.tsx'))

/** Helpers for English sentences; only words files may call them, so that another language only needs other words files. */
const grammar = ['count', 'possessive', 'listWords', 'eitherWords']

/** English grammar in a component: a helper by name, a list format, or a plural chosen by `=== 1`. */
function grammarIn(path: string, source: string): string[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const isHelper = ts.isImportSpecifier(node) && grammar.includes((node.propertyName ?? node.name).text)
    const isOfIntl = ts.isPropertyAccessExpression(node) && /^Intl\.(ListFormat|PluralRules)$/.test(node.getText())
    const isPlural = ts.isConditionalExpression(node) && /[!=]== 1$/.test(node.condition.getText())
    if (isHelper || isOfIntl || isPlural)
      found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${node.getText()}`)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

test('components put no sentence together with English grammar', { timeout: 60_000 }, () => {
  expect(components.length).toBeGreaterThan(100)
  expect(components.flatMap(([path, source]) => grammarIn(path, source))).toEqual([])
})

test('a plural, a possessive and a list of names are found in a component', () => {
  const planted = [
    "import { count as many } from '#app/ui/amount-words.ts'",
    "const a = <p>{n === 1 ? '1 task' : `${n} tasks`}</p>",
    "const b = new Intl.ListFormat('en-GB')",
    "const c = <p>{page > 1 ? 'Next' : 'First'}</p>",
  ].join('\n')
  expect(grammarIn('app/planted.tsx', planted)).toEqual([
    'app/planted.tsx:1: count as many',
    "app/planted.tsx:2: n === 1 ? '1 task' : `${n} tasks`",
    'app/planted.tsx:3: Intl.ListFormat',
  ])
})

const unwrapped = (node: ts.Expression): ts.Expression =>
  ts.isParenthesizedExpression(node) ? unwrapped(node.expression) : node

/** What a condition chooses from, conditions within it included; nothing for an expression without one. */
function choicesOf(expression: ts.Expression): ts.Expression[] {
  const node = unwrapped(expression)
  const chosen = ts.isConditionalExpression(node)
    ? [node.whenTrue, node.whenFalse]
    : ts.isBinaryExpression(node) && ['&&', '||', '??'].includes(node.operatorToken.getText())
      ? [node.left, node.right]
      : []
  return chosen.flatMap((one) => [unwrapped(one), ...choicesOf(one)])
}

const hasText = (node: ts.Node): boolean =>
  (ts.isJsxText(node) && /\p{L}/u.test(node.text)) ||
  (ts.isJsxElement(node) && /^(b|strong|em|bdi|Name)$/.test(node.openingElement.tagName.getText()))

const isSentence = (text: string): boolean => /^\s*\p{Lu}.*[.?!]\s*$/u.test(text)

/** Whether an expression chooses a clause: a text that is no whole sentence, or a fragment that holds one. */
const choosesClause = (expression: ts.Expression): boolean =>
  choicesOf(expression).some(
    (one) =>
      (ts.isStringLiteralLike(one) && /[\p{L}\p{P}]/u.test(one.text) && !isSentence(one.text)) ||
      ts.isTemplateExpression(one) ||
      (ts.isJsxFragment(one) && one.children.some(hasText)),
  )

/** The sentences in a component that choose a clause by a condition, in JSX or in a template. */
function clausesIn(path: string, source: string): string[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const isMarkup = (ts.isJsxElement(node) || ts.isJsxFragment(node)) && node.children.some(hasText)
    const isTemplate =
      ts.isTemplateExpression(node) &&
      [node.head, ...node.templateSpans.map(({ literal }) => literal)].some(({ text }) => /\p{L}/u.test(text))
    const expressions = isMarkup
      ? node.children.flatMap((child) => (ts.isJsxExpression(child) && child.expression ? [child.expression] : []))
      : isTemplate
        ? node.templateSpans.map(({ expression }) => expression)
        : []
    if (expressions.some(choosesClause))
      found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${node.getText()}`)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

test('components choose no clause of a sentence: a words file holds each sentence whole', { timeout: 60_000 }, () => {
  expect(components.flatMap(([path, source]) => clausesIn(path, source))).toEqual([])
  const planted = [
    "const a = <p>Sign in with a link{has && ' or a passkey'}.</p>",
    "const b = <>{on ? 'Synced' : 'Kept here'}, added <Moment />, {used ? <>last used {used}</> : 'not used yet'}</>",
    "const c = `${late ? 'expired' : 'expires'} on ${day}`",
    "const d = <p><b>Closed</b>{reason ? `: ${reason}` : '.'}</p>",
    "const e = <p>{done ? 'It is done.' : 'It is not done yet.'}</p>",
    "const f = <p><b>Closed.</b> {open && 'No one can change it.'}</p>",
    'const g = <p>Due on {due ?? start}</p>',
  ]
  expect(clausesIn('app/planted.tsx', planted.join('\n')).map((fault) => fault.slice(0, 17))).toEqual([
    'app/planted.tsx:1',
    'app/planted.tsx:2',
    'app/planted.tsx:3',
    'app/planted.tsx:4',
  ])
})

/** Attributes and properties that hold no text for people. */
const carriers = /^(className|value|id|name|key|defaultValue|to|href|fill|htmlFor|data-.*|idempotencyKey|Refresh)$/

/** Whether a template makes no text: it stands in such an attribute or property, or is compared with something. */
function isCarried(node: ts.Node): boolean {
  for (let at = node.parent; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isJsxAttribute(at) || ts.isPropertyAssignment(at)) return carriers.test(at.name.getText())
    if (ts.isBinaryExpression(at) && /^[!=]==$/.test(at.operatorToken.getText())) return true
    if (ts.isJsxElement(at) || ts.isFunctionLike(at)) return false
  }
  return false
}

/** Texts in a component that mix words and a value: `Remove {name}`, or the same in a template. */
function mixturesIn(path: string, source: string): string[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const isMarkup =
      (ts.isJsxElement(node) || ts.isJsxFragment(node)) &&
      node.children.some((child) => ts.isJsxText(child) && /\p{L}/u.test(child.text)) &&
      node.children.some(
        (child) => ts.isJsxExpression(child) && child.expression && !ts.isStringLiteralLike(child.expression),
      )
    const texts = ts.isTemplateExpression(node)
      ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('')
      : ''
    if (isMarkup || (/\p{L}/u.test(texts) && /\s/.test(texts) && !isCarried(node)))
      found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${node.getText()}`)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

test('components mix no words and values: a words file holds each text whole', { timeout: 60_000 }, () => {
  expect(components.flatMap(([path, source]) => mixturesIn(path, source))).toEqual([])
  const planted = [
    'const a = <h2>Remove {name}</h2>',
    'const b = <p>{name} leads these plans:</p>',
    'const c = <Field label={`Days off at ${company}`} />',
    'const d = { label: `by ${longDate(day)}` }',
    "const e = <p className={`notice ${tone}`}>Saved.{' '}</p>",
    'const f = <b id={`${id}-fault`}>{removeWords(name)}</b>',
  ]
  expect(mixturesIn('app/planted.tsx', planted.join('\n')).map((fault) => fault.slice(0, 17))).toEqual([
    'app/planted.tsx:1',
    'app/planted.tsx:2',
    'app/planted.tsx:3',
    'app/planted.tsx:4',
  ])
})

/** What stands beside a text on its own: a drawing, a box, a list, what only screen readers say. */
const standsAlone = /^<(svg|input|ul|Button)\b|^<\w+ className="visually-hidden"/

/** A text that needs nothing beside it: whole sentences, or what introduces the next with a colon. */
const isWhole = (text: string): boolean => /^\p{Lu}.*[.?!:]$/su.test(text.trim())

/** Sentences in a component that go on in an element: `Add members in <Link>Workspace</Link>`. */
function brokenSentencesIn(path: string, source: string): string[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (
      (ts.isJsxElement(node) || ts.isJsxFragment(node)) &&
      node.children.some((child) => ts.isJsxText(child) && /\p{L}/u.test(child.text) && !isWhole(child.text)) &&
      node.children.some(
        (child) => (ts.isJsxElement(child) || ts.isJsxSelfClosingElement(child)) && !standsAlone.test(child.getText()),
      )
    )
      found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${node.getText()}`)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

test('no sentence goes on in an element: a words file holds it whole, by sentenceParts', { timeout: 60_000 }, () => {
  expect(components.flatMap(([path, source]) => brokenSentencesIn(path, source))).toEqual([])
  const planted = [
    'const a = <p>Add members in <Link to="/workspace">Workspace</Link>.</p>',
    'const b = <><SignIn />. Then send it again.</>',
    'const c = <p><Name>{name}</Name> did it</p>',
    'const d = <p>Nothing matches. <Link to="/plans">Show all</Link></p>',
    'const e = <label><input type="checkbox" /> Remove this date</label>',
    'const f = <p>Suggested question: <q>Why?</q></p>',
  ]
  expect(brokenSentencesIn('app/planted.tsx', planted.join('\n')).map((fault) => fault.slice(0, 17))).toEqual([
    'app/planted.tsx:1',
    'app/planted.tsx:2',
    'app/planted.tsx:3',
  ])
})
