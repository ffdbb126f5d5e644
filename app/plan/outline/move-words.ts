export const moveWords = { up: 'Move up', down: 'Move down' }
