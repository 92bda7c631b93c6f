// SCREENSHOTS=folder: the main pages as a desk and a telephone show them.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { open } from "./chromium.js";

const MEASURE = "/measures/assessment-over-45";
const PAGES = {
  chair: { home: "/", measures: "/measures", measure: MEASURE },
  analyst: {
    returns: "/uploads",
    load: "/uploads/new",
    return: "/uploads/27",
    delete: "/uploads/27/delete",
    children: `${MEASURE}/children`,
  },
  north: { home: "/", today: "/today", nearing: "/today?list=nearing", caseloads: "/today?list=caseload" },
  scrutiny: { home: "/", measure: "/measures/adopted-share", adoption: "/measures/adoption-a10" },
  administrator: { accounts: "/accounts", log: "/access-log" },
};
const SIZES = { desk: { width: 1200, height: 900 }, phone: { width: 360, height: 740 } };

/** The tests. */
export function screenshots(browser, site, folder) {
  mkdirSync(folder, { recursive: true });
  for (const [role, pages] of Object.entries(PAGES)) {
    test(`${role}'s pages`, async () => {
      const page = await open(browser, site, site.people[role]);
      for (const [name, address] of Object.entries(pages)) {
        for (const [size, viewport] of Object.entries(SIZES)) {
          await page.setViewportSize(viewport);
          await page.goto(address);
          // The rest of a long list shows nothing new.
          const height = Math.min(await page.evaluate(() => document.documentElement.scrollHeight), 2400);
          const clip = { x: 0, y: 0, width: viewport.width, height };
          await page.screenshot({ path: join(folder, `${role}-${name}-${size}.png`), fullPage: true, clip });
        }
      }
      await page.context().close();
    });
  }

  test("the README's picture, docs/measure.png", async () => {
    const page = await open(browser, site, site.people.chair);
    await page.goto(MEASURE);
    const chart = await page.locator(".wm-chart").first().boundingBox();
    const clip = { x: 0, y: 0, width: 1200, height: Math.ceil(chart.y + chart.height) };
    await page.screenshot({ path: join(folder, "measure.png"), fullPage: true, clip });
    await page.context().close();
  });
}
