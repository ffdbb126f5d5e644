import { create } from 'content-disposition'

/** What each kind of file is called in an answer. */
const contentTypes = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** A file to save, which no one between keeps. @param name without its ending */
export const fileAnswer = (body: string | Buffer, name: string, kind: keyof typeof contentTypes): Response =>
  new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: {
      'Content-Type': contentTypes[kind],
      'Content-Disposition': create(`${name}.${kind}`),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
