// The site under test: the program itself with the demo county, in a folder of its own, on a free port.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** How long the county may take to load, in milliseconds. An unoptimised build on a busy machine takes most of a minute. */
const PATIENCE = 180_000;

const ROLES = ["chair", "director", "clerk", "police", "auditor", "health", "analyst", "north", "scrutiny", "administrator"];

/**
 * Starts the program and waits until it answers.
 *
 * `people` are the accounts that it prints, by the first word of their sign-in name. `stop` ends it and takes its data away.
 */
export async function startSite() {
  const program = resolve(process.env.WAYMARK ?? join(process.env.CARGO_TARGET_DIR ?? "target", "debug", "waymark"));
  if (!existsSync(program)) {
    throw new Error(
      `there is no program at ${program}: build it first with \`cargo build --bin waymark\`, or say where it is with WAYMARK=…`,
    );
  }
  const folder = mkdtempSync(join(tmpdir(), "waymark-browser-"));
  const port = await freePort();
  const running = spawn(program, ["demo", "--data", folder, "--port", String(port)]);
  process.once("exit", () => running.kill());
  let said = "";
  let ended = false;
  running.stdout.on("data", (text) => (said += text));
  running.stderr.on("data", (text) => (said += text));
  const end = new Promise((done) => running.once("exit", done)).then(() => (ended = true));
  const stop = async () => {
    running.kill("SIGTERM");
    await end;
    rmSync(folder, { recursive: true, force: true });
  };
  const address = `http://127.0.0.1:${port}`;
  const until = Date.now() + PATIENCE;
  while (!(await answers(address))) {
    if (ended || Date.now() > until) {
      await stop();
      throw new Error(`the demo ${ended ? "ended" : "did not answer in time"}. It said:\n${said}`);
    }
    await new Promise((done) => setTimeout(done, 200));
  }
  try {
    return { address, people: printedPeople(said), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Reads "  chair@wayshire.example   quiet-harbour-lantern   chairs the board…". */
function printedPeople(said) {
  const people = {};
  for (const [, name, password] of said.matchAll(/^ {2}(\S+@\S+) +(\S+) /gm)) {
    people[name.split("@")[0]] = { name, password };
  }
  for (const role of ROLES) {
    if (!people[role]) throw new Error(`the demo did not print how to sign in as ${role}. It said:\n${said}`);
  }
  return people;
}

async function answers(address) {
  try {
    return (await fetch(`${address}/healthz`)).ok;
  } catch {
    return false;
  }
}

function freePort() {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
