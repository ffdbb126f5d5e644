import { labels } from '#app/kit/label-words.ts'
import { milestoneEvidenceLabels } from '#app/plan/core/milestone-evidence-words.ts'
import { resultLabels } from '#app/plan/core/result-words.ts'
import { taskLabels } from '#app/plan/core/task-words.ts'
import { termLabels } from '#app/plan/core/terms-words.ts'
import { formWords } from '#app/ui/form-words.ts'

/** Every text field, by its name, with its label. Hidden fields and choices are not included. */
export const typedLabels: Readonly<Record<string, string>> = {
  account: labels.account,
  announcedTo: termLabels.announcedTo,
  answer: formWords.answer,
  answerHours: labels.answerHours,
  askerName: labels.name,
  atBest: taskLabels.atBest,
  atWorst: taskLabels.atWorst,
  baseline: termLabels.baseline,
  body: labels.comment,
  callsPerQuarter: labels.callsPerQuarter,
  capabilities: labels.capabilities,
  clientId: labels.clientId,
  confirmation: labels.confirmation,
  criticalDate: termLabels.criticalDate,
  criticalReason: termLabels.criticalReason,
  description: taskLabels.description,
  difference: labels.difference,
  domains: labels.domains,
  doneOn: labels.doneOn,
  durationDays: taskLabels.durationDays,
  email: labels.email,
  evidence: milestoneEvidenceLabels.evidence,
  exitEvidence: milestoneEvidenceLabels.exitEvidence,
  headline: labels.headline,
  ifMissed: termLabels.ifMissed,
  issue: labels.issue,
  issuer: labels.issuer,
  jobTitle: labels.jobTitle,
  linkTitle: labels.title,
  measure: termLabels.measure,
  measuredValue: labels.measuredValue,
  name: labels.name,
  notAfter: taskLabels.notAfter,
  notBefore: taskLabels.notBefore,
  note: labels.note,
  ownerName: labels.ownerName,
  passedWithout: labels.passedWithout,
  personName: labels.personName,
  personalLine: labels.personalLine,
  project: termLabels.project,
  promisedOn: taskLabels.promisedOn,
  quoteText: labels.quoteText,
  reason: labels.reason,
  reasons: labels.reasons,
  result: resultLabels.result,
  startedOn: labels.startedOn,
  statement: termLabels.statement,
  target: termLabels.target,
  timeZone: labels.timeZone,
  title: taskLabels.title,
  titles: taskLabels.title,
  unit: termLabels.unit,
  until: labels.until,
  url: labels.webAddress,
  winBy: termLabels.winBy,
}

/** The parts of a row that is repeated, such as days off. */
export const rowLabels: Readonly<Record<string, string>> = {
  why: labels.why,
  from: labels.from,
  to: labels.to,
  date: labels.date,
}
