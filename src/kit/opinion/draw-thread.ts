// The thread that draws one huge map and ends.
import { parentPort, workerData } from 'node:worker_threads'
import { opinionMap } from '#kit/opinion/map.ts'
import type { VoteTable } from '#kit/opinion/votes.ts'

const table: VoteTable = workerData
parentPort?.postMessage(opinionMap(table))
