#![allow(clippy::unwrap_used)]
use super::*;

fn series(values: &[f64]) -> Vec<Option<f64>> {
    values.iter().copied().map(Some).collect()
}

fn steady(mean: f64, months: usize) -> Vec<Option<f64>> {
    // Two up, two down: never a run, a trend or two near a limit.
    (0..months)
        .map(|i| Some(mean + [1.0, 1.5, -1.0, -1.5][i % 4]))
        .collect()
}

#[test]
fn nine_months_are_a_run_chart() {
    let drawn = chart(
        &series(&[3., 4., 2., 5., 3., 90., 4., 3., 2.]),
        &Method::default(),
    );
    assert_eq!(
        (drawn.band, drawn.median, drawn.limits()),
        (Band::RunChart, Some(3.0), None)
    );
    assert_eq!(drawn.variation(Good::Up), None);
    assert!(drawn.labels.iter().all(|label| *label == Label::Common));
}

#[test]
fn a_rebase_breaks_limits_and_runs() {
    let mut points = steady(50.0, 16);
    points.extend(steady(20.0, 16));
    let whole = chart(&points, &Method::default());
    assert!(whole.fired.iter().any(|point| point.shift < 0));
    let rebased = chart(
        &points,
        &Method {
            rebases: &[16],
            ..Method::default()
        },
    );
    assert!(
        rebased.labels.iter().all(|label| *label == Label::Common),
        "{:?}",
        rebased.labels
    );
    let means: Vec<f64> = rebased
        .phases
        .iter()
        .map(|p| p.limits.unwrap().mean)
        .collect();
    assert_eq!(means, [50.0, 20.0]);
    assert!(!rebased.phases[1].trial);
}

#[test]
fn a_rebase_outside_the_series_is_no_rebase() {
    let points = steady(50.0, 16);
    let drawn = chart(
        &points,
        &Method {
            rebases: &[99, 16, 0, 8, 8],
            ..Method::default()
        },
    );
    let ranges: Vec<_> = drawn
        .phases
        .iter()
        .map(|phase| phase.range.clone())
        .collect();
    assert_eq!(ranges, [0..8, 8..16]);
}

#[test]
fn no_assurance_while_the_process_moves_or_its_limits_are_on_trial() {
    let asked = |points: &[Option<f64>], target| {
        chart(points, &Method::default()).assurance(target, Good::Up)
    };
    assert_eq!(
        asked(&steady(50.0, 16), Some(90.0)),
        AssuranceIcon::Shown(Assurance::ConsistentlyFails)
    );
    assert_eq!(asked(&steady(50.0, 16), None), AssuranceIcon::NotAsked);
    assert_eq!(
        asked(&steady(50.0, 14), Some(90.0)),
        AssuranceIcon::CannotSayYet(CannotSay::TrialLimits)
    );
    assert_eq!(
        asked(&steady(50.0, 11), Some(90.0)),
        AssuranceIcon::CannotSayYet(CannotSay::TooFewPoints)
    );
    let mut moving = steady(50.0, 16);
    moving.push(Some(70.0));
    assert_eq!(
        asked(&moving, Some(90.0)),
        AssuranceIcon::CannotSayYet(CannotSay::LiveSignal)
    );
}

#[test]
fn limits_lock_on_a_stable_start_only() {
    let lock = Method {
        baseline: Baseline::FirstIfStable(12),
        ..Method::default()
    };
    let mut points = steady(50.0, 12);
    points.extend(steady(60.0, 8));
    let drawn = chart(&points, &lock);
    assert_eq!(
        (drawn.limits().unwrap().mean, drawn.phases[0].trial),
        (50.0, false)
    );
    assert_eq!(drawn.latest_label(), Label::Above);

    points[3] = Some(90.0);
    let unstable = chart(&points, &lock);
    assert_eq!(
        (
            unstable.limits().unwrap().baseline,
            unstable.phases[0].trial
        ),
        (20, true)
    );
}

#[test]
fn a_long_run_suggests_where_the_new_normal_began() {
    let lock = Method {
        baseline: Baseline::First(12),
        ..Method::default()
    };
    let mut points = steady(50.0, 16);
    points.extend(steady(60.0, 11));
    assert_eq!(chart(&points, &lock).suggested_rebase(), None);
    points.push(Some(60.0));
    assert_eq!(
        chart(&points, &lock).suggested_rebase(),
        Some(SuggestedRebase { at: 16, points: 12 })
    );
    points.push(Some(50.0));
    assert_eq!(
        chart(&points, &lock).suggested_rebase(),
        None,
        "the run is over"
    );
}

#[test]
fn a_month_without_a_figure_has_no_signal() {
    let mut points = steady(50.0, 16);
    points.push(None);
    let drawn = chart(&points, &Method::default());
    assert_eq!((drawn.labels[16], drawn.latest), (Label::Missing, Some(15)));
}

#[test]
fn odd_series_never_panic() {
    let odd: Vec<Vec<Option<f64>>> = vec![
        vec![],
        vec![None; 20],
        vec![Some(1.0)],
        vec![Some(f64::NAN); 20],
        vec![Some(f64::INFINITY); 20],
        [Some(f64::MAX), Some(f64::MIN), None, Some(f64::MAX)].repeat(6),
        vec![Some(0.1); 30],
        [Some(-0.0), Some(0.0)].repeat(10),
    ];
    for points in odd {
        for baseline in [
            Baseline::All,
            Baseline::First(0),
            Baseline::First(99),
            Baseline::FirstIfStable(12),
        ] {
            let drawn = chart(
                &points,
                &Method {
                    baseline,
                    rebases: &[0, 5, 7, 900],
                    ..Method::default()
                },
            );
            assert_eq!(drawn.labels.len(), points.len());
            assert!(
                !drawn.fired.iter().any(Fired::any),
                "nothing here is a change: {points:?}"
            );
            drawn.suggested_rebase();
        }
    }
}
