//! Reading rows: adding them to a lexicon, and taking them away.

use std::borrow::Cow;

use super::case::{Case, Letters};
use super::class::Classes;
use super::fold::{Head, LONGEST_WORD, folded};
use super::table::{EntryId, Lexicon, Link, Pair, Phrase, Sense, Sets, Text, index};
use super::value::fault;

impl Lexicon {
    /// Adds the rows of a table, and takes away those that start with `-`; what is wrong comes back as one message a line.
    pub(crate) fn amend(&mut self, table: &str) -> Vec<String> {
        let mut faults = Vec::new();
        for (index, line) in table.trim_start_matches('\u{feff}').lines().enumerate() {
            let done = match line.strip_prefix('-') {
                _ if line.trim().is_empty() || line.starts_with('#') => Ok(()),
                Some(row) => self.remove_row(row),
                None => self.add_row(line),
            };
            if let Err(fault) = done {
                faults.push(format!("line {}: {fault}", index + 1));
            }
        }
        faults
    }

    /// Takes away what the word or phrase has of the class, whatever its value.
    fn remove_row(&mut self, row: &str) -> Result<(), String> {
        let (word, name, _) = cells(row)?;
        let class = named(name)?;
        let words = words(word)?;
        let missing = || format!("'{word}' is no {name} in the lexicon");
        let (first, rest) = words.split_once(' ').map_or((&*words, None), |(first, rest)| (first, Some(rest)));
        let place = self.place(first.as_bytes()).ok_or_else(missing)?;
        let removed = match rest {
            None => {
                let mut head = self.entries[place].senses;
                let removed = self.unlink(&mut head, class);
                self.set_senses(place, head);
                removed
            }
            Some(rest) => {
                let mut here = self.pair(place as u32, second_of(rest)).map_or(0, |pair| self.pairs[pair].phrases);
                let mut found = std::iter::from_fn(|| {
                    let at = index(here)?;
                    here = self.phrases[at].next;
                    Some(at)
                });
                let at = found.find(|&at| self.phrases[at].rest.of(&self.text) == rest).ok_or_else(missing)?;
                let mut head = self.phrases[at].entry.0;
                let removed = self.unlink(&mut head, class);
                self.phrases.to_mut()[at].entry = EntryId(head);
                removed
            }
        };
        if removed { Ok(()) } else { Err(missing()) }
    }

    /// Takes the rows of the class out of the list that starts at `head`; whether there were any.
    fn unlink(&mut self, head: &mut Link, class: Classes) -> bool {
        let mut kept = Vec::new();
        let (mut here, mut removed) = (*head, false);
        while let Some(at) = index(here) {
            if Some(usize::from(self.senses[at].class)) == class.bits().next() {
                removed = true;
            } else {
                kept.push(here);
            }
            here = self.senses[at].next;
        }
        *head = kept.first().copied().unwrap_or_default();
        for (at, &link) in kept.iter().enumerate() {
            if let Some(sense) = index(link) {
                self.senses.to_mut()[sense].next = kept.get(at + 1).copied().unwrap_or_default();
            }
        }
        removed
    }

    fn add_row(&mut self, line: &str) -> Result<(), String> {
        let (word, name, value) = cells(line)?;
        let class = named(name)?;
        if let Some(form) = fault(class, value) {
            return Err(format!("'{value}' is no value for {name}, which takes {form}"));
        }
        let lower = words(word)?;
        let (first, rest) = lower.split_once(' ').unwrap_or((&lower, ""));
        let exact = if word.chars().any(char::is_uppercase) { self.keep(word) } else { Text::default() };
        let class = class.bits().next().unwrap_or_default() as u8;
        let sense = Sense { value: self.keep_value(value), exact, next: 0, class };
        let place = self.place(first.as_bytes()).unwrap_or_else(|| {
            let word = self.keep(first);
            self.insert(word);
            self.set_senses(self.entries.len() - 1, 0);
            self.entries.len() - 1
        });
        if rest.is_empty() {
            let mut head = self.entries[place].senses;
            append(self.senses.to_mut(), &mut head, sense);
            self.set_senses(place, head);
        } else {
            self.add_phrase(rest, place, sense);
        }
        Ok(())
    }

    /// Gives the word at the place the rows that start at `head`.
    fn set_senses(&mut self, place: usize, head: Link) {
        let mut sets = Sets::default();
        for sense in self.senses(EntryId(head)) {
            let (class, exact) = (Classes::of_bits(1 << sense.class), sense.exact.of(&self.text));
            if exact.is_empty() {
                sets.any_case = sets.any_case | class;
                continue;
            }
            sets.capitals = sets.capitals | class;
            if exact.is_ascii() && Letters::of_ascii(exact.as_bytes()).case() == Case::Title {
                sets.titled = sets.titled | class;
            }
        }
        let known = self.sets.iter().position(|known| *known == sets);
        let at = known.unwrap_or_else(|| {
            self.sets.to_mut().push(sets);
            self.sets.len() - 1
        });
        let entry = &mut self.entries.to_mut()[place];
        (entry.senses, entry.sets) = (head, at as u32);
    }

    /// Adds a row of the phrase to those of its first two words, which stay sorted, longest first.
    fn add_phrase(&mut self, rest: &str, place: usize, sense: Sense) {
        let count = rest.split(' ').count() as u32;
        let pair = self.keep_pair(place, second_of(rest));
        let (mut before, mut here) = (0, self.pairs[pair].phrases);
        while let Some(at) = index(here).filter(|&at| self.phrases[at].words >= count) {
            let phrase = self.phrases[at];
            if phrase.rest.of(&self.text) == rest {
                let mut senses = phrase.entry.0;
                append(self.senses.to_mut(), &mut senses, sense);
                self.phrases.to_mut()[at].entry = EntryId(senses);
                return;
            }
            (before, here) = (here, phrase.next);
        }
        let mut senses = 0;
        append(self.senses.to_mut(), &mut senses, sense);
        let rest = self.keep(rest);
        let phrases = self.phrases.to_mut();
        phrases.push(Phrase { rest, words: count, entry: EntryId(senses), next: here });
        let added = phrases.len() as Link;
        match index(before) {
            Some(at) => phrases[at].next = added,
            None => self.pairs.to_mut()[pair].phrases = added,
        }
    }

    /// The place of the pair of the word at the place and the second one; it is put in where it is new.
    fn keep_pair(&mut self, place: usize, second: Head) -> usize {
        let first = place as u32;
        self.pair(first, second).unwrap_or_else(|| {
            let hash = |place: usize| Pair::hash(self.pairs[place].first, self.pairs[place].second);
            self.pair_places.insert(Pair::hash(first, second), self.pairs.len(), hash);
            self.pairs.to_mut().push(Pair { first, second, phrases: 0 });
            let entry = &mut self.entries.to_mut()[place];
            entry.seconds = entry.seconds.with(second);
            self.pairs.len() - 1
        })
    }

    fn keep_value(&mut self, value: &str) -> u32 {
        let values = self.values.to_mut();
        // Rows of one class, which often have the same value, stand together.
        if values.last().is_none_or(|last| last != value) {
            values.push(Cow::Owned(value.to_owned()));
        }
        values.len() as u32 - 1
    }

    fn keep(&mut self, text: &str) -> Text {
        let all = self.text.to_mut();
        let start = all.len() as u32;
        all.push_str(text);
        Text { start, end: all.len() as u32 }
    }
}

/// How the second word of a phrase starts, by the words behind its first.
fn second_of(rest: &str) -> Head {
    Head::of(rest.split(' ').next().unwrap_or_default().as_bytes())
}

/// Word, class and value of a row.
fn cells(row: &str) -> Result<(&str, &str, &str), String> {
    let mut cells = row.split('\t');
    let (Some(word), Some(class)) = (cells.next(), cells.next()) else {
        return Err("a row is word, class, value and note, with tabs between".to_owned());
    };
    Ok((word, class, cells.next().unwrap_or_default()))
}

fn named(class: &str) -> Result<Classes, String> {
    Classes::named(class).ok_or_else(|| format!("no class is called '{class}'"))
}

/// The words of a row as the table has them, with one blank between.
fn words(word: &str) -> Result<String, String> {
    let lower: String = folded(word).map(|c| if c == '-' { ' ' } else { c }).collect();
    let lower = if lower.contains('\'') { possessives_apart(&lower) } else { lower };
    let parts = || lower.split(' ').filter(|part| !part.is_empty());
    if parts().any(|part| part.len() > LONGEST_WORD) {
        return Err(format!("a word has more than {LONGEST_WORD} bytes"));
    }
    let words = parts().collect::<Vec<_>>().join(" ");
    if words.is_empty() { Err("the word is empty".to_owned()) } else { Ok(words) }
}

/// Puts a row at the end of the list that starts at `head`.
fn append(senses: &mut Vec<Sense>, head: &mut Link, sense: Sense) {
    senses.push(sense);
    let added = senses.len() as Link;
    let Some(mut at) = index(*head) else {
        *head = added;
        return;
    };
    while let Some(next) = index(senses[at].next) {
        at = next;
    }
    senses[at].next = added;
}

/// The words with a final `'s`, and the apostrophe behind a plural, as words of their own: so the lexer takes them.
fn possessives_apart(lower: &str) -> String {
    let apart = |word: &str| match word.strip_suffix("'s") {
        Some(owner) if !owner.is_empty() => format!("{owner} 's"),
        _ => word.strip_suffix("s'").map_or_else(|| word.to_owned(), |owner| format!("{owner}s '")),
    };
    lower.split(' ').map(apart).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::possessives_apart;
    use crate::lexicon::{Classes, Head, Lexicon};

    #[test]
    fn possessives_are_words_of_their_own() {
        assert_eq!(possessives_apart("new year's eve"), "new year 's eve");
        assert_eq!(possessives_apart("presidents' day"), "presidents ' day");
        assert_eq!(possessives_apart("o'clock"), "o'clock");
    }

    #[test]
    fn rows_are_added_and_taken_away() {
        let mut lexicon = Lexicon::default();
        let table = "reeve\ttitle-head\nreeve\tsurname\nharbour reeve\ttitle-head\nharbour reeve of old\ttitle-head\n";
        assert_eq!(lexicon.amend(table), [""; 0]);
        let classes = |lexicon: &Lexicon, word| lexicon.look_up(word).classes;
        assert!(classes(&lexicon, "Reeve").any(Classes::TITLE_HEAD));
        assert_eq!(lexicon.amend("# gone\n\n-reeve\ttitle-head\n-Harbour-Reeve\ttitle-head\n"), [""; 0]);
        assert!(!classes(&lexicon, "reeve").any(Classes::TITLE_HEAD) && classes(&lexicon, "reeve").any(Classes::SURNAME));
        let phrases = lexicon.phrases(lexicon.going_on(lexicon.look_up("harbour").phrases, Head::of(b"reeve")));
        let left: Vec<_> = phrases.map(|phrase| lexicon.classes(phrase.entry, "").any(Classes::TITLE_HEAD)).collect();
        assert_eq!(left, [true, false]);
        let faults = lexicon.amend("reeve\n-reeve\ttitle-head\n-nobody\tsurname\nreeve\ttitel\n\tsurname\n");
        assert_eq!(
            faults,
            [
                "line 1: a row is word, class, value and note, with tabs between",
                "line 2: 'reeve' is no title-head in the lexicon",
                "line 3: 'nobody' is no surname in the lexicon",
                "line 4: no class is called 'titel'",
                "line 5: the word is empty",
            ]
        );
    }

    #[test]
    fn values_of_the_calendar_are_checked() {
        let mut lexicon = Lexicon::default();
        let faults =
            lexicon.amend("Brumaire\tmonth\t13\nPort Day\tholiday\t5-32\nharvest home\tholiday\t9-L-7\nour day\tholiday\tours\n");
        assert_eq!(faults[0], "line 1: '13' is no value for month, which takes a month from 1 to 12");
        assert!(faults[1].starts_with("line 2: '5-32' is no value for holiday, which takes `month-day`"), "{}", faults[1]);
        assert!(faults[2].starts_with("line 4: 'ours' is no value for holiday"), "{}", faults[2]);
        assert_eq!(faults.len(), 3);
    }

    #[test]
    fn classes_known_beforehand_are_those_of_the_rows() {
        let mut lexicon = Lexicon::default();
        assert_eq!(
            lexicon.amend("May\tmonth\t5\nmay\tmodality\nMAY\tsurname\nMcMay\tgiven-name\nMay.\thonorific\nÉlan\tsurname\n"),
            [""; 0]
        );
        for word in ["may", "May", "MAY", "mAy", "May.", "M.A.Y.", "McMay", "MCMAY", "mcmay", "Élan", "élan", "ÉLAN"] {
            let known = lexicon.look_up(word);
            assert_eq!(known.classes, lexicon.classes(known.entry, word), "{word}");
        }
    }
}
