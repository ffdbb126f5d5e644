export type KeyFor = (...parts: string[]) => string

/** Idempotency keys for every form of one page load, from the one random key that the server made for it. */
export const formKeys =
  (formKey: string): KeyFor =>
  (...parts) =>
    [formKey, ...parts].join(':')
