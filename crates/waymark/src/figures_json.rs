//! Figures and the cases behind them as JSON, with stable names and order: what other programs read.

use serde::Serialize;
use std::collections::BTreeMap;
use waymark_data::annex_a::Data;
use waymark_measures::{By, Figure, Groups, Listed, Measure, Parts, Unit};

/// Everything `waymark measures --format json` prints.
#[derive(Serialize)]
pub(crate) struct Output {
    /// As-at date, ISO.
    pub as_at: String,
    /// Scope in months.
    pub scope_months: u32,
    /// Figures, in the catalogue's order, then basis, period, band.
    pub figures: Vec<FigureRow>,
    /// Cases, in the same order, when asked for.
    pub cases: Vec<CaseRow>,
    /// Measures without figures, and why.
    pub not_run: Vec<NotRun>,
}

/// One figure.
#[derive(Serialize)]
pub(crate) struct FigureRow {
    pub measure: &'static str,
    pub variant: Option<&'static str>,
    pub band: Option<&'static str>,
    pub basis: &'static str,
    pub from: String,
    pub to: String,
    pub numerator: Option<i64>,
    pub denominator: Option<i64>,
    pub value: Option<f64>,
    pub unit: &'static str,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub mature: bool,
    pub excluded: BTreeMap<&'static str, u32>,
    pub evidence: BTreeMap<&'static str, u32>,
    pub groups: Vec<GroupRow>,
}

/// One group of a breakdown.
#[derive(Serialize)]
pub(crate) struct GroupRow {
    pub by: &'static str,
    pub group: String,
    pub numerator: Option<i64>,
    pub denominator: Option<i64>,
    pub value: Option<f64>,
}

/// One row behind a figure.
#[derive(Serialize)]
pub(crate) struct CaseRow {
    pub measure: &'static str,
    pub variant: Option<&'static str>,
    pub basis: &'static str,
    pub from: String,
    pub to: String,
    pub child: String,
    pub list: u8,
    pub row: u32,
    pub hit: bool,
    /// The band of a share.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub band: Option<&'static str>,
    /// Days of a median or mean, +1 or -1 of a net change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<i32>,
}

/// A measure without figures.
#[derive(Serialize)]
pub(crate) struct NotRun {
    pub measure: &'static str,
    pub variant: Option<&'static str>,
    pub why: String,
}

/// A figure as a row, with the groups of the breakdowns asked for.
pub(crate) fn figure_row(figure: &Figure, groups: &Groups, by: &[By], data: &Data) -> FigureRow {
    let Parts {
        numerator,
        denominator,
        value,
        low,
        high,
    } = figure.parts();
    let rows = by
        .iter()
        .flat_map(|by| groups.in_breakdown(*by))
        .filter(|group| {
            figure
                .groups
                .get(*group)
                .is_some_and(|count| count.cases > 0)
        })
        .filter_map(|group| {
            let (by, name) = groups.label(group)?;
            let parts = figure.group_parts(groups, group, &data.areas);
            Some(GroupRow {
                by: by.code(),
                group: name.to_owned(),
                numerator: parts.numerator,
                denominator: parts.denominator,
                value: parts.value,
            })
        })
        .collect();
    FigureRow {
        measure: figure.measure.id,
        variant: figure.measure.variant,
        band: figure.band_label(),
        basis: figure.basis.code(),
        from: figure.period.from.to_string(),
        to: figure.period.to.to_string(),
        numerator,
        denominator,
        value,
        unit: figure.measure.unit.code(),
        low,
        high,
        mature: figure.mature,
        excluded: figure.excluded.clone(),
        evidence: figure.evidence.clone(),
        groups: rows,
    }
}

/// A case as a row.
pub(crate) fn case_row(measure: &'static Measure, it: &Listed<'_>, data: &Data) -> CaseRow {
    CaseRow {
        measure: measure.id,
        variant: measure.variant,
        basis: it.basis.code(),
        from: it.period.from.to_string(),
        to: it.period.to.to_string(),
        child: it
            .about
            .child
            .map(|child| data.id(child).to_owned())
            .unwrap_or_default(),
        list: it.about.list,
        row: it.about.line,
        hit: it.case.hit,
        band: measure.bands.get(usize::from(it.case.band)).copied(),
        value: matches!(
            measure.unit,
            Unit::Net | Unit::MeanDays | Unit::MedianWorkingDays
        )
        .then_some(it.case.value),
    }
}
