import { Controller } from "@hotwired/stimulus"
import { multiline, oneLine } from "../text.js"

/** Says how much of the room for a text is used, and by how much it is too long. Nothing is cut off: who pastes sees all of it. */
export default class extends Controller {
  static targets = ["text", "shown", "over"]
  static values = { limit: Number, line: Boolean, over: String }

  connect() {
    this.show()
    addEventListener("turbo:render", this.show)
  }

  disconnect() { removeEventListener("turbo:render", this.show) }

  // Also of a text that a morphed page brings: it comes without a count, and into the element that is connected already.
  show = () => {
    const { value } = this.textTarget
    const { length } = this.lineValue ? oneLine(value) : multiline(value)
    const over = length - this.limitValue
    if (this.hasShownTarget) this.shownTarget.textContent = `${length} / ${this.limitValue}`
    const words = over > 0 ? this.overValue.replace("{0}", over) : ""
    // Said again only when it changes.
    if (this.overTarget.textContent !== words) this.overTarget.textContent = words
    this.element.classList.toggle("over", over > 0)
  }
}
