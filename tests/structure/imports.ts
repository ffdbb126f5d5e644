import ts from 'typescript'
import { parsedSource } from './parsed-source.ts'

/** `specifier`: as the file writes it. */
export type Import = { from: string; to: string; specifier: string; typeOnly: boolean }

const aliases: Record<string, string> = { '#app/': 'app/', '#db/': 'db/', '#emails/': 'emails/', '#tests/': 'tests/' }

/** Every import of a file of ours, static or not, by paths from the project's root; packages are left out. */
export const importsOf = (path: string, text: string): Import[] =>
  specifiersOf(path, text).flatMap(({ specifier, typeOnly }) => {
    const to = resolve(path, specifier)
    return to ? [{ from: path, to, specifier, typeOnly }] : []
  })

/** What a file takes from packages when it runs: `node:` modules, types, and files that the builder copies are left out. */
export const packagesOf = (path: string, text: string): string[] =>
  specifiersOf(path, text)
    .filter(({ specifier, typeOnly }) => !typeOnly && !/^[.#]|^node:|\?url$/.test(specifier))
    .map(({ specifier }) => /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier)

function specifiersOf(path: string, text: string): { specifier: string; typeOnly: boolean }[] {
  const source = parsedSource(path, text)
  const found: { specifier: string; typeOnly: boolean }[] = []
  const add = (expression: ts.Expression | undefined, typeOnly: boolean) => {
    if (expression && ts.isStringLiteralLike(expression)) found.push({ specifier: expression.text, typeOnly })
  }
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node))
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function isTypeOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false
  if (importClause.isTypeOnly) return true
  const named = importClause.namedBindings
  return (
    !importClause.name && !!named && ts.isNamedImports(named) && named.elements.every((element) => element.isTypeOnly)
  )
}

function resolve(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return new URL(specifier, `file:///${from}`).pathname.slice(1)
  const alias = Object.keys(aliases).find((it) => specifier.startsWith(it))
  return alias && `${aliases[alias]}${specifier.slice(alias.length)}`
}

/** Whether a file only re-exports from other files. */
export function isBarrel(path: string, text: string): boolean {
  const { statements } = parsedSource(path, text)
  return (
    statements.length > 0 &&
    statements.every((it) => (ts.isExportDeclaration(it) && it.moduleSpecifier) || ts.isImportDeclaration(it)) &&
    statements.some((it) => ts.isExportDeclaration(it))
  )
}
