// What must hold of every page, whoever opens it.

/** A desk, a telephone, and a desk's 1,280 pixels at 400% zoom (WCAG 1.4.10). */
const WIDTHS = [1200, 360, 320];

const AXE = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
  // The only rule of WCAG 2.2 is off unless it is named.
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
  // It would fetch our stylesheets a second time.
  preload: false,
};

/** Everything that is wrong with the page that is open, in words; an empty list when nothing is. */
export async function wrongWith(page) {
  const wrong = [...page.complaints.splice(0)];
  wrong.push(...(await page.evaluate(shapeOf)));
  // What is folded away must hold as well.
  await page.evaluate(() => document.querySelectorAll("details").forEach((it) => (it.open = true)));
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    wrong.push(...(await page.evaluate(widerThanThePage)).map((it) => `at ${width} pixels ${it}`));
    wrong.push(...(await page.evaluate(chartsOf)).map((it) => `at ${width} pixels ${it}`));
    // Regions that scroll and targets that come near each other are other ones on a narrow page.
    if (width === 320) {
      wrong.push(...(await axeFinds(page, ["scrollable-region-focusable", "target-size"])).map((it) => `at 320 pixels ${it}`));
    }
  }
  await page.setViewportSize({ width: 1200, height: 900 });
  wrong.push(...(await axeFinds(page)));
  return wrong;
}

/** What axe finds with all rules, or with those named. */
export async function axeFinds(page, rules) {
  const options = rules ? { ...AXE, runOnly: rules } : AXE;
  const found = await page.evaluate(async (options) => (await axe.run(document, options)).violations, options);
  return found.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, 3).map((it) => `${it.target.join(" ")} ${it.html.slice(0, 160)}`);
    return `axe ${id}: ${help} (${nodes.length}): ${where.join(" | ")}`;
  });
}

function shapeOf() {
  const wrong = [];
  const headings = [...document.querySelectorAll("h1")];
  if (headings.length !== 1) wrong.push(`${headings.length} h1`);
  const heading = headings[0]?.textContent.trim();
  if (!heading) wrong.push("an empty h1");
  if (document.title.split(" – ").length < 3) wrong.push(`title without page, service and council: ${document.title}`);
  if (document.documentElement.lang !== "en-GB") wrong.push(`lang ${document.documentElement.lang}`);
  const ids = [...document.querySelectorAll("[id]")].map((it) => it.id);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  if (twice.length > 0) wrong.push(`ids used twice: ${twice.join(", ")}`);
  for (const table of document.querySelectorAll("table")) {
    if (!table.caption?.textContent.trim()) wrong.push("a table without a caption");
  }
  for (const svg of document.querySelectorAll("svg[role=img]")) {
    const named = (svg.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id));
    const told = ["title", "desc"].every((tag) => {
      const it = svg.querySelector(tag);
      return it?.textContent.trim() && named.includes(it);
    });
    if (!told) wrong.push(`a drawing without title or description: ${svg.id}`);
  }
  return wrong;
}

/** A chart shows one of its two drawings, and is followed by its table. */
function chartsOf() {
  const wrong = [];
  for (const figure of document.querySelectorAll(".wm-chart")) {
    const drawings = [...figure.querySelectorAll("svg")].filter((it) => it.checkVisibility());
    if (drawings.length !== 1) wrong.push(`${drawings.length} drawings of a chart show`);
    const after = figure.nextElementSibling;
    if (!figure.querySelector("table") && !after?.matches("table") && !after?.querySelector("table")) {
      wrong.push("a chart has no table after it");
    }
  }
  return wrong;
}

/** Nothing makes the page itself scroll sideways; names what does. */
function widerThanThePage() {
  const page = document.scrollingElement;
  if (page.scrollWidth <= page.clientWidth) return [];
  const scrolls = (it) => it.closest(".wm-scroll, pre") && !it.matches(".wm-scroll");
  const wide = [...document.body.querySelectorAll("*")]
    .filter((it) => it.getBoundingClientRect().right > page.clientWidth + 0.5 && !scrolls(it))
    .slice(-3)
    .map((it) => `<${it.tagName.toLowerCase()} class="${it.getAttribute("class") ?? ""}"> ${it.textContent.trim().slice(0, 40)}`);
  return [`the page is ${page.scrollWidth} wide: ${wide.join(" | ")}`];
}
