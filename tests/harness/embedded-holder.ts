import { startEmbeddedPostgres } from '#db/embedded.ts'

/** A process that holds an embedded server, to be killed by a test; prints the owner's address, or what kept it from starting. */
try {
  const { ownerUrl } = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '' })
  process.send?.({ ownerUrl })
  // The server's own channel does not keep its starter alive.
  setInterval(() => undefined, 60_000)
} catch (error) {
  process.send?.({ failed: error instanceof Error ? error.message : String(error) }, () => process.exit(1))
}
