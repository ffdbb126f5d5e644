import type { Kysely } from 'kysely'
import { afterAll, inject } from 'vitest'
import { createDatabase } from '#db/connection.ts'
import type { DB } from '#db/schema.ts'
import { notingStatements } from './statements.ts'
import { cloneTemplate } from './template.ts'

export type TestDatabase = {
  /** The owning role, which bypasses row-level security: for checks from outside. */
  ownerUrl: string
  /** The app's role. */
  appUrl: string
  /** The same without a pooler, which would not deliver announcements. */
  listenUrl: string
  /** A pool of the app's role. */
  db: Kysely<DB>
  /** A pool of the owning role. */
  ownerDb: Kysely<DB>
}

let opening: Promise<TestDatabase> | undefined

/**
 * This test file's own database, cloned from the migrated template at the first call and dropped after the file's last test.
 * Tests of one file share it: give each its own workspace.
 */
export function testDatabase(): Promise<TestDatabase> {
  return (opening ??= open())
}

/** A further empty database, for tests that need two or that damage theirs; also dropped. */
export async function freshDatabase(): Promise<TestDatabase> {
  return open()
}

const closers: (() => Promise<void>)[] = []

async function open(): Promise<TestDatabase> {
  const clone = await cloneTemplate(inject('templateServer'))
  const [db, ownerDb] = [createDatabase(clone.appUrl).withPlugin(notingStatements), createDatabase(clone.ownerUrl)]
  closers.push(async () => {
    await Promise.all([db.destroy(), ownerDb.destroy()])
    await clone.drop()
  })
  const { ownerUrl, appUrl, listenUrl } = clone
  return { ownerUrl, appUrl, listenUrl, db, ownerDb }
}

/** Registered by the setup file, since hooks can only be registered while a file is being collected. */
export function closeTestDatabases() {
  afterAll(async () => {
    for (const close of closers.splice(0)) await close()
    opening = undefined
  })
}
