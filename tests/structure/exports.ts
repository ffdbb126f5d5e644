import ts from 'typescript'
import { parsedSource } from './parsed-source.ts'

/** What a file exports by name, in its order; its default export is left out. */
export function exportsOf(path: string, text: string): { name: string; isType: boolean }[] {
  const { statements } = parsedSource(path, text)
  return statements.flatMap((statement) => {
    const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined
    const isNamed =
      modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) &&
      !modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)
    if (!isNamed) return []
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name }) => ({ name: name.getText(), isType: false }))
    const isType = ts.isTypeAliasDeclaration(statement)
    const isDeclared = isType || ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)
    return isDeclared && statement.name ? [{ name: statement.name.text, isType }] : []
  })
}
