//! iCalendar as RFC 5545 wants it: escaped, folded at 75 octets, lines ending in CR LF.
//!
//! Written here and not by a crate: those there are bring a second library of dates and a source of random ids, for two
//! rules of text. What is written is read back by one of them in the tests.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use waymark_data::Day;

/// A calendar being written.
pub(super) struct Calendar(String);

impl Calendar {
    /// An empty one of this name.
    pub(super) fn named(name: &str) -> Self {
        let mut it = Self(String::new());
        it.line("BEGIN", "VCALENDAR");
        it.line("VERSION", "2.0");
        it.line("PRODID", "-//Waymark//Calendar//EN");
        it.line("CALSCALE", "GREGORIAN");
        it.line("METHOD", "PUBLISH");
        it.text("X-WR-CALNAME", name);
        it.line("REFRESH-INTERVAL;VALUE=DURATION", "PT6H");
        it.line("X-PUBLISHED-TTL", "PT6H");
        it
    }

    /// One line whose value needs no escaping.
    pub(super) fn line(&mut self, name: &str, value: &str) {
        let line = format!("{name}:{value}");
        let mut width = 0;
        for letter in line.chars() {
            // The blank that begins a folded line counts too.
            if width + letter.len_utf8() > 75 {
                self.0.push_str("\r\n ");
                width = 1;
            }
            self.0.push(letter);
            width += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// One line of text that people wrote; none if they wrote nothing.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        if !value.trim().is_empty() {
            self.line(name, &escaped(value));
        }
    }

    /// A day.
    pub(super) fn day(&mut self, name: &str, day: Day) {
        let value = day.to_string().replace('-', "");
        self.line(&format!("{name};VALUE=DATE"), &value);
    }

    /// A moment, in UTC: no program needs to know England's clocks for it.
    pub(super) fn moment(&mut self, name: &str, at: Timestamp) {
        let utc = TimeZone::UTC.to_datetime(at);
        let value = utc.strftime("%Y%m%dT%H%M%SZ").to_string();
        self.line(name, &value);
    }

    /// The whole calendar.
    pub(super) fn done(mut self) -> String {
        self.line("END", "VCALENDAR");
        self.0
    }
}

/// Text as a value: backslash, comma and semicolon marked, lines as `\n`, and nothing that cannot be shown.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ',' | ';' => {
                out.push('\\');
                out.push(letter);
            }
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => out.push_str("\\n"),
            other if other.is_control() => {}
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_folded_between_letters_at_75_octets() {
        let mut calendar = Calendar::named("x");
        calendar.text("SUMMARY", &"é👩‍👧 ".repeat(60));
        let written = calendar.done();
        assert!(written.ends_with("END:VCALENDAR\r\n"));
        for line in written.split("\r\n") {
            assert!(line.len() <= 75, "{} octets", line.len());
            assert!(!line.contains(['\r', '\n']));
        }
        let unfolded = written.replace("\r\n ", "");
        assert!(unfolded.contains(&format!("SUMMARY:{}", "é👩‍👧 ".repeat(60))));
    }

    #[test]
    fn no_text_begins_a_line_of_its_own() {
        let mut calendar = Calendar::named("x");
        calendar.text(
            "SUMMARY",
            "One, two; three\\four\r\nEND:VEVENT\rATTENDEE:mailto:x\u{0}",
        );
        let written = calendar.done().replace("\r\n ", "");
        let expected = "SUMMARY:One\\, two\\; three\\\\four\\nEND:VEVENT\\nATTENDEE:mailto:x\r\n";
        assert!(written.contains(expected), "{written}");
        assert_eq!(written.matches("\r\nEND:").count(), 1);
    }

    #[test]
    fn moments_are_utc_and_days_are_days() {
        let mut calendar = Calendar::named("");
        calendar.moment("DTSTART", "2018-04-24T13:30:00.5Z".parse().unwrap());
        calendar.day("DUE", "2018-04-24".parse().unwrap());
        let written = calendar.done();
        assert!(written.contains("\r\nDTSTART:20180424T133000Z\r\n"));
        assert!(written.contains("\r\nDUE;VALUE=DATE:20180424\r\n"));
        assert!(!written.contains("X-WR-CALNAME"));
    }
}
