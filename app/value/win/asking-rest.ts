/** Days after a question about the result before the vendor may ask again. */
export const askingRest = 7
