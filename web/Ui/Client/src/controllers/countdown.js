import { Controller } from "@hotwired/stimulus"

/** How long it is until a moment, in words that the page brings along. */
export default class extends Controller {
  static values = { until: String, days: String, hours: String, minutes: String, soon: String }

  connect() {
    this.show()
    this.timer = setInterval(() => this.show(), 15_000)
  }

  disconnect() { clearInterval(this.timer) }

  show() {
    const minutes = Math.floor((new Date(this.untilValue) - Date.now()) / 60_000)
    const fill = (text, ...values) => values.reduce((all, value, index) => all.replace(`{${index}}`, value), text)
    if (minutes < 1) this.element.textContent = this.soonValue
    else if (minutes < 60) this.element.textContent = fill(this.minutesValue, minutes)
    else if (minutes < 48 * 60) this.element.textContent = fill(this.hoursValue, Math.floor(minutes / 60), minutes % 60)
    else this.element.textContent = fill(this.daysValue, Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60))
  }
}
