import { pino } from 'pino'
import type { DestinationStream, Logger } from 'pino'
import { systemClock } from './clock.ts'
import { isUuid } from './ids.ts'

export type Log = Logger

type Options = { level: string; destination?: DestinationStream }

/**
 * Structured logs, one JSON object a line, to standard output unless told otherwise. app/server chooses what is
 * logged about a request; this is a second safeguard: it removes fields whose names suggest secrets, and the parts of a
 * database error that quote rows.
 */
export function createLog({ level, destination }: Options): Log {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${systemClock.now().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: secretFields.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '…' },
    serializers: { err: describeError, error: describeError },
  }
  return destination ? pino(options, destination) : pino(options)
}

const secretFields = [
  'authorization',
  'cookie',
  '["set-cookie"]',
  'password',
  'secret',
  'token',
  'apiKey',
  'linkSecret',
  'linkSecretsBefore',
  'databaseUrl',
  'migrationDatabaseUrl',
  'listenDatabaseUrl',
]

/** Message, stack and codes of an error; not `detail`, `query` or `parameters`, which quote what people typed. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) }
  const extra = error as Error & { code?: unknown; constraint?: unknown; table?: unknown }
  return {
    type: error.name,
    message: withoutSecrets(error.message),
    stack: withoutSecrets(error.stack ?? ''),
    code: extra.code,
    constraint: extra.constraint,
    table: extra.table,
    cause: error.cause === undefined ? undefined : describeError(error.cause),
  }
}

/** A path fit for a log: without its query, and without segments that look like a link's secret. */
export function pathForLog(path: string): string {
  const bare = path.split(/[?#]/, 1)[0] ?? ''
  return bare
    .split('/')
    .map((part) =>
      part.length > 24 && !isUuid(part.toLowerCase()) && !/^[\w.-]+\.(js|css|woff2|map)(:\d+){0,2}$/.test(part)
        ? '…'
        : part,
    )
    .join('/')
}

/** Text without passwords in addresses, bearer keys and secrets of links, be it a whole address or its path. */
export const withoutSecrets = (text: string): string =>
  text
    .replace(/(\w+:\/\/[^:/\s]+:)[^@/\s]+@/g, '$1…@')
    .replace(/(bearer\s+)\S+/gi, '$1…')
    .replace(/https?:\/\/[^\s"'<>)]+/g, (address) => {
      const [, origin = '', path = ''] = /^(https?:\/\/[^/?#]+)(.*)$/.exec(address) ?? []
      return `${origin}${pathForLog(path)}`
    })
    .replace(/\/(link|shared|emails)\/[^\s"')]+/gi, '/$1/…')
