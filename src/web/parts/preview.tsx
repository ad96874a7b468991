import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'
import { words } from '../words.ts'
import { Icon } from './icon.tsx'
import { NetworkMark } from './network-mark.tsx'
import css from './preview.module.css'

export type PreviewPost = {
  id: string
  lang: string
  /** As it will read there, signature and all. */
  words: ReactNode
  pictures: readonly { src: string; alt: string }[]
  when: ReactNode
  count?: ReactNode
}

export type PreviewProps = {
  places: readonly {
    id: string
    network: { mark: string; name: string }
    name: string
    handle: string
    /** Address of the account's picture; a shield stands in its place. */
    face?: string | null
    /** "Two posts, Welsh first, one minute apart." */
    note?: ReactNode
    posts: readonly PreviewPost[]
  }[]
}

const Post = ({ post, place }: { post: PreviewPost; place: PreviewProps['places'][number] }) => (
  <article className={css.post}>
    <div className={css.who}>
      <span className={css.face} aria-hidden="true">
        {place.face ? <img src={place.face} alt="" /> : <Icon name="shield" size={18} />}
      </span>
      <div>
        <b>{place.name}</b>
        <span className={`mono ${css.handle}`}>{place.handle}</span>
      </div>
    </div>
    <p className={css.words} lang={post.lang}>
      {post.words}
    </p>
    {post.pictures.length > 0 && (
      <div className={css.pictures}>
        {post.pictures.map((p) => (
          <div key={p.src} className={css.picture}>
            <img src={p.src} alt={p.alt} />
            {p.alt && (
              <span className={css.alt} aria-hidden="true">
                {words.preview.alt}
              </span>
            )}
          </div>
        ))}
      </div>
    )}
    <div className={css.foot}>
      <span>{post.when}</span>
      <span>{post.count}</span>
    </div>
  </article>
)

/** How it will look: one tab a network, each with the posts as they will read there. */
export const Preview = ({ places }: PreviewProps) => (
  <Tabs>
    <TabList className={css.tabs ?? ''} aria-label={words.preview.label} items={places}>
      {(place) => (
        <Tab className={css.tab ?? ''} id={place.id}>
          <NetworkMark mark={place.network.mark} name={place.network.name} />
        </Tab>
      )}
    </TabList>
    {places.map((place) => (
      <TabPanel key={place.id} id={place.id}>
        {place.note && <p className={css.note}>{place.note}</p>}
        {place.posts.map((post) => (
          <Post key={post.id} post={post} place={place} />
        ))}
      </TabPanel>
    ))}
  </Tabs>
)
