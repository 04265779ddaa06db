import { Controller } from "@hotwired/stimulus"
import * as Turbo from "@hotwired/turbo"
import { isUnanswered } from "../keep-unsent.js"
import { ConnectionSlot } from "../connection-slots.js"

const settle = 150
const retryInterval = 10_000
const longestInterval = 5 * 60_000
const writingFor = 12_000
// A tab that nobody sees keeps its connection for a moment: whoever goes from tab to tab comes back.
const hiddenFor = 20_000
const hiddenInterval = 60_000
const crowdedInterval = 30_000
const slotInterval = 1_000
const isUnread = /^\(\d+\) /

/** Keeps an open page true: what happens to the ticket refreshes it, and answers that nobody has seen are counted in its title. */
export default class extends Controller {
  static targets = ["writing"]
  static values = { from: String, seen: String, writing: String, someone: String }

  connect() {
    this.refusals = this.hiddenRefreshes = 0
    this.read = this.answers
    this.slot = new ConnectionSlot()
    this.slot.onWanted(() => { if (document.hidden) this.close() })
    this.handlers = [
      [document, "visibilitychange", () => this.visibilityChanged()],
      [window, "pagehide", () => this.close()],
      [window, "pageshow", (event) => { if (event.persisted) this.visibilityChanged() }],
      [window, "turbo:render", () => this.rendered()],
      [window, "turbo:submit-start", () => this.submitStarted()],
      [window, "turbo:submit-end", (event) => this.submitEnded(event)],
      [window, "turbo:load", () => this.settled()],
      [window, "turbo:before-fetch-response", (event) => this.failed(event)],
      [window, "turbo:fetch-request-error", (event) => this.failed(event)],
    ]
    for (const [target, name, handler] of this.handlers) target.addEventListener(name, handler)
    this.listen()
  }

  disconnect() {
    for (const [target, name, handler] of this.handlers) target.removeEventListener(name, handler)
    this.close()
    this.slot.end()
    for (const timer of [this.timer, this.pause, this.hiding]) clearTimeout(timer)
    this.timer = null
  }

  // Merged into another one, a ticket goes on there.
  fromValueChanged() { if (this.source) this.listen() }

  // Answers on the page; those that came while nobody looked are unread.
  get answers() { return this.element.querySelectorAll(".message:not(.mine)").length }

  /** Somebody looks at the page now, or at another one. */
  visibilityChanged() {
    clearTimeout(this.hiding)
    if (document.hidden) {
      this.read = this.answers
      this.hiding = setTimeout(() => { this.close(); this.listen() }, hiddenFor)
      return
    }
    this.hiddenRefreshes = this.refusals = 0
    this.updateTitle()
    // The stream begins with whether something happened since the page was read.
    if (!this.source) this.listen()
  }

  rendered() {
    this.updateTitle()
    if (!this.source) this.listen()
  }

  /** Opens the connection; where there may be none, the page is refreshed now and then. */
  listen() {
    this.close()
    if (document.hidden) return this.refresh(Math.min(hiddenInterval * 2 ** this.hiddenRefreshes++, 2 * longestInterval))
    if (!this.slot.take(() => this.listen())) {
      this.waiting = setTimeout(() => this.listen(), slotInterval)
      return this.refresh(crowdedInterval)
    }
    this.broken = false
    const source = this.source = new EventSource(`${this.fromValue}&seen=${this.seenValue}`)
    source.addEventListener("hello", () => {
      this.refusals = 0
      // After a break nobody knows what was missed.
      if (this.broken) this.refresh()
      this.broken = false
    })
    source.addEventListener("error", () => {
      this.broken = true
      // Refused, the browser does not ask again by itself. Perhaps there is nothing to hear any more: the page knows.
      if (source.readyState !== EventSource.CLOSED || source !== this.source) return
      this.close()
      this.refresh(this.later())
    })
    source.addEventListener("changed", () => this.refresh())
    source.addEventListener("availability", () => this.refresh())
    source.addEventListener("reply", () => {
      this.clearWriting()
      this.refresh()
    })
    source.addEventListener("writing", (event) => this.write(JSON.parse(event.data).who))
  }

  close() {
    clearTimeout(this.waiting)
    this.source?.close()
    this.source = null
    this.slot.leave()
  }

  /** Later each time that it comes to nothing, and not all pages at once. */
  later() { return Math.min(retryInterval * 2 ** this.refusals++, longestInterval) * (1 - Math.random() / 4) }

  // What somebody sends is heard here before its answer has come: a refresh then would take the answer's place.
  submitStarted() {
    this.sending = true
    this.answered = false
    // A refresh that gave way to it has not seen what it was for.
    if (this.refreshVisit?.state === "canceled") this.missed = true
    this.refreshVisit = null
  }

  submitEnded(event) {
    this.answered = true
    if (!event.detail.success) this.settled()
  }

  settled() {
    if (this.sending && !this.answered) return
    const missed = this.sending && this.missed
    this.sending = this.missed = false
    if (missed) this.refresh()
  }

  // A refresh that comes to nothing leaves the page as it is, with everything typed.
  failed(event) {
    const isOurs = this.refreshVisit && this.refreshVisit === Turbo.navigator.currentVisit && event.target === document.documentElement
    if (!isOurs || !isUnanswered(event)) return
    event.preventDefault()
    this.refreshVisit.fail()
    this.refresh(this.later())
  }

  refresh(after = settle) {
    const due = performance.now() + after
    // Sooner than what is waited for already, or with it.
    if (this.timer && this.due <= due) return
    clearTimeout(this.timer)
    this.due = due
    this.timer = setTimeout(() => {
      this.timer = null
      if (this.sending) this.missed = true
      // What is being fetched may have been read before this happened.
      else if (Turbo.navigator.currentVisit) this.refresh()
      // Not Turbo's own refresh: it waits a moment more, and would then break off what was sent in that moment.
      else {
        Turbo.visit(location.href, { action: "replace", shouldCacheSnapshot: false, refresh: {} })
        this.refreshVisit = Turbo.navigator.currentVisit
      }
    }, after)
  }

  write(who) {
    if (!this.hasWritingTarget) return
    const [before, after] = this.writingValue.split("{0}")
    const name = document.createElement("bdi")
    name.textContent = who
    this.writingTarget.replaceChildren(...(who ? [before, name, after] : [this.someoneValue]))
    clearTimeout(this.pause)
    this.pause = setTimeout(() => this.clearWriting(), writingFor)
  }

  clearWriting() { if (this.hasWritingTarget) this.writingTarget.textContent = "" }

  updateTitle() {
    if (!document.hidden) this.read = this.answers
    const unread = Math.max(0, this.answers - this.read)
    document.title = (unread ? `(${unread}) ` : "") + document.title.replace(isUnread, "")
  }
}
