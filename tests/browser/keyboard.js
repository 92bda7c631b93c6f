// Somebody without a mouse.
import assert from "node:assert/strict";
import { test } from "node:test";
import { AS_AT, RETURN } from "./a_return.js";
import { open } from "./chromium.js";

const PAGES = [
  ["chair", "/"],
  ["chair", "/measures"],
  ["chair", "/measures/assessment-over-45"],
  ["north", "/today"],
  ["analyst", "/measures/assessment-over-45/children"],
  ["analyst", "/uploads/27"],
  ["analyst", "/uploads/new"],
  ["administrator", "/accounts/new"],
  ["administrator", "/access-log"],
];

/** The tests. */
export function keyboard(browser, site) {
  for (const [role, address] of PAGES) {
    test(`${role} reaches everything at ${address}, and sees where`, async () => {
      const page = await open(browser, site, site.people[role]);
      await page.goto(address);
      const expected = await page.evaluate(rememberControls);
      await page.keyboard.press("Tab");
      const first = await page.evaluate(focused);
      assert.match(first.what, /govuk-skip-link/, "the first stop is not the skip link");
      const reached = new Set();
      for (let at = first, stops = 0; at.number !== null && stops < 600; stops += 1) {
        assert.ok(at.seen, `focus cannot be seen on ${at.what}`);
        assert.ok(at.uncovered, `focus is covered or off the screen on ${at.what}`);
        if (reached.has(at.number)) break;
        reached.add(at.number);
        await page.keyboard.press("Tab");
        at = await page.evaluate(focused);
      }
      const missed = expected.filter(({ number }) => !reached.has(number)).map(({ what }) => what);
      assert.deepEqual(missed, []);
      await page.context().close();
    });
  }

  test("the skip link leads past the navigation", async () => {
    const page = await open(browser, site, site.people.chair);
    await page.goto("/measures");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "content");
    await page.keyboard.press("Tab");
    assert.ok(await page.evaluate(() => document.querySelector("main").contains(document.activeElement)));
    await page.context().close();
  });

  test("signs in, loads a return and deletes it", async () => {
    const page = await open(browser, site);
    const { name, password } = site.people.analyst;
    await page.goto("/sign-in");
    await tabTo(page, "#name");
    await page.keyboard.type(name);
    await tabTo(page, "#password");
    await page.keyboard.type(password);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Sign out" }).waitFor();

    await page.goto("/uploads/new");
    for (const [at, part] of ["day", "month", "year"].entries()) {
      await tabTo(page, `#as-at-${part}`);
      await page.keyboard.type(AS_AT[at]);
    }
    await tabTo(page, "#files");
    const chooser = page.waitForEvent("filechooser");
    await page.keyboard.press("Space");
    await (await chooser).setFiles(RETURN);
    await tabTo(page, "main button[type=submit]");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/uploads\/\d+$/);
    await page.getByText("The return is kept.").waitFor();

    await tabTo(page, "main a[href$='/delete']");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/delete$/);
    await tabTo(page, "main textarea, main input[type=text], main select, main input[type=radio]");
    await page.keyboard.type("A trial");
    await tabTo(page, "main button[type=submit]");
    await page.keyboard.press("Enter");
    await page.getByText("The return is deleted").waitFor();
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

/** Presses Tab until the first element of that selector has focus. */
async function tabTo(page, selector) {
  for (let stops = 0; stops < 200; stops += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((selector) => document.activeElement === document.querySelector(selector), selector)) return;
  }
  throw new Error(`Tab never reaches ${selector} at ${page.url()}`);
}

/** In the page: numbers every control that shows, and remembers how it looks without focus. */
function rememberControls() {
  const looks = (it) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor, borderColor } = getComputedStyle(it);
    return [outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor, borderColor].join(" ");
  };
  // Radios and checkboxes are drawn by what follows their input.
  const drawn = (it) => looks(it) + (it.matches("[type=radio], [type=checkbox]") ? pseudo(it.nextElementSibling) : "");
  const pseudo = (it) => (it ? getComputedStyle(it, "::before").boxShadow + getComputedStyle(it, "::before").outline : "");
  const controls = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")];
  const shown = controls.filter((it) => !it.disabled && it.checkVisibility() && it.getBoundingClientRect().width > 0);
  // Within a group of radios Tab stops once.
  const stops = shown.filter((it) => it.type !== "radio" || it === shown.find((other) => other.name === it.name));
  window.before = new Map(stops.map((it) => [it, drawn(it)]));
  window.drawn = drawn;
  const what = (it) => it.outerHTML.slice(0, 160);
  window.what = what;
  return stops.map((it, number) => ({ number, what: what(it) }));
}

/** In the page: which of them has focus, whether it looks otherwise than before, and whether anything covers it. */
function focused() {
  const it = document.activeElement;
  const number = [...window.before.keys()].indexOf(it);
  if (number < 0) return { number: null, what: window.what(it), seen: true, uncovered: true };
  const box = it.getClientRects()[0] ?? it.getBoundingClientRect();
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 20), 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  const uncovered = box.bottom > 0 && box.top < innerHeight && (it.contains(top) || top?.contains(it) || top?.closest("label")?.control === it);
  return { number, what: window.what(it), seen: window.drawn(it) !== window.before.get(it), uncovered };
}
