/** A bucket of an S3-compatible store, for what files hold. Its methods throw `BucketFault`. */
export type FileBucket = {
  put(key: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>
  /** Fails also where there is nothing under that key. */
  get(key: string): Promise<Uint8Array<ArrayBuffer>>
  /** Nothing happens where there is nothing under that key. */
  remove(key: string): Promise<void>
}

/** The store of a bucket could not be reached, or refused. */
export class BucketFault extends Error {
  override name = 'BucketFault'
}
