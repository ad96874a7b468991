import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { clock } from '../say.ts'
import { words } from '../words.ts'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'
import { PageAnswer } from './page-answer.tsx'
import { Waiting } from './section.tsx'
import { WayOn } from './way-on.tsx'

export type AnsweredProps<T> = {
  read: UseQueryResult<T>
  /** The heading while it is being read, and when it could not be: the answer is then not known. */
  heading: { reading: string; failed: string }
  path?: ReactNode
  children: (data: T) => ReactNode
}

/** A page that stands on one answer. An old answer stays on the page, and says that it is old. */
export const Answered = <T,>({ read, heading, path, children }: AnsweredProps<T>) => {
  const again = (
    <Button small onPress={() => void read.refetch()}>
      {words.section.again}
    </Button>
  )
  if (read.data !== undefined) {
    return (
      <>
        {read.isError && (
          <Notice tone="warn">
            {words.section.old(clock(new Date(read.dataUpdatedAt)))} {read.error.message} {again}
          </Notice>
        )}
        {children(read.data)}
      </>
    )
  }
  if (read.isError) {
    return (
      <>
        <PageAnswer answer={heading.failed} path={path} />
        <Notice tone="warn">
          {read.error.message} <WayOn cause={read.error} /> {again}
        </Notice>
      </>
    )
  }
  return (
    <>
      <PageAnswer answer={heading.reading} path={path} />
      <Waiting />
    </>
  )
}
