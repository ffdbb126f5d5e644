import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, test } from 'vitest'

/** Words that no business reader would say, with what is written instead. */
const banned: readonly [word: RegExp, instead: string][] = [
  [/\b(whom|whomever|whoever)\b/i, 'who, or name the role'],
  [/\banew\b/i, 'again'],
  [/\breckon(s|ed|ing)?\b/i, 'planned, calculated'],
  [/\bto spare\b/i, 'buffer'],
  [/\b(no more|no slack)\b/i, 'no longer, no buffer'],
  [/\b(tells of|hears of|hear of)\b/i, 'says, is told about'],
  [/\bnobody of\b/i, 'no one at'],
  [/\bwaits? for (nothing|you)\b/i, 'no dependencies, to do'],
  [/\b(this|the|a|of|each|every|open|private|late|first|next) steps?\b/i, 'task'],
  [/\b(nobody|somebody|everybody)\b/i, 'no one, someone, everyone'],
  [/\bany more\b/i, 'no longer'],
  [/\bemailed links?\b/i, 'sign-in link, by email'],
  [/\b(is|are) wanted\b/i, 'must be, is required'],
  [/\b(cannot|can’t) be (brought back|taken back|kept)\b/i, 'You can’t undo this, can’t be saved'],
  [/\bplease give\b/i, 'please enter'],
  [/\b(begun|begins?)\b/i, 'start, started'],
]

type Text = { path: string; line: number; text: string }

/** What people read: strings, templates and JSX text; not comments, names or imports. */
function textsOf(path: string, source: string): Text[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true)
  const texts: Text[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return
    if (
      ts.isStringLiteralLike(node) ||
      ts.isJsxText(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    )
      texts.push({
        path,
        line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1,
        text: node.text.replace(/\s+/g, ' ').trim(),
      })
    ts.forEachChild(node, visit)
  }
  visit(file)
  return texts.filter(({ text }) => text.includes(' '))
}

const faultsIn = (texts: readonly Text[]): string[] =>
  texts.flatMap(({ path, line, text }) =>
    banned.flatMap(([word, instead]) => (word.test(text) ? [`${path}:${line}: “${text}” (better: ${instead})`] : [])),
  )

const paths = execFileSync('git', ['ls-files', 'app', 'emails'], { encoding: 'utf8' })
  .split('\n')
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && existsSync(path))

test('pages, emails and errors use plain business words', { timeout: 60_000 }, () => {
  const texts = paths.flatMap((path) => textsOf(path, readFileSync(path, 'utf8')))
  expect(texts.length).toBeGreaterThan(1_000)
  expect(faultsIn(texts)).toEqual([])
})

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

test('components put no sentence together with English grammar', () => {
  const components = paths.filter((path) => path.startsWith('app/') && path.endsWith('.tsx'))
  expect(components.length).toBeGreaterThan(100)
  expect(components.flatMap((path) => grammarIn(path, readFileSync(path, 'utf8')))).toEqual([])
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

test('components choose no clause of a sentence: a words file holds each sentence whole', () => {
  const components = paths.filter((path) => path.startsWith('app/') && path.endsWith('.tsx'))
  expect(components.flatMap((path) => clausesIn(path, readFileSync(path, 'utf8')))).toEqual([])
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
  const components = paths.filter((path) => path.startsWith('app/') && path.endsWith('.tsx'))
  expect(components.flatMap((path) => mixturesIn(path, readFileSync(path, 'utf8')))).toEqual([])
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

/** Words in JSX or in a template: an email's component has none, so that its texts can be translated as whole sentences. */
function wordsIn(path: string, source: string): string[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const isText = ts.isJsxText(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)
    if (isText && /\p{L}/u.test(node.text)) found.push(node.text.trim())
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

test('the components of emails hold no text: each says what its words file gives', () => {
  const emails = paths.filter((path) => /^emails\/[^/]+\.tsx$/.test(path))
  expect(emails.length).toBeGreaterThan(15)
  expect(emails.flatMap((path) => wordsIn(path, readFileSync(path, 'utf8')))).toEqual([])
  expect(wordsIn('emails/planted.tsx', 'const a = <P>{name}, this is it</P>; const b = `by ${name}`')).toEqual([
    ', this is it',
    'by',
  ])
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

test('a literary word is found in strings, templates and JSX, and not in comments', () => {
  const planted =
    'const a = `3 days to ${b} spare`; const c = <p>For whom it is</p> // whoever\nconst d = "6 days to spare"'
  expect(faultsIn(textsOf('app/planted.tsx', planted)).map((fault) => fault.split(' (')[0])).toEqual([
    'app/planted.tsx:1: “For whom it is”',
    'app/planted.tsx:2: “6 days to spare”',
  ])
})
