import { possessive } from '#app/ui/name-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'

export const resultRefusals = {
  isDone: 'This task is done. Mark it not done before you ask for a result.',
  chooseApprover: 'Please choose who has to approve it.',
  notAsked: 'This task does not ask for this kind of result.',
  noAddress: 'Please enter a web address that starts with https:// or http://.',
  enterOne: 'Please enter the result.',
  enterReason: 'Please say what is missing.',
  onlyApprover: 'Only the person who was asked can approve this task.',
  doneAlready: 'This task is done. Use “Send back” to reopen it.',
}

/** The form that says what a task asks for. */
export const askResultWords = {
  heading: 'Ask for a result',
  nothing: 'Nothing',
  noApprover: 'No one',
  hint: 'The task can’t be marked done without it. If you change this later, the result given before is removed.',
  approverHint: 'Only for an approval. This person can approve the task or send it back with a reason.',
}

/** The result on the page of a task. */
export const taskResultWords = {
  heading: 'Result',
  link: 'Link',
  sentence: 'Sentence',
  hint: 'The task can be marked done once this is saved.',
  addFile: buttonWords.addFile,
  ask: (approver: string): string => `Ask for ${possessive(approver)} approval`,
  asked: (approver: string): string => `${approver} has been asked and will be notified in the next daily email.`,
  yours: 'Your approval is needed.',
  approve: 'Approve',
  sendBack: buttonWords.sendBack,
  reason: 'What is missing',
  give: 'Save result',
}
