import { Controller } from "@hotwired/stimulus"
import * as Turbo from "@hotwired/turbo"
import { isUnanswered } from "../keep-unsent.js"
import { LinePlace } from "../line-places.js"

const settle = 150
const again = 10_000
const longest = 5 * 60_000
const writingFor = 12_000
// A tab that nobody sees keeps its line for a moment: who goes from tab to tab comes back.
const hiddenFor = 20_000
const hiddenLook = 60_000
const crowdedLook = 30_000
const placeAgain = 1_000
const isUnread = /^\(\d+\) /

/** Keeps an open page true: what happens to the ticket makes it look again, and answers that nobody has seen are counted in its title. */
export default class extends Controller {
  static targets = ["writing"]
  static values = { from: String, seen: String, writing: String, someone: String }

  connect() {
    this.refusals = this.hiddenLooks = 0
    this.read = this.answers
    this.place = new LinePlace()
    this.place.onWanted(() => { if (document.hidden) this.hush() })
    this.handlers = [
      [document, "visibilitychange", () => this.turn()],
      [window, "pagehide", () => this.hush()],
      [window, "pageshow", (event) => { if (event.persisted) this.turn() }],
      [window, "turbo:render", () => this.rendered()],
      [window, "turbo:submit-start", () => this.sends()],
      [window, "turbo:submit-end", (event) => this.sent(event)],
      [window, "turbo:load", () => this.settled()],
      [window, "turbo:before-fetch-response", (event) => this.failed(event)],
      [window, "turbo:fetch-request-error", (event) => this.failed(event)],
    ]
    for (const [target, name, handler] of this.handlers) target.addEventListener(name, handler)
    this.listen()
  }

  disconnect() {
    for (const [target, name, handler] of this.handlers) target.removeEventListener(name, handler)
    this.hush()
    this.place.end()
    for (const timer of [this.timer, this.pause, this.hiding]) clearTimeout(timer)
    this.timer = null
  }

  // Merged into another one, a ticket goes on there.
  fromValueChanged() { if (this.source) this.listen() }

  // Answers on the page; those that came while nobody looked are unread.
  get answers() { return this.element.querySelectorAll(".message:not(.mine)").length }

  /** Somebody looks at the page now, or at another one. */
  turn() {
    clearTimeout(this.hiding)
    if (document.hidden) {
      this.read = this.answers
      this.hiding = setTimeout(() => { this.hush(); this.listen() }, hiddenFor)
      return
    }
    this.hiddenLooks = this.refusals = 0
    this.tell()
    // The line begins with whether something happened since the page was read.
    if (!this.source) this.listen()
  }

  rendered() {
    this.tell()
    if (!this.source) this.listen()
  }

  /** Opens the line; where there may be none, the page looks again now and then. */
  listen() {
    this.hush()
    if (document.hidden) return this.refresh(Math.min(hiddenLook * 2 ** this.hiddenLooks++, 2 * longest))
    if (!this.place.take(() => this.listen())) {
      this.waiting = setTimeout(() => this.listen(), placeAgain)
      return this.refresh(crowdedLook)
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
      this.hush()
      this.refresh(this.later())
    })
    source.addEventListener("changed", () => this.refresh())
    source.addEventListener("desk", () => this.refresh())
    source.addEventListener("reply", () => {
      this.quiet()
      this.refresh()
    })
    source.addEventListener("writing", (event) => this.write(JSON.parse(event.data).who))
  }

  hush() {
    clearTimeout(this.waiting)
    this.source?.close()
    this.source = null
    this.place.leave()
  }

  /** Later each time that it comes to nothing, and not all pages at once. */
  later() { return Math.min(again * 2 ** this.refusals++, longest) * (1 - Math.random() / 4) }

  // What somebody sends is heard here before its answer has come: looking again then would take the answer's place.
  sends() {
    this.sending = true
    this.answered = false
    // A look that gave way to it has not seen what it was for.
    if (this.look?.state === "canceled") this.missed = true
    this.look = null
  }

  sent(event) {
    this.answered = true
    if (!event.detail.success) this.settled()
  }

  settled() {
    if (this.sending && !this.answered) return
    const missed = this.sending && this.missed
    this.sending = this.missed = false
    if (missed) this.refresh()
  }

  // A look that comes to nothing leaves the page as it is, with everything typed.
  failed(event) {
    const isOurs = this.look && this.look === Turbo.navigator.currentVisit && event.target === document.documentElement
    if (!isOurs || !isUnanswered(event)) return
    event.preventDefault()
    this.look.fail()
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
        this.look = Turbo.navigator.currentVisit
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
    this.pause = setTimeout(() => this.quiet(), writingFor)
  }

  quiet() { if (this.hasWritingTarget) this.writingTarget.textContent = "" }

  tell() {
    if (!document.hidden) this.read = this.answers
    const unread = Math.max(0, this.answers - this.read)
    document.title = (unread ? `(${unread}) ` : "") + document.title.replace(isUnread, "")
  }
}
