//! What Wayshire's figures are to be, month by month, as exact counts; the individuals are then drawn to fit them.
//!
//! The shapes are those the source minutes speak of: see the tests in `tests/`, which hold each of them against the
//! generated rows under the published definitions.

/// The assessments authorised in a month, by locality (North, Central, East).
pub(crate) struct AssessmentMonth {
    /// Those entered by the month's end.
    pub(crate) authorised: [u32; 3],
    /// Of these, authorised after the 45th working day.
    pub(crate) over_45: [u32; 3],
    /// Of these, found not to need support.
    pub(crate) no_support: [u32; 3],
    /// Of the [`LATE_ENTERED`] authorised in this month and entered in the next, those over 45 working days.
    pub(crate) late_over_45: [u32; 3],
}

/// Assessments a month and locality that are entered only in the next month; one of them needs no support.
pub(crate) const LATE_ENTERED: u32 = 4;

const fn month(
    authorised: [u32; 3],
    over_45: [u32; 3],
    no_support: [u32; 3],
    late_over_45: [u32; 3],
) -> AssessmentMonth {
    AssessmentMonth {
        authorised,
        over_45,
        no_support,
        late_over_45,
    }
}

/// July 2015 to September 2018. January 2016: 276 of 690 over 45 days (40%); December 2016: 76 of 640; then eight
/// rising months to August 2017: 143 of 682 (21%), with 170 needing no support (25%).
#[rustfmt::skip]
pub(crate) const ASSESSMENTS: [AssessmentMonth; 39] = [
    month([234, 252, 214], [103, 101, 86], [55, 58, 48], [2, 2, 1]),
    month([225, 242, 205], [97, 96, 80], [51, 55, 45], [2, 2, 1]),
    month([239, 256, 217], [105, 102, 86], [55, 59, 49], [2, 2, 1]),
    month([245, 262, 223], [110, 107, 89], [57, 61, 51], [2, 2, 1]),
    month([240, 258, 218], [107, 103, 86], [55, 58, 49], [2, 2, 1]),
    month([224, 240, 204], [98, 95, 80], [50, 53, 44], [2, 2, 1]),
    month([231, 249, 210], [100, 96, 80], [52, 56, 46], [2, 2, 1]),
    month([236, 253, 215], [101, 91, 76], [55, 58, 48], [2, 2, 1]),
    month([249, 267, 226], [100, 89, 75], [58, 62, 52], [2, 1, 1]),
    month([240, 258, 218], [92, 80, 66], [55, 58, 49], [2, 1, 1]),
    month([244, 262, 222], [86, 73, 62], [57, 60, 50], [2, 1, 1]),
    month([246, 264, 224], [80, 69, 57], [58, 62, 51], [1, 1, 1]),
    month([239, 256, 217], [71, 60, 51], [55, 59, 49], [1, 1, 1]),
    month([222, 239, 203], [61, 51, 43], [53, 57, 47], [1, 1, 1]),
    month([241, 258, 219], [57, 49, 41], [56, 60, 50], [1, 0, 1]),
    month([243, 262, 221], [50, 42, 34], [56, 60, 50], [1, 0, 1]),
    month([242, 260, 220], [41, 35, 29], [57, 61, 51], [1, 0, 1]),
    month([214, 231, 195], [27, 29, 20], [50, 53, 44], [1, 0, 0]),
    month([224, 240, 204], [35, 31, 22], [53, 57, 47], [1, 1, 0]),
    month([225, 242, 205], [42, 31, 22], [55, 58, 48], [1, 1, 0]),
    month([231, 249, 210], [51, 33, 22], [55, 59, 49], [1, 1, 0]),
    month([226, 244, 206], [58, 32, 21], [55, 59, 49], [1, 1, 0]),
    month([229, 246, 209], [66, 33, 21], [56, 60, 50], [1, 1, 0]),
    month([230, 248, 210], [75, 33, 21], [56, 59, 50], [1, 1, 0]),
    month([230, 247, 209], [84, 33, 20], [57, 61, 51], [1, 1, 0]),
    month([228, 246, 208], [90, 33, 20], [58, 61, 51], [2, 1, 0]),
    month([236, 253, 215], [92, 34, 20], [59, 63, 52], [1, 1, 0]),
    month([239, 256, 217], [91, 34, 20], [60, 64, 53], [1, 1, 0]),
    month([237, 255, 216], [90, 34, 20], [59, 62, 52], [1, 1, 0]),
    month([214, 231, 195], [81, 30, 18], [54, 57, 48], [1, 1, 0]),
    month([231, 249, 210], [85, 33, 19], [59, 62, 52], [1, 1, 0]),
    month([226, 244, 206], [82, 32, 18], [56, 60, 50], [1, 1, 0]),
    month([234, 251, 213], [82, 33, 19], [59, 63, 52], [1, 1, 0]),
    month([231, 249, 210], [81, 32, 18], [58, 61, 51], [1, 1, 0]),
    month([231, 249, 210], [81, 32, 18], [58, 61, 51], [1, 1, 0]),
    month([231, 249, 210], [81, 32, 18], [58, 61, 51], [1, 1, 0]),
    month([231, 249, 210], [81, 32, 18], [58, 61, 51], [1, 1, 0]),
    month([231, 249, 210], [81, 32, 18], [58, 61, 51], [1, 1, 0]),
    month([231, 249, 210], [81, 32, 18], [58, 61, 51], [1, 1, 0]),
];

/// Of a thousand contacts of a month, those followed by a referral within five working days; July 2015 onward.
pub(crate) const CONTACT_TO_REFERRAL: [u32; 34] = [
    362, 365, 360, 363, 366, 361, 364, 359, 362, 357, 360, 355, 352, 354, 349, 351, 346, 343, 341,
    337, 334, 330, 325, 318, 309, 298, 303, 301, 305, 299, 304, 302, 306, 304,
];

/// Referrals of a month, July 2015 onward: August 2017 has 770, which is 31.2 for every 10,000 children.
pub(crate) const REFERRALS: [u32; 34] = [
    868, 792, 862, 874, 866, 796, 848, 864, 872, 846, 866, 872, 852, 776, 856, 864, 858, 772, 812,
    820, 838, 796, 826, 822, 812, 770, 808, 818, 810, 744, 802, 798, 816, 804,
];

/// Referrals of a month that are entered only in the next; none in August 2017.
pub(crate) const LATE_REFERRALS: [u32; 34] = [
    3, 4, 2, 3, 5, 4, 3, 2, 3, 4, 2, 3, 4, 5, 3, 2, 3, 4, 3, 2, 4, 3, 3, 2, 4, 0, 3, 4, 2, 4, 3, 3,
    0, 0,
];

/// Of a thousand police contacts of a month, those followed by an early help assessment within 30 days.
pub(crate) const POLICE_TO_EARLY_HELP: [u32; 34] = [
    38, 40, 37, 41, 39, 36, 40, 42, 43, 41, 44, 46, 45, 43, 47, 49, 50, 48, 52, 54, 55, 57, 60, 61,
    63, 62, 68, 72, 75, 78, 83, 88, 94, 96,
];

/// Children looked after at a month's end, by locality; June 2015 onward. 1,691 at March 2016, 1,875 at June 2017,
/// 1,923 at August 2017, five fewer in North and East together at September 2017, 1,949 at March 2018.
#[rustfmt::skip]
pub(crate) const LOOKED_AFTER: [[u32; 3]; 34] = [
    [461, 536, 643],
    [463, 538, 645],
    [465, 539, 648],
    [466, 542, 650],
    [468, 543, 652],
    [469, 545, 654],
    [469, 544, 653],
    [470, 546, 656],
    [473, 550, 660],
    [476, 552, 663],
    [478, 555, 666],
    [481, 558, 670],
    [483, 560, 673],
    [484, 563, 675],
    [487, 565, 679],
    [489, 568, 681],
    [491, 571, 685],
    [494, 573, 689],
    [493, 573, 687],
    [498, 579, 695],
    [504, 585, 702],
    [510, 593, 711],
    [516, 598, 719],
    [522, 606, 728],
    [527, 613, 735],
    [534, 620, 745],
    [541, 628, 754],
    [539, 636, 751],
    [540, 651, 750],
    [543, 665, 753],
    [542, 663, 749],
    [540, 663, 747],
    [538, 662, 746],
    [537, 667, 745],
];

/// How the districts of a locality share its looked-after children: Cinderhope and Quarrydale have high rates.
pub(crate) const LOOKED_AFTER_WEIGHTS: [u32; 12] =
    [200, 141, 108, 85, 245, 160, 124, 100, 278, 240, 130, 97];

/// Of the 1,923 children looked after at August 2017, those placed with their parents.
pub(crate) const PLACED_WITH_PARENTS: u32 = 365;

/// Children on a plan at a month's end, June 2015 onward: 1,443 at March 2016, 1,314 at March 2018.
pub(crate) const ON_A_PLAN: [u32; 34] = [
    1391, 1396, 1402, 1409, 1413, 1420, 1424, 1431, 1438, 1443, 1447, 1441, 1436, 1429, 1433, 1427,
    1421, 1424, 1415, 1411, 1404, 1408, 1399, 1392, 1386, 1380, 1371, 1376, 1368, 1357, 1349, 1338,
    1326, 1314,
];

/// Children on a child-in-need plan at a month's end, June 2015 onward; March 2018 is 1,908.
pub(crate) const ON_A_CIN_PLAN: [u32; 34] = [
    2084, 2090, 2102, 2096, 2110, 2123, 2118, 2131, 2126, 2119, 2108, 2112, 2101, 2094, 2107, 2090,
    2082, 2088, 2069, 2061, 2054, 2060, 2041, 2033, 2028, 2019, 2024, 2008, 1996, 1987, 1968, 1951,
    1932, 1908,
];

/// Cases of the North at March 2018 for whom a visit in 28 days is asked, and those not visited.
pub(crate) const CIN_VISITS_NORTH: (u32, u32) = (667, 100);

/// How the districts share children in need and on plans.
pub(crate) const NEED_WEIGHTS: [u32; 12] =
    [232, 190, 150, 128, 236, 178, 132, 108, 190, 172, 118, 94];

/// Of a hundred children, those whose first health assessment was on time; by the month of the due day, July 2015
/// onward: 22 in November 2017, 50 in March 2018.
pub(crate) const FIRST_HEALTH_ON_TIME: [u32; 34] = [
    31, 30, 33, 29, 32, 28, 31, 30, 27, 29, 31, 28, 26, 24, 27, 28, 25, 24, 26, 27, 24, 25, 23, 26,
    24, 21, 23, 24, 22, 29, 37, 43, 50, 50,
];

/// Care leavers in scope at a month's end, January 2016 onward, by district.
pub(crate) fn care_leavers(month: usize, district: usize) -> u32 {
    let ordinary = [28, 20, 16, 13, 27, 22, 19, 15, 28, 26, 19, 16][district];
    match (district, month) {
        (0, ..=22) => 33 - u32::from(month < 19) * 2,
        (0, 23) => 25,
        (0, 24..=25) => 17,
        (0, _) => 18,
        (4, 24..) => ordinary + 5,
        (8, 24..) => ordinary + 7 - u32::from(month >= 30) * 2,
        _ => ordinary,
    }
}

/// Care leavers at March 2018 whose home is abroad, or not known: no question of suitability is asked.
pub(crate) const HOME_OUT_OF_REACH: u32 = 5;
/// Of the others, those in unsuitable homes, by kind (custody first).
pub(crate) const UNSUITABLE: [(&str, u32); 6] =
    [("X", 18), ("S", 8), ("W", 6), ("V", 6), ("Y", 4), ("K", 2)];

/// A district's share of a whole, by weights, so that the shares add up: largest remainders get the rest.
pub(crate) fn shared(total: u32, weights: &[u32]) -> Vec<u32> {
    let all: u32 = weights.iter().sum();
    let mut shares: Vec<u32> = weights.iter().map(|weight| total * weight / all).collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|place| (std::cmp::Reverse(total * weights[*place] % all), *place));
    let left = total - shares.iter().sum::<u32>();
    for place in order.into_iter().take(left as usize) {
        shares[place] += 1;
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_add_up_to_the_whole() {
        assert_eq!(shared(10, &[1, 1, 1]).iter().sum::<u32>(), 10);
        assert_eq!(shared(541, &[200, 141, 108, 85]).iter().sum::<u32>(), 541);
        assert_eq!(shared(0, &[3, 4]), [0, 0]);
    }

    #[test]
    fn the_rise_of_2017_is_the_norths() {
        let share = |month: usize, locality: usize| {
            let plan = &ASSESSMENTS[month];
            f64::from(plan.over_45[locality]) / f64::from(plan.authorised[locality])
        };
        for month in 18..=25 {
            assert!(share(month, 0) > share(month - 1, 0) && share(month, 0) > share(month, 1));
        }
        assert!(share(25, 2) < share(17, 2), "the East improves");
    }
}
