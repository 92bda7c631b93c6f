//! A small county on the site: three monthly returns of assessments and child protection plans in two districts.

use crate::returns::list;
use crate::site::{Site, options};
use waymark_measures::{Comparator, Target};
use waymark_web::Options;

/// The days of the three returns.
pub(crate) const CUTS: [&str; 3] = ["2018-01-31", "2018-02-28", "2018-03-31"];

/// With a target and a published figure for assessments within 45 working days.
pub(crate) fn with_a_target() -> Options {
    let mut options = options();
    options.settings.targets.push(Target {
        measure: "assessment-45".into(),
        from: None,
        value: 90.0,
    });
    options.settings.comparators.push(Comparator {
        measure: "assessment-45".into(),
        name: "England".into(),
        value: 82.9,
        period: "2016-17".into(),
        source: "Characteristics of children in need 2016 to 2017".into(),
    });
    options
}

/// Assessments that ended in one month: `in_time` and `late` in Moorland, as many in Sands less `fewer_in_sands` late.
fn month(
    rows: &mut Vec<Vec<(&'static str, String)>>,
    month: u32,
    in_time: u32,
    late: u32,
    fewer_in_sands: u32,
) {
    for (team, late) in [
        ("Moorland Assessment Team", late),
        ("Sands Assessment Team", late - fewer_in_sands),
    ] {
        for number in 0..in_time + late {
            let is_late = number < late;
            let starts = if is_late {
                "01/08/2017".to_owned()
            } else {
                format!("05/{month:02}/2018")
            };
            let place = team.chars().next().unwrap();
            rows.push(vec![
                ("Child Unique ID", format!("{place}{month}{number:03}")),
                ("Date of Birth", "01/02/2010".to_owned()),
                ("Gender", "b) Female".to_owned()),
                ("Ethnicity", "a) WBRI".to_owned()),
                ("Continuous Assessment Start Date", starts),
                (
                    "Continuous Assessment Date of Authorisation",
                    format!("20/{month:02}/2018"),
                ),
                ("Allocated Team", team.to_owned()),
                ("Allocated Worker", format!("Worker {place}{}", number % 3)),
            ]);
        }
    }
}

fn plans() -> Vec<Vec<(&'static str, String)>> {
    let plan = |id: &str, team: &str, visit: &str| {
        vec![
            ("Child Unique ID", id.to_owned()),
            ("Date of Birth", "01/02/2012".to_owned()),
            ("Child Protection Plan Start Date", "08/01/2018".to_owned()),
            ("Date of the Last Statutory Visit", visit.to_owned()),
            ("Allocated Team", team.to_owned()),
            ("Allocated Worker", "Ana North".to_owned()),
        ]
    };
    vec![
        plan("M-long-ago", "Moorland Child Protection Team", "01/02/2018"),
        plan("M-lately", "Moorland Child Protection Team", "28/03/2018"),
        plan("S-long-ago", "Sands Child Protection Team", "01/02/2018"),
    ]
}

pub(crate) fn csv(number: u8, rows: &[Vec<(&'static str, String)>]) -> Vec<u8> {
    let borrowed: Vec<Vec<(&str, &str)>> = rows
        .iter()
        .map(|row| {
            row.iter()
                .map(|(name, text)| (*name, text.as_str()))
                .collect()
        })
        .collect();
    let rows: Vec<&[(&str, &str)]> = borrowed.iter().map(Vec::as_slice).collect();
    list(number, &rows)
}

/// The site with its three returns. March: 20 in time and 8 late in Moorland, 20 and 2 in Sands.
pub(crate) async fn site() -> Site {
    site_with(with_a_target()).await
}

/// The same, set up otherwise.
pub(crate) async fn site_with(options: Options) -> Site {
    let site = Site::with(options).await;
    let mut analyst = site.as_analyst().await;
    let mut rows = Vec::new();
    for (at, day) in CUTS.into_iter().enumerate() {
        let number = u32::try_from(at).unwrap() + 1;
        let (late, fewer) = [(7, 0), (8, 1), (8, 6)][at];
        month(&mut rows, number, 20, late, fewer);
        if at == 2 {
            // Entered late: eight more were late in January than was first published.
            let before = rows.len();
            month(&mut rows, 1, 0, 8, 8);
            for row in &mut rows[before..] {
                row[0].1 = row[0].1.replace('M', "ML");
            }
        }
        let assessments = csv(4, &rows);
        let plans = csv(7, &plans());
        let files: [(&str, &[u8]); 2] = [("4.csv", &assessments), ("7.csv", &plans)];
        analyst.load(day, &files).await.is(303);
    }
    site.house.reload().await.unwrap();
    site
}
