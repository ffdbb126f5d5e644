export type DatesValues = { criticalDate: string; criticalReason: string; ifMissed: string }
