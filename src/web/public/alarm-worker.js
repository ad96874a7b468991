// Shows an alarm when it comes, also when no page is open. What it says was chosen by the server: never words of the public.
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('push', (event) => {
  let said = {}
  try {
    said = event.data?.json() ?? {}
  } catch {
    // Something has to be shown for every message.
  }
  const title = said.title ?? 'Something needs a person'
  event.waitUntil(
    self.registration.showNotification(title, {
      body: said.text ?? 'Open Front Counter.',
      tag: said.tag ?? 'alarm',
      renotify: true,
      requireInteraction: true,
      icon: '/icon-512.png',
      data: { address: said.address ?? '/duty' },
    }),
  )
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const address = new URL(event.notification.data?.address ?? '/duty', self.location.origin)
  // Only pages of ours are opened.
  const path = address.origin === self.location.origin ? address.pathname + address.search : '/duty'
  event.waitUntil(self.clients.openWindow(path))
})
