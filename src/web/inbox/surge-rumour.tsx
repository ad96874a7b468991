import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { sayRumourEndpoint } from '../../inbox/surge/surge.contract.ts'
import { said } from '../../posting/facts.ts'
import { useAct } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Button } from '../parts/button.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { Select } from '../parts/select.tsx'
import { clock, dayAndClock } from '../say.ts'
import css from './surge.module.css'
import { cut, lineWords, type Rumour, type SurgeNow, surgeWords as w } from './surge-words.ts'

type Of = { id: string; beganAt: string; rumour: Rumour | null }

/** What a person said of a surge, how long our first line took, and the ways to say or change it. */
export const RumourOf = ({ of, now }: { of: Of; now: SurgeNow }) => {
  const [open, setOpen] = useState(false)
  const zone = useZone()
  const takeBack = useAct(sayRumourEndpoint, ['surge'])
  const { rumour } = of
  return (
    <>
      {rumour && (
        <p>
          {w.rumourBy(said(rumour.by), dayAndClock(rumour.at, zone, new Date(now.now)))}{' '}
          {lineWords(rumour, now.now, (at) => clock(at, zone))}{' '}
          {rumour.line && (
            <Link to="/posts/$id" params={{ id: rumour.line.postId }}>
              {w.openLine}
            </Link>
          )}
        </p>
      )}
      {now.may.run && (
        <div className={css.acts}>
          <Button small={rumour !== null} onPress={() => setOpen(true)}>
            {rumour ? w.rumourLine : w.rumourSay}
          </Button>
          {rumour && (
            <Button
              small
              kind="quiet"
              busy={takeBack.isPending}
              onPress={() => takeBack.mutate({ id: of.id, isRumour: false })}
            >
              {w.rumourBack}
            </Button>
          )}
        </div>
      )}
      <ActFailed cause={takeBack.error} />
      {open && <RumourForm of={of} now={now} onClose={() => setOpen(false)} />}
    </>
  )
}

const noPost = 'none'

const RumourForm = ({ of, now, onClose }: { of: Of; now: SurgeNow; onClose: () => void }) => {
  const zone = useZone()
  const [line, setLine] = useState(of.rumour?.line?.postId ?? noPost)
  const say = useAct(sayRumourEndpoint, ['surge'])
  const posts = now.lines.filter((l) => l.at >= of.beganAt)
  const chosen = posts.find((p) => p.postId === line)?.postId ?? null
  return (
    <FormDialog
      onClose={onClose}
      heading={w.rumourHeading}
      act={w.rumourAct}
      send={() => say.send({ id: of.id, isRumour: true, linePostId: chosen })}
    >
      <p>{w.rumourWhy}</p>
      <Select
        label={w.rumourPost}
        value={chosen ?? noPost}
        onChange={setLine}
        options={[
          { id: noPost, name: w.rumourNoPost },
          ...posts.map((p) => ({ id: p.postId, name: `${clock(p.at, zone)} ${cut(p.words)}` })),
        ]}
      />
    </FormDialog>
  )
}
