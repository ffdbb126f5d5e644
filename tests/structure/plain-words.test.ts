import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { parsedSource } from './parsed-source.ts'

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
  [/\bby a link\b/i, 'with a link'],
  [/\bthe own\b/i, 'its own, their own'],
  [/\btaken? away\b/i, 'removed'],
  [/\bsign in in\b/i, 'open another tab, sign in there'],
]

type Text = { path: string; line: number; text: string }

/** What people read: strings, templates and JSX text; not comments, names or imports. */
function textsOf(path: string, source: string): Text[] {
  const file = parsedSource(path, source)
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

test('pages, emails and errors use plain business words', () => {
  const texts = paths.flatMap((path) => textsOf(path, readFileSync(path, 'utf8')))
  expect(texts.length).toBeGreaterThan(1_000)
  expect(faultsIn(texts)).toEqual([])
})

/** Words in JSX or in a template: an email's component has none, so that its texts can be translated as whole sentences. */
function wordsIn(path: string, source: string): string[] {
  const file = parsedSource(path, source)
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

test('a literary word is found in strings, templates and JSX, and not in comments', () => {
  const planted =
    'const a = `3 days to ${b} spare`; const c = <p>For whom it is</p> // whoever\nconst d = "6 days to spare"'
  expect(faultsIn(textsOf('app/planted.tsx', planted)).map((fault) => fault.split(' (')[0])).toEqual([
    'app/planted.tsx:1: “For whom it is”',
    'app/planted.tsx:2: “6 days to spare”',
  ])
})

/** What no comment, title of a test or README says either: they are read as English, too. */
const oldWords =
  /(?<![\w'-])(nobody|somebody|everybody|anybody|who(ever|m)|lest|anew|reckon|(for|to) who|any more(?! than)|(told|tells?|hears?|heard) of|(?<!(each|some|none|all|one|second|choice) )of which|the other way round)(?![\w'(-])/i

/** Comments and the titles of tests. */
function notesIn(path: string, source: string): string[] {
  const file = parsedSource(path, source)
  const comments = new Map<number, string>()
  const titles: string[] = []
  const add = (ranges: readonly ts.CommentRange[] | undefined) =>
    ranges?.forEach(({ pos, end }) => comments.set(pos, source.slice(pos, end)))
  const visit = (node: ts.Node): void => {
    if (!ts.isJsxText(node)) add(ts.getLeadingCommentRanges(source, node.getFullStart()))
    add(ts.getTrailingCommentRanges(source, node.getEnd()))
    const title = ts.isCallExpression(node) ? node.arguments[0] : undefined
    if (ts.isCallExpression(node) && title && ts.isStringLiteralLike(title) && isTest(node.expression))
      titles.push(title.text)
    node.getChildren().forEach(visit)
  }
  visit(file)
  return [...comments.values(), ...titles]
}

/** `test`, `it` or `describe`, also with `.each` and the like. */
function isTest(node: ts.Expression): boolean {
  if (ts.isIdentifier(node)) return ['test', 'it', 'describe'].includes(node.text)
  if (ts.isTaggedTemplateExpression(node)) return isTest(node.tag)
  return (ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)) && isTest(node.expression)
}

/** The lines with an old word; what stands in backticks is code. */
function oldWordsIn(path: string, source: string): string[] {
  if (!oldWords.test(source)) return []
  return (path.endsWith('.md') ? [source] : notesIn(path, source))
    .flatMap((note) => note.split('\n'))
    .filter((line) => oldWords.test(line.replace(/`[^`]*`/g, '')))
    .map((line) => `${path}: ${line.trim()}`)
}

test('comments, titles of tests and READMEs use plain words', () => {
  const read = execFileSync('git', ['ls-files'], { encoding: 'utf8' })
    .split('\n')
    .filter((path) => /\.(tsx?|md)$/.test(path) && !path.startsWith('db/migrations/') && existsSync(path))
    .filter((path) => path !== 'tests/structure/plain-words.test.ts')
  expect(read.length).toBeGreaterThan(1_000)
  expect(read.flatMap((path) => oldWordsIn(path, readFileSync(path, 'utf8')))).toEqual([])
  const planted =
    "// Nobody reads `anybody` {\nconst a = 'nobody' /* as lest */\ntest.each([1])('lets somebody in', () => {})\n// a day of which each of which\n"
  expect(oldWordsIn('app/planted.test.ts', planted)).toEqual([
    'app/planted.test.ts: // Nobody reads `anybody` {',
    'app/planted.test.ts: /* as lest */',
    'app/planted.test.ts: // a day of which each of which',
    'app/planted.test.ts: lets somebody in',
  ])
  expect(
    oldWordsIn(
      'app/README.md',
      'All is read.\nWhoever reads `somebody()`.\nFor whom is it?\nThey hear of it, some of which is new.',
    ),
  ).toEqual([
    'app/README.md: Whoever reads `somebody()`.',
    'app/README.md: For whom is it?',
    'app/README.md: They hear of it, some of which is new.',
  ])
})
