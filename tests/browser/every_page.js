// Each role opens every page that it can reach from its home.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./chromium.js";
import { crawl } from "./crawl.js";
import { wrongWith } from "./page_checks.js";

const EVERYBODY = ["/password", "/accessibility", "/cookies"];
const FIGURES = ["/measures", "/measures?shows&theme", "/measures/…"];
const RECORDS = ["/records", "/records/…", "/records/…/…", "/actions", "/meetings", "/meetings/…"];
const PROGRAMME = [...RECORDS, "/plan", "/plan/…", "/findings", "/forums", "/self-assessment"];

/**
 * For each role: how many pages of some kinds it opens where that differs from `few`, the kinds that it must be able to
 * reach, and what must not be among its pages.
 */
const READERS = {
  chair: {
    few: 2,
    most: { "/measures/…": Infinity, "/measures/…/…": Infinity },
    reaches: [...FIGURES, ...PROGRAMME, "/records/…/…/history", "/records/…/…/thread"],
    never: /children|uploads|today|accounts|access-log/,
  },
  clerk: {
    few: 1,
    most: { "/meetings/…": 4, "/meetings/…/minutes": 3, "/records/…": Infinity, "/records/…/…": 40, "/papers/…": Infinity },
    reaches: [
      ...PROGRAMME,
      "/meetings/new",
      "/meetings/…/minutes",
      "/minutes/read",
      "/records/…/new",
      "/papers",
      "/papers/new",
      "/papers/…",
      "/papers/…/words",
      "/papers/…/compare?with",
      "/papers/…/send",
      "/self-assessment/…/ask",
    ],
    never: /children|uploads|today|accounts|access-log/,
  },
  director: {
    few: 1,
    most: {},
    reaches: [...FIGURES, ...PROGRAMME, "/papers", "/papers/…", "/self-assessment/…/ask"],
    never: /children|uploads|today|accounts|access-log/,
  },
  auditor: {
    few: 1,
    most: {},
    reaches: [...FIGURES, ...PROGRAMME],
    never: /children|uploads|today|accounts|access-log/,
  },
  police: {
    few: 1,
    most: {},
    reaches: [...FIGURES, ...PROGRAMME],
    never: /children|uploads|today|accounts|access-log|meetings.*new/,
  },
  health: {
    few: 2,
    most: {},
    home: "/actions",
    reaches: ["/actions", "/meetings", "/records"],
    never: /children|uploads|today|accounts|access-log|^\/measures|^\/plan/,
  },
  analyst: {
    few: 3,
    most: {},
    reaches: [
      ...FIGURES,
      ...PROGRAMME,
      "/today",
      "/measures/…/children",
      "/uploads",
      "/uploads/new",
      "/uploads/…",
      "/uploads/…/unreadable",
      "/uploads/…/checks/…",
      "/uploads/…/delete",
    ],
    never: /accounts|access-log/,
  },
  north: {
    few: 3,
    most: {},
    reaches: [...FIGURES, "/today", "/measures/…/children"],
    never: /uploads|accounts|access-log/,
  },
  scrutiny: {
    few: 2,
    most: { "/measures/…": 12 },
    reaches: FIGURES,
    never: /children|uploads|today|accounts|access-log/,
  },
  administrator: {
    few: 3,
    most: {},
    reaches: ["/accounts", "/accounts/new", "/accounts/…", "/access-log"],
    never: /measures|children|uploads|today/,
  },
};

/** The tests. */
export function everyPage(browser, site) {
  for (const [role, reader] of Object.entries(READERS)) {
    test(`${role} finds nothing in the way`, async (t) => {
      const page = await open(browser, site, site.people[role]);
      let measures = 0;
      const most = (kind) => reader.most[kind] ?? reader.few;
      const { kinds, files } = await crawl(page, most, async (address) => {
        if (/^\/measures\/[^?]+$/.test(address)) measures += 1;
        await t.test(address, async () => {
          const answer = await page.goto(address);
          assert.equal(answer.status(), 200);
          assert.deepEqual(await wrongWith(page), []);
        });
      });
      for (const kind of [...EVERYBODY, ...reader.reaches]) {
        assert.ok(kinds.includes(kind), `no link leads to ${kind}: ${kinds.join(" ")}`);
      }
      assert.deepEqual(kinds.filter((kind) => reader.never.test(kind)), []);
      if (role === "chair") assert.ok(measures >= 82, `only ${measures} measures are linked`);
      for (const file of files) {
        const answer = await page.request.get(file);
        assert.equal(answer.status(), 200, file);
        assert.match(answer.headers()["content-disposition"] ?? "", /^attachment/, file);
      }
      await page.context().close();
    });
  }

  test("nobody signed in finds nothing in the way", async () => {
    const page = await open(browser, site);
    for (const address of ["/sign-in", "/accessibility", "/cookies"]) {
      await page.goto(address);
      assert.deepEqual(await wrongWith(page), [], address);
    }
    // What was published is for anyone, with a menu of its own.
    const { kinds } = await crawl(
      page,
      () => 3,
      async (address) => {
        const answer = await page.goto(address);
        assert.equal(answer.status(), 200, address);
        assert.deepEqual(await wrongWith(page), [], address);
      },
      "/public",
    );
    for (const kind of ["/public/papers", "/public/papers/…", "/public/measures/…", "/public/decisions", "/public/meetings", "/public/meetings/…"]) {
      assert.ok(kinds.includes(kind), `no link leads to ${kind}: ${kinds.join(" ")}`);
    }
    await page.goto("/measures");
    assert.match(page.url(), /\/sign-in\?next=/);
    await page.context().close();
  });
}
