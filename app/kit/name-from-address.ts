/** A name to start with, from an address: "ana.lind@…" is "Ana Lind". */
export const nameFromAddress = (email: string): string =>
  (email.split('@', 1)[0] ?? email)
    .split(/[._-]+/)
    .filter(Boolean)
    .map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}`)
    .join(' ') || email.slice(0, email.indexOf('@'))
