//! Where each word stands among a lexicon's entries: a table of hashes, which the build script can write out as it is.

use std::borrow::Cow;

/// A word's bytes mixed to a number. Eight bytes are taken at once; behind the last there are zeros.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Hash(u64);

impl Hash {
    /// An odd number without a pattern, as good as any other.
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

    /// The hash of what has been taken so far, and the next eight bytes.
    pub(crate) fn with(self, eight: u64) -> Self {
        Self((self.0.rotate_left(5) ^ eight).wrapping_mul(Self::FACTOR))
    }

    pub(crate) fn of(word: &[u8]) -> Self {
        word.chunks(8).fold(Self::default(), |hash, part| {
            let mut eight = [0; 8];
            eight[..part.len()].copy_from_slice(part);
            hash.with(u64::from_le_bytes(eight))
        })
    }

    /// So many of its upper bits, which are mixed best.
    pub(crate) fn upper(self, bits: u32) -> usize {
        (self.0 >> (u64::BITS - bits)) as usize
    }

    /// All of it.
    pub(super) fn bits(self) -> u64 {
        self.0
    }

    /// What a word is told by from the others of its slot, before it is looked at.
    fn tag(self) -> u32 {
        (self.0 ^ self.0 >> 32) as u32
    }
}

/// Slots, a power of two of them, of which no more than half are taken: a word's place is less than their number. A slot has
/// the word's place plus one in as many bits as that takes, and some of its hash in those above; it is zero where it is
/// free. Words are put in and never taken out.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    pub(super) slots: Cow<'static, [u32]>,
    taken: usize,
}

/// Slots of the smallest table.
const FEWEST: usize = 64;

impl Places {
    /// A table made beforehand.
    pub(super) fn of(slots: &'static [u32], taken: usize) -> Self {
        Self { slots: slots.into(), taken }
    }

    /// The places of the words that may be the one of this hash.
    #[inline]
    pub(super) fn of_hash(&self, hash: Hash) -> impl Iterator<Item = usize> {
        let slots = &*self.slots;
        let (mut at, within) = (self.start(hash).unwrap_or_default(), slots.len().wrapping_sub(1));
        std::iter::from_fn(move || {
            loop {
                let slot = *slots.get(at & within)?;
                let place = (slot as usize & within).checked_sub(1)?;
                at += 1;
                if (slot ^ hash.tag()) as usize & !within == 0 {
                    return Some(place);
                }
            }
        })
    }

    /// Puts in a word's place, of which there is none yet; `hash_of` is asked for those of the others where they move.
    pub(super) fn insert(&mut self, hash: Hash, place: usize, hash_of: impl Fn(usize) -> Hash) {
        if 2 * (self.taken + 1) >= self.slots.len() {
            let within = self.slots.len().saturating_sub(1);
            let grown = (2 * self.slots.len()).max(FEWEST);
            let slots = std::mem::replace(&mut self.slots, vec![0; grown].into());
            for place in slots.iter().filter_map(|&slot| (slot as usize & within).checked_sub(1)) {
                self.put(hash_of(place), place);
            }
        }
        self.put(hash, place);
        self.taken += 1;
    }

    fn put(&mut self, hash: Hash, place: usize) {
        let Some(mut at) = self.start(hash) else { return };
        let slots = self.slots.to_mut();
        let within = slots.len() - 1;
        while slots[at] != 0 {
            at = (at + 1) & within;
        }
        slots[at] = hash.tag() & !(within as u32) | (place as u32 + 1);
    }

    /// The first slot of a hash.
    fn start(&self, hash: Hash) -> Option<usize> {
        self.slots.len().checked_ilog2().map(|bits| hash.upper(bits))
    }
}

#[cfg(test)]
mod tests {
    use super::{Hash, Places};

    #[test]
    fn what_is_put_in_is_found() {
        let words: Vec<String> = (0..1000).map(|n| format!("word{n}")).collect();
        let (mut places, hash) = (Places::default(), |at: usize| Hash::of(words[at].as_bytes()));
        assert_eq!(places.of_hash(hash(0)).next(), None);
        for at in 0..words.len() {
            places.insert(hash(at), at, hash);
        }
        assert!((0..words.len()).all(|at| places.of_hash(hash(at)).any(|place| place == at)));
        assert!(!places.of_hash(Hash::of(b"another")).any(|place| words[place] == "another"));
    }
}
