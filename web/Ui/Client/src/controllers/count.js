import { Controller } from "@hotwired/stimulus"

/** Says how much of the room for a text is used. */
export default class extends Controller {
  static targets = ["text", "shown"]

  connect() { this.show() }

  show() { this.shownTarget.textContent = `${this.textTarget.value.length} / ${this.textTarget.maxLength}` }
}
