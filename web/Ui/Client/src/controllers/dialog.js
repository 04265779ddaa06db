import { Controller } from "@hotwired/stimulus"

/** Asks before something that is not easily undone; without script the page behind the link asks. */
export default class extends Controller {
  static targets = ["dialog"]

  open(event) {
    event.preventDefault()
    this.dialogTarget.showModal()
  }

  close() { this.dialogTarget.close() }
}
