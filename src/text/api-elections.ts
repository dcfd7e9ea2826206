// What a field of the API means in elections of owners' committees.
import { phrases } from '#kit/phrase.ts'

export const apiElectionText = phrases({
  estates: ['各小区', 'The estates'],
  seats: ['业委会现有几位委员，0 是还没有，由居委会代办', 'How many members the committee has; 0 where there is none and the residents’ committee acts'],
  elections: ['选举，新的在前', 'Its elections, the newest first'],
  kind: ['成立、换届、补选', 'The first committee, a change of term, or a by-election'],
  stage: ['到哪一阶段', 'How far it is'],
  estate: ['小区', 'The estate'],
  steps: ['每一步', 'Each step'],
  state: ['办好了、正在办、还没到', 'Done, going on, or to come'],
  step: ['哪一步', 'Which step'],
  by: ['最迟哪天', 'By when'],
  source: ['哪一条规定的', 'By which article'],
  missing: ['还缺什么', 'What is missing'],
  decision: ['哪一场业主表决', 'Which vote of the owners'],
  termEnds: ['任期到哪天', 'The last day of the term'],
  coverage: ['每幢楼联系上几户', 'How many homes of each building were reached'],
  building: ['哪幢楼', 'The building'],
  homes: ['几户', 'How many homes'],
  reached: ['联系上几户', 'How many were reached'],
})
