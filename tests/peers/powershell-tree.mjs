// SPDX-License-Identifier: GPL-3.0-or-later
// Parses the PowerShell scripts that it is given, with the packages in the folder that comes first,
// and prints what is in them as JSON.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [modules, ...files] = process.argv.slice(2);
const { Parser, Language } = await import(
  pathToFileURL(path.join(modules, "web-tree-sitter/web-tree-sitter.js")));

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(
  path.join(modules, "tree-sitter-powershell/tree-sitter-powershell.wasm")));

function parse(file) {
  const root = parser.parse(fs.readFileSync(file, "utf8").replace(/^\uFEFF/, "")).rootNode;
  const texts = (type) => root.descendantsOfType(type).map((node) => node.text);
  return {
    broken: root.hasError,
    literals: texts("verbatim_string_characters"),
    expandable: [...texts("expandable_string_literal"), ...texts("expandable_here_string_literal"),
                 ...texts("verbatim_here_string_characters"), ...texts("sub_expression")],
    commands: [...texts("command_name"), ...texts("command_name_expr")],
    functions: texts("function_name"),
    calls: root.descendantsOfType("invokation_expression").map(
      (node) => node.text.replace(/\(.*/s, "")),
  };
}

console.log(JSON.stringify(Object.fromEntries(files.map((file) => [file, parse(file)]))));
