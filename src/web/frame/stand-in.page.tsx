import { ButtonLink } from '../parts/button.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { words } from '../words.ts'

/** An address that leads nowhere. */
export const NotFoundPage = () => (
  <PageAnswer
    answer={words.notFound.heading}
    lede={words.notFound.lede}
    acts={
      <ButtonLink to="/" kind="primary">
        {words.notFound.act}
      </ButtonLink>
    }
  />
)
