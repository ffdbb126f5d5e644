/** A new random identifier (UUID version 4, RFC 9562), on the server and in the browser. */
export const newId = (): string => crypto.randomUUID()

/** The pattern of an identifier, as part of a larger regular expression. */
export const uuidFormat = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

const whole = new RegExp(`^${uuidFormat}$`)

/** Whether a text can be an identifier: anything else is not worth a query. */
export const isUuid = (text: string): boolean => whole.test(text)
