//! Language codes of ISO 639-1, as `--from` and rule files write them.

use crate::file_error::did_you_mean;

/// Every code with its English name, by code.
///
/// Source: the registry of the Library of Congress, <https://www.loc.gov/standards/iso639-2/php/code_list.php>,
/// with the first of several names.
#[rustfmt::skip]
const LANGUAGES: [(&str, &str); 183] = [
    ("aa", "Afar"), ("ab", "Abkhazian"), ("ae", "Avestan"), ("af", "Afrikaans"), ("ak", "Akan"),
    ("am", "Amharic"), ("an", "Aragonese"), ("ar", "Arabic"), ("as", "Assamese"), ("av", "Avaric"),
    ("ay", "Aymara"), ("az", "Azerbaijani"), ("ba", "Bashkir"), ("be", "Belarusian"), ("bg", "Bulgarian"),
    ("bi", "Bislama"), ("bm", "Bambara"), ("bn", "Bengali"), ("bo", "Tibetan"), ("br", "Breton"),
    ("bs", "Bosnian"), ("ca", "Catalan"), ("ce", "Chechen"), ("ch", "Chamorro"), ("co", "Corsican"),
    ("cr", "Cree"), ("cs", "Czech"), ("cu", "Church Slavic"), ("cv", "Chuvash"), ("cy", "Welsh"),
    ("da", "Danish"), ("de", "German"), ("dv", "Divehi"), ("dz", "Dzongkha"), ("ee", "Ewe"),
    ("el", "Greek"), ("en", "English"), ("eo", "Esperanto"), ("es", "Spanish"), ("et", "Estonian"),
    ("eu", "Basque"), ("fa", "Persian"), ("ff", "Fulah"), ("fi", "Finnish"), ("fj", "Fijian"),
    ("fo", "Faroese"), ("fr", "French"), ("fy", "Western Frisian"), ("ga", "Irish"),
    ("gd", "Scottish Gaelic"), ("gl", "Galician"), ("gn", "Guarani"), ("gu", "Gujarati"), ("gv", "Manx"),
    ("ha", "Hausa"), ("he", "Hebrew"), ("hi", "Hindi"), ("ho", "Hiri Motu"), ("hr", "Croatian"),
    ("ht", "Haitian"), ("hu", "Hungarian"), ("hy", "Armenian"), ("hz", "Herero"), ("ia", "Interlingua"),
    ("id", "Indonesian"), ("ie", "Interlingue"), ("ig", "Igbo"), ("ii", "Sichuan Yi"), ("ik", "Inupiaq"),
    ("io", "Ido"), ("is", "Icelandic"), ("it", "Italian"), ("iu", "Inuktitut"), ("ja", "Japanese"),
    ("jv", "Javanese"), ("ka", "Georgian"), ("kg", "Kongo"), ("ki", "Kikuyu"), ("kj", "Kuanyama"),
    ("kk", "Kazakh"), ("kl", "Kalaallisut"), ("km", "Khmer"), ("kn", "Kannada"), ("ko", "Korean"),
    ("kr", "Kanuri"), ("ks", "Kashmiri"), ("ku", "Kurdish"), ("kv", "Komi"), ("kw", "Cornish"),
    ("ky", "Kyrgyz"), ("la", "Latin"), ("lb", "Luxembourgish"), ("lg", "Ganda"), ("li", "Limburgish"),
    ("ln", "Lingala"), ("lo", "Lao"), ("lt", "Lithuanian"), ("lu", "Luba-Katanga"), ("lv", "Latvian"),
    ("mg", "Malagasy"), ("mh", "Marshallese"), ("mi", "Maori"), ("mk", "Macedonian"), ("ml", "Malayalam"),
    ("mn", "Mongolian"), ("mr", "Marathi"), ("ms", "Malay"), ("mt", "Maltese"), ("my", "Burmese"),
    ("na", "Nauru"), ("nb", "Norwegian Bokmål"), ("nd", "North Ndebele"), ("ne", "Nepali"),
    ("ng", "Ndonga"), ("nl", "Dutch"), ("nn", "Norwegian Nynorsk"), ("no", "Norwegian"),
    ("nr", "South Ndebele"), ("nv", "Navajo"), ("ny", "Chichewa"), ("oc", "Occitan"), ("oj", "Ojibwa"),
    ("om", "Oromo"), ("or", "Oriya"), ("os", "Ossetian"), ("pa", "Punjabi"), ("pi", "Pali"),
    ("pl", "Polish"), ("ps", "Pashto"), ("pt", "Portuguese"), ("qu", "Quechua"), ("rm", "Romansh"),
    ("rn", "Rundi"), ("ro", "Romanian"), ("ru", "Russian"), ("rw", "Kinyarwanda"), ("sa", "Sanskrit"),
    ("sc", "Sardinian"), ("sd", "Sindhi"), ("se", "Northern Sami"), ("sg", "Sango"), ("si", "Sinhala"),
    ("sk", "Slovak"), ("sl", "Slovenian"), ("sm", "Samoan"), ("sn", "Shona"), ("so", "Somali"),
    ("sq", "Albanian"), ("sr", "Serbian"), ("ss", "Swati"), ("st", "Southern Sotho"), ("su", "Sundanese"),
    ("sv", "Swedish"), ("sw", "Swahili"), ("ta", "Tamil"), ("te", "Telugu"), ("tg", "Tajik"),
    ("th", "Thai"), ("ti", "Tigrinya"), ("tk", "Turkmen"), ("tl", "Tagalog"), ("tn", "Tswana"),
    ("to", "Tonga"), ("tr", "Turkish"), ("ts", "Tsonga"), ("tt", "Tatar"), ("tw", "Twi"),
    ("ty", "Tahitian"), ("ug", "Uighur"), ("uk", "Ukrainian"), ("ur", "Urdu"), ("uz", "Uzbek"),
    ("ve", "Venda"), ("vi", "Vietnamese"), ("vo", "Volapük"), ("wa", "Walloon"), ("wo", "Wolof"),
    ("xh", "Xhosa"), ("yi", "Yiddish"), ("yo", "Yoruba"), ("za", "Zhuang"), ("zh", "Chinese"),
    ("zu", "Zulu"),
];

/// The code that `name` gives, in lower case; a region or script behind it (`pt-BR`, `zh_Hans`) is left out.
///
/// # Errors
/// One sentence for the user where the name is no code, with the code that was probably meant.
pub fn code(name: &str) -> Result<&'static str, String> {
    let asked = name.trim().to_lowercase();
    let primary = asked.split(['-', '_']).next().unwrap_or_default();
    let known = LANGUAGES.iter().find(|(code, _)| *code == primary);
    known.map(|(code, _)| *code).ok_or_else(|| match meant(&asked) {
        Some((code, language)) => {
            format!("`{name}` is no language code; did you mean `{code}` ({language})?")
        }
        None => format!("`{name}` is no language code; write ISO 639-1, for example `fr` for French"),
    })
}

/// The language that a misspelt or written-out name stands for.
fn meant(asked: &str) -> Option<(&'static str, &'static str)> {
    let lower: Vec<String> = LANGUAGES.iter().map(|(_, name)| name.to_lowercase()).collect();
    let begins = |name: &String| asked.len() >= 3 && name.starts_with(asked);
    let at = lower.iter().position(begins).or_else(|| {
        let near = did_you_mean(asked, lower.iter().map(String::as_str).filter(|name| name.len() > 3))?;
        lower.iter().position(|name| name == near)
    })?;
    (asked.len() >= 3).then_some(LANGUAGES[at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_sorted_and_two_letters_long() {
        assert!(LANGUAGES.is_sorted_by(|a, b| a.0 < b.0));
        assert!(LANGUAGES.iter().all(|(code, _)| code.len() == 2));
    }

    #[test]
    fn a_code_may_carry_a_region_and_capitals() {
        assert_eq!(code("fr"), Ok("fr"));
        assert_eq!(code("FR"), Ok("fr"));
        assert_eq!(code("pt-BR"), Ok("pt"));
        assert_eq!(code("zh_Hans"), Ok("zh"));
    }

    #[test]
    fn names_lead_to_their_codes() {
        for (name, meant) in [
            ("french", "`fr` (French)"),
            ("Germn", "`de` (German)"),
            ("spa", "`es` (Spanish)"),
            ("portugese", "`pt` (Portuguese)"),
        ] {
            let error = code(name).unwrap_err();
            assert!(error.contains(meant), "{name}: {error}");
        }
    }

    #[test]
    fn nothing_is_guessed_from_too_little() {
        for name in ["", "xx", "-", "klingon", "qqq"] {
            let error = code(name).unwrap_err();
            assert!(error.contains("ISO 639-1"), "{name}: {error}");
        }
    }
}
