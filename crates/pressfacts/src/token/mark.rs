//! Marks that stand alone, by what they are.

use super::Kind;

/// What the mark is where nothing around it says more.
pub(super) const fn kind(mark: char) -> Kind {
    match mark {
        ',' | '，' | '、' => Kind::Comma,
        '.' | '。' => Kind::Period,
        '!' | '?' | '！' | '？' => Kind::Terminal,
        ':' | '：' => Kind::Colon,
        ';' | '；' => Kind::Semicolon,
        '-' | '‐' | '‑' | '−' => Kind::Hyphen,
        '–' | '—' | '―' | '‒' | '_' => Kind::Dash,
        '/' | '⁄' => Kind::Slash,
        '(' | '[' | '{' | '（' | '【' | '［' | '〔' => Kind::Open,
        ')' | ']' | '}' | '）' | '】' | '］' | '〕' => Kind::Close,
        '“' | '„' | '«' | '‘' | '「' | '『' => Kind::OpenQuote,
        '”' | '»' | '」' | '』' => Kind::CloseQuote,
        '"' => Kind::Quote,
        '%' | '％' | '‰' => Kind::Percent,
        '$' | '€' | '£' | '¥' | '₹' | '₩' | '₽' | '₦' | '₱' | '฿' | '₫' | '₺' | '₪' | '₴' | '₡' | '￥' => {
            Kind::Currency
        }
        '&' | '＆' => Kind::Ampersand,
        '+' => Kind::Plus,
        '•' | '·' | '●' | '▪' | '◦' | '‣' | '■' | '○' => Kind::Bullet,
        _ => Kind::Symbol,
    }
}
