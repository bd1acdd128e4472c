//! The main text of a web page.

use chrono::NaiveDate;
use dom_smoothie::{Config, Readability, ReadabilityError, TextMode};
use pressfacts::parse_published;

use super::fault::Problem;

/// What holds no text to read.
const NOT_TEXT: &str = "script, style, noscript, template, head, nav, svg";

/// Title and main text of a page, without menus and footers, and the date of publication that its metadata give. A page
/// that has no main part is read whole.
pub(super) fn main_text(page: &str) -> Result<(String, Option<NaiveDate>), Problem> {
    let (title, body, published) = match article(page) {
        Ok(article) => {
            let published = article.published_time.and_then(|time| parse_published(&time).ok());
            (article.title, tidy(&article.text_content), published)
        }
        Err(_) => (String::new(), tidy(&whole(page)?), None),
    };
    let title = tidy(&title);
    let text = if title.is_empty() || body.contains(&title) { body } else { format!("{title}\n\n{body}") };
    if text.trim().is_empty() { Err(Problem::EmptyPage) } else { Ok((text, published)) }
}

fn article(page: &str) -> Result<dom_smoothie::Article, ReadabilityError> {
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    Readability::new(page, None, Some(config))?.parse()
}

/// All text of the page.
fn whole(page: &str) -> Result<String, Problem> {
    let page = Readability::new(page, None, None).map_err(|_| Problem::EmptyPage)?;
    page.doc.select(NOT_TEXT).remove();
    Ok(page.doc.formatted_text().to_string())
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
    fn lines_are_tidy() {
        assert_eq!(tidy("\n\n one \n\n\n\n two\n three  \n"), "one\n\ntwo\nthree");
    }
}
