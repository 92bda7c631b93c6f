// The site as its readers have it: `make test-browser`, or `node --test tests/browser/browser.test.js` once the program is
// built. WAYMARK, CHROMIUM and SCREENSHOTS=folder may be set. Some three minutes on two cores.
import { after, describe } from "node:test";
import { everyPage } from "./every_page.js";
import { startChromium } from "./chromium.js";
import { keyboard } from "./keyboard.js";
import { media } from "./media.js";
import { mistakes } from "./mistakes.js";
import { screenshots } from "./screenshots.js";
import { startSite } from "./site.js";
import { withoutScripts } from "./without_scripts.js";

const browser = await startChromium();
const site = await startSite().catch(async (error) => {
  await browser.close();
  throw error;
});
after(async () => {
  await browser.close();
  await site.stop();
});

// Two people at a time. What comes last loads and deletes returns, one after the other.
describe("every page", { concurrency: 2 }, () => everyPage(browser, site));
describe("mistakes", { concurrency: 2 }, () => mistakes(browser, site));
describe("paper, contrast and motion", { concurrency: 2 }, () => media(browser, site));
if (process.env.SCREENSHOTS) {
  describe("screenshots", { concurrency: 1 }, () => screenshots(browser, site, process.env.SCREENSHOTS));
}
describe("by keyboard alone", { concurrency: 1 }, () => keyboard(browser, site));
describe("without JavaScript", { concurrency: 1 }, () => withoutScripts(browser, site));
