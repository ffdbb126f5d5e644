import { labels } from '#app/kit/label-words.ts'
import { pageNames } from '#app/kit/page-name-words.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'

export const milestoneRefusals = {
  staysInStage: 'This milestone ends its stage and can’t be moved to another one.',
  staysLast: 'This milestone has to stay the last one of its stage.',
  afterGone: 'This milestone is no longer in the same stage.',
  isGoal: 'This milestone is a goal of the plan. It can be renamed but not deleted.',
  chooseTasksTo: 'Please choose the milestone that its tasks move to.',
  taskGone: 'A task is no longer in this milestone.',
  selectTasks: 'Please select the tasks for the new milestone.',
  leaveTask: 'Please leave at least one task in this milestone.',
}

export const milestoneFormWords = {
  title: labels.title,
  titleHint: 'A result that both sides can see, for example: signed, ready to test, live.',
  stage: labels.stage,
}

export const editMilestonePageWords = {
  title: pageNames.editMilestone,
  toRead: pageNames.talkAndActivity,
}

export const newMilestoneWords = {
  title: mainPageNames.newMilestone,
}

export const removeMilestoneWords = {
  heading: 'Delete milestone',
  tasksTo: 'Move its tasks to',
  choose: 'Choose a milestone',
  noTasks: 'It has no tasks.',
  remove: 'Delete this milestone',
}

export const splitMilestoneWords = {
  heading: 'Split milestone',
  title: 'Title of the new milestone',
  titleHint: 'It comes before this one, in the same stage.',
  tasks: 'Tasks that move to it',
  split: 'Split',
}
