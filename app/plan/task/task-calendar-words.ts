/** Beside a task on its own page. */
export const taskCalendarWords = { add: 'Add to calendar' }
