// Pages that nobody wants: what is not there, what is not allowed, and forms sent with mistakes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./chromium.js";
import { wrongWith } from "./page_checks.js";

/** The tests. */
export function mistakes(browser, site) {
  test("a page that is not there, and one that is not allowed", async () => {
    const page = await open(browser, site, site.people.chair);
    for (const [address, status] of [["/nowhere", 404], ["/measures/nothing", 404], ["/uploads", 403], ["/accounts", 403]]) {
      const answer = await page.goto(address);
      assert.equal(answer.status(), status, address);
      // The browser itself complains of the status.
      page.complaints = page.complaints.filter((it) => !it.includes(String(status)));
      assert.deepEqual(await wrongWith(page), [], address);
    }
    await page.context().close();
  });

  test("a page that asks elsewhere is stopped, and these tests hear of it", async () => {
    const page = await open(browser, site);
    await page.goto("/sign-in");
    assert.deepEqual(page.complaints, []);
    const said = page.waitForEvent("console", (it) => it.text().includes("stopped img-src"));
    await page.evaluate(() => document.body.append(Object.assign(new Image(), { src: "http://elsewhere.example/pixel.png" })));
    await said;
    assert.ok(page.complaints.some((it) => it.includes("http://elsewhere.example")), page.complaints.join("\n"));
    await page.context().close();
  });

  const forms = [
    { who: null, at: "/sign-in", button: "Sign in" },
    { who: "chair", at: "/password", button: "Change" },
    { who: "analyst", at: "/uploads/new", button: "Load the return" },
    { who: "analyst", at: "/uploads/1/delete", button: "Delete" },
    { who: "administrator", at: "/accounts/new", button: "Add" },
  ];
  for (const { who, at, button } of forms) {
    test(`an empty form at ${at} says what is missing`, async () => {
      const page = await open(browser, site, who && site.people[who]);
      await page.goto(at);
      await page.getByRole("main").getByRole("button", { name: button }).click();
      const summary = page.locator(".govuk-error-summary");
      await summary.waitFor();
      assert.ok(await summary.evaluate((it) => it === document.activeElement || it.contains(document.activeElement)), "the summary has no focus");
      // Each line of the summary leads to a control that is marked.
      for (const link of await summary.locator("a").all()) {
        const to = page.locator(await link.getAttribute("href"));
        assert.equal(await to.count(), 1, `${await link.textContent()} leads nowhere`);
      }
      assert.ok((await page.locator(".govuk-error-message").count()) > 0, "no control is marked");
      page.complaints = page.complaints.filter((it) => !/status of 4\d\d/.test(it));
      assert.deepEqual(await wrongWith(page), []);
      await page.context().close();
    });
  }
}
