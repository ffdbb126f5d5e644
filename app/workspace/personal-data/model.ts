import { z } from 'zod'
import { requiredId } from '#app/kit/field-schemas.ts'

export const exportPersonInput = z.object({ personId: requiredId() })
