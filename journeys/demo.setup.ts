import type { TestProject } from 'vitest/node'
import { openCounter } from './counter.testbed.ts'

/** Lets the program play the demo's year once a run, by its own first start, and closes it: journeys begin with a copy of its folder. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const counter = await openCounter()
  await counter.close()
  project.provide('played', counter.folder)
  return () => counter.stop()
}
