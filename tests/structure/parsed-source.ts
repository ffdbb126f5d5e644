import ts from 'typescript'

const parsed = new Map<string, ts.SourceFile>()

/** A file as TypeScript reads it, with parents; of a path's latest text it is kept, since most rules read every file. */
export function parsedSource(path: string, text: string): ts.SourceFile {
  const kept = parsed.get(path)
  if (kept?.text === text) return kept
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  parsed.set(path, source)
  return source
}
