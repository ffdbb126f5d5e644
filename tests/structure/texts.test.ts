import ts from 'typescript'
import { expect, test } from 'vitest'
import { parsedSource } from './parsed-source.ts'
import { readSources } from './sources.ts'

/** Attributes that hold no text for people. */
const codeAttributes =
  /^(className|id|name|key|type|role|htmlFor|href|to|method|tone|width|autoComplete|inputMode|d|viewBox|rel|as|intent|value|defaultValue|data-(?!label).*|style|transform|media|sizes|fill|dir|lang|encType|scope|content|pattern|accept|aria-(live|haspopup|current|orientation|autocomplete))$/

/** Errors that only developers and operators read. */
const developerErrors = /^(Error|TypeError|RangeError|UnreadableJson|BucketFault|URL|RegExp|Intl\..*)$/

/** Functions whose texts no person reads. */
const codeCalls =
  /(^|\.)(countAgainstLimit|readEdit|info|warn|error|debug|sql|closest|super|includes|addEventListener|has|get|set|startsWith|endsWith|test)$/

/** Properties whose values are names that code compares, or a header. */
const codeProperties = /^(status|card|why|kind|intent|Refresh|border|borderLeft)$/

/** Whether what a literal stands in says that no person reads it. */
function isCode(node: ts.Node): boolean {
  for (let at = node.parent; !ts.isSourceFile(at) && !ts.isFunctionLike(at) && !ts.isBlock(at); at = at.parent) {
    if (ts.isImportDeclaration(at) || ts.isLiteralTypeNode(at) || ts.isTaggedTemplateExpression(at)) return true
    if (ts.isJsxAttribute(at)) return codeAttributes.test(at.name.getText())
    if (ts.isBinaryExpression(at) && /^([!=]==|in)$/.test(at.operatorToken.getText())) return true
    if (ts.isNewExpression(at) && developerErrors.test(at.expression.getText())) return true
    if (ts.isCallExpression(at) && codeCalls.test(at.expression.getText())) return true
    if (ts.isPropertyAssignment(at) && at.name === node) return true
    if (ts.isPropertyAssignment(at) && node.parent === at && codeProperties.test(at.name.getText())) return true
    if (ts.isAsExpression(at) && node.parent === at && at.type.getText() === 'const') return true
    if (ts.isCaseClause(at) || ts.isElementAccessExpression(at)) return true
  }
  return false
}

/** Whether a literal chooses what a component shows: `{isLate ? 'expired' : 'expires'}`. */
function isShown(node: ts.Node): boolean {
  let at = node.parent
  while (ts.isConditionalExpression(at) || ts.isBinaryExpression(at) || ts.isParenthesizedExpression(at)) at = at.parent
  return ts.isJsxExpression(at) && !ts.isJsxAttribute(at.parent) && at.expression !== node
}

/**
 * In a component, a word with a capital, several words, or any word that is shown; elsewhere, where names of many kinds stand too,
 * what reads like a sentence.
 */
function isText(path: string, node: ts.Node): boolean {
  if (ts.isJsxText(node)) return /\p{L}/u.test(node.text)
  const isComponent = path.endsWith('.tsx')
  if (ts.isStringLiteralLike(node)) {
    if (isCode(node)) return false
    if (isComponent) return /^\p{Lu}\p{Ll}|\p{L} \p{L}/u.test(node.text) || (/\p{L}/u.test(node.text) && isShown(node))
    return /^\p{Lu}[\p{Ll}’]* .*\p{L}/u.test(node.text) || /\p{L} \p{L}.*[.?!…]$/u.test(node.text)
  }
  if (!ts.isTemplateExpression(node) || isCode(node)) return false
  const parts = [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text)
  return isComponent
    ? /\p{L}/u.test(parts.join('')) && /\s/.test(parts.join(''))
    : parts.some((text) => /\p{L} \p{L}/u.test(text)) && /^\p{Lu}|[.?!…]$/u.test(parts.join('').trim())
}

/** The texts for people in a source file. */
function textsIn(path: string, source: string): string[] {
  const file = parsedSource(path, source)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (isText(path, node))
      found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${node.getText().trim()}`)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

/**
 * Where texts stand that are no part of the pages: what operators read in a terminal or a log, the demo's and the templates' data,
 * and answers to programs.
 */
const elsewhere =
  /^app\/((server|jobs|demo|schedule|portfolio\/templates)\/|api\/(schedule\.route|answer-schedule\.server|problem|keys\/refuse-key\.server)\.ts$)/

const sources = [...readSources()].filter(
  ([path]) =>
    /^(app|emails)\/.*\.tsx?$/.test(path) &&
    !/(\.test\.tsx?|\.bench\.ts|[/-]words\.ts)$/.test(path) &&
    !elsewhere.test(path),
)

test('texts for people stand in words files alone', () => {
  expect(sources.length).toBeGreaterThan(300)
  expect(sources.filter(([path]) => path.startsWith('emails/parts/')).length).toBeGreaterThan(5)
  expect(sources.filter(([path]) => path.startsWith('app/api/')).length).toBeGreaterThan(5)
  expect(sources.flatMap(([path, source]) => textsIn(path, source))).toEqual([])
})

test('a label, a heading, a hint and a refusal are found where they stand', () => {
  const planted = [
    'const a = <h2>Tasks</h2>',
    'const b = <Field label="Title" className="Wide field" name="Title" />',
    'const c = <p>{isDone ? "Done" : words.open}</p>',
    "if (key === 'Escape') throw new Error('This never happens.')",
  ].join('\n')
  expect(textsIn('app/planted.tsx', planted).map((it) => it.slice(0, 17))).toEqual([
    'app/planted.tsx:1',
    'app/planted.tsx:2',
    'app/planted.tsx:3',
  ])
  const refusal = "throw new Refusal(409, 'Someone was faster.')\nconst kind = 'Task'\nsql`select Some words.`"
  expect(textsIn('app/planted.server.ts', refusal)).toEqual([`app/planted.server.ts:1: 'Someone was faster.'`])
  const email = "const a = <Text>If it does not work:</Text>\nconst told = 'You get this email because we told you.'"
  expect(textsIn('emails/parts/planted.tsx', email)).toHaveLength(2)
})

/** Literals of a words file that make a text by themselves: a label of two words or more, or any three words. */
function labelsIn(path: string, source: string): { text: string; at: string }[] {
  const file = parsedSource(path, source)
  const found: { text: string; at: string }[] = []
  const visit = (node: ts.Node): void => {
    const { parent } = node
    const isName = parent && ts.isPropertyAssignment(parent) && parent.name === node
    if (ts.isStringLiteralLike(node) && !isName && !ts.isImportDeclaration(parent) && !ts.isLiteralTypeNode(parent))
      if (/^\p{Lu}\S* .*\p{L}|\p{L}.* .*\p{L}.* .*\p{L}/u.test(node.text))
        found.push({
          text: node.text,
          at: `${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`,
        })
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

/** Texts that stand in several places, with all of these. */
function repeatsIn(files: readonly (readonly [string, string])[]): string[] {
  const places = new Map<string, string[]>()
  for (const { text, at } of files.flatMap(([path, source]) => labelsIn(path, source)))
    places.set(text, [...(places.get(text) ?? []), at])
  return [...places].flatMap(([text, at]) => (at.length > 1 ? [`“${text}” in ${at.join(', ')}`] : []))
}

test('each text stands in one place, from which every other page takes it', () => {
  const files = [...readSources()].filter(([path]) => /^(app|emails)\/.*[/-]words(\.server)?\.ts$/.test(path))
  expect(files.length).toBeGreaterThan(150)
  expect(repeatsIn(files)).toEqual([])
})

test('a label that stands in two words files, or twice in one, is found', () => {
  const planted = [
    [
      'app/a-words.ts',
      "export const a = { title: 'Your data', 'no budget left': 'no budget left' }\nconst b = 'to go'",
    ],
    ['app/b-words.ts', "export const c = `Your data`\nconst d: 'Your data' = c\nconst e = ['to go', 'no budget left']"],
  ] as const
  expect(repeatsIn(planted)).toEqual([
    '“Your data” in app/a-words.ts:1, app/b-words.ts:1',
    '“no budget left” in app/a-words.ts:1, app/b-words.ts:3',
  ])
})

const components = sources.filter(([path]) => path.endsWith('.tsx'))

/** Helpers for English sentences; only words files may call them, so that another language only needs other words files. */
const grammar = ['count', 'possessive', 'listWords', 'eitherWords', 'factsWords', 'longFactsWords']

/** English grammar in a component: a helper by name, a list format, or a plural chosen by `=== 1`. */
function grammarIn(path: string, source: string): string[] {
  const file = parsedSource(path, source)
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

/** The texts of a template between its values. */
const between = (node: ts.TemplateExpression): string[] =>
  [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text)

/** Phrases that a component puts together from texts and data: by a template, a list, or a mark between two elements. */
function joinsIn(path: string, source: string): string[] {
  const file = parsedSource(path, source)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const isMark = ts.isJsxText(node) && /^\s*[.,:;…“”()·]/.test(node.text)
    const isTemplate =
      ts.isTemplateExpression(node) &&
      !isCode(node) &&
      !isSpaced(node) &&
      between(node).some((text) => /[.,:;] |[ …“”()]$/.test(text))
    const isList = ts.isCallExpression(node) && !isCode(node) && /\.join\('[,;:.·][^']*'\)$/.test(node.getText())
    if (isMark || isTemplate || isList)
      found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${node.getText().trim()}`)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

/** One value with spaces around it: one text, where `{value}{' '}` would be two with a comment between them in the page. */
const isSpaced = ({ head, templateSpans: [only, ...more] }: ts.TemplateExpression) =>
  more.length === 0 && (head.text + (only?.literal.text ?? '')).trim() === ''

test('components put no phrase together from texts and data', () => {
  expect(components.flatMap(([path, source]) => joinsIn(path, source))).toEqual([])
})

test('a label before a name, a list of names and a mark between elements are found in a component', () => {
  const planted = [
    'const a = <button aria-label={`${words.remove}: ${name}`} className={`row ${side}`} />',
    "const b = <p>{names.join(', ')}</p>",
    'const c = <p><b>{name}</b>, <Moment at={at} /></p>',
    'const d = <p>{`${words}…`}</p>',
    'const e = `${formKey}:send:${id}`',
    'const f = <p><b>{name}</b>{` ${words} `}</p>',
  ].join('\n')
  expect(joinsIn('app/planted.tsx', planted)).toEqual([
    'app/planted.tsx:1: `${words.remove}: ${name}`',
    "app/planted.tsx:2: names.join(', ')",
    'app/planted.tsx:3: ,',
    'app/planted.tsx:4: `${words}…`',
  ])
})

/** Where grammar itself is put into words: plurals, possessives and lists. */
const grammarFiles = [
  'app/ui/amount-words.ts',
  'app/ui/name-words.ts',
  'emails/parts/list-words.ts',
  'emails/parts/sentence-words.ts',
]

/** In a words file, a sentence with a piece of it chosen within: `${isLate ? 'was due' : 'due'}`, and lists joined by hand. */
function piecesIn(path: string, source: string): string[] {
  const file = parsedSource(path, source)
  const found: string[] = []
  const isLiteral = (node: ts.Node) => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)
  const visit = (node: ts.Node): void => {
    const isPiece =
      ts.isConditionalExpression(node) &&
      ts.isTemplateSpan(node.parent) &&
      [node.whenTrue, node.whenFalse].some(isLiteral)
    const isList = ts.isCallExpression(node) && /\.join\('(, |; | or | and )'\)$/.test(node.getText())
    if (isPiece || isList)
      found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${node.getText()}`)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

test('words choose whole sentences, and lists go through one helper', () => {
  const files = [...readSources()].filter(
    ([path]) => /^(app|emails)\/.*[/-]words(\.server)?\.ts$/.test(path) && !grammarFiles.includes(path),
  )
  expect(files.length).toBeGreaterThan(150)
  expect(files.flatMap(([path, source]) => piecesIn(path, source))).toEqual([])
})

test('a piece that is chosen within a sentence and a list that is joined by hand are found', () => {
  const planted = [
    "const a = `The task ${isPast ? 'was due' : 'is due'} ${day}.`",
    "const b = `Members at ${domains.join(', ')}`",
    'const c = isPast ? `Was due ${day}.` : `Due ${day}.`',
    'const d = `Owned by ${owner ?? company}`',
  ].join('\n')
  expect(piecesIn('app/planted-words.ts', planted)).toEqual([
    "app/planted-words.ts:1: isPast ? 'was due' : 'is due'",
    "app/planted-words.ts:2: domains.join(', ')",
  ])
})
