import { Controller } from "@hotwired/stimulus"

/**
 * Takes the focus when it appears, such as the list of what is wrong with a form; not from somebody who was in a field before this script
 * was there.
 */
export default class extends Controller {
  connect() {
    const isArriving = document.readyState !== "complete"
    if (!isArriving || document.activeElement === document.body) this.element.focus()
  }
}
