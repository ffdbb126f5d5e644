import { readFileSync, readdirSync } from 'node:fs'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { parsedSource } from './parsed-source.ts'

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`)

function nodesOf(path: string, text = readFileSync(path, 'utf8')): ts.Node[] {
  const nodes: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    nodes.push(node)
    ts.forEachChild(node, visit)
  }
  visit(parsedSource(path, text))
  return nodes
}

/** A program's texts: strings, templates and JSX text, without comments. */
const textsOf = (nodes: readonly ts.Node[]): string[] =>
  nodes.flatMap((node) =>
    ts.isStringLiteralLike(node) ||
    ts.isJsxText(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddleOrTemplateTail(node)
      ? [node.text]
      : [],
  )

/** People and companies of the sample: full names of people, the first word of a company, the first part of a domain. */
function demoNames(): string[] {
  const said = files('app/demo/sample')
    .flatMap((path) => nodesOf(path))
    .flatMap((node) =>
      ts.isPropertyAssignment(node) && ts.isStringLiteralLike(node.initializer)
        ? [[node.name.getText(), node.initializer.text] as const]
        : [],
    )
  const of = (key: string) => said.flatMap(([name, text]) => (name === key ? [text] : []))
  const people = of('name').filter((name) => /^\p{Lu}\S+ (?:\p{L}+ )*\p{Lu}/u.test(name))
  const companies = ['Brightline', ...of('account')].map((name) => name.split(' ')[0] ?? '')
  return [...people, ...companies, ...of('domain').map((domain) => domain.split('.')[0] ?? '')]
}

const names = demoNames()
const anyName = new RegExp(`(?<!\\p{L})(?:${names.join('|')})(?!\\p{L})`, 'giu')

/** The names in a program's texts; most files hold none and need not be parsed. */
function namesIn(path: string, text = readFileSync(path, 'utf8')): string[] {
  if (text.search(anyName) < 0) return []
  return textsOf(nodesOf(path, text)).flatMap((said) => said.match(anyName) ?? [])
}

it('knows the people and companies of the sample', () => {
  expect(names).toEqual(expect.arrayContaining(['Halden', 'Brightline', 'Priya Raman', 'haldenfoods']))
  expect(names.length).toBeGreaterThan(40)
  expect(namesIn('planted.tsx', 'export const Hint = () => <p>Such as: Halden’s legal</p>')).toEqual(['Halden'])
  expect(namesIn('planted.ts', 'const to = `ask ${who} or Priya Raman`')).toEqual(['Priya Raman'])
  expect(namesIn('planted.ts', '/** As Halden Foods does. */ const plain = 1')).toEqual([])
})

it('says no name of the sample outside the demo', () => {
  const production = [...files('app'), ...files('emails')].filter((path) => !path.startsWith('app/demo/'))
  expect(production.length).toBeGreaterThan(300)
  expect(production.flatMap((path) => namesIn(path).map((name) => `${path}: ${name}`))).toEqual([])
})
