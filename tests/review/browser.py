"""A page in a browser that may not reach anything but the pages under test."""

import re

ARGUMENTS = """--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
    --disable-component-update --disable-sync""".split()

REFUSED = re.compile(r"responded with a status of (409|422)")  # what an editor is told on the page


class Visit:
    """A page in a context of its own, in `size`; `problems` are script errors, policy violations, foreign requests."""

    def __init__(self, browser, url, size=(1280, 800), **options):
        self.problems = []
        self._own = url.split("/")[0] if url.startswith("file:") else "/".join(url.split("/")[:3])
        self.context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **options)
        self.context.route("**/*", self._guard)
        self.page = self.context.new_page()
        self.page.set_default_timeout(10_000)
        self.page.on("pageerror", lambda error: self.problems.append(f"error: {error}"))
        self.page.on("console", self._heard)
        self.page.goto(url)

    def close(self):
        self.context.close()

    def _guard(self, route):
        if route.request.url.startswith((self._own, "data:")):
            route.continue_()
        else:
            self.problems.append(f"request: {route.request.url}")
            route.abort()

    def _heard(self, message):
        if message.type == "error" and not REFUSED.search(message.text):
            self.problems.append(f"console: {message.text}")


def until(page, script):
    """Waits for a script to give true; Playwright's own waiting needs what the policy of the pages forbids."""
    for _ in range(200):
        if page.evaluate(script):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never true: {script}")


CONTRAST = """() => {
  const parse = (colour) => {
    const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number);
    const scale = colour.startsWith("color(") ? 255 : 1;  // as color-mix gives it
    return [r * scale, g * scale, b * scale, a];
  };
  const channel = (value) => { const c = value / 255; return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour[3] > 0.99) return colour;
    }
    return [255, 255, 255, 1];
  };
  const poor = [];
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || !element.getClientRects().length || element.closest("svg, :disabled, option")) continue;
    const [a, b] = [light(parse(getComputedStyle(element).color)), light(behind(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const name = `${element.tagName}.${element.className} ${element.textContent.trim().slice(0, 20)}`;
    if (ratio < 4.5) poor.push(`${name} ${ratio.toFixed(2)}`);
  }
  return poor;
}"""

UNNAMED = """() => [...document.querySelectorAll("button, a[href], input, select, [role=button], img")]
  .filter((one) => one.getClientRects().length)
  .filter((one) => !one.getAttribute("aria-label") && !one.getAttribute("alt"))
  .filter((one) => !one.textContent.trim() && !one.labels?.length)
  .map((one) => one.outerHTML.slice(0, 120))"""
