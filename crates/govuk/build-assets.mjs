// Makes crates/govuk/assets from the npm packages and our own styles and scripts: `npm ci && npm run build`.
// The same inputs always give the same bytes, and each name carries a hash of its bytes (waymark-0123456789.css),
// so that a browser may keep a file for ever.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import * as sass from "sass";

const crate = dirname(fileURLToPath(import.meta.url));
const root = join(crate, "../..");
const assets = join(crate, "assets");
const govuk = join(root, "node_modules/govuk-frontend");
const moj = join(root, "node_modules/@ministryofjustice/frontend");

if (isFresh()) {
  console.log("assets are newer than what they are made from: nothing to do");
} else {
  build();
}

/** True when every asset is newer than every input. A new lock file means new packages. */
function isFresh() {
  const inputs = [
    fileURLToPath(import.meta.url),
    join(root, "package-lock.json"),
    ...files(join(crate, "styles")),
    ...files(join(crate, "scripts")),
  ];
  const outputs = existsSync(assets) ? files(assets) : [];
  const changed = (path) => statSync(path).mtimeMs;
  return (
    outputs.some((path) => path.endsWith(".css")) &&
    Math.min(...outputs.map(changed)) > Math.max(...inputs.map(changed))
  );
}

function build() {
  rmSync(assets, { recursive: true, force: true });
  mkdirSync(assets, { recursive: true });

  // Modules first: our own script names them.
  const named = [
    ["govuk-frontend.min.js", module(join(govuk, "dist/govuk/govuk-frontend.min.js"))],
    ["moj-frontend.min.js", module(join(moj, "moj/moj-frontend.min.js"))],
  ].map(([name, text]) => [name, write(name, text)]);
  let script = read(join(crate, "scripts/waymark.js"));
  for (const [name, hashed] of named) script = script.replaceAll(`./${name}`, `./${hashed}`);
  write("waymark.js", script);

  write("favicon.svg", read(join(crate, "scripts/favicon.svg")));
  write("waymark.css", stylesheet());
  write("licences.txt", licences());
}

/** A published module without the comment that points at a source map we do not serve. */
function module(path) {
  return read(path).replace(/\n?\/\/# sourceMappingURL=.*\n?$/, "\n");
}

/** The compiled stylesheet; each picture that it names is written beside it. */
function stylesheet() {
  const { css } = sass.compile(join(crate, "styles/waymark.scss"), {
    style: "compressed",
    loadPaths: [root],
    quietDeps: true,
    logger: { warn: warnAboutOurs },
  });
  // The royal crest of GOV.UK's footer is not ours to show.
  return css.replace(/url\("?[^")]*govuk-crest\.svg"?\)/g, "none").replace(/url\("?\/assets\/images\/([\w.-]+)"?\)/g, (_, picture) => {
    return `url("${write(picture, read(join(moj, "moj/assets/images", picture)))}")`;
  });
}

/** Passes on a warning about our own styles; MOJ's about its own use of GOV.UK's are for MOJ. */
function warnAboutOurs(message, { stack }) {
  if (!stack?.startsWith("node_modules/")) console.warn(message, stack ?? "");
}

/** Both packages are compiled into the binary, so their notices go with it. Neither package carries a licence file. */
function licences() {
  const notices = [govuk, moj].map((folder) => {
    const { name, version, license, author, repository } = JSON.parse(read(join(folder, "package.json")));
    if (license !== "MIT") throw new Error(`${name} ${version} is no longer under the MIT licence: ${license}`);
    return `${name} ${version}, copyright ${author?.name ?? author ?? "its authors"}\n${repository.url}\n`;
  });
  return `${notices.join("\n")}\n${read(join(crate, "scripts/mit.txt"))}`;
}

function write(name, text) {
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 10);
  const hashed = name.replace(".", `-${hash}.`);
  writeFileSync(join(assets, hashed), text);
  console.log(`${relative(root, join(assets, hashed))}  ${Math.ceil(text.length / 1024)} KB`);
  return hashed;
}

function read(path) {
  return readFileSync(path, "utf8");
}

function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
