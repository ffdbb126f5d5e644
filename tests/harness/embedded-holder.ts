import { startEmbeddedPostgres } from '#db/start-embedded-postgres.ts'

/** A process that holds an embedded server, to be killed by a test; prints the owner's address, or why it did not start. */
try {
  const { ownerUrl } = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '' })
  process.send?.({ ownerUrl })
  // The server's channel must not keep this process alive.
  setInterval(() => undefined, 60_000)
} catch (error) {
  process.send?.({ failed: error instanceof Error ? error.message : String(error) }, () => process.exit(1))
}
