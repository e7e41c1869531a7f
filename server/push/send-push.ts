// One push to one device: no content at all, so that nothing of a patient or a task leaves the server; the app's own
// service worker has the words. Used by pusher.ts.
import type { Agent } from 'node:https'
import webPush, { WebPushError } from 'web-push'
import { log } from '#server/log.ts'
import { codeOf } from '#server/store/store.ts'
import type { Subscription } from '#server/store/push-subscriptions.ts'
import type { Push } from './push-config.ts'

/** `gone`: the device has unsubscribed. */
export type Pushed = 'sent' | 'gone' | 'failed'
export type SendPush = (to: Subscription) => Promise<Pushed>

/** A device that was off hears of it this long after; later the app shows it anyway. */
const KEPT_SECONDS = 3600
const PATIENCE_MS = 5000
/** One message at a time waits for a device: the next takes its place (RFC 8030, Topic). */
const TOPIC = 'brancard-work'

export const makeSendPush =
  ({ keys, subject }: Push, agent?: Agent): SendPush =>
  async ({ id, endpoint, p256dh, auth }) => {
    try {
      await webPush.sendNotification({ endpoint, keys: { p256dh, auth } }, null, {
        vapidDetails: { subject, ...keys },
        TTL: KEPT_SECONDS,
        topic: TOPIC,
        urgency: 'high',
        timeout: PATIENCE_MS,
        ...(agent === undefined ? {} : { agent }),
      })
      return 'sent'
    } catch (error) {
      const status = error instanceof WebPushError ? error.statusCode : null
      if (status === 404 || status === 410) return 'gone'
      // The endpoint is the device's secret: its number stands for it in the log.
      log.info(
        { subscription: id, answer: status ?? (codeOf(error) || 'none') },
        'a device could not be told',
      )
      return 'failed'
    }
  }
