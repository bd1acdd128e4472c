//! What productions made of the places last looked at, so that rules that start alike read a place once.
//!
//! A place is told by its position in the document, so what a production reads outside its window is the same too. Only the last results
//! are kept: rules look at neighbouring places one after the other, and the cost in memory does not grow with the text.

use std::any::Any;
use std::cell::{OnceCell, RefCell};

/// A production whose results are kept. Each has one type of result.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Production {
    AnyNumber,
    Clock,
    Day,
    FreeNumber,
    InsideName,
    Name,
    Number,
    Organization,
    PeopleOfTitle,
    PersonWithPosts,
    Post,
    ProperName,
    Title,
    TitledPeople,
}

impl Production {
    fn places(self) -> usize {
        match self {
            Self::PeopleOfTitle | Self::PersonWithPosts | Self::TitledPeople => PLACES_IN_LISTS,
            _ => PLACES,
        }
    }
}

/// How many productions there are.
const PRODUCTIONS: usize = Production::TitledPeople as usize + 1;
/// How many places are kept of each; no rule looks farther than it has to at once.
const PLACES: usize = 64;
/// The same for what lists are made of: thirty people, each with a post or two.
const PLACES_IN_LISTS: usize = 512;

/// A window of tokens: where its sentence starts, where it starts and ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Window {
    pub(crate) floor: usize,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// What a production made of a window: where the rest starts, and the value; `None` where it does not match.
type Outcome<T> = Option<(usize, T)>;

/// The results kept, a table for each production that has been used.
#[derive(Default)]
pub(crate) struct Memo {
    tables: [OnceCell<Box<dyn Any>>; PRODUCTIONS],
}

/// The window last read there, and what came of it.
type Slot<T> = RefCell<Option<(Window, Outcome<T>)>>;

struct Table<T> {
    slots: Box<[Slot<T>]>,
}

impl Memo {
    /// What the production makes of the window; `read` is asked only where that is not known.
    pub(crate) fn recall<T: Clone + 'static>(
        &self,
        production: Production,
        window: Window,
        read: impl FnOnce() -> Outcome<T>,
    ) -> Outcome<T> {
        let table = self.tables[production as usize].get_or_init(|| Box::new(Table::<T>::of(production.places())));
        let Some(table) = table.downcast_ref::<Table<T>>() else { return read() };
        // The number of slots is a power of two: this is the rest of a division by it.
        let slot = &table.slots[window.start & (table.slots.len() - 1)];
        if let Some((known, outcome)) = &*slot.borrow()
            && *known == window
        {
            return outcome.clone();
        }
        let outcome = read();
        *slot.borrow_mut() = Some((window, outcome.clone()));
        outcome
    }
}

impl<T> Table<T> {
    fn of(places: usize) -> Self {
        debug_assert!(places.is_power_of_two());
        Self { slots: (0..places).map(|_| RefCell::new(None)).collect() }
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
    use super::{Memo, PLACES, Production, Window};

    #[test]
    fn a_window_is_read_once() {
        let memo = Memo::default();
        let window = |start| Window { floor: 0, start, end: 200 };
        let read = |start, value| memo.recall(Production::Name, window(start), || Some((start + 1, value)));
        assert_eq!(read(3, 'a'), Some((4, 'a')));
        assert_eq!(read(3, 'b'), Some((4, 'a')));
        // The other window of the slot takes it over.
        assert_eq!(read(3 + PLACES, 'c'), Some((4 + PLACES, 'c')));
        assert_eq!(read(3, 'd'), Some((4, 'd')));
        let narrow = Window { end: 100, ..window(3) };
        assert_eq!(memo.recall(Production::Name, narrow, || None::<(usize, char)>), None);
    }

    #[test]
    fn what_does_not_match_is_known_too() {
        let memo = Memo::default();
        let window = Window { floor: 0, start: 0, end: 1 };
        assert_eq!(memo.recall(Production::Post, window, || None::<(usize, ())>), None);
        assert_eq!(memo.recall(Production::Post, window, || Some((1, ()))), None);
    }
}
