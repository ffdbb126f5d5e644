/**
 * SQLSTATEs (PostgreSQL, appendix A) of a server that cannot do now what it could do later: connection faults, too little left,
 * a lock or a statement that took too long, a deadlock, a server that stops or starts.
 */
const codes = /^(08\w{3}|53\w{3}|55P03|57014|57P0[1-5]|40P01|40001)$/
const networkCodes = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']
/** What `pg` says of connections without a code of its own. */
const messages =
  /^(timeout exceeded when trying to connect|timeout expired|Connection terminated|Client has encountered a connection error|Client was closed|Query read timeout)/

/** Whether the database was away, overloaded or held by others, so that the same may work in a moment. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code: unknown = 'code' in error ? error.code : undefined
  if (typeof code === 'string' && (codes.test(code) || networkCodes.includes(code))) return true
  return messages.test(error.message) || isUnavailable(error.cause)
}
