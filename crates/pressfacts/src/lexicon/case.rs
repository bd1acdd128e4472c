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

/// What letters a word has, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Letters(u8);

impl Letters {
    /// The first letter is a capital.
    pub(super) const FIRST: Self = Self(1);
    /// There are other capitals.
    pub(super) const CAPITALS: Self = Self(2);
    pub(super) const SMALL: Self = Self(4);
    pub(super) const TITLE: Self = Self(Self::FIRST.0 | Self::SMALL.0);
    /// Small letters and capitals in any order.
    pub(super) const MIXED: Self = Self(Self::CAPITALS.0 | Self::SMALL.0);

    /// The letters of a word of ASCII.
    pub(crate) fn of_ascii(written: &[u8]) -> Self {
        let mut letters = Self::default();
        for byte in written {
            let capital = if letters == Self::default() { Self::FIRST } else { Self::CAPITALS };
            letters = letters.with(capital, byte.is_ascii_uppercase()).with(Self::SMALL, byte.is_ascii_lowercase());
        }
        letters
    }

    /// The same and such ones, if there are any.
    #[inline]
    pub(super) fn with(self, more: Self, any: bool) -> Self {
        Self(self.0 | if any { more.0 } else { 0 })
    }

    pub(super) fn has(self, some: Self) -> bool {
        self.0 & some.0 != 0
    }

    #[inline]
    pub(crate) fn case(self) -> Case {
        const CASES: [Case; 8] = {
            let mut cases = [Case::Mixed; 8];
            (cases[0], cases[Letters::SMALL.0 as usize]) = (Case::None, Case::Lower);
            (cases[Letters::FIRST.0 as usize], cases[Letters::TITLE.0 as usize]) = (Case::Title, Case::Title);
            cases[(Letters::FIRST.0 | Letters::CAPITALS.0) as usize] = Case::Upper;
            cases
        };
        CASES[usize::from(self.0 & 7)]
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
