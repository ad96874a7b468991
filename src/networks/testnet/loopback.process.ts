import dns from 'node:dns'
import net from 'node:net'
import { z } from 'zod'

/** These servers listen on every interface and may look names up; neither may happen in a test. */
export const stayOnLoopback = (): void => {
  const listen = net.Server.prototype.listen
  net.Server.prototype.listen = new Proxy(listen, {
    apply: (target, server, [first, ...rest]: unknown[]) =>
      Reflect.apply(
        target,
        server,
        typeof first === 'number' ? [{ port: first, host: '127.0.0.1' }, ...rest] : [first, ...rest],
      ),
  })
  const connect = net.Socket.prototype.connect
  net.Socket.prototype.connect = new Proxy(connect, {
    apply: (target, socket, args: unknown[]) => {
      const host = hostIn(args)
      if (!['localhost', '127.0.0.1', '::1'].includes(host)) throw new Error(`a test may not leave loopback: ${host}`)
      return Reflect.apply(target, socket, args)
    },
  })
  for (const resolver of [dns.promises.Resolver.prototype, dns.promises])
    Object.assign(resolver, { resolveTxt: () => Promise.reject(new Error('a test may not look names up')) })
}

const hostIn = (args: unknown): string => {
  const first = Array.isArray(args) ? args.flat()[0] : args
  const target = z.object({ host: z.string().nullish(), path: z.string().nullish() }).safeParse(first).data
  return target?.host ?? 'localhost'
}
