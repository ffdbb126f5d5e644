import { day } from '#app/kit/durations.ts'

/**
 * Unsaved text, kept in this browser by person and form. Storage may be missing, full or blocked (a private window, blocked
 * cookies); then nothing is kept and nothing breaks.
 */
export type Draft = {
  /** When something was typed last, in UTC. */
  at: string
  /** The fields that differ from what the page came with, by name; fields of one name in their order. */
  values: Readonly<Record<string, readonly string[]>>
  /** What its writer saw when the page was opened, for the fields that are compared on the server. */
  seen: Readonly<Record<string, string | string[]>>
}

const prefix = 'firstwin-draft:'
/** Days after which a draft is deleted. */
const keptDays = 30
/** The most characters of one draft: several times the longest form. */
const mostCharacters = 200_000

/** The name under which a form's draft is kept. @param ids what tells forms of one intent on one page apart */
export const draftName = (person: string, path: string, intent: string, ids: readonly string[]): string =>
  prefix + [person, path, intent, ...ids].join(' ')

/** @returns null where there is none, where it cannot be read, and where the browser keeps nothing */
export function readDraft(name: string): Draft | null {
  try {
    const draft: unknown = JSON.parse(localStorage.getItem(name) ?? 'null')
    return isDraft(draft) ? draft : null
  } catch {
    return null
  }
}

/** Keeps a draft in this browser; silently not, where it is too long, the storage is full, or drafts have ended. */
export function writeDraft(name: string, draft: Draft) {
  const text = JSON.stringify(draft)
  if (isEnded || text.length > mostCharacters) return
  try {
    localStorage.setItem(name, text)
  } catch {
    // Storage is full or missing: the page works without drafts.
  }
}

/** Never throws: without storage there is no draft. */
export function removeDraft(name: string) {
  try {
    localStorage.removeItem(name)
  } catch {
    // Then there is no draft.
  }
}

/** Removes drafts that are of someone else than `person`, or too old. */
export function sweepDrafts(person: string, now: Date) {
  const oldest = new Date(now.getTime() - keptDays * day).toISOString()
  for (const name of draftNames()) {
    const draft = readDraft(name)
    if (!name.startsWith(`${prefix}${person} `) || !draft || draft.at < oldest) removeDraft(name)
  }
}

let isEnded = false

/** Removes every draft in this browser; the current page keeps no further drafts. */
export function endDrafts() {
  isEnded = true
  draftNames().forEach(removeDraft)
}

function draftNames(): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(prefix))
  } catch {
    return []
  }
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false
  return 'at' in value && typeof value.at === 'string' && 'values' in value && 'seen' in value
}

/** Drafts whose form was sent, by its idempotency key, until it is known whether it was taken. */
const underWay = new Map<string, { name: string; onTaken: () => void }>()

/** A form is under way; its draft stays until `noteTaken`. @param name of the draft */
export const noteSent = (idempotencyKey: string, name: string, onTaken: () => void = () => undefined) =>
  void underWay.set(idempotencyKey, { name, onTaken })

/** The form was saved, or a choice that resolved its conflict; that key starts with the form's. */
export function noteTaken(idempotencyKey: string) {
  for (const [key, { name, onTaken }] of underWay)
    if (idempotencyKey === key || idempotencyKey.startsWith(`${key}:`) || idempotencyKey.startsWith(`${key}.`)) {
      removeDraft(name)
      onTaken()
      underWay.delete(key)
    }
}
