#![allow(clippy::unwrap_used)]
use super::*;
use crate::signals::Movement;

fn series(values: &[f64]) -> Vec<Option<f64>> {
    values.iter().copied().map(Some).collect()
}

fn steady_months(mean: f64, months: usize) -> Vec<Option<f64>> {
    (0..months)
        .map(|i| Some(mean + [1.0, 1.5, -1.0, -1.5][i % 4]))
        .collect()
}

fn said(points: &[Option<f64>], good: Good, target: Option<f64>) -> Verdict {
    verdict(
        points,
        &chart(points, &Method::default()),
        good,
        target,
        None,
    )
}

#[test]
fn a_move_inside_the_limits_is_no_real_change() {
    let found = said(&steady_months(50.0, 18), Good::Up, Some(51.0));
    assert_eq!(found.change, Change::NoRealChange);
    assert_eq!(
        found.outlook,
        Outlook::ByLuck { meets_now: true },
        "51.5 in the latest month"
    );
    assert!(!found.spans.unwrap().disagree());
    assert_eq!(found.steady, []);
}

#[test]
fn a_target_the_process_cannot_reach_will_keep_being_missed() {
    let points = steady_months(50.0, 18);
    assert_eq!(
        said(&points, Good::Up, Some(90.0)).outlook,
        Outlook::WillKeepMissing
    );
    assert_eq!(
        said(&points, Good::Down, Some(90.0)).outlook,
        Outlook::KeepsMeeting
    );
    assert_eq!(said(&points, Good::Up, None).outlook, Outlook::NoTarget);
    assert_eq!(
        said(&points, Good::Neither, Some(90.0)).outlook,
        Outlook::NoTarget
    );
}

#[test]
fn eleven_months_are_too_early() {
    let points = steady_months(50.0, 11);
    assert_eq!(
        said(&points, Good::Up, None).change,
        Change::TooEarly(Early::FewPoints(11))
    );
    assert_eq!(
        said(&[], Good::Up, None).change,
        Change::TooEarly(Early::FewPoints(0))
    );
}

#[test]
fn a_signal_at_the_latest_point_is_a_change() {
    let mut points = steady_months(50.0, 18);
    points.push(Some(70.0));
    let signal = Grounds::Signal(Label::Above);
    assert_eq!(
        said(&points, Good::Up, None).change,
        Change::Improved(signal)
    );
    assert_eq!(
        said(&points, Good::Down, None).change,
        Change::Worse(signal)
    );
    assert_eq!(
        said(&points, Good::Neither, None).change,
        Change::Higher(signal)
    );
    points.push(Some(50.5));
    assert_eq!(
        said(&points, Good::Up, None).change,
        Change::NoRealChange,
        "one odd month is over"
    );
}

#[test]
fn a_better_mean_after_a_rebase_is_an_improvement_once_it_has_twelve_points() {
    let mut points = steady_months(50.0, 16);
    points.extend(steady_months(30.0, 8));
    let rebased = |points: &[Option<f64>]| {
        let drawn = chart(
            points,
            &Method {
                rebases: &[16],
                ..Method::default()
            },
        );
        verdict(points, &drawn, Good::Down, None, None).change
    };
    assert_eq!(rebased(&points), Change::TooEarly(Early::NewPhase(8)));
    points.extend(steady_months(30.0, 8));
    assert_eq!(
        rebased(&points),
        Change::Improved(Grounds::Rebased {
            before: 50.0,
            after: 30.0
        })
    );
}

#[test]
fn a_rise_still_below_the_lower_limit_is_seen_behind_its_name() {
    // Named "below the limit", an improvement where low is good, yet seven months worse.
    let points = series(&[
        40., 38.5, 37., 36., 34., 32., 29.5, 27., 24., 21., 18.5, 16., 11., 11.5, 12., 12.5, 13.,
        13.5, 14.,
    ]);
    let drawn = chart(&points, &Method::default());
    assert_eq!(drawn.latest_label(), Label::Below);
    let spans = said(&points, Good::Down, None).spans.unwrap();
    assert!(spans.disagree());
    assert_eq!(spans.since_start.moved.is_better(Good::Down), Some(true));
    assert_eq!(spans.recent.moved.is_better(Good::Down), Some(false));
    assert_eq!(
        (spans.recent.from, spans.recent.first, spans.recent.last),
        (12, 11.0, 14.0)
    );
}

#[test]
fn one_odd_first_month_is_not_a_change_since_the_start() {
    let mut points = steady_months(50.0, 20);
    points[0] = Some(90.0);
    assert_eq!(
        said(&points, Good::Down, None)
            .spans
            .unwrap()
            .since_start
            .moved,
        Movement::Level
    );
}

#[test]
fn a_step_is_not_a_steady_fall() {
    let mut step = steady_months(50.0, 12);
    step.extend(steady_months(20.0, 12));
    assert_eq!(said(&step, Good::Down, None).steady, []);
    let fall: Vec<_> = (0..24)
        .map(|i| Some(50.0 - f64::from(i) + [0.0, 0.4][i as usize % 2]))
        .collect();
    let legs = said(&fall, Good::Down, None).steady;
    assert_eq!(legs.len(), 1);
    assert!(!legs[0].is_rise());
}

#[test]
fn an_unfit_series_is_not_judged() {
    let points = steady_months(50.0, 18);
    let drawn = chart(&points, &Method::default());
    let rolling = verdict(
        &points,
        &drawn,
        Good::Up,
        Some(60.0),
        Some(Unfit::RollingWindow),
    );
    assert_eq!(rolling.change, Change::NotJudged(Unfit::RollingWindow));
    assert_eq!(rolling.outlook, Outlook::CannotSay(CannotSay::Unfit));
    let immature = verdict(&points, &drawn, Good::Up, None, Some(Unfit::Immature));
    assert_eq!(
        (immature.change, immature.outlook),
        (Change::TooEarly(Early::Immature), Outlook::NoTarget)
    );
}

#[test]
fn odd_series_never_panic() {
    for value in [f64::NAN, f64::INFINITY, f64::MAX, 0.0, -1.5] {
        for months in [0, 1, 2, 11, 12, 13, 40] {
            let found = said(&vec![Some(value); months], Good::Up, Some(value));
            assert!(
                matches!(found.change, Change::NoRealChange | Change::TooEarly(_)),
                "{found:?}"
            );
        }
    }
}

#[test]
fn a_rise_before_a_rebase_is_not_part_of_what_came_after() {
    let mut points: Vec<Option<f64>> = (0..16).map(|i| Some(f64::from(i) * 5.0)).collect();
    points.extend(steady_months(120.0, 14));
    assert_ne!(said(&points, Good::Up, None).steady, []);
    let anew = chart(
        &points,
        &Method {
            rebases: &[16],
            ..Method::default()
        },
    );
    assert_eq!(verdict(&points, &anew, Good::Up, None, None).steady, []);
    // A rise after it is still told, from where it began.
    points.truncate(16);
    points.extend((0..16).map(|i| Some(200.0 - f64::from(i) * 5.0)));
    let fall = chart(
        &points,
        &Method {
            rebases: &[16],
            ..Method::default()
        },
    );
    let found = verdict(&points, &fall, Good::Up, None, None).steady;
    assert_eq!((found[0].from, found[0].to), (16, 31));
}
