// Browsers have six connections for a host: two are left for loading and sending.
const most = 4
const lease = 15_000
const renewal = 5_000
const key = "live-connections"

/**
 * Slots for live connections, shared by all tabs of this browser. A tab that ends without a word loses its slot after a while. Two that
 * take the last one in the same moment both have it until the next renewal.
 */
export class ConnectionSlot {
  id = crypto.getRandomValues(new Uint32Array(2)).join("-")

  /** Whether there is one; when there is not, tabs that nobody sees are asked for theirs. */
  take(lost) {
    if (!this.enter()) {
      this.broadcast("wanted")
      return false
    }
    clearInterval(this.timer)
    this.timer = setInterval(() => { if (!this.enter()) lost() }, renewal)
    return true
  }

  leave() {
    clearInterval(this.timer)
    this.change((slots) => { delete slots[this.id] })
  }

  /** When another tab waits for a slot. */
  onWanted(give) {
    this.channel = new BroadcastChannel(key)
    this.channel.onmessage = give
  }

  end() {
    this.leave()
    this.channel?.close()
  }

  broadcast(word) { this.channel?.postMessage(word) }

  enter() {
    return this.change((slots) => {
      if (!(this.id in slots) && Object.keys(slots).length >= most) return false
      slots[this.id] = Date.now() + lease
      return true
    })
  }

  change(how) {
    try {
      const all = Object.entries(JSON.parse(localStorage.getItem(key)) ?? {})
      // A clock that was put back leaves no slot taken for ever.
      const slots = Object.fromEntries(all.filter(([, until]) => until > Date.now() && until <= Date.now() + lease))
      const result = how(slots)
      localStorage.setItem(key, JSON.stringify(slots))
      return result
    } catch {
      // Nothing may be kept here, or something else is kept there: each tab for itself.
      return true
    }
  }
}
