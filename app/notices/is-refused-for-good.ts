/** Answers that stay the same however often the same email is sent: it cannot be read, is too large, or contradicts an earlier one of its key. */
const forGood = [400, 404, 413, 422]

/**
 * Whether the mail service will never take an email as it is. Not so for its limits and faults, and for a key of ours that is wrong or blocked: these are
 * mended without a change of the email.
 */
export const isRefusedForGood = ({ name, statusCode }: { name: string; statusCode: number | null }): boolean =>
  name === 'invalid_idempotent_request' || (statusCode !== null && forGood.includes(statusCode))
