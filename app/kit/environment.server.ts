import { isIP } from 'node:net'
import { z } from 'zod'

const url = (what: string) => z.url({ protocol: /^https?$/, error: `must be ${what}` })
const postgres = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' })
const bareOrigin = url('the address people open, such as https://plans.example.com')
  .refine((value) => new URL(value).pathname === '/', { error: 'must be an address without a path' })
  .transform((value) => new URL(value).origin)

const whole = (most: number, what: string, least = 1) =>
  z.coerce
    .number({ error: `must be a number of ${what}` })
    .int(`must be a number of ${what}`)
    .min(least)
    .max(most)

/** An address, or a network in CIDR notation (RFC 4632, RFC 4291). */
function isNetwork(text: string): boolean {
  const [address = '', length, ...more] = text.split('/')
  const version = isIP(address)
  if (version === 0 || more.length > 0) return false
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= (version === 4 ? 32 : 128))
}

const networks = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((it) => it.trim())
      .filter(Boolean),
  )
  .refine((all) => all.every(isNetwork), {
    error: 'must be addresses or networks with commas between them, such as 10.0.0.0/8, 2001:db8::/32',
  })

/** A host and a port, such as 127.0.0.1:9464 or [::1]:9464. */
const listenAddress = z
  .string()
  .regex(/^(\[[\da-f:]+\]|[^:[\]/\s]+):\d{1,5}$/i, { error: 'must be a host and a port, such as 127.0.0.1:9464' })
  .transform((text) => {
    const colon = text.lastIndexOf(':')
    return { host: text.slice(0, colon).replace(/[[\]]/g, ''), port: Number(text.slice(colon + 1)) }
  })
  .refine(({ port }) => port <= 65_535, { error: 'must be a host and a port, such as 127.0.0.1:9464' })

const schema = z.object({
  DATABASE_URL: postgres,
  RESEND_API_KEY: z.string(),
  APP_URL: bareOrigin,
  LINK_SECRET: z.string().min(32, { error: 'must have at least 32 characters, such as `openssl rand -hex 32` gives' }),
  LINK_SECRET_PREVIOUS: z
    .string()
    .default('')
    .transform((value) => value.split(/[\s,]+/).filter(Boolean))
    .refine((all) => all.length <= 3 && all.every((it) => it.length >= 32), {
      error: 'must be at most three earlier values of LINK_SECRET, with commas between them',
    }),
  EMAIL_FROM: z.string().regex(/@/, { error: 'must be an address, such as Firstwin <plans@example.com>' }),
  MIGRATION_DATABASE_URL: postgres.optional(),
  LISTEN_DATABASE_URL: postgres.optional(),
  RESEND_BASE_URL: url('the address of Resend’s API').optional(),
  REPLY_DOMAIN: z
    .string()
    .regex(/^[a-z\d-]+(\.[a-z\d-]+)+$/i, { error: 'must be a domain, such as reply.example.com' })
    .optional(),
  RESEND_PER_SECOND: whole(1000, 'requests').default(2),
  RESEND_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_[\w+/]{16,}=*$/, { error: 'must be the signing secret of a webhook of Resend, in full' })
    .optional(),
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
  TRUSTED_PROXIES: networks,
  SIGN_IN_LINK_MINUTES: whole(24 * 60, 'minutes').default(15),
  INVITATION_DAYS: whole(365, 'days').default(14),
  SESSION_IDLE_DAYS: whole(365, 'days').default(14),
  SESSION_DAYS: whole(365, 'days').default(30),
  DRAIN_SECONDS: whole(300, 'seconds', 0).default(5),
  WORKER: z.enum(['together', 'apart'], { error: 'must be together or apart' }).default('together'),
  MAX_REQUESTS: whole(100_000, 'requests').default(1000),
  DATABASE_CONNECTIONS: whole(500, 'connections', 3).default(10),
  METRICS_LISTEN: listenAddress.optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: url('the address of a collector, such as http://127.0.0.1:4318').optional(),
  FILE_BUCKET_URL: url('the address of a bucket, such as https://s3.eu-central-1.amazonaws.com/firstwin-files')
    .transform((text) => text.replace(/\/+$/, ''))
    .optional(),
  FILE_BUCKET_REGION: z.string().optional(),
  FILE_BUCKET_KEY: z.string().optional(),
  FILE_BUCKET_SECRET: z.string().optional(),
  CLOCK_SHIFT_MS: z.never({ error: 'sets the clock of tests and is not allowed here; remove it' }).optional(),
})

/** The bucket of files, whose four variables come together or not at all. */
const withBucket = schema.transform((all, { addIssue }) => {
  const { FILE_BUCKET_URL, FILE_BUCKET_REGION, FILE_BUCKET_KEY, FILE_BUCKET_SECRET, ...rest } = all
  const given = { FILE_BUCKET_URL, FILE_BUCKET_REGION, FILE_BUCKET_KEY, FILE_BUCKET_SECRET }
  if (FILE_BUCKET_URL && FILE_BUCKET_REGION && FILE_BUCKET_KEY && FILE_BUCKET_SECRET)
    return {
      ...rest,
      fileBucket: {
        url: FILE_BUCKET_URL,
        region: FILE_BUCKET_REGION,
        accessKeyId: FILE_BUCKET_KEY,
        secretAccessKey: FILE_BUCKET_SECRET,
      },
    }
  const missing = Object.entries(given).filter(([, value]) => value === undefined)
  if (missing.length < Object.keys(given).length)
    for (const [name] of missing) addIssue({ code: 'custom', path: [name], message: 'is needed for a bucket of files' })
  return { ...rest, fileBucket: undefined }
})

export type Environment = {
  /** The app's own role, which owns no tables. */
  databaseUrl: string
  /** The owning role, for the migrator alone. */
  migrationDatabaseUrl: string | undefined
  /** A direct connection to the same database, as the app's role, for LISTEN. */
  listenDatabaseUrl: string
  resendApiKey: string
  /** Resend's own address when undefined. */
  resendBaseUrl: string | undefined
  /** How many emails all processes together hand to Resend within a second. */
  resendPerSecond: number
  /** The domain whose emails Resend receives for us: answers to our emails; none are taken when undefined. */
  replyDomain: string | undefined
  /** What Resend signs its messages with, about emails that arrived or came back; none are taken when undefined. */
  resendWebhookSecret: string | undefined
  /** Hosts, addresses and networks that requests to addresses which people typed may reach though they are not public. */
  outgoingAllow: string[]
  /** Origin under which people reach the app, without a slash at the end. */
  appUrl: string
  linkSecret: string
  /** Earlier values of LINK_SECRET, no longer used for new links. */
  linkSecretsBefore: string[]
  emailFrom: string
  host: string
  /** 0 takes any free port. */
  port: number
  logLevel: z.infer<typeof schema>['LOG_LEVEL']
  /** Addresses and networks of proxies whose `X-Forwarded-For` and `X-Request-Id` are trusted. */
  trustedProxies: string[]
  /** How long a requested link works. */
  signInLinkMinutes: number
  /** How long an invitation works, and the link in any other email. */
  invitationDays: number
  /** A session ends after this long without use. */
  sessionIdleDays: number
  /** A session ends after this long, even if it is used. */
  sessionDays: number
  /** How long a stopping process still answers requests while it reports that it is not ready. */
  drainSeconds: number
  /** Whether the web process runs jobs too, or leaves them to `npm run worker`. */
  worker: 'together' | 'apart'
  /** The most concurrent requests of a process; one more is answered 503. */
  mostRequests: number
  /** Connections for pages, commands and jobs in each process; a few more are kept for limits, jobs, readiness and LISTEN. */
  databaseConnections: number
  /** Where metrics are served; nowhere when undefined. */
  metricsListen: { host: string; port: number } | undefined
  /** The collector that traces are sent to; none when undefined. */
  tracesTo: string | undefined
  /** The bucket of an S3-compatible store for new files; in the database when undefined. Its address has no slash at the end. */
  fileBucket: { url: string; region: string; accessKeyId: string; secretAccessKey: string } | undefined
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
  const parsed = withBucket.safeParse(given)
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
    listenDatabaseUrl: it.LISTEN_DATABASE_URL ?? it.DATABASE_URL,
    resendApiKey: it.RESEND_API_KEY,
    resendBaseUrl: it.RESEND_BASE_URL,
    resendPerSecond: it.RESEND_PER_SECOND,
    replyDomain: it.REPLY_DOMAIN,
    resendWebhookSecret: it.RESEND_WEBHOOK_SECRET,
    outgoingAllow: it.OUTGOING_ALLOW,
    appUrl: it.APP_URL,
    linkSecret: it.LINK_SECRET,
    linkSecretsBefore: it.LINK_SECRET_PREVIOUS,
    emailFrom: it.EMAIL_FROM,
    host: it.HOST,
    port: it.PORT,
    logLevel: it.LOG_LEVEL,
    trustedProxies: it.TRUSTED_PROXIES,
    signInLinkMinutes: it.SIGN_IN_LINK_MINUTES,
    invitationDays: it.INVITATION_DAYS,
    sessionIdleDays: it.SESSION_IDLE_DAYS,
    sessionDays: it.SESSION_DAYS,
    drainSeconds: it.DRAIN_SECONDS,
    worker: it.WORKER,
    mostRequests: it.MAX_REQUESTS,
    databaseConnections: it.DATABASE_CONNECTIONS,
    metricsListen: it.METRICS_LISTEN,
    tracesTo: it.OTEL_EXPORTER_OTLP_ENDPOINT,
    fileBucket: it.fileBucket,
  }
}
