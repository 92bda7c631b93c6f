// The browser: Debian's Chromium, without a window, and a person in it.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Starts it. */
export async function startChromium() {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  if (!existsSync(executablePath)) {
    throw new Error(
      `there is no Chromium at ${executablePath}: install it (Debian: \`apt-get install chromium\`), or say where it is with CHROMIUM=…`,
    );
  }
  return chromium.launch({
    executablePath,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/**
 * A window of its own: signed in as `person`, or as nobody. `page.complaints` gathers what the browser complains of:
 * errors of scripts and requests, and whatever the content security policy stops.
 *
 * axe comes in through the debugging protocol, which the policy does not see: the policy stays as it is served.
 */
export async function open(browser, site, person, options = {}) {
  const context = await browser.newContext({
    baseURL: site.address,
    viewport: { width: 1200, height: 900 },
    ...options,
  });
  context.setDefaultTimeout(30_000);
  await context.addInitScript({ content: AXE });
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      console.error(`the content security policy stopped ${event.violatedDirective}: ${event.blockedURI}`);
    });
  });
  const page = await context.newPage();
  page.complaints = [];
  page.on("console", (said) => {
    if (["error", "warning"].includes(said.type())) page.complaints.push(`console: ${said.text()}`);
  });
  page.on("pageerror", (error) => page.complaints.push(`script: ${error.message}`));
  if (person) await signIn(page, person);
  return page;
}

/** Fills in the form and sends it. */
export async function signIn(page, person) {
  await page.goto("/sign-in");
  await page.getByLabel("Sign-in name").fill(person.name);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "Sign out" }).waitFor();
}
