import { Controller } from "@hotwired/stimulus"

/** Opens the browser's own print dialog. */
export default class extends Controller {
  now() { print() }
}
