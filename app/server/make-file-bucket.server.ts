import { AwsClient } from 'aws4fetch'
import type { Environment } from '#app/kit/environment.server.ts'
import { BucketFault, type FileBucket } from '#app/kit/file-bucket.ts'

/** Milliseconds for one piece of a file, tries after a failure included. */
const patience = 20_000

/**
 * The bucket that the environment names; null where files lie in the database. Requests are signed with AWS Signature Version 4
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html); one that fails with 5xx or 429 is sent again twice.
 */
export function makeFileBucket({ fileBucket }: Pick<Environment, 'fileBucket'>): FileBucket | null {
  if (!fileBucket) return null
  const { url, ...access } = fileBucket
  const client = new AwsClient({ ...access, service: 's3', retries: 2 })
  const send = async (method: 'PUT' | 'GET' | 'DELETE', key: string, body?: Uint8Array<ArrayBuffer>) => {
    const sent = { method, signal: AbortSignal.timeout(patience), redirect: 'error', ...(body && { body }) } as const
    try {
      const answer = await client.fetch(`${url}/${key}`, sent)
      if (answer.ok) return new Uint8Array(await answer.arrayBuffer())
      await answer.body?.cancel()
      // Of an object that is not there some stores say so, others nothing.
      if (method === 'DELETE' && answer.status === 404) return new Uint8Array()
      throw new BucketFault(`The bucket of files answered ${method} with ${answer.status}`)
    } catch (error) {
      if (error instanceof BucketFault) throw error
      throw new BucketFault(`The bucket of files did not answer ${method}`, { cause: error })
    }
  }
  return {
    async put(key, bytes) {
      await send('PUT', key, bytes)
    },
    get: (key) => send('GET', key),
    async remove(key) {
      await send('DELETE', key)
    },
  }
}
