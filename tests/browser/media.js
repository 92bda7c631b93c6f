// Paper, high contrast, and no motion.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./chromium.js";
import { axeFinds } from "./page_checks.js";

const MEASURE = "/measures/assessment-over-45";

/** Who prints what. */
const PAGES = [
  ["chair", "/"],
  ["chair", MEASURE],
  ["north", "/today"],
  ["analyst", `${MEASURE}/children`],
  ["analyst", "/uploads/27"],
];

/** The tests. */
export function media(browser, site) {
  for (const [role, address] of PAGES) {
    test(`${role} prints ${address}`, async () => {
      // A4 less its margins, at 96 pixels an inch.
      const page = await open(browser, site, site.people[role], { viewport: { width: 680, height: 1000 } });
      await page.goto(address);
      await page.emulateMedia({ media: "print" });
      const hidden = ".govuk-service-navigation, .govuk-breadcrumbs, .govuk-footer, .govuk-skip-link, .govuk-button, main form";
      for (const it of await page.locator(hidden).all()) {
        assert.ok(!(await it.isVisible()), `on paper: ${await it.evaluate((it) => it.outerHTML.slice(0, 200))}`);
      }
      for (const it of ["h1", ".wm-header__council"]) assert.ok(await page.locator(it).isVisible(), `${it} is not on paper`);
      for (const chart of await page.locator(".wm-chart").all()) {
        const drawing = chart.locator("svg:visible");
        assert.equal(await drawing.count(), 1);
        assert.match(await drawing.getAttribute("class"), /wm-chart__wide/);
      }
      const cut = await page.evaluate(() => {
        const wide = [...document.querySelectorAll("main *")].filter((it) => it.getBoundingClientRect().right > innerWidth + 1);
        return wide.slice(0, 3).map((it) => it.outerHTML.slice(0, 200));
      });
      assert.deepEqual(cut, [], "cut off at the paper's edge");
      await page.context().close();
    });

    test(`${role} reads ${address} in high contrast, without motion`, async () => {
      const page = await open(browser, site, site.people[role], { forcedColors: "active", reducedMotion: "reduce" });
      await page.goto(address);
      assert.deepEqual(await axeFinds(page, ["color-contrast"]), []);
      // Drawings keep the colours they were drawn in, on their own white.
      const drawings = await page.evaluate(() => {
        const seen = [...document.querySelectorAll("svg[role=img]")].filter((it) => it.checkVisibility());
        return seen.map((it) => {
          const style = getComputedStyle(it);
          const text = it.querySelector("text");
          return [style.backgroundColor, style.forcedColorAdjust, text ? getComputedStyle(text).forcedColorAdjust : "none"].join(" ");
        });
      });
      assert.deepEqual(drawings.filter((it) => it !== "rgb(255, 255, 255) none none"), []);
      await page.keyboard.press("Tab");
      const moving = await page.evaluate(() => document.getAnimations().map((it) => it.effect?.target?.outerHTML.slice(0, 100)));
      assert.deepEqual(moving, []);
      await page.context().close();
    });
  }
}
