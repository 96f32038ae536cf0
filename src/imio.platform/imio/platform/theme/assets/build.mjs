// Writes the style sheet, fonts and icons that the theme serves.
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";
import * as sass from "sass";

const here = path.dirname(fileURLToPath(import.meta.url));
const modules = path.join(here, "node_modules");
const target = path.join(here, "..", "static");

const FONTS = {
  "public-sans": ["public-sans-latin-wght-normal", "public-sans-latin-wght-italic"],
  "bricolage-grotesque": ["bricolage-grotesque-latin-wght-normal"],
};

const ICONS = (await readFile(path.join(here, "icons.txt"), "utf-8"))
  .split("\n")
  .filter(Boolean);

async function styles() {
  const { css } = sass.compile(path.join(here, "scss", "commune.scss"), {
    loadPaths: [modules],
    style: "compressed",
    quietDeps: true,
    silenceDeprecations: ["import", "global-builtin", "color-functions"],
  });
  await writeFile(path.join(target, "commune.css"), `${css}\n`);
}

async function fonts() {
  await mkdir(path.join(target, "fonts"), { recursive: true });
  for (const [family, files] of Object.entries(FONTS)) {
    const source = path.join(modules, "@fontsource-variable", family);
    for (const file of files) {
      await cp(
        path.join(source, "files", `${file}.woff2`),
        path.join(target, "fonts", `${file}.woff2`),
      );
    }
    await cp(
      path.join(source, "LICENSE"),
      path.join(target, "fonts", `LICENSE-${family}.txt`),
    );
  }
}

async function icons() {
  const symbols = await Promise.all(
    ICONS.map(async (name) => {
      const file = path.join(modules, "bootstrap-icons", "icons", `${name}.svg`);
      const source = await readFile(file, "utf-8");
      const viewBox = source.match(/viewBox="([^"]+)"/)[1];
      const body = source.replace(/^[\s\S]*?<svg[^>]*>/, "").replace(/<\/svg>\s*$/, "");
      return `<symbol id="${name}" viewBox="${viewBox}">${body.trim()}</symbol>`;
    }),
  );
  const sprite = `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join("\n")}\n</svg>\n`;
  await writeFile(path.join(target, "icons.svg"), sprite);
  await cp(
    path.join(modules, "bootstrap-icons", "LICENSE"),
    path.join(target, "LICENSE-icons.txt"),
  );
}

await Promise.all([styles(), fonts(), icons()]);
