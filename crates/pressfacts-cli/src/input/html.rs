//! The main text of a web page.

mod watch;

use std::cell::Cell;

use chrono::NaiveDate;
use dom_query::{Document, NodeId};
use dom_smoothie::{Config, Readability, ReadabilityError, TextMode};
use html5ever::TokenizerResult;
use html5ever::tokenizer::{BufferQueue, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{Tracer, TreeBuilder, TreeBuilderOpts, TreeSink as _};
use pressfacts::parse_published;

use super::fault::Problem;
use watch::Watch;

/// What holds no text to read.
const NOT_TEXT: &str = "script, style, noscript, template, head, nav, svg";

/// Elements open at once. The parser's work on a tag, and that on the tree that it makes, grows with their number, so that
/// without a limit a page of a hundred kilobytes takes minutes. Browsers go to 512.
const DEEPEST: usize = 256;
/// Bytes of a page: what the parser does for one is not linear in the size of all that it is given.
const LARGEST: usize = 16 << 20;
/// Bytes of a stretch of text times the signs in it that HTML writes as references: so many bytes are looked at when the
/// library writes it.
const DENSEST: usize = 1 << 32;
/// Bytes of a page parsed between two looks at the tree.
const STRETCH: usize = 1024;
/// Nodes of the tree that any page may have, beside one for each of its bytes. Tags that are never closed are opened anew in
/// each paragraph, so that a tree can be far larger than its page.
const NODES: usize = 10_000;

/// Comparisons of attributes: each is compared with those before it in its tag. What could stand between two of them is
/// counted, in long comments and in images written into a tag as well: from outside these cannot be told apart. An image of
/// two megabytes passes.
const COMPARISONS: usize = 1 << 30;

/// Title and main text of a page, without menus and footers, and the date of publication that its metadata give. A page
/// that has no main part is read whole.
pub(super) fn main_text(page: &str) -> Result<(String, Option<NaiveDate>), Problem> {
    let tree = parse(page)?;
    let (title, body, published) = match article(tree.clone()) {
        Ok(article) => {
            let published = article.published_time.and_then(|time| parse_published(&time).ok());
            (article.title, tidy(&article.text_content), published)
        }
        Err(_) => (String::new(), tidy(&whole(&tree)), None),
    };
    let title = tidy(&title);
    let text = if title.is_empty() || body.contains(&title) { body } else { format!("{title}\n\n{body}") };
    if text.trim().is_empty() { Err(Problem::EmptyPage) } else { Ok((text, published)) }
}

/// The page as a tree, parsed as browsers do where no script runs.
fn parse(page: &str) -> Result<Document, Problem> {
    if page.len() > LARGEST {
        return Err(Problem::LargePage(LARGEST));
    }
    let options = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let builder = TreeBuilder::new(Document::default(), options);
    let tokenizer = Tokenizer::new(Watch::new(builder), TokenizerOpts::default());
    let (mut rest, mut parsed, mut attributes, mut comparisons) = (page, 0, 0, 0);
    let input = BufferQueue::default();
    while !rest.is_empty() {
        let end = (STRETCH..rest.len()).find(|&at| rest.is_char_boundary(at)).unwrap_or(rest.len());
        let (stretch, behind) = rest.split_at(end);
        input.push_back(stretch.into());
        // It stops where a script would run.
        while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
        parsed += stretch.len();
        rest = behind;
        let more = borders(stretch);
        attributes = if tokenizer.sink.made_any() { 0 } else { attributes + more };
        comparisons += more * attributes;
        if comparisons > COMPARISONS {
            return Err(Problem::ManyAttributes);
        }
        let builder = &tokenizer.sink.sink;
        if builder.sink.tree.len() > parsed + NODES {
            return Err(Problem::TooManyNodes);
        }
        let open = Open::default();
        builder.trace_handles(&open);
        if open.0.get() > DEEPEST {
            return Err(Problem::TooDeep(DEEPEST));
        }
    }
    tokenizer.end();
    let page = tokenizer.sink.sink.sink.finish();
    if page.root().descendants_it().any(|node| node.is_text() && is_dense(&node.text())) {
        return Err(Problem::DensePage);
    }
    Ok(page)
}

/// Where an attribute may begin.
fn borders(stretch: &str) -> usize {
    stretch.bytes().filter(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'"' | b'\'')).count()
}

fn is_dense(text: &str) -> bool {
    let written = text.bytes().filter(|byte| matches!(byte, b'&' | b'<' | b'>' | 0xc2)).count();
    text.len().saturating_mul(written) > DENSEST
}

/// Counts the elements that the parser holds open, and those that it will open anew.
#[derive(Default)]
struct Open(Cell<usize>);

impl Tracer for Open {
    type Handle = NodeId;

    fn trace_handle(&self, _: &NodeId) {
        self.0.set(self.0.get() + 1);
    }
}

fn article(page: Document) -> Result<dom_smoothie::Article, ReadabilityError> {
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    Readability::with_document(page, None, Some(config))?.parse()
}

/// All text of the page.
fn whole(page: &Document) -> String {
    page.select(NOT_TEXT).remove();
    page.formatted_text().to_string()
}

/// Lines without blanks around them, at most one empty line between paragraphs.
fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let mut gap = false;
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            gap = !tidy.is_empty();
            continue;
        }
        if !tidy.is_empty() {
            tidy.push_str(if gap { "\n\n" } else { "\n" });
        }
        gap = false;
        tidy.push_str(line);
    }
    tidy
}

#[cfg(test)]
mod tests {
    use super::{main_text, tidy};

    #[test]
    fn a_page_without_a_main_part_is_read_whole() {
        let (text, published) = main_text("<html><script>var x = 1;</script><p>The office opened on May 3, 2024.").expect("text");
        assert_eq!((text.as_str(), published), ("The office opened on May 3, 2024.", None));
        assert!(main_text("<html><body></body></html>").is_err());
    }

    #[test]
    fn a_page_has_limits() {
        let problem = |page: &str| main_text(page).err().map(|problem| problem.to_string());
        let page = |open: &str, number: usize| format!("<!doctype html>{}It opened on May 3, 2024.", open.repeat(number));
        let deep = Some("a web page with more than 256 elements open at once");
        assert_eq!(problem(&page("<div>", 200)), None);
        assert_eq!(problem(&page("<div>", 100_000)).as_deref(), deep);
        assert_eq!(problem(&page("<table><tr><td>", 100_000)).as_deref(), deep);
        assert_eq!(problem(&page("<svg><g>", 100_000)).as_deref(), deep);
        // Nothing is deep that is closed, or closes itself.
        assert_eq!(problem(&page("<p>One", 5000)), None);
        let fonts = (0..100).map(|number| format!("<font id={number}>")).collect::<Vec<_>>().concat();
        let paragraphs = page("<p>", 1) + &fonts + &"<p>x".repeat(10_000);
        let swollen = "a web page with far more elements than tags: too many of these are never closed";
        assert_eq!(problem(&paragraphs).as_deref(), Some(swollen));
        assert_eq!(
            problem(&page("&", 100_000)).as_deref(),
            Some("a web page with too many signs such as & in one stretch of text")
        );
        let many = Some("a web page with too many attributes in one tag, or too long a comment");
        let attributes = |between: &str| {
            let each: Vec<_> = (0..30_000).map(|number| format!("a{number}=\"<p>\"")).collect();
            each.join(between)
        };
        for between in [" ", "/", "", " a0 a0 "] {
            assert_eq!(problem(&format!("{}<p {}>", page("<p>", 1), attributes(between))).as_deref(), many);
        }
        // A tag in a comment or a text is none, and a long attribute is one.
        assert_eq!(problem(&format!("{}<!-- <p -->{}", page("<p>", 1), attributes(" "))), None);
        assert_eq!(problem(&format!("<img src=\"data:{}\">{}", "iVBORw0KGgo/".repeat(1 << 15), page("<p>", 1))), None);
        assert_eq!(problem(&page(" ", 20 << 20)).as_deref(), Some("a web page of more than 16777216 bytes"));
    }

    #[test]
    fn lines_are_tidy() {
        assert_eq!(tidy("\n\n one \n\n\n\n two\n three  \n"), "one\n\ntwo\nthree");
    }
}
