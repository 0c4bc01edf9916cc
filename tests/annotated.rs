//! Holds the rules to annotated articles that lie beside the project, where they do; they are not part of it.
//!
//! `../shared/seed` has one article with a gold list, `../shared/own/dev` articles with defects and near misses.
//! Offsets there count Unicode scalar values.

use std::fs;
use std::path::{Path, PathBuf};

use mtlint::{Document, Options, RuleSet, check};
use serde_json::Value;

/// A marked place: first character and one past the last.
type Place = (usize, usize);

/// The folder of annotated articles, or `None` with a word about it.
fn annotated(folder: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(folder);
    if !path.exists() {
        eprintln!("skipped: {} is not there", path.display());
        return None;
    }
    Some(path)
}

fn rows(path: &Path) -> Vec<Value> {
    let text = fs::read_to_string(path).unwrap();
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn place(value: &Value) -> Place {
    let number = |key: &str| usize::try_from(value[key].as_u64().unwrap()).unwrap();
    (number("start"), number("end"))
}

/// The places of all findings of stable rules, with their rules.
fn findings(text: &str, from: Option<&str>) -> Vec<(String, Place)> {
    let rules = RuleSet::builtin().unwrap();
    let document = Document::plain(text);
    let options = Options { from: from.filter(|from| *from != "en").map(str::to_owned) };
    let chars = |byte: usize| text[..byte].chars().count();
    check(&document, &rules, &options)
        .into_iter()
        .map(|found| (found.rule.to_string(), (chars(found.span.start), chars(found.span.end))))
        .collect()
}

/// Whether a finding names a defect: they overlap, and a long finding is not more than four times the defect.
fn names(finding: Place, defect: Place) -> bool {
    let (len, wanted) = (finding.1 - finding.0, defect.1 - defect.0);
    len <= 60.max(4 * wanted) && finding.0 < defect.1 && defect.0 < finding.1
}

#[test]
fn the_marks_of_the_flagship_article_are_found_and_nothing_else() {
    let Some(folder) = annotated("seed") else { return };
    let text = fs::read_to_string(folder.join("article.txt")).unwrap();
    let gold: Value = serde_json::from_str(&fs::read_to_string(folder.join("gold.json")).unwrap()).unwrap();
    let found = findings(&text, Some("fr"));
    let list = |key: &str| gold[key].as_array().unwrap().clone();
    for defect in list("defects") {
        let category = defect["category"].as_str().unwrap();
        let ours = category.starts_with("quotes/") || category == "punctuation/elision";
        assert!(!ours || found.iter().any(|(_, at)| names(*at, place(&defect))), "missed: {defect}");
    }
    let known: Vec<Place> = list("defects").iter().chain(&list("accepted")).map(place).collect();
    for (rule, at) in &found {
        assert!(known.iter().any(|defect| names(*at, *defect)), "{rule} at {at:?} is no defect");
    }
}

#[test]
fn marks_and_spaces_of_annotated_articles_are_found_and_no_near_miss() {
    let Some(folder) = annotated("own/dev") else { return };
    let defects = rows(&folder.join("annotations.jsonl"));
    let near_misses = rows(&folder.join("near_misses.jsonl"));
    let floors = [("quote-marks", 0.9), ("quote-spacing", 0.9), ("spacing-punctuation", 0.85)];
    let mut counts = vec![(0_u32, 0_u32); floors.len()];
    for article in rows(&folder.join("docs.jsonl")) {
        let found = findings(article["text"].as_str().unwrap(), article["source_lang"].as_str());
        let of_article = |row: &&Value| row["doc"] == article["id"];
        let marked: Vec<Place> = defects.iter().filter(of_article).map(place).collect();
        for near in near_misses.iter().filter(of_article) {
            let alarm = found
                .iter()
                .find(|(_, at)| names(*at, place(near)) && !marked.iter().any(|defect| names(*at, *defect)));
            assert!(alarm.is_none(), "{alarm:?} on {near}");
        }
        for defect in defects.iter().filter(of_article) {
            let Some(n) = floors.iter().position(|(category, _)| defect["category"] == *category) else {
                continue;
            };
            counts[n].0 += u32::from(found.iter().any(|(_, at)| names(*at, place(defect))));
            counts[n].1 += 1;
        }
    }
    for ((category, floor), (hit, all)) in floors.into_iter().zip(counts) {
        assert!(f64::from(hit) >= floor * f64::from(all), "{category}: {hit} of {all}");
    }
}
