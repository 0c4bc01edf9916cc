//! Lists the strings that the patterns of the built-in rules wait for, so that no run has to parse the patterns.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs, io};

#[path = "src/rule/required.rs"]
mod required;

fn main() -> io::Result<()> {
    // The rule files are part of the program: a changed one makes it new.
    println!("cargo:rerun-if-changed=rules");
    println!("cargo:rerun-if-changed=src/rule/required.rs");
    let mut patterns = BTreeMap::new();
    for group in fs::read_dir("rules/en")? {
        let group = group?.path();
        if group.is_dir() {
            for file in fs::read_dir(group)? {
                add_patterns(&file?.path(), &mut patterns)?;
            }
        }
    }
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets no OUT_DIR"))?;
    let lines: Vec<String> =
        patterns.iter().map(|(pattern, literals)| format!("({pattern:?}, &{literals:?}),\n")).collect();
    fs::write(Path::new(&out).join("required.rs"), format!("&[\n{}]\n", lines.concat()))
}

/// Adds the patterns of a rule file; what is wrong with one is said when the rules are loaded.
fn add_patterns(file: &Path, patterns: &mut BTreeMap<String, Vec<String>>) -> io::Result<()> {
    if file.extension().is_none_or(|extension| extension != "toml") {
        return Ok(());
    }
    let rule: toml::Table = match fs::read_to_string(file)?.parse() {
        Ok(rule) => rule,
        Err(_) => return Ok(()),
    };
    let Some(regex) = rule.get("match").and_then(|found| found.get("regex")) else { return Ok(()) };
    let frame = regex.get("frame").and_then(toml::Value::as_str);
    let list = |key| regex.get(key).and_then(toml::Value::as_array).into_iter().flatten();
    let framed = regex.get("pattern").into_iter().chain(list("patterns")).filter_map(toml::Value::as_str);
    let framed = framed.map(|pattern| required::framed(frame, pattern));
    let unless = list("unless").filter_map(toml::Value::as_str).map(str::to_owned);
    for pattern in framed.chain(unless) {
        if let Ok(literals) = required::literals(&pattern) {
            patterns.insert(pattern, literals);
        }
    }
    Ok(())
}
