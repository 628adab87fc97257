//! Change between two periods: of a section, of a group by level and by shares, of a value.

use gb3838::{
    Error, Fraction, Month, Quality, Rule, Year,
    error::ChangeError,
    region::{
        Change, ClassShares, ComparedWith, RegionAssessment, RegionChange, RegionOptions,
        RegionSection, SectionChange, relative_change,
    },
};

use crate::make::{assess, number, river, set};

const STATES: [Quality; 5] = [
    Quality::Excellent,
    Quality::Good,
    Quality::LightlyPolluted,
    Quality::ModeratelyPolluted,
    Quality::HeavilyPolluted,
];

fn points(text: &str) -> Change {
    Change::by_points(&Fraction::from(number(text)))
}

/// Where sections are not known, none is uneven.
#[test]
fn counts_and_states_have_no_uneven_sections() {
    let (before, now) = (shares(30, 11, 0), shares(30, 14, 0));
    assert_eq!(RegionChange::of_shares(&before, &now).unwrap().uneven_sections(), 0);
    for (before, now) in [(STATES[0], STATES[0]), (STATES[1], STATES[4])] {
        assert_eq!(RegionChange::of_states(before, now).uneven_sections(), 0);
    }
}

/// An error shows the values at six decimals.
#[test]
fn an_error_shows_six_decimals() {
    let third = Fraction::ratio(1, 3).unwrap();
    let minus = Fraction::ratio(-1, 3).unwrap();
    let of_zero = relative_change(&Fraction::ZERO, &third).unwrap_err();
    assert_eq!(of_zero, ChangeError::ZeroBase { now: number("0.333333") });
    let (base, now) = (number("-0.333333"), number("0.333333"));
    let of_negative = relative_change(&minus, &third).unwrap_err();
    assert_eq!(of_negative, ChangeError::NegativeBase { base, now });
    for told in [of_zero.to_string(), of_negative.to_string()] {
        assert!(told.contains("0.333333") && !told.contains("0.3333333"), "{told}");
    }
}

fn shares(total: u32, good: u32, inferior_v: u32) -> ClassShares {
    ClassShares::new(total, good, inferior_v).unwrap()
}

#[test]
fn one_level_is_some_and_two_are_marked() {
    for (before, worse) in STATES.into_iter().zip(0_usize..) {
        for (now, other) in STATES.into_iter().zip(0_usize..) {
            let expected = match (worse.abs_diff(other), other > worse) {
                (0, _) => Change::None,
                (1, false) => Change::SomewhatBetter,
                (1, true) => Change::SomewhatWorse,
                (_, false) => Change::MarkedlyBetter,
                (_, true) => Change::MarkedlyWorse,
            };
            assert_eq!(Change::by_level(before, now), expected, "{before} {now}");
        }
    }
}

/// Up to 10 points none, up to 20 some, above marked; the bounds are included on both sides.
#[test]
fn points_hold_at_their_bounds() {
    for (text, expected) in [
        ("0", Change::None),
        ("10", Change::None),
        ("10.001", Change::SomewhatBetter),
        ("20", Change::SomewhatBetter),
        ("20.001", Change::MarkedlyBetter),
        ("-10", Change::None),
        ("-10.001", Change::SomewhatWorse),
        ("-20", Change::SomewhatWorse),
        ("-20.001", Change::MarkedlyWorse),
    ] {
        assert_eq!(points(text), expected, "{text}");
    }
}

/// ΔG − ΔD from counts: exactly ten points are none, though floats make 10.000000000000002.
#[test]
fn points_are_exact() {
    let change = RegionChange::of_shares(&shares(30, 11, 0), &shares(30, 14, 0)).unwrap();
    assert_eq!(change.points(), Some(&Fraction::from(number("10"))));
    assert_eq!(change.by_shares(), Some(Change::None));
    // More inferior V takes back what more good ones gave.
    let change = RegionChange::of_shares(&shares(10, 5, 0), &shares(10, 7, 3)).unwrap();
    assert_eq!(change.points().unwrap().to_string(), "-10");
}

/// Published: Hebei 2015, the same state and 16.5 points, 有所好转; rivers entering the sea
/// 2018, 4.4 points and one level, 有所好转.
#[test]
fn the_stronger_verdict_is_the_combined_one() {
    // 33 of 200 sections more: 16.5 points, both lightly polluted.
    let hebei = RegionChange::of_shares(&shares(200, 90, 30), &shares(200, 123, 30)).unwrap();
    assert_eq!(hebei.by_level(), Change::None);
    assert_eq!(hebei.points().unwrap().round(1).unwrap().to_string(), "16.5");
    assert_eq!(hebei.combined(), Some(Change::SomewhatBetter));
    assert_eq!(hebei.combined().map(Change::name_zh), Some("有所好转"));
    // Inferior V from 20.3 to 15.9 %: 4.4 points, moderately to lightly polluted.
    let rivers = RegionChange::of_shares(&shares(1000, 400, 203), &shares(1000, 400, 159)).unwrap();
    assert_eq!(rivers.by_level(), Change::SomewhatBetter);
    assert_eq!(rivers.by_shares(), Some(Change::None));
    assert_eq!(rivers.combined(), Some(Change::SomewhatBetter));
    let rules: Vec<_> = rivers.rules().collect();
    assert_eq!(rules, [Rule::CHANGE_BY_LEVEL, Rule::CHANGE_BY_SHARES, Rule::CHANGE_STRONGER]);
}

/// One level better while 13 points worse: as strong, and no verdict is guessed.
#[test]
fn contradicting_verdicts_have_no_stronger_one() {
    let change = RegionChange::of_shares(&shares(100, 74, 20), &shares(100, 60, 19)).unwrap();
    assert_eq!(change.by_level(), Change::SomewhatBetter);
    assert_eq!(change.by_shares(), Some(Change::SomewhatWorse));
    assert_eq!(change.combined(), None);
    assert_eq!(Change::MarkedlyWorse.stronger(Change::SomewhatBetter), Some(Change::MarkedlyWorse));
    assert_eq!(Change::None.stronger(Change::None), Some(Change::None));
}

/// By quality 变好、持平、变差, as printed; by class the change within a quality shows too.
#[test]
fn a_section_is_better_the_same_or_worse() {
    let by_quality = SectionChange::by_quality(Quality::LightlyPolluted, Quality::Good);
    assert_eq!((by_quality, by_quality.name_zh()), (SectionChange::Better, "变好"));
    for (before, now, quality, class) in [
        ("II", "I", SectionChange::Same, SectionChange::Better),
        ("I", "II", SectionChange::Same, SectionChange::Worse),
        ("III", "II", SectionChange::Better, SectionChange::Better),
        ("V", "V", SectionChange::Same, SectionChange::Same),
        ("V", "inferior_V", SectionChange::Worse, SectionChange::Worse),
    ] {
        let (before, now): (gb3838::Class, gb3838::Class) =
            (before.parse().unwrap(), now.parse().unwrap());
        assert_eq!(SectionChange::by_quality(before.quality(), now.quality()), quality);
        assert_eq!(SectionChange::by_class(before, now), class);
    }
}

/// Two periods compare where sections and items are the same.
#[test]
fn other_sections_or_items_do_not_compare() {
    let (good, poor) = (assess(&river(), &[("DO", "7")]), assess(&river(), &[("DO", "4")]));
    let five = assess(&river().with_items(set("DO")), &[("DO", "7")]);
    let group =
        |name, assessment| [RegionSection::new("a", &good), RegionSection::new(name, assessment)];
    let before = group("b", &poor);
    let before = RegionAssessment::of(&before, &RegionOptions::DOCUMENT_22).unwrap();
    for (now, expected) in [
        (group("b", &good), None),
        (group("c", &good), Some("other")),
        (group("b", &five), Some("items")),
    ] {
        let now = RegionAssessment::of(&now, &RegionOptions::DOCUMENT_22).unwrap();
        match (RegionChange::between(&before, &now), expected) {
            (Ok(change), None) => {
                // (7 + 4) / 2 = 5.5, class III; then 7, class II.
                assert_eq!((change.before(), change.now()), (Quality::Good, Quality::Excellent));
                assert_eq!(change.combined(), Some(Change::SomewhatBetter));
                assert_eq!((change.points(), change.by_shares()), (None, None));
                assert_eq!(change.rules().collect::<Vec<_>>(), [Rule::CHANGE_BY_LEVEL]);
            }
            (Err(ChangeError::OtherSections { section }), Some("other"))
            | (Err(ChangeError::OtherItems { section }), Some("items")) => {
                assert_eq!(section, gb3838::error::QuotedText::new("b"));
            }
            (other, expected) => panic!("{other:?}, expected {expected:?}"),
        }
    }
    let alone = [RegionSection::new("a", &good)];
    let alone = RegionAssessment::of(&alone, &RegionOptions::DOCUMENT_22).unwrap();
    let more = RegionChange::between(&alone, &before);
    assert!(matches!(more, Err(ChangeError::OtherSections { .. })));
}

/// From zero there is no ratio.
#[test]
fn a_zero_base_is_an_error() {
    let value = |text| Fraction::from(number(text));
    let change = |base, now| relative_change(&value(base), &value(now));
    assert_eq!(change("0.16", "0.12").unwrap().to_string(), "-1/4");
    assert_eq!(change("0.3", "0").unwrap().to_string(), "-1");
    for now in ["0", "0.12"] {
        let error = change("0", now).unwrap_err();
        assert_eq!(error, ChangeError::ZeroBase { now: number(now) });
        assert!(Error::from(error).to_string().contains(now));
    }
}

/// A trophic index may lie below zero: from −5 to −4 it rises, and a ratio would say −20 %.
#[test]
fn a_negative_base_is_an_error() {
    let value = |text| Fraction::from(number(text));
    let error = relative_change(&value("-5"), &value("-4")).unwrap_err();
    assert_eq!(error, ChangeError::NegativeBase { base: number("-5"), now: number("-4") });
    assert!(error.to_string().contains("-5") && error.to_string().contains("-4"));
    assert_eq!(relative_change(&value("5"), &value("-4")).unwrap().to_string(), "-9/5");
}

/// A section without a class, or without an item, in one period only is said.
#[test]
fn uneven_sections_are_counted() {
    let with = |readings: &[(&str, &str)]| assess(&river(), readings);
    let names = ["a", "b", "c", "d", "e", "f"];
    let full: Vec<_> = names.iter().map(|_| with(&[("DO", "7"), ("TP", "0.1")])).collect();
    let mut thin = full.clone();
    thin[1] = with(&[("DO", "7"), ("TP", "--")]);
    thin[4] = with(&[("DO", "--")]);
    let group = |assessments: &'static [gb3838::SectionAssessment]| -> Vec<RegionSection<'static>> {
        names.into_iter().zip(assessments).map(|(name, it)| RegionSection::new(name, it)).collect()
    };
    let (full, thin) = (group(full.leak()), group(thin.leak()));
    let before = RegionAssessment::of(&full, &RegionOptions::DOCUMENT_22).unwrap();
    let now = RegionAssessment::of(&thin, &RegionOptions::DOCUMENT_22).unwrap();
    let change = RegionChange::between(&before, &now).unwrap();
    assert_eq!(change.uneven_sections(), 2);
    assert_eq!(change.points().unwrap().to_string(), "0");
    assert_eq!(RegionChange::between(&before, &before).unwrap().uneven_sections(), 0);
}

/// 环比 and 同比, over the turn of a year and before the first.
#[test]
fn periods_are_paired() {
    let month = |year, number| Month::new(Year::new(year).unwrap(), number).unwrap();
    let before = ComparedWith::PeriodBefore;
    assert_eq!(before.month(month(2026, 3)), Ok(month(2026, 2)));
    assert_eq!(before.month(month(2026, 1)), Ok(month(2025, 12)));
    assert_eq!(ComparedWith::YearBefore.month(month(2026, 3)), Ok(month(2025, 3)));
    assert!(before.month(month(1, 1)).is_err());
    assert_eq!(before.month(month(1, 2)), Ok(month(1, 1)));
    assert!(ComparedWith::YearBefore.month(month(1, 12)).is_err());
}
