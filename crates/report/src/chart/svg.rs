//! Drawing with SVG elements.

use std::fmt::Write;

/// GOV.UK's colours; each has a contrast of 4.5 or more with white, the grid apart.
pub(super) mod colour {
    pub(crate) const INK: &str = "#0b0c0c";
    pub(crate) const GREY: &str = "#505a5f";
    pub(crate) const GRID: &str = "#d2d4d5";
    pub(crate) const BAND: &str = "#e8edf2";
    pub(crate) const BLUE: &str = "#1d70b8";
    pub(crate) const RED: &str = "#d4351c";
    pub(crate) const PURPLE: &str = "#4c2c92";
}

/// An SVG picture being drawn. Coordinates that are not numbers are drawn at 0: a picture must never break a page.
pub(super) struct Svg {
    body: String,
}

/// Where a text is anchored.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Svg {
    pub(super) fn new() -> Self {
        Self {
            body: String::new(),
        }
    }

    /// The whole picture, named by its title and description.
    pub(super) fn finish(
        self,
        id: &str,
        class: &str,
        size: (f64, f64),
        named: (&str, &str),
    ) -> String {
        let id = escape(id);
        let (width, height) = (number(size.0), number(size.1));
        let (title, description) = (escape(named.0), escape(named.1));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"{id}\" class=\"{class}\" viewBox=\"0 0 {width} {height}\" \
             width=\"{width}\" height=\"{height}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" \
             font-family=\"arial, sans-serif\" focusable=\"false\">\
             <title id=\"{id}-title\">{title}</title><desc id=\"{id}-desc\">{description}</desc>{}</svg>",
            self.body
        )
    }

    /// A straight line; `attributes` such as `stroke="#0b0c0c"`.
    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), attributes: &str) {
        let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(number);
        self.push(format_args!(
            "<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" {attributes}/>"
        ));
    }

    /// A line through points; nothing for fewer than two.
    pub(super) fn path(&mut self, points: &[(f64, f64)], attributes: &str) {
        if points.len() < 2 {
            return;
        }
        let mut places = String::new();
        for (x, y) in points {
            let _ = write!(places, "{},{} ", number(*x), number(*y));
        }
        self.push(format_args!(
            "<polyline points=\"{}\" fill=\"none\" {attributes}/>",
            places.trim_end()
        ));
    }

    /// A closed shape.
    pub(super) fn polygon(&mut self, points: &[(f64, f64)], attributes: &str) {
        let places: Vec<String> = points
            .iter()
            .map(|(x, y)| format!("{},{}", number(*x), number(*y)))
            .collect();
        self.push(format_args!(
            "<polygon points=\"{}\" {attributes}/>",
            places.join(" ")
        ));
    }

    pub(super) fn circle(&mut self, at: (f64, f64), radius: f64, attributes: &str) {
        let [x, y, r] = [at.0, at.1, radius].map(number);
        self.push(format_args!(
            "<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\" {attributes}/>"
        ));
    }

    pub(super) fn rect(&mut self, corner: (f64, f64), size: (f64, f64), attributes: &str) {
        let [x, y, width, height] =
            [corner.0, corner.1, size.0.max(0.0), size.1.max(0.0)].map(number);
        self.push(format_args!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" {attributes}/>"
        ));
    }

    pub(super) fn text(
        &mut self,
        at: (f64, f64),
        size: f64,
        anchor: Anchor,
        text: &str,
        attributes: &str,
    ) {
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let [x, y, size] = [at.0, at.1, size].map(number);
        let colour = if attributes.contains("fill=") {
            String::new()
        } else {
            format!(" fill=\"{}\"", colour::INK)
        };
        let text = escape(text);
        self.push(format_args!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" text-anchor=\"{anchor}\"{colour} {attributes}>{text}</text>"
        ));
    }

    /// A filling that `fill="url(#id)"` names: tells areas apart where colours cannot. Lines of `marks` are drawn over
    /// `ground` in tiles of 8 units.
    pub(super) fn pattern(&mut self, id: &str, ground: &str, marks: &str) {
        let id = escape(id);
        self.push(format_args!(
            "<pattern id=\"{id}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">\
             <rect width=\"8\" height=\"8\" fill=\"{ground}\"/>{marks}</pattern>"
        ));
    }

    fn push(&mut self, what: std::fmt::Arguments<'_>) {
        let _ = self.body.write_fmt(what);
    }
}

/// A text that stays readable over lines.
pub(super) const HALO: &str =
    "paint-order=\"stroke\" stroke=\"#ffffff\" stroke-width=\"4\" stroke-linejoin=\"round\"";

/// About how wide a text is, in units; a little too wide rather than too narrow.
pub(super) fn text_width(text: &str, size: f64) -> f64 {
    text.chars().map(letter_width).sum::<f64>() * size
}

/// In heights of a text: Arial's letters, rounded up; ideographs and pictures are as wide as they are high.
fn letter_width(letter: char) -> f64 {
    match letter {
        ' ' | 'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.3,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '/' | '-' | '"' => 0.38,
        'm' | 'M' | 'W' | '%' | '@' => 0.93,
        'w' | 'A'..='Z' => 0.74,
        '…' | '\u{1100}'.. => 1.2,
        _ => 0.59,
    }
}

/// A text cut to the room there is, with an ellipsis; what is cut must stand whole in the table.
pub(super) fn fitted(text: &str, room: f64, size: f64) -> String {
    let mut used = 0.0;
    let mut kept = 0;
    let mut letters = text.char_indices();
    loop {
        let Some((at, letter)) = letters.next() else {
            return text.to_owned();
        };
        let needs = letter_width(letter) * size;
        if used + needs > room {
            return format!("{}…", text[..kept].trim_end());
        }
        used += needs;
        // What is kept leaves room for the ellipsis.
        if used + size <= room {
            kept = at + letter.len_utf8();
        }
    }
}

/// A text in at most so many lines, broken between words; none where it does not fit.
pub(super) fn in_lines(text: &str, room: f64, size: f64, most: usize) -> Option<Vec<String>> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        if text_width(word, size) > room {
            return None;
        }
        let fits =
            |line: &str| text_width(line, size) + text_width(word, size) + size * 0.6 <= room;
        let full = lines.len() == most;
        match lines.last_mut() {
            Some(line) if fits(line) => {
                line.push(' ');
                line.push_str(word);
            }
            _ if full => return None,
            _ => lines.push(word.to_owned()),
        }
    }
    Some(lines)
}

fn number(value: f64) -> String {
    let value = if value.is_finite() { value } else { 0.0 };
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // XML has no place for these, escaped or not.
            it if it.is_control() && !matches!(it, '\t' | '\n') => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => out.push(' '),
            it => out.push(it),
        }
    }
    out
}
