/** Whether the day has passed for which a task was promised; one that has such a day is open. */
export const isPromiseBroken = ({ promisedOn, today }: { promisedOn: string; today: string }): boolean =>
  promisedOn < today
