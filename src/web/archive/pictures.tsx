import { useState } from 'react'
import type { z } from 'zod'
import { archivedPicture, archivedPictures } from '../../archive/preview/preview.contract.ts'
import { addressWith, useRead } from '../call.ts'
import { Button } from '../parts/button.tsx'
import { Section } from '../parts/section.tsx'
import { shortDay } from '../say.ts'
import css from './archive.module.css'
import { pictureWords as w } from './archive-words.ts'

type Picture = z.output<typeof archivedPictures.output>['pictures'][number]

const Shown = ({ picture, zone }: { picture: Picture; zone: string }) => {
  const { id, alt, words, saidAt, width, height } = picture
  return (
    <figure>
      <img
        src={addressWith(archivedPicture, { id })}
        alt={alt || w.ofPost(words)}
        width={width}
        height={height}
        loading="lazy"
      />
      <figcaption className="small">
        <span className="second">{shortDay(saidAt, zone, new Date())}</span>
        <span className={alt ? undefined : 'second'}>{alt || (alt === null ? w.altUntold : w.noAlt)}</span>
      </figcaption>
    </figure>
  )
}

/** What an account published besides words, the newest first. Nothing where the archive holds no picture of it. */
export const Pictures = ({ account, zone }: { account: string; zone: string }) => {
  const [before, setBefore] = useState<string | undefined>(undefined)
  const { data } = useRead(archivedPictures, { account, before })
  if (!data || (data.pictures.length === 0 && before === undefined)) return null
  return (
    <Section heading={w.heading} note={w.note}>
      <div className={css.pictures}>
        {data.pictures.map((picture) => (
          <Shown key={picture.id} picture={picture} zone={zone} />
        ))}
      </div>
      <div className="row">
        {before !== undefined && <Button onPress={() => setBefore(undefined)}>{w.newest}</Button>}
        {data.more && <Button onPress={() => setBefore(data.pictures.at(-1)?.id)}>{w.older}</Button>}
      </div>
    </Section>
  )
}
