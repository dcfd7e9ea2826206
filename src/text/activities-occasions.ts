// What is told of activities: lines of `occasionText`.

/** By occasion, Chinese first. */
export const activityOccasions = {
  'activities.move': ['您报名的活动改时间了，点进去看还来不来', 'An activity you signed up for was moved: see whether you can still come'],
  'activities.callOff': ['您报名的活动取消了', 'An activity you signed up for was called off'],
  'activities.moveUp': ['有空位了，您递补上了', 'A place is free, and it is yours'],
  'activities.remind.tomorrow': ['明天有您报名的活动', 'Tomorrow is the activity you signed up for'],
  'activities.remind.short': ['活动快到了，岗位还缺人', 'The activity is near and people are still missing'],
  'activities.remind.close': ['活动办完了，请收尾，大家的服务时间才能算', 'The activity is over: please close it, so that people’s hours can count'],
  'activities.openPatrol': ['暴雨巡查开始了，能去的请报名', 'A storm patrol begins: sign up if you can go'],
  'activities.openPatrol.orange': ['橙色预警，暴雨巡查开始了，能去的马上报名', 'Orange warning: a storm patrol begins; sign up at once if you can go'],
  'activities.checkPoint.problem': ['暴雨巡查发现隐患', 'The storm patrol found a hazard'],
  'activities.checkPoint.held': ['巡查发现的隐患，里面的话等您看一眼', 'A hazard found on patrol: its words wait for your look'],
} as const
