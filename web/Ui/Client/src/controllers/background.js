import { Controller } from "@hotwired/stimulus"

/**
 * Points that drift behind the first page and lean towards the pointer; they stand still for who wants less movement, or switched them off.
 */
export default class extends Controller {
  static targets = ["canvas", "switch"]
  static values = { on: String, off: String }

  connect() {
    this.less = matchMedia("(prefers-reduced-motion: reduce)")
    this.again = () => this.begin()
    this.less.addEventListener("change", this.again)
    addEventListener("resize", this.again)
    this.begin()
  }

  disconnect() {
    cancelAnimationFrame(this.frame)
    this.less.removeEventListener("change", this.again)
    removeEventListener("resize", this.again)
  }

  get isOff() { return localStorage.getItem("background") === "off" }

  toggle() {
    localStorage.setItem("background", this.isOff ? "on" : "off")
    this.begin()
  }

  lean({ clientX, clientY }) {
    const box = this.canvasTarget.getBoundingClientRect()
    this.pointer = { x: clientX - box.left, y: clientY - box.top }
  }

  begin() {
    cancelAnimationFrame(this.frame)
    this.switchTarget.textContent = this.isOff ? this.onValue : this.offValue
    const canvas = this.canvasTarget
    const scale = Math.min(devicePixelRatio, 2)
    const { width, height } = canvas.getBoundingClientRect()
    canvas.width = width * scale
    canvas.height = height * scale
    this.pen = canvas.getContext("2d")
    this.pen.scale(scale, scale)
    if (this.isOff) return this.pen.clearRect(0, 0, width, height)
    const many = Math.round(Math.min(70, (width * height) / 9000))
    // The same picture each time: chance would make it another one at every visit.
    this.points = Array.from({ length: many }, (_, index) => ({
      x: ((index * 0.618034) % 1) * width, y: ((index * 0.754878) % 1) * height, turn: index,
    }))
    this.draw(width, height, 0)
  }

  draw(width, height, at) {
    const { pen, points, pointer } = this
    pen.clearRect(0, 0, width, height)
    pen.strokeStyle = pen.fillStyle = getComputedStyle(this.canvasTarget).color
    const places = points.map((point) => {
      let x = point.x + Math.sin(at / 4000 + point.turn) * 14
      let y = point.y + Math.cos(at / 5000 + point.turn * 1.7) * 14
      const away = pointer ? Math.hypot(pointer.x - x, pointer.y - y) : Infinity
      if (away < 160) {
        x += ((pointer.x - x) * (160 - away)) / 800
        y += ((pointer.y - y) * (160 - away)) / 800
      }
      return { x, y }
    })
    places.forEach((a, index) => {
      pen.globalAlpha = 0.5
      pen.beginPath()
      pen.arc(a.x, a.y, 1.6, 0, Math.PI * 2)
      pen.fill()
      for (const b of places.slice(index + 1)) {
        const distance = Math.hypot(a.x - b.x, a.y - b.y)
        if (distance > 110) continue
        pen.globalAlpha = 0.22 * (1 - distance / 110)
        pen.beginPath()
        pen.moveTo(a.x, a.y)
        pen.lineTo(b.x, b.y)
        pen.stroke()
      }
    })
    if (!this.less.matches) this.frame = requestAnimationFrame((time) => this.draw(width, height, time))
  }
}
