// Every form works in a browser that runs no JavaScript.
import assert from "node:assert/strict";
import { test } from "node:test";
import { AS_AT, RETURN } from "./a_return.js";
import { open, signIn } from "./chromium.js";

const OFF = { javaScriptEnabled: false };

/** The tests. */
export function withoutScripts(browser, site) {
  test("the chair filters the measures and chooses another breakdown", async () => {
    const page = await open(browser, site, site.people.chair, OFF);
    await page.goto("/measures");
    const all = await page.locator("main section").count();
    await page.getByLabel("Theme", { exact: true }).selectOption({ label: "Assessments" });
    await page.getByRole("main").getByRole("button").first().click();
    assert.match(page.url(), /theme=assessments/);
    assert.ok(all > 5, `${all} themes`);
    assert.equal(await page.locator("main section").count(), 1);

    await page.goto("/measures/assessment-over-45");
    await page.locator("#by").selectOption("locality");
    await page.getByRole("main").locator("form button").click();
    assert.match(page.url(), /by=locality/);
    await page.getByText("The areas as a table").click();
    await page.getByRole("rowheader", { name: "North" }).first().waitFor();
    await page.context().close();
  });

  test("the analyst loads a return, reads what arrived and deletes it", async () => {
    const page = await open(browser, site, site.people.analyst, OFF);
    await page.goto("/uploads/new");
    for (const [at, label] of ["Day", "Month", "Year"].entries()) {
      await page.getByLabel(label, { exact: true }).fill(AS_AT[at]);
    }
    await page.getByLabel("The files of the return").setInputFiles(RETURN);
    await page.getByRole("button", { name: "Load the return" }).click();
    await page.waitForURL(/\/uploads\/\d+$/);
    await page.getByText("The return is kept.").waitFor();
    const upload = new URL(page.url()).pathname;

    await page.goto(`${upload}/unreadable`);
    await page.getByText("31/02/2015").first().waitFor();

    await page.goto(upload);
    await page.getByRole("link", { name: "Delete this return" }).click();
    await page.getByRole("main").getByRole("textbox").fill("A trial");
    await page.getByRole("main").getByRole("button").click();
    await page.getByText("The return is deleted").waitFor();
    await page.goto(upload);
    assert.ok((await page.getByRole("main").textContent()).includes("Its files and the children in them are deleted"));
    await page.goto(`${upload}/unreadable`);
    assert.ok(!(await page.getByRole("main").textContent()).includes("31/02/2015"));
    await page.context().close();
  });

  test("the manager chooses a team, and signs out", async () => {
    const page = await open(browser, site, site.people.north, OFF);
    await page.goto("/today");
    await page.getByText("Show only some of them").click();
    await page.getByLabel("Team").selectOption({ index: 1 });
    await page.getByRole("main").getByRole("button").first().click();
    assert.match(page.url(), /team=/);
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByText("You have signed out.").waitFor();
    await page.goto("/today");
    assert.match(page.url(), /\/sign-in/);
    await signIn(page, site.people.north);
    await page.context().close();
  });
}
