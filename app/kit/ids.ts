/** A new random identifier (UUID version 4, RFC 9562), on the server and in the browser. */
export const newId = (): string => crypto.randomUUID()
