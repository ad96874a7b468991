import { dutyWords } from './duty-words.ts'

const w = dutyWords.ways

export type Subscribed = { endpoint: string; keys: { p256dh: string; auth: string } }

/** Whether this browser can show messages while no page is open. */
export const takesPush = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

/** Asks the person and then the browser's push service. Throws an error whose words may be shown. */
export async function subscribeHere(publicKey: string): Promise<Subscribed> {
  if (!takesPush()) throw new Error(w.unsupported)
  if ((await Notification.requestPermission()) !== 'granted') throw new Error(w.denied)
  try {
    await navigator.serviceWorker.register('/alarm-worker.js')
    const registration = await navigator.serviceWorker.ready
    const options = { userVisibleOnly: true, applicationServerKey: publicKey }
    const { endpoint, keys } = (await registration.pushManager.subscribe(options)).toJSON()
    if (!endpoint || !keys?.p256dh || !keys.auth) throw new Error(w.failed)
    return { endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } }
  } catch {
    throw new Error(w.failed)
  }
}
