//! Exact decimal numbers: what the text says, never a binary approximation of it.

use std::cmp::Ordering;
use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};

/// An exact decimal: `digits × 10^-scale`, kept without trailing zeros.
///
/// It serialises as a JSON number with the digits the text gave: `29.9`, never `29.899999`.
///
/// ```
/// use pressfacts::Decimal;
/// let value: Decimal = "4.756".parse().unwrap();
/// assert_eq!(value.times_ten_to(6).to_string(), "4756000");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    digits: i128,
    scale: u32,
}

/// Longest fraction kept; beyond it a quotient is rounded towards zero.
const LONGEST_FRACTION: u32 = 12;

/// As many as a number of 64 bits has room for.
const FEW_DIGITS: usize = 19;

/// As many as a number of 128 bits can have: whatever is written can be read.
const MOST_DIGITS: usize = 39;

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self { digits: 0, scale: 0 };

    /// `digits × 10^-scale`.
    pub fn new(mut digits: i128, mut scale: u32) -> Self {
        // Division of 128 bits is slow, and hardly any number has as many.
        if let Ok(mut few) = i64::try_from(digits) {
            while scale > 0 && few % 10 == 0 {
                few /= 10;
                scale -= 1;
            }
            return Self { digits: few.into(), scale };
        }
        while scale > 0 && digits % 10 == 0 {
            digits /= 10;
            scale -= 1;
        }
        Self { digits, scale }
    }

    /// Reads the digits, at most one point among them, of a number of at least zero.
    pub(crate) fn of_digits(written: impl Iterator<Item = u8>) -> Option<Self> {
        let (mut digits, mut few, mut count, mut point) = (0i128, 0u64, 0, None);
        for byte in written {
            match byte {
                b'0'..=b'9' => {
                    // Multiplication of 128 bits is slow as well.
                    if count < FEW_DIGITS {
                        few = few * 10 + u64::from(byte - b'0');
                        digits = few.into();
                    } else {
                        digits = digits.checked_mul(10)?.checked_add(i128::from(byte - b'0'))?;
                    }
                    count += 1;
                }
                b'.' if point.is_none() => point = Some(count),
                _ => return None,
            }
        }
        let scale = count - point.unwrap_or(count);
        (1..=MOST_DIGITS).contains(&count).then(|| Self::new(digits, scale as u32))
    }

    /// The value times a power of ten (a scale word: `million` is 6); saturates far beyond any quantity.
    #[must_use]
    pub fn times_ten_to(self, exponent: u32) -> Self {
        if exponent == 0 {
            return self;
        }
        let kept = self.scale.saturating_sub(exponent);
        let factor = 10i128.saturating_pow(exponent.saturating_sub(self.scale));
        Self::new(self.digits.saturating_mul(factor), kept)
    }

    /// The value divided by a power of ten: `10−3` in scientific notation.
    #[must_use]
    pub(crate) fn shifted_down(self, exponent: u32) -> Self {
        Self::new(self.digits, self.scale + exponent)
    }

    /// Sum of the two.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        if self.scale == other.scale {
            return Self::new(self.digits.saturating_add(other.digits), self.scale);
        }
        let scale = self.scale.max(other.scale);
        let aligned = |d: Self| d.digits.saturating_mul(10i128.saturating_pow(scale - d.scale));
        Self::new(aligned(self).saturating_add(aligned(other)), scale)
    }

    /// Product of the two.
    #[must_use]
    pub fn times(self, other: Self) -> Self {
        Self::new(self.digits.saturating_mul(other.digits), self.scale + other.scale)
    }

    /// Quotient, cut after twelve decimals; `None` for a zero divisor and for more digits than can be kept.
    pub fn over(self, divisor: Self) -> Option<Self> {
        if divisor.digits == 0 {
            return None;
        }
        let raised = self.digits.checked_mul(10i128.checked_pow(LONGEST_FRACTION + divisor.scale)?)?;
        Some(Self::new(raised / divisor.digits, LONGEST_FRACTION + self.scale))
    }

    /// The value with its sign turned.
    #[must_use]
    pub fn negated(self) -> Self {
        Self { digits: self.digits.saturating_neg(), ..self }
    }

    /// The value as a whole number, where it is one that fits.
    pub fn to_integer(self) -> Option<i64> {
        if self.scale == 0 { i64::try_from(self.digits).ok() } else { None }
    }
}

impl From<i64> for Decimal {
    fn from(value: i64) -> Self {
        Self::new(value.into(), 0)
    }
}

impl std::str::FromStr for Decimal {
    type Err = NotADecimal;

    /// Reads plain digits with at most one point: `1234.5`. Separators of thousands are the grammar's business.
    fn from_str(text: &str) -> Result<Self, NotADecimal> {
        let (negative, body) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let value = Self::of_digits(body.bytes()).ok_or(NotADecimal)?;
        Ok(if negative { value.negated() } else { value })
    }
}

/// The text is not a plain decimal, or has more than 39 digits, or is larger than 128 bits hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a plain decimal number of at most 39 digits")]
pub struct NotADecimal;

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(whole) = self.to_integer() {
            return whole.fmt(f);
        }
        if self.scale == 0 {
            return self.digits.fmt(f);
        }
        let sign = if self.digits < 0 { "-" } else { "" };
        let width = self.scale as usize + 1;
        let padded = format!("{:0width$}", self.digits.unsigned_abs());
        let (whole, fraction) = padded.split_at(padded.len() - self.scale as usize);
        write!(f, "{sign}{whole}.{fraction}")
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.scale == other.scale {
            return self.digits.cmp(&other.digits);
        }
        self.plus(other.negated()).digits.cmp(&0)
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Some(whole) = self.to_integer() {
            return serializer.serialize_i64(whole);
        }
        // The shortest form of the nearest double is the decimal itself up to 15 digits, which press text hardly ever
        // exceeds, and readers of JSON seldom keep.
        let nearest: f64 = self.to_string().parse().map_err(serde::ser::Error::custom)?;
        serializer.serialize_f64(nearest)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NumberVisitor)
    }
}

/// Takes whole numbers as they are: a double has room for fewer digits.
struct NumberVisitor;

impl Visitor<'_> for NumberVisitor {
    type Value = Decimal;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_i64<E: de::Error>(self, whole: i64) -> Result<Decimal, E> {
        Ok(Decimal::from(whole))
    }

    fn visit_u64<E: de::Error>(self, whole: u64) -> Result<Decimal, E> {
        Ok(Decimal::new(whole.into(), 0))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Decimal, E> {
        number.to_string().parse().map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    fn decimal(text: &str) -> Decimal {
        text.parse().expect("a decimal")
    }

    #[test]
    fn scales_without_rounding() {
        assert_eq!(decimal("29.9").to_string(), "29.9");
        assert_eq!(decimal("13.41").times_ten_to(12), decimal("13410000000000"));
        assert_eq!(decimal("0.5").times_ten_to(6), Decimal::from(500_000));
        assert_eq!(decimal("1.25").times_ten_to(1).to_string(), "12.5");
    }

    #[test]
    fn divides_to_twelve_places() {
        assert_eq!(Decimal::from(1).over(Decimal::from(5)), Some(decimal("0.2")));
        assert_eq!(Decimal::from(2).over(Decimal::from(3)), Some(decimal("0.666666666666")));
        assert_eq!(Decimal::from(2).over(Decimal::ZERO), None);
        assert_eq!(Decimal::from(1).over(decimal("2.000000000000000000000000000001")), None);
    }

    #[test]
    fn orders_across_scales() {
        assert!(decimal("2.5") > Decimal::from(2));
        assert!(decimal("-0.1") < Decimal::ZERO);
    }

    #[test]
    fn refuses_what_is_no_number() {
        for text in ["", ".", "-", "1.2.3", "1,000", "1e5", "１"] {
            assert!(text.parse::<Decimal>().is_err(), "{text:?}");
        }
        assert_eq!(decimal(".5"), decimal("0.5"));
    }

    #[test]
    fn serialises_the_digits_of_the_text() {
        let json = serde_json::to_string(&[decimal("29.9"), decimal("4756000"), decimal("-0.05")]).expect("json");
        assert_eq!(json, "[29.9,4756000,-0.05]");
        let back: Vec<Decimal> = serde_json::from_str(&json).expect("decimals");
        assert_eq!(back[0], decimal("29.9"));
    }

    #[test]
    fn what_is_written_can_be_read() {
        let long = decimal("22222222222222222222222222222222222");
        let largest = long.times_ten_to(30);
        for number in [decimal("9007199254740993"), Decimal::from(i64::MIN), long, largest, largest.negated()] {
            let written = serde_json::to_string(&number).expect("json");
            let read: Decimal = serde_json::from_str(&written).expect(&written);
            assert_eq!(serde_json::to_string(&read).expect("json"), written);
            assert!(number.to_integer().is_none() || read == number, "whole numbers are read as they are");
        }
        assert!("9".repeat(39).parse::<Decimal>().is_err() && "1".repeat(39).parse::<Decimal>().is_ok());
    }

    #[test]
    fn many_digits_are_read_as_the_double_that_was_written() {
        let numbers = (1..10).flat_map(|digit: u32| (16..29).map(move |digits| digit.to_string().repeat(digits)));
        for number in numbers {
            let written = serde_json::to_string(&decimal(&number)).expect("JSON");
            let read: Decimal = serde_json::from_str(&written).expect("a number");
            assert_eq!(serde_json::to_string(&read).expect("JSON"), written, "{number}");
        }
    }
}
