import { newId } from '#app/kit/ids.ts'
import { paths } from '#app/kit/paths.ts'
import { defineCommand } from '#app/runner/command.ts'
import { fault } from '#app/runner/refusal.ts'
import { imageTypeOf } from './image-type.ts'
import { largestLogo, setLogoInput } from '../model.ts'

/** How many pictures of a workspace are kept, the present one included. */
const logosKept = 5

/** Shows the vendor by another picture, or by its first letter again. What it is, its first bytes say. */
export const setLogo = defineCommand({
  name: 'set-logo',
  scope: 'workspace',
  input: setLogoInput,
  async run({ trx, workspaceId, row, input, now, record }) {
    if (!input.image && !row.logo) return { logo: null }
    const bytes = input.image ? Buffer.from(input.image, 'base64') : null
    const contentType = bytes && imageTypeOf(bytes)
    if (bytes && !contentType) throw fault('logo', 'This is not a PNG, JPEG or WebP picture.')
    if (bytes && bytes.length > largestLogo) throw fault('logo', 'This picture is larger than 200 kB.')
    // Emails that were sent show the picture that the workspace had then.
    const newest = trx
      .selectFrom('logo')
      .select('id')
      .where('workspaceId', '=', workspaceId)
      .orderBy('createdAt', 'desc')
      .limit(logosKept - 1)
    await trx.deleteFrom('logo').where('workspaceId', '=', workspaceId).where('id', 'not in', newest).execute()
    let logo: string | null = null
    if (bytes && contentType) {
      const id = newId()
      await trx.insertInto('logo').values({ workspaceId, id, contentType, bytes, createdAt: now }).execute()
      logo = paths.logo(`${workspaceId}.${id}`)
    }
    await trx.updateTable('workspace').set({ logo }).where('workspaceId', '=', workspaceId).execute()
    await record({
      event: 'logo changed',
      subjectId: workspaceId,
      subject: row.name,
      changes: { logo: { before: row.logo, after: logo } },
    })
    return { logo }
  },
})
