//! What productions made of the places last looked at, so that rules that start alike read a place once.
//!
//! A place is told by its position in the document, so what a production reads outside its window is the same too. Only the last results
//! are kept: rules look at neighbouring places one after the other, and the cost in memory does not grow with the text.

use std::any::Any;
use std::cell::{Cell, OnceCell, RefCell};

use crate::decimal::Decimal;

/// A production whose results are kept. Each has one type of result.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Production {
    BodyBehindPreposition,
    Clock,
    Day,
    Name,
    Organization,
    Post,
    ProperName,
    Title,
    // Those of which more places are kept.
    PeopleOfTitle,
    PersonWithPosts,
    TitledPeople,
}

/// How many productions there are.
const PRODUCTIONS: usize = Production::TitledPeople as usize + 1;
/// How many of them keep as many places as lists have.
const OF_LISTS: usize = PRODUCTIONS - Production::PeopleOfTitle as usize;
/// How many places are kept of each; no rule looks farther than it has to at once.
const PLACES: usize = 64;
/// The same for what lists are made of: thirty people, each with a post or two.
const PLACES_IN_LISTS: usize = 512;

impl Production {
    /// Where the result for a window that starts there is noted, if one is.
    fn slot(self, start: usize) -> usize {
        let before = self as usize;
        match before.checked_sub(PRODUCTIONS - OF_LISTS) {
            None => before * PLACES + start % PLACES,
            Some(lists) => (PRODUCTIONS - OF_LISTS) * PLACES + lists * PLACES_IN_LISTS + start % PLACES_IN_LISTS,
        }
    }
}

/// A word without which nothing more comes of a sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) enum LastOf {
    /// The head of a title.
    Head,
    /// The first of a name.
    Name,
    /// One by which a clause comes to a post.
    Turn,
}

/// What a list of people starts with.
#[derive(Clone, Copy, Debug)]
pub(crate) enum ListOf {
    Titles,
    Names,
}

/// A window of tokens: where its sentence starts, where it starts and ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Window {
    pub(crate) floor: u32,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// What a production made of a window: where the rest starts, and the value; `None` where it does not match.
type Outcome<T> = Option<(usize, T)>;

/// The results kept.
#[derive(Default)]
pub(crate) struct Memo {
    /// What has been read of late, and whether it matched: most things do not, and that is told from here alone.
    slots: OnceCell<Box<[Cell<Slot>]>>,
    /// What matched, a list for each production.
    found: [OnceCell<Box<dyn Any>>; PRODUCTIONS],
    /// The numbers last read: they are asked for more often than anything else, and need no list.
    numbers: [Cell<LastNumber>; NUMBERS],
    /// Where the sentence last asked about ends, and where it has the last word of each kind.
    last: [Cell<(usize, Option<usize>)>; 3],
    /// The name last asked about, by where it starts and its sentence ends, and what may be said behind it.
    behind_name: Cell<(usize, usize, u8)>,
    /// What follows the first of the last list of people, of those that start with a title and of those that start with a name.
    lists: [Cell<(usize, usize)>; 2],
}

/// The window last read for a place, and what came of it.
#[derive(Clone, Copy, Default)]
struct Slot {
    window: Window,
    known: Known,
    /// The place in its production's list, plus one, that is kept for it; zero where it has none.
    place: u16,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Known {
    #[default]
    Nothing,
    Refused,
    Found,
}

/// A window, and the number that it starts with: where that ends, what it is without its scale words, and their power of ten.
#[derive(Clone, Copy, Default)]
struct LastNumber {
    window: Window,
    found: Option<FoundNumber>,
}

type FoundNumber = (usize, Decimal, u32);

/// How many numbers are kept.
const NUMBERS: usize = 16;

/// What matched, and where the rest starts.
type List<T> = RefCell<Vec<(usize, T)>>;

impl Memo {
    /// Whether a list of that kind has been read past there: who comes later in a list does not start one.
    pub(crate) fn is_listed(&self, list: ListOf, position: usize) -> bool {
        let (second, end) = self.lists[list as usize].get();
        (second..end).contains(&position)
    }

    /// Notes that a list of that kind has been read from its second on.
    pub(crate) fn list_read(&self, list: ListOf, second: usize, end: usize) {
        self.lists[list as usize].set((second, end));
    }

    /// Where the last word of the kind stands in the sentence that ends there; `find` is asked once for each sentence.
    pub(crate) fn last(&self, word: LastOf, end: usize, find: impl FnOnce() -> Option<usize>) -> Option<usize> {
        let kept = &self.last[word as usize];
        if kept.get().0 != end {
            kept.set((end, find()));
        }
        kept.get().1
    }

    /// What may be said behind the name that starts there, as signs; `look` is asked only where the name is another than before.
    pub(crate) fn behind_name(&self, start: usize, end: usize, look: impl FnOnce() -> u8) -> u8 {
        let (known_start, known_end, signs) = self.behind_name.get();
        if (known_start, known_end) == (start, end) {
            return signs;
        }
        let signs = look();
        self.behind_name.set((start, end, signs));
        signs
    }

    /// Takes anything for what may be said behind the name that starts there.
    #[cfg(test)]
    pub(crate) fn allow_behind_name(&self, start: usize, end: usize) {
        self.behind_name.set((start, end, u8::MAX));
    }

    /// The number that the window starts with; `read` is asked only where that is not known.
    pub(crate) fn number(&self, window: Window, read: impl FnOnce() -> Option<FoundNumber>) -> Option<FoundNumber> {
        let last = &self.numbers[window.start as usize % NUMBERS];
        if last.get().window != window {
            last.set(LastNumber { window, found: read() });
        }
        last.get().found
    }

    /// What the production makes of the window; `read` is asked only where that is not known.
    pub(crate) fn recall<T: Clone + 'static>(
        &self,
        production: Production,
        window: Window,
        read: impl FnOnce() -> Outcome<T>,
    ) -> Outcome<T> {
        let slots = (PRODUCTIONS - OF_LISTS) * PLACES + OF_LISTS * PLACES_IN_LISTS;
        let slots = self.slots.get_or_init(|| vec![Cell::default(); slots].into());
        let Some(slot) = slots.get(production.slot(window.start as usize)) else { return read() };
        let noted = slot.get();
        if noted.window == window && noted.known == Known::Refused {
            return None;
        }
        let list = || self.found[production as usize].get_or_init(|| Box::new(List::<T>::default())).downcast_ref::<List<T>>();
        if noted.window == window
            && noted.known == Known::Found
            && let Some(list) = list()
        {
            return list.borrow().get(usize::from(noted.place) - 1).cloned();
        }
        let outcome = read();
        // What was read on the way may have been noted here as well.
        let place = slot.get().place;
        let Some(found) = &outcome else {
            slot.set(Slot { window, known: Known::Refused, place });
            return None;
        };
        if let Some(list) = list() {
            let place = keep(&mut list.borrow_mut(), place, found.clone());
            slot.set(Slot { window, known: Known::Found, place });
        }
        outcome
    }
}

/// Puts what was found in the place kept for it, or at the end; where it is now.
fn keep<T>(list: &mut Vec<(usize, T)>, place: u16, found: (usize, T)) -> u16 {
    if let Some(kept) = list.get_mut(usize::from(place).wrapping_sub(1)) {
        *kept = found;
        place
    } else {
        list.push(found);
        list.len() as u16
    }
}

impl std::fmt::Debug for Memo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Memo").finish_non_exhaustive()
    }
}

/// How much has been looked at on this thread: what a test holds to be linear.
#[cfg(test)]
pub(crate) mod work {
    use std::cell::Cell;

    thread_local! {
        static LOOKS: Cell<u64> = const { Cell::new(0) };
    }

    /// Notes that a production looked at its window.
    pub(crate) fn note() {
        LOOKS.set(LOOKS.get() + 1);
    }

    pub(crate) fn looks() -> u64 {
        LOOKS.get()
    }
}

#[cfg(test)]
mod tests {
    use super::{ListOf, Memo, NUMBERS, PLACES, Production, Window};

    #[test]
    fn a_window_is_read_once() {
        let memo = Memo::default();
        let window = |start| Window { floor: 0, start, end: 200 };
        let read = |start, value| memo.recall(Production::Name, window(start), || Some((start as usize + 1, value)));
        assert_eq!(read(3, 'a'), Some((4, 'a')));
        assert_eq!(read(3, 'b'), Some((4, 'a')));
        // The other window of the slot takes it over.
        assert_eq!(read(3 + PLACES as u32, 'c'), Some((4 + PLACES, 'c')));
        assert_eq!(read(3, 'd'), Some((4, 'd')));
        let narrow = Window { end: 100, ..window(3) };
        assert_eq!(memo.recall(Production::Name, narrow, || None::<(usize, char)>), None);
    }

    #[test]
    fn a_list_is_read_by_its_first() {
        let memo = Memo::default();
        assert!(!memo.is_listed(ListOf::Titles, 0));
        memo.list_read(ListOf::Titles, 4, 8);
        assert!(memo.is_listed(ListOf::Titles, 7) && !memo.is_listed(ListOf::Titles, 8));
        assert!(!memo.is_listed(ListOf::Titles, 3));
        assert!(!memo.is_listed(ListOf::Names, 7));
    }

    #[test]
    fn a_number_is_read_once() {
        let memo = Memo::default();
        let read = |start: usize, value: i64| {
            let window = Window { floor: 0, start: start as u32, end: 200 };
            memo.number(window, || Some((start + 1, value.into(), 0))).map(|(_, base, _)| base.to_integer())
        };
        assert_eq!((read(3, 5), read(3, 6)), (Some(Some(5)), Some(Some(5))));
        assert_eq!((read(3 + NUMBERS, 7), read(3, 8)), (Some(Some(7)), Some(Some(8))));
        let narrow = Window { floor: 0, start: 3, end: 4 };
        assert_eq!((memo.number(narrow, || None), memo.number(narrow, || Some((4, 9.into(), 0)))), (None, None));
    }

    #[test]
    fn what_does_not_match_is_known_too() {
        let memo = Memo::default();
        let window = Window { floor: 0, start: 0, end: 1 };
        assert_eq!(memo.recall(Production::Post, window, || None::<(usize, ())>), None);
        assert_eq!(memo.recall(Production::Post, window, || Some((1, ()))), None);
    }
}
