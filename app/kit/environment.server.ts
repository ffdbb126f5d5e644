import { z } from 'zod'

const url = (what: string) => z.url({ protocol: /^https?$/, error: `must be ${what}` })
const postgres = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' })
const bareOrigin = url('the address people open, such as https://plans.example.com')
  .refine((value) => new URL(value).pathname === '/', { error: 'must be an address without a path' })
  .transform((value) => new URL(value).origin)

const schema = z.object({
  DATABASE_URL: postgres,
  RESEND_API_KEY: z.string(),
  APP_URL: bareOrigin,
  LINK_SECRET: z.string().min(32, { error: 'must have at least 32 characters, such as `openssl rand -hex 32` gives' }),
  EMAIL_FROM: z.string().regex(/@/, { error: 'must be an address, such as Firstwin <plans@example.com>' }),
  MIGRATION_DATABASE_URL: postgres.optional(),
  RESEND_BASE_URL: url('the address of Resend’s API').optional(),
  OUTGOING_ALLOW: z
    .string()
    .default('')
    .transform((value) => value.split(/[\s,]+/).filter(Boolean))
    .refine((entries) => entries.every((it) => /^[\w.:-]+(\/\d{1,3})?$/.test(it)), {
      error: 'must be hosts, addresses or networks, such as id.example.internal, 10.0.0.0/8',
    }),
  HOST: z.string().default('0.0.0.0'),
  PORT: z.coerce.number({ error: 'must be a port' }).int().min(0).max(65_535).default(3000),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TRUST_PROXY: z.enum(['yes', 'no'], { error: 'must be yes or no' }).default('no'),
})

export type Environment = {
  /** The app's own role, which owns nothing. */
  databaseUrl: string
  /** The owning role, for the migrator alone. */
  migrationDatabaseUrl: string | undefined
  resendApiKey: string
  /** Resend's own address when undefined. */
  resendBaseUrl: string | undefined
  /** Hosts, addresses and networks that requests to addresses which people typed may reach though they are not public. */
  outgoingAllow: string[]
  /** Origin under which people reach the app, without a slash at the end. */
  appUrl: string
  linkSecret: string
  emailFrom: string
  host: string
  /** 0 takes any free port. */
  port: number
  logLevel: z.infer<typeof schema>['LOG_LEVEL']
  /** Whether `X-Forwarded-For` and `X-Forwarded-Proto` come from a proxy of ours. */
  trustProxy: boolean
}

/** The environment does not hold what the app needs; the message says, variable by variable, what to set. */
export class EnvironmentFault extends Error {
  override name = 'EnvironmentFault'
  missing: string[]
  constructor(missing: string[], faults: string[]) {
    const lines = [...(missing.length ? [`missing: ${missing.join(', ')}`] : []), ...faults]
    super(
      `The environment is not complete.\n${lines.map((line) => `  ${line}`).join('\n')}\nREADME.md says what each variable is for.`,
    )
    this.missing = missing
  }
}

/**
 * Reads the variables of README.md's table. An empty variable counts as missing.
 * @throws EnvironmentFault naming everything that is missing or wrong, never a value.
 */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => ({ name: String(issue.path[0]), message: issue.message }))
    const missing = names.filter(({ name }) => given[name] === undefined).map(({ name }) => name)
    const faults = names
      .filter(({ name }) => given[name] !== undefined)
      .map(({ name, message }) => `${name} ${message}`)
    throw new EnvironmentFault(missing, faults)
  }
  const it = parsed.data
  return {
    databaseUrl: it.DATABASE_URL,
    migrationDatabaseUrl: it.MIGRATION_DATABASE_URL,
    resendApiKey: it.RESEND_API_KEY,
    resendBaseUrl: it.RESEND_BASE_URL,
    outgoingAllow: it.OUTGOING_ALLOW,
    appUrl: it.APP_URL,
    linkSecret: it.LINK_SECRET,
    emailFrom: it.EMAIL_FROM,
    host: it.HOST,
    port: it.PORT,
    logLevel: it.LOG_LEVEL,
    trustProxy: it.TRUST_PROXY === 'yes',
  }
}
