//! Inspection reports: judgements, and what needs to improve.

use super::dates::{Inspected, day};
use super::error::{OfstedError, Problems, quoted};
use super::grade::Grade;
use serde_json::Value;
use waymark_data::Day;

/// One inspection of one council, as its report gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspection {
    /// Ofsted's number of the council.
    pub urn: String,
    /// The council as the file writes it: "tower hamlets".
    pub council: String,
    /// "ILACS", "SIF"; empty where the file does not say.
    pub kind: String,
    /// When inspectors were there.
    pub inspected: Inspected,
    /// When the report was published.
    pub published: Day,
    /// The grades.
    pub judgements: Judgements,
    /// What needs to improve, as the report lists it. None: the file has no list, which says nothing of the council.
    pub needs_to_improve: Option<Vec<String>>,
    /// Whether the report itself is under the Open Government Licence, so that its words may be shown to anyone.
    pub open_licence: bool,
    /// The report's file.
    pub file: String,
}

/// The grades of an inspection, each none where the report gives none or the file lost it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Judgements {
    /// Overall effectiveness.
    pub overall: Option<Grade>,
    /// Leaders.
    pub leaders: Option<Grade>,
    /// Children who need help and protection.
    pub help: Option<Grade>,
    /// Children in care.
    pub care: Option<Grade>,
    /// Care leavers.
    pub leavers: Option<Grade>,
}

/// The reports of a file.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Reports {
    /// In the order of the file.
    pub inspections: Vec<Inspection>,
    /// Reports that the file itself says could not be read: the council and the report's file.
    pub unread: Vec<(String, String)>,
}

/// The inspections of a council, the latest first. It is known by Ofsted's number or by its name, whatever the case, "and"
/// or "&", and with or without "council".
#[must_use]
pub fn inspections_of<'i>(inspections: &'i [Inspection], la: &str) -> Vec<&'i Inspection> {
    let wanted = plain(la);
    let its = inspections.iter();
    let mut its: Vec<&Inspection> = its
        .filter(|it| it.urn == la.trim() || (!wanted.is_empty() && plain(&it.council) == wanted))
        .collect();
    its.sort_by_key(|it| std::cmp::Reverse(it.published));
    its
}

/// A council's name without what people write in different ways.
fn plain(name: &str) -> String {
    let name = name.to_lowercase().replace('&', " and ");
    let words = name
        .split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty());
    let left_out = [
        "council",
        "city",
        "county",
        "borough",
        "metropolitan",
        "district",
        "london",
        "royal",
        "of",
        "the",
        "mbc",
        "upon",
        "lb",
    ];
    let kept: Vec<&str> = words.clone().filter(|it| !left_out.contains(it)).collect();
    // "City of London" is left with nothing of its own.
    if kept.is_empty() {
        words.collect::<Vec<_>>().join(" ")
    } else {
        kept.join(" ")
    }
}

pub(super) fn read(file: &str, text: &str) -> Result<Reports, OfstedError> {
    let damaged = |line: usize, why: &str| OfstedError::Damaged {
        file: file.to_owned(),
        line,
        why: why.to_owned(),
    };
    let whole: Value = serde_json::from_str(text).map_err(|it| {
        let why = if it.is_eof() {
            "it stops before its end"
        } else {
            "it is not JSON from here on"
        };
        damaged(it.line(), why)
    })?;
    let list = match &whole {
        Value::Array(list) => list.as_slice(),
        Value::Object(one) => match one.values().find_map(Value::as_array) {
            Some(list) if !one.contains_key("urn") => list.as_slice(),
            _ => std::slice::from_ref(&whole),
        },
        _ => return Err(damaged(1, "it is no list of reports")),
    };
    let mut problems = Problems::default();
    let mut out = Reports::default();
    for (at, report) in list.iter().enumerate() {
        let words = |name: &str| report[name].as_str().unwrap_or_default().trim().to_owned();
        if report.get("error").is_some() && report.get("judgements").is_none() {
            out.unread.push((words("la"), words("file")));
            continue;
        }
        let place = match (words("la"), words("file")) {
            (la, name) if !la.is_empty() && !name.is_empty() => {
                format!("Report {} ({la}, {name})", at + 1)
            }
            _ => format!("Report {}", at + 1),
        };
        if let Some(it) = inspection(report, &place, &mut problems) {
            out.inspections.push(it);
        }
    }
    problems.or(file, out)
}

fn inspection(report: &Value, place: &str, problems: &mut Problems) -> Option<Inspection> {
    if !report.is_object() {
        problems.add(format!("{place}: it is no report"));
        return None;
    }
    let words = |name: &str| match &report[name] {
        Value::String(it) => it.trim().to_owned(),
        Value::Number(it) => it.to_string(),
        _ => String::new(),
    };
    if words("la").is_empty() {
        problems.add(format!("{place}, la: it is blank"));
    }
    let published = words("published");
    let published_on = day(&published, None);
    if published_on.is_none() {
        let published = quoted(&published);
        problems.add(format!(
            "{place}, published: {published} is no day such as 17 august 2018"
        ));
    }
    let mut grade = |name: &str| match &report["judgements"][name] {
        Value::String(text) => Grade::read(text).unwrap_or_else(|()| {
            problems.add(format!(
                "{place}, judgements, {name}: {} is no grade",
                quoted(text)
            ));
            None
        }),
        Value::Null => None,
        _ => {
            problems.add(format!("{place}, judgements, {name}: it is no text"));
            None
        }
    };
    let judgements = Judgements {
        overall: grade("overall"),
        leaders: grade("leaders"),
        help: grade("help"),
        care: grade("care"),
        leavers: grade("leavers"),
    };
    let needs_to_improve = match &report["needs_to_improve"] {
        Value::Null => None,
        Value::Array(items) if items.iter().all(Value::is_string) => {
            let items = items.iter().filter_map(Value::as_str);
            let items = items.map(|it| it.trim().to_owned());
            Some(items.filter(|it| !it.is_empty()).collect())
        }
        _ => {
            problems.add(format!("{place}, needs_to_improve: it is no list of texts"));
            None
        }
    };
    Some(Inspection {
        urn: words("urn"),
        council: words("la"),
        kind: words("kind"),
        inspected: Inspected::read(&words("inspection_dates")),
        published: published_on?,
        judgements,
        needs_to_improve,
        open_licence: report["ogl"].as_bool().unwrap_or(false),
        file: words("file"),
    })
}
