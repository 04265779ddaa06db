import { Controller } from "@hotwired/stimulus"

/** Takes the focus when it appears, such as the list of what is wrong with a form. */
export default class extends Controller {
  connect() { this.element.focus() }
}
