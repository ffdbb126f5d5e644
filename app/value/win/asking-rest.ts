/** Days after a question about the result before the vendor may ask again. */
export const askingRest = 7

/** Days after a withdrawn confirmation before the result is looked at again, where the champion names no day. */
export const lookAgainAfter = 14
