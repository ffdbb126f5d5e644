/**
 * SQLSTATEs (PostgreSQL, appendix A) of a server that may answer later: connection errors, insufficient resources, a lock, a
 * statement or a transaction that took too long, a deadlock, a server that is stopping or starting, one that is not the primary (25006).
 */
const codes = /^(08\w{3}|25006|25P0[34]|53\w{3}|55P03|57014|57P0[1-5]|40P01|40001)$/
const networkCodes = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']
/** Messages of `pg` about connections that have no code. */
const messages =
  /^(timeout exceeded when trying to connect|timeout expired|Connection terminated|Client has encountered a connection error|Client was closed|Query read timeout)/

/** Whether the database was unavailable, overloaded or locked, so that the same request may succeed in a moment. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code: unknown = 'code' in error ? error.code : undefined
  if (typeof code === 'string' && (codes.test(code) || networkCodes.includes(code))) return true
  return messages.test(error.message) || isUnavailable(error.cause)
}
