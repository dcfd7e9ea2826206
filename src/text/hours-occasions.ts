// What is told of hours: lines of `occasionText`.

/** By occasion, Chinese first. */
export const hoursOccasions = {
  'hours.approve': ['您的服务时长审核过了', 'Your hours were approved'],
  'hours.refuse': ['您记的一次服务退回来了，请改一改', 'A serving that you wrote down came back: please mend it'],
  'hours.askCorrection': ['有人申请更正服务时长，请您看一看', 'Somebody asks for a correction of hours: please look'],
  'hours.answerCorrection.granted': ['您的服务时长更正了', 'Your hours were corrected'],
  'hours.answerCorrection.refused': ['您申请更正服务时长，有答复了', 'Your request about your hours was answered'],
} as const
