//! Panics of the work on one document: they are that document's fault, and told as such.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo, catch_unwind};

thread_local! {
    /// Set while the work of this thread is guarded: where and how it broke off.
    static BROKEN_OFF: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Keeps what guarded work says on breaking off from being printed where it happens, beside the error that tells it.
pub(crate) fn keep() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let kept = BROKEN_OFF.with_borrow_mut(|kept| kept.as_mut().map(|kept| *kept = told(info)).is_some());
        if !kept {
            usual(info);
        }
    }));
}

fn told(info: &PanicHookInfo<'_>) -> String {
    let payload = info.payload();
    let what = payload.downcast_ref::<String>().map(String::as_str).or(payload.downcast_ref::<&str>().copied());
    let what = what.unwrap_or("no message");
    info.location().map_or_else(|| what.to_owned(), |location| format!("{what}, at {location}"))
}

/// What the work makes; where it panics, how it broke off.
pub(crate) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    BROKEN_OFF.set(Some(String::new()));
    let done = catch_unwind(AssertUnwindSafe(work));
    let how = BROKEN_OFF.take().unwrap_or_default();
    done.map_err(|_| how)
}
