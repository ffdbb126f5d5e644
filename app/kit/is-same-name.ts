const plain = (name: string) => name.trim().toLocaleLowerCase('en-GB').replace(/\s+/g, ' ')

/** Whether two people go by the same name, whatever its case and spaces. */
export const isSameName = (one: string, other: string): boolean => plain(one) === plain(other)
