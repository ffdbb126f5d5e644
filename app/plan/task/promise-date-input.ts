import { z } from 'zod'
import * as fields from '#app/kit/field-schemas.ts'

export const promiseDateInput = z.object({ taskId: fields.requiredId(), promisedOn: fields.isoDate() })
