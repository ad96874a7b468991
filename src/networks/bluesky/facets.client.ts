import { RichText } from '@atproto/api'
import type { Facet } from './translate.ts'

/**
 * Links, mentions and hashtags as Bluesky's own library finds them. A mention's target is still a handle and must be resolved.
 * Not a pure file only because that library is not ours and brings its network client along.
 */
export const facetsIn = (text: string): Facet[] => {
  const rich = new RichText({ text })
  rich.detectFacetsWithoutResolution()
  return (rich.facets ?? []).flatMap(({ index, features }) =>
    features.flatMap((feature): Facet[] => {
      const place = { start: index.byteStart, end: index.byteEnd }
      if ('uri' in feature && typeof feature.uri === 'string')
        return URL.canParse(feature.uri) ? [{ kind: 'link', ...place, target: feature.uri }] : []
      if ('did' in feature && typeof feature.did === 'string')
        return [{ kind: 'mention', ...place, target: feature.did }]
      if ('tag' in feature && typeof feature.tag === 'string') return [{ kind: 'tag', ...place, target: feature.tag }]
      return []
    }),
  )
}
