import { z } from 'zod'

/** What a suite's own report says. A failed test has its file, its whole title and the first lines of its message. */
export type Count = { passed: number; failed: number; skipped: number; failedTests?: string[] }

const messageLines = 6

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
})

export function countVitest(report: string): Count {
  const it = vitestReport.parse(JSON.parse(report))
  // A file that cannot be loaded has no tests to fail.
  const broken = it.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const failedTests = it.testResults.flatMap((file) =>
    file.assertionResults
      .filter(({ status }) => status === 'failed')
      .map((test) => failedTest(file.name, test.fullName, test.failureMessages?.[0])),
  )
  return {
    passed: it.numPassedTests,
    failed: it.numFailedTests + broken.length,
    skipped: it.numPendingTests + it.numTodoTests,
    failedTests: [...failedTests, ...broken.map((file) => failedTest(file.name, 'could not be loaded', file.message))],
  }
}

const spec = z.object({
  file: z.string(),
  title: z.string(),
  ok: z.boolean(),
  tests: z.array(
    z.object({ results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })) }),
  ),
})
type Spec = z.infer<typeof spec>
type PlaywrightSuite = { specs: Spec[]; suites?: PlaywrightSuite[] | undefined }
const playwrightSuite: z.ZodType<PlaywrightSuite> = z.object({
  specs: z.array(spec),
  suites: z.lazy(() => z.array(playwrightSuite)).optional(),
})
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.object({ message: z.string().optional() })),
  suites: z.array(playwrightSuite),
})

export function countPlaywright(report: string): Count {
  const { stats, errors, suites } = playwrightReport.parse(JSON.parse(report))
  const failed = suites.flatMap(specsOf).filter(({ ok }) => !ok)
  const messageOf = ({ tests }: Spec) => tests.flatMap(({ results }) => results).find(({ error }) => error)?.error
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    failedTests: [
      ...failed.map((one) => failedTest(one.file, one.title, messageOf(one)?.message)),
      ...errors.map(({ message }) => failedTest('playwright', 'an error outside of the tests', message)),
    ],
  }
}

const specsOf = ({ specs, suites = [] }: PlaywrightSuite): Spec[] => [...specs, ...suites.flatMap(specsOf)]

function failedTest(file: string, title: string, message = ''): string {
  // eslint-disable-next-line no-control-regex -- The colours of a terminal.
  const plain = message.replaceAll(/\u001B\[[\d;]*m/g, '')
  const lines = plain.split('\n').filter((line) => line.trim() !== '')
  return [`${file} › ${title}`, ...lines.slice(0, messageLines)].join('\n    ')
}
