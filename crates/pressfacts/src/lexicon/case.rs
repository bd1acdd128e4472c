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

/// What letters a word has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Letters {
    /// Whether the first letter is a capital.
    pub(crate) first: bool,
    /// Whether there are other capitals, and small letters.
    pub(crate) capitals: bool,
    pub(crate) small: bool,
}

impl Letters {
    /// The letters of a word of ASCII.
    pub(crate) fn of_ascii(written: &[u8]) -> Self {
        let mut letters = Self::default();
        for byte in written {
            let (capital, first) = (byte.is_ascii_uppercase(), letters == Self::default());
            letters.first |= capital && first;
            letters.capitals |= capital && !first;
            letters.small |= byte.is_ascii_lowercase();
        }
        letters
    }

    pub(crate) fn case(self) -> Case {
        match (self.first, self.capitals, self.small) {
            (false, false, false) => Case::None,
            (false, false, true) => Case::Lower,
            (true, false, _) => Case::Title,
            (true, true, false) => Case::Upper,
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
