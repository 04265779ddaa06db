import { Controller } from "@hotwired/stimulus"
import * as Turbo from "@hotwired/turbo"
import { isUnanswered } from "../keep-unsent.js"

const settle = 150
const again = 10_000
const writingFor = 12_000
const isUnread = /^\(\d+\) /

/** Keeps an open page true: what happens to the ticket makes it look again, and answers that nobody has seen are counted in its title. */
export default class extends Controller {
  static targets = ["writing"]
  static values = { from: String, seen: String, writing: String, unnamed: String }

  connect() {
    this.unread = 0
    this.seen = () => { if (!document.hidden) this.tell(0) }
    this.rendered = () => {
      this.tell(this.unread)
      if (this.source.readyState === EventSource.CLOSED) this.listen()
    }
    document.addEventListener("visibilitychange", this.seen)
    addEventListener("turbo:render", this.rendered)
    // What somebody sends is heard here before its answer has come: looking again then would take the answer's place.
    this.sends = () => {
      this.sending = true
      this.answered = false
      // A look that gave way to it has not seen what it was for.
      if (this.look?.state === "canceled") this.missed = true
      this.look = null
    }
    this.sent = (event) => {
      this.answered = true
      if (!event.detail.success) this.settled()
    }
    this.settled = () => {
      if (this.sending && !this.answered) return
      const missed = this.sending && this.missed
      this.sending = this.missed = false
      if (missed) this.refresh()
    }
    addEventListener("turbo:submit-start", this.sends)
    addEventListener("turbo:submit-end", this.sent)
    addEventListener("turbo:load", this.settled)
    // A look that comes to nothing leaves the page as it is, with everything typed.
    this.failed = (event) => {
      if (!this.look || this.look !== Turbo.navigator.currentVisit || event.target !== document.documentElement || !isUnanswered(event)) return
      event.preventDefault()
      this.look.fail()
      this.refresh(again)
    }
    addEventListener("turbo:before-fetch-response", this.failed)
    addEventListener("turbo:fetch-request-error", this.failed)
    this.listen()
  }

  // Merged into another one, a ticket goes on there.
  fromValueChanged() { if (this.source) this.listen() }

  listen() {
    this.source?.close()
    this.broken = false
    this.source = new EventSource(`${this.fromValue}&seen=${this.seenValue}`)
    // After a break nobody knows what was missed.
    this.source.addEventListener("hello", () => { if (this.broken) this.refresh(); this.broken = false })
    this.source.addEventListener("error", () => {
      this.broken = true
      // Refused, the browser does not ask again by itself. Perhaps there is nothing to hear any more: the page knows.
      if (this.source.readyState === EventSource.CLOSED) this.refresh(again)
    })
    this.source.addEventListener("changed", () => this.refresh())
    this.source.addEventListener("desk", () => this.refresh())
    this.source.addEventListener("reply", () => {
      if (document.hidden) this.tell(this.unread + 1)
      this.quiet()
      this.refresh()
    })
    this.source.addEventListener("writing", (event) => this.write(JSON.parse(event.data).who))
  }

  disconnect() {
    this.source.close()
    this.source = null
    clearTimeout(this.timer)
    clearTimeout(this.pause)
    document.removeEventListener("visibilitychange", this.seen)
    removeEventListener("turbo:render", this.rendered)
    removeEventListener("turbo:submit-start", this.sends)
    removeEventListener("turbo:submit-end", this.sent)
    removeEventListener("turbo:load", this.settled)
    removeEventListener("turbo:before-fetch-response", this.failed)
    removeEventListener("turbo:fetch-request-error", this.failed)
  }

  refresh(after = settle) {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
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
    this.writingTarget.textContent = this.writingValue.replace("{0}", who || this.unnamedValue)
    clearTimeout(this.pause)
    this.pause = setTimeout(() => this.quiet(), writingFor)
  }

  quiet() { if (this.hasWritingTarget) this.writingTarget.textContent = "" }

  tell(unread) {
    this.unread = unread
    document.title = (unread ? `(${unread}) ` : "") + document.title.replace(isUnread, "")
  }
}
