//! What a cell holds: nothing, a value, or something that could not be read.

use crate::{Day, Word};

/// A cell of a return.
///
/// It has no `==` and no `<`: two blanks never agree or disagree by accident. The named comparisons are true only when
/// both cells hold a value.
#[derive(Clone, Copy, Debug)]
pub enum Field<T> {
    /// Nothing but spaces, or `#N/A`.
    Blank,
    /// A value that was read.
    Value(T),
    /// Something is there, and it is not what the column holds; its text is kept.
    Unreadable(Word),
}

impl<T: Copy> Field<T> {
    /// The value, when there is one.
    #[must_use]
    pub fn value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Blank | Self::Unreadable(_) => None,
        }
    }

    /// Whether nothing was given.
    #[must_use]
    pub fn is_blank(self) -> bool {
        matches!(self, Self::Blank)
    }

    /// Whether something was given that could not be read.
    #[must_use]
    pub fn is_unreadable(self) -> bool {
        matches!(self, Self::Unreadable(_))
    }

    /// Whether a value is given and holds this.
    #[must_use]
    pub fn is_and(self, test: impl FnOnce(T) -> bool) -> bool {
        self.value().is_some_and(test)
    }
}

impl<T: Copy + PartialOrd> Field<T> {
    /// Both given, and this one smaller or earlier.
    #[must_use]
    pub fn before(self, other: Self) -> bool {
        matches!((self.value(), other.value()), (Some(a), Some(b)) if a < b)
    }

    /// Both given, and this one greater or later.
    #[must_use]
    pub fn after(self, other: Self) -> bool {
        other.before(self)
    }

    /// Both given and the same.
    #[must_use]
    pub fn same_as(self, other: Self) -> bool {
        matches!((self.value(), other.value()), (Some(a), Some(b)) if a == b)
    }

    /// Both given and not the same.
    #[must_use]
    pub fn differs_from(self, other: Self) -> bool {
        matches!((self.value(), other.value()), (Some(a), Some(b)) if a != b)
    }
}

/// A cell as it comes out of a file, before anyone asks what the column should hold.
#[derive(Clone, Copy, Debug)]
pub enum Raw<'a> {
    /// An empty cell.
    Blank,
    /// Text.
    Text(&'a str),
    /// A number.
    Number(f64),
    /// A real date of a spreadsheet, its time dropped.
    Date(Day),
    /// A truth value of a spreadsheet.
    Truth(bool),
}

/// Text without spaces around it, non-breaking ones too; `None` when nothing is left, or it reads `#N/A`.
#[must_use]
pub fn trimmed(text: &str) -> Option<&str> {
    let text = text.trim();
    (!text.is_empty() && text != "#N/A").then_some(text)
}

/// The day a text names: d/m/yyyy, dd/mm/yyyy or yyyy-mm-dd, with a time behind it that is dropped.
///
/// `31/02/2018`, `01/03/18`, a bare number and words name none.
#[must_use]
pub fn day_in(text: &str) -> Option<Day> {
    let bytes = text.as_bytes();
    let digits = |from: usize, to: usize| -> Option<i16> {
        let part = bytes.get(from..to)?;
        let mut number = 0i16;
        for byte in part {
            if !byte.is_ascii_digit() {
                return None;
            }
            number = number * 10 + i16::from(byte - b'0');
        }
        (!part.is_empty()).then_some(number)
    };
    let (year, month, day, rest);
    if bytes.get(4) == Some(&b'-') && bytes.get(7) == Some(&b'-') {
        (year, month, day, rest) = (digits(0, 4)?, digits(5, 7)?, digits(8, 10)?, 10);
    } else {
        let first = bytes.iter().take(3).position(|byte| *byte == b'/')?;
        let second = first
            + 1
            + bytes[first + 1..]
                .iter()
                .take(3)
                .position(|byte| *byte == b'/')?;
        (day, month, rest) = (digits(0, first)?, digits(first + 1, second)?, second + 5);
        year = digits(second + 1, second + 5)?;
    }
    if rest < bytes.len() && !is_time(&bytes[rest..]) {
        return None;
    }
    Day::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?)
}

/// A time behind a date: ` 09:30`, `T00:00:00`, ` 00:00:00.000`, `T11:14:05Z`, ` 9:30 AM`, `+00:00` behind it.
fn is_time(rest: &[u8]) -> bool {
    let Ok(rest) = std::str::from_utf8(rest) else {
        return false;
    };
    let Some(rest) = rest.strip_prefix(|it: char| it.is_whitespace() || matches!(it, 'T' | 't'))
    else {
        return false;
    };
    let rest = rest.trim();
    let half = ["AM", "PM", "am", "pm", "Z", "z"]
        .iter()
        .find_map(|it| rest.strip_suffix(it))
        .map(str::trim_end);
    let (clock, offset) = match half.unwrap_or(rest) {
        it if half.is_some() => (it, None),
        it => it
            .find(['+', '-'])
            .map_or((it, None), |at| (&it[..at], Some(&it[at + 1..]))),
    };
    let whole = |part: &str, below: u32| {
        (1..=2).contains(&part.len())
            && part.bytes().all(|it| it.is_ascii_digit())
            && part.parse().is_ok_and(|it: u32| it < below)
    };
    let mut parts = clock.split(':');
    let seconds = |text: &str| {
        let (seconds, fraction) = text.split_once('.').unwrap_or((text, "0"));
        whole(seconds, 61) && fraction.bytes().all(|it| it.is_ascii_digit())
    };
    let offset_is_one = |text: &str| {
        if !text.is_ascii() {
            return false;
        }
        let (hours, minutes) = text
            .split_once(':')
            .unwrap_or_else(|| text.split_at(text.len().min(2)));
        whole(hours, 15) && (minutes.is_empty() || whole(minutes, 60))
    };
    parts.next().is_some_and(|it| whole(it, 24))
        && parts.next().is_some_and(|it| whole(it, 60))
        && parts.next().is_none_or(seconds)
        && parts.next().is_none()
        && offset.is_none_or(offset_is_one)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_councils_write_them() {
        let fifth = Day::new(2018, 3, 5);
        for text in [
            "05/03/2018",
            "5/3/2018",
            "05/3/2018",
            "2018-03-05",
            "05/03/2018 09:30",
            "2018-03-05T00:00:00",
            "2018-03-05 00:00:00.000",
            "5/3/2018 9:30 AM",
            "2018-03-05T11:14:05Z",
            "2018-03-05T11:14:05+0100",
            "05/03/2018\u{a0}09:30",
            "2018-03-05T11:14:05+00:00",
        ] {
            assert_eq!(day_in(text), fifth, "{text}");
        }
        for text in [
            "31/02/2018",
            "01/03/18",
            "43164",
            "tbc",
            "05/03/2018x",
            "05/03/2018 09:30-rubbish",
            "05/03/2018 09:30+\u{e9}\u{e9}",
            "05/03/2018 09:30-9:99",
            "05/03/2018 9",
            "2018-3-5",
            "05-03-2018",
            "/3/2018",
            "05/13/2018",
            "5 March 2018",
            "2018/03/05",
            "",
            "05/03/20188",
        ] {
            assert_eq!(day_in(text), None, "{text}");
        }
    }

    #[test]
    fn two_blanks_neither_agree_nor_differ() {
        let (blank, one, two) = (Field::<i32>::Blank, Field::Value(1), Field::Value(2));
        assert!(!blank.same_as(blank) && !blank.differs_from(one) && !blank.before(one));
        assert!(one.before(two) && two.after(one) && one.same_as(one) && one.differs_from(two));
    }

    #[test]
    fn spaces_and_not_available_are_blank() {
        assert_eq!(trimmed(" \u{a0}\t"), None);
        assert_eq!(trimmed(" #N/A "), None);
        assert_eq!(trimmed(" k1 "), Some("k1"));
    }
}
