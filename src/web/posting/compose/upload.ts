import type { z } from 'zod'
import { uploadPicture } from '../../../posting/picture/picture.contract.ts'
import { addressWith, Fault, NoAnswer } from '../../call.ts'
import { words } from '../../words.ts'
import { refusalIn } from './upload-answer.ts'

export type Uploaded = z.output<typeof uploadPicture.output>

/**
 * Sends a picture and says how far it has come (0 to 1). `fetch` cannot say that, so this is the one place with XMLHttpRequest.
 * `post`: the draft it is for, null while that is not saved yet.
 * Throws what `call` throws. Nothing is published: the picture belongs to nobody until a draft names it.
 */
export const upload = (file: Blob, post: string | null, onProgress: (share: number) => void): Promise<Uploaded> =>
  new Promise((resolve, reject) => {
    if (!navigator.onLine) {
      reject(new NoAnswer(words.call.offline, false))
      return
    }
    const request = new XMLHttpRequest()
    request.open(uploadPicture.method, addressWith(uploadPicture, { post: post ?? undefined }))
    request.setRequestHeader('x-front-counter', '1')
    request.setRequestHeader('content-type', file.type || 'application/octet-stream')
    request.responseType = 'json'
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    }
    request.onerror = () => reject(new NoAnswer(words.call.noAnswer, true))
    request.onload = () => {
      const body: unknown = request.response
      if (request.status >= 400) {
        reject(refusalIn(body, request.status, uploadPicture.path))
        return
      }
      const output = uploadPicture.output.safeParse(body)
      if (output.success) resolve(output.data)
      else reject(new Fault(words.call.strange, null))
    }
    request.send(file)
  })
