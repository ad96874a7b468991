import { Button } from '../parts/button.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { words } from '../words.ts'

/** A page that stopped working, in place of a white screen. */
export const BrokenPage = () => (
  <PageAnswer
    answer={words.broken.heading}
    lede={words.broken.lede}
    acts={
      <Button kind="primary" onPress={() => window.location.reload()}>
        {words.broken.act}
      </Button>
    }
  />
)
