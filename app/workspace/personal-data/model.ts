import { z } from 'zod'
import { id } from '#app/kit/fields.ts'

export const exportPersonInput = z.object({ personId: id() })
