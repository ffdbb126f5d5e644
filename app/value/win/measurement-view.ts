export type MeasurementView = { measured: number; on: string; by: string }
