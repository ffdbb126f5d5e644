const plain = (name: string) => name.trim().toLocaleLowerCase('en-GB').replace(/\s+/g, ' ')

/** Whether two names, as of people, are the same, whatever their case and spaces. */
export const isSameName = (one: string, other: string): boolean => plain(one) === plain(other)
