//! Every rule does what the examples of its file say.

use mtlint::RuleSet;

#[test]
fn every_example_of_every_rule_holds() {
    let rules = RuleSet::builtin().unwrap_or_else(|error| panic!("{error:#}"));
    let (count, failures) = rules.run_examples(|_| true);
    assert!(count > 0, "no rule has an example");
    let listed: Vec<String> = failures.iter().map(ToString::to_string).collect();
    assert!(listed.is_empty(), "{} of {count} examples fail:\n{}", listed.len(), listed.join("\n"));
}
