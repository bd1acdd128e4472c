//! A word's capitals.

/// What of a word is in capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    /// No letters, or letters without case.
    None,
    Lower,
    /// First letter only: `Geneva`.
    Title,
    /// Throughout, two letters or more: `WIPO`.
    Upper,
    /// Anything else: `iFLYTEK`, `McDonald`.
    Mixed,
}

/// The letters of a word, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Letters {
    pub(crate) capitals: u32,
    pub(crate) small: u32,
    /// Whether the first letter is a capital.
    pub(crate) first: bool,
}

impl Letters {
    /// The letters of a word of ASCII.
    pub(crate) fn of_ascii(written: &[u8]) -> Self {
        let mut letters = Self::default();
        for byte in written {
            let (capital, small) = (byte.is_ascii_uppercase(), byte.is_ascii_lowercase());
            letters.first |= capital && letters.small == 0 && letters.capitals == 0;
            letters.capitals += u32::from(capital);
            letters.small += u32::from(small);
        }
        letters
    }

    pub(crate) fn case(self) -> Case {
        match (self.capitals, self.small) {
            (0, 0) => Case::None,
            (0, _) => Case::Lower,
            (1, _) if self.first => Case::Title,
            (_, 0) => Case::Upper,
            _ => Case::Mixed,
        }
    }
}

impl Case {
    /// The case of a word.
    pub(crate) fn of(written: &str) -> Self {
        if written.is_ascii() {
            return Letters::of_ascii(written.as_bytes()).case();
        }
        let (mut letters, mut capitals, mut first) = (0, 0, false);
        for character in written.chars().filter(|c| c.is_alphabetic()) {
            let capital = character.is_uppercase();
            first |= letters == 0 && capital;
            letters += 1;
            capitals += usize::from(capital);
        }
        let lower = written.chars().any(char::is_lowercase);
        match (capitals, first) {
            (0, _) if lower => Self::Lower,
            (0, _) => Self::None,
            (1, true) => Self::Title,
            _ if capitals == letters => Self::Upper,
            _ => Self::Mixed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Case;

    #[test]
    fn case_is_told() {
        let cases = ["WIPO", "Geneva", "iFLYTEK", "law", "U.S.", "A", "Élan", "ÉLAN", "中文", "7"].map(Case::of);
        let [upper, title, mixed, lower, none] = [Case::Upper, Case::Title, Case::Mixed, Case::Lower, Case::None];
        assert_eq!(cases, [upper, title, mixed, lower, upper, title, title, upper, none, none]);
    }
}
