export const measuringDayPassedWords = 'This day has passed. Please enter today or a later day.'
