import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { type KyselyPlugin, PostgresQueryCompiler } from 'kysely'
import { loadModule } from 'libpg-query'
import { afterAll, expect, inject } from 'vitest'
import { faultsOfStatement } from '#tests/structure/statement-rules.ts'

const compiler = new PostgresQueryCompiler()
const projectDir = resolve(import.meta.dirname, '../..')
/** The folders of the product's own code, its bundle included. */
const ours = ['app', 'db', 'build'].map((room) => join(projectDir, room) + sep)
const tests = join(projectDir, 'tests') + sep

/** The product's statements that this test file ran and no file before it did. */
const fresh = new Set<string>()

/** Records the product's statements, not those of the tests. */
export const notingStatements: KyselyPlugin = {
  transformQuery({ node, queryId }) {
    if (isOfProduct()) fresh.add(compiler.compileQuery(node, queryId).sql)
    return node
  },
  transformResult: ({ result }) => Promise.resolve(result),
}

/** Whether the calling code, the first stack frame below the libraries, is the product's. */
function isOfProduct(): boolean {
  const { prepareStackTrace, stackTraceLimit } = Error
  Error.stackTraceLimit = 40
  let files: string[] = []
  Error.prepareStackTrace = (_error, sites) => void (files = sites.map((site) => site.getFileName() ?? ''))
  // Reading the stack is what calls the function above.
  void new Error().stack
  Object.assign(Error, { prepareStackTrace, stackTraceLimit })
  const asking = files.find(
    (file) => file !== import.meta.filename && [...ours, tests].some((room) => file.startsWith(room)),
  )
  return asking !== undefined && !asking.startsWith(tests)
}

/** The same statement with more or fewer rows and values is one. */
const shapeOf = (text: string) => text.replace(/\$\d+/g, '$').replace(/(\(\$(?:, \$)*\)|\$)(?:, \1)+/g, '$1')

/** Whether no other file of this run has taken it yet. */
function isFirst(text: string): boolean {
  const name = createHash('sha256').update(shapeOf(text)).digest('hex')
  try {
    writeFileSync(join(inject('statementsDir'), name), '', { flag: 'wx' })
    return true
  } catch {
    return false
  }
}

/** Registered by the setup file: after its tests, a file fails if the product ran a statement that breaks a rule. */
export function holdStatements() {
  afterAll(async () => {
    await loadModule()
    const ran = [...fresh]
    fresh.clear()
    const broken = ran.filter(isFirst).flatMap((text) => faultsOfStatement(text).map((fault) => ({ fault, text })))
    expect(
      broken,
      'statements of the product that rows could not be spread with (tests/structure/statement-rules.ts)',
    ).toEqual([])
  })
}
