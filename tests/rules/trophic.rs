//! The trophic level index: formulas, weights of any subset, grades, misprints.

use gb3838::lake::{TrophicParameter, TrophicWeights};
use gb3838::report::LakeReport;
use gb3838::{
    Decimal, Error, Fraction, Rule,
    error::TrophicError,
    lake::{TrophicGrade, TrophicIndex},
};

use crate::make::number;

use TrophicParameter::{
    ChlorophyllA, PermanganateIndex, TotalNitrogen, TotalPhosphorus, Transparency,
};

/// One lake; all expected indices below were computed with 40-digit decimals.
const LAKE: [(TrophicParameter, &str, f64); 5] = [
    (ChlorophyllA, "26.4", 60.548_733_150_253_66),
    (TotalPhosphorus, "0.078", 52.931_005_614_769_06),
    (TotalNitrogen, "1.35", 59.613_771_796_108_73),
    (Transparency, "0.65", 59.537_188_572_193_615),
    (PermanganateIndex, "5.2", 44.960_806_026_880_23),
];

fn value(text: &str) -> Fraction {
    Fraction::from(number(text))
}

fn index_of(parameters: &[TrophicParameter]) -> TrophicIndex {
    let taken = LAKE.into_iter().filter(|(it, ..)| parameters.contains(it));
    TrophicIndex::of(taken.map(|(parameter, text, _)| (parameter, value(text)))).unwrap()
}

#[track_caller]
fn assert_near(got: f64, expected: f64) {
    assert!((got - expected).abs() < 1e-12, "{got} is not {expected}");
}

#[test]
fn single_indices_are_the_printed_formulas() {
    for (parameter, text, expected) in LAKE {
        assert_near(parameter.index(&value(text)).unwrap(), expected);
        assert_near(index_of(&[parameter]).value(), expected);
        // At 1 the logarithm is zero, and 10 a is left.
        let a = parameter.index(&value("1")).unwrap();
        let printed = match parameter {
            ChlorophyllA => 25.0,
            TotalPhosphorus => 94.36,
            TotalNitrogen => 54.53,
            Transparency => 51.18,
            PermanganateIndex => 1.09,
        };
        assert_near(a, printed);
    }
}

/// A manual misprints 9.463 for 9.436: 0.27 more.
#[test]
fn the_misprinted_coefficient_is_not_used() {
    // 10 · (9.436 + 1.624 · ln 0.064) = 49.7183155…, by 40-digit decimals; 49.99 misprinted.
    assert_near(TotalPhosphorus.index(&value("0.064")).unwrap(), 49.718_315_543_091_16);
}

#[test]
fn all_five_are_weighted_as_printed() {
    let index = index_of(&TrophicParameter::ALL);
    assert_near(index.value(), 55.905_484_676_244_79);
    assert_eq!(index.round(1).unwrap().to_string(), "55.9");
    assert_eq!(index.grade(), TrophicGrade::LightlyEutrophic);
    assert!(!index.weights().is_renormalised());
    assert_eq!(index.rules().collect::<Vec<_>>(), [Rule::TROPHIC_INDEX]);
    assert_eq!(index.single(Transparency).map(f64::round), Some(60.0));
}

/// Missing parameters: the weights of the others add up to one again, and the result says so.
#[test]
fn a_subset_is_renormalised_and_says_so() {
    let four = index_of(&TrophicParameter::ALL[1..]);
    assert_near(four.value(), 54.220_584_293_775_5);
    assert_eq!(four.weights().missing().collect::<Vec<_>>(), [ChlorophyllA]);
    assert!(four.rules().any(|rule| rule == Rule::TROPHIC_SUBSET));
    assert_eq!(four.single(ChlorophyllA), None);
    let two = index_of(&[TotalPhosphorus, Transparency]);
    assert_near(two.value(), 56.194_540_530_057_53);
    for subset in 1_u8..32 {
        let parameters: Vec<_> =
            TrophicParameter::ALL.into_iter().filter(|it| subset & 1 << (*it as u8) != 0).collect();
        let weights = TrophicWeights::of(parameters.iter().copied()).unwrap();
        let sum = parameters.iter().try_fold(Fraction::ZERO, |sum: Fraction, parameter| {
            sum.checked_add(weights.weight(*parameter).unwrap())
        });
        assert_eq!(sum, Ok(value("1")), "{parameters:?}");
        assert_eq!(weights.parameters().collect::<Vec<_>>(), parameters);
        assert_eq!(weights.is_renormalised(), subset != 31);
    }
}

/// Upper bounds are included; 30 is mesotrophic; zero and less are oligotrophic.
#[test]
fn grades_hold_at_their_bounds() {
    for (index, expected) in [
        ("-3.1", TrophicGrade::Oligotrophic),
        ("0", TrophicGrade::Oligotrophic),
        ("29.999999", TrophicGrade::Oligotrophic),
        ("30", TrophicGrade::Mesotrophic),
        ("50.0", TrophicGrade::Mesotrophic),
        ("50.000001", TrophicGrade::LightlyEutrophic),
        ("60", TrophicGrade::LightlyEutrophic),
        ("60.000001", TrophicGrade::ModeratelyEutrophic),
        ("70", TrophicGrade::ModeratelyEutrophic),
        ("70.000001", TrophicGrade::HeavilyEutrophic),
    ] {
        assert_eq!(TrophicGrade::of(number(index)), expected, "{index}");
    }
}

/// Any subset, over the whole range of values, by 50-digit arithmetic (Python, mpmath).
#[test]
fn any_subset_at_any_value() {
    for (parameters, expected) in [
        ("CODMn=46.506295", 103.261_428_158_808_66),
        ("CODMn=750.5056", 177.268_080_669_955_08),
        ("CODMn=0.14 TP=788.81", 77.250_945_484_887_37),
        ("chl-a=0.04 TN=0.00078", -32.769_427_291_839_37),
        ("chl-a=23.1215 CODMn=0.001 TN=0.1", -23.856_495_518_343_085),
        ("CODMn=0.001 TP=0.211 TN=8.1", -8.048_173_934_238_195),
        ("CODMn=0.00196 SD=0.21396 TP=35.5 chl-a=0.13", 17.075_018_310_955_99),
        ("chl-a=0.07038 CODMn=932.9 TP=9.009 TN=20.22695", 92.919_322_648_726_8),
        ("TP=0.001 chl-a=1.5752 TN=0.01923 SD=78.88418 CODMn=0.004", -30.503_933_137_116_533),
        ("CODMn=0.1 chl-a=25.635 SD=64.8674 TN=0.001 TP=0.002892", -11.756_958_930_615_092),
    ] {
        let read = |entry: &str| {
            let (name, text) = entry.split_once('=').unwrap();
            (name.parse::<TrophicParameter>().unwrap(), value(text))
        };
        let index = TrophicIndex::of(parameters.split(' ').map(read)).unwrap();
        assert!((index.value() - expected).abs() < 1e-11, "{parameters} {}", index.value());
    }
}

/// The grade is that of the unrounded index, also where it prints as the bound.
#[test]
fn the_unrounded_index_decides() {
    // 10 · (9.436 + 1.624 · ln 0.0652) = 50.0199960…, by 40-digit decimals.
    let index = TrophicIndex::of([(TotalPhosphorus, value("0.0652"))]).unwrap();
    assert_eq!(index.round(1).unwrap().to_string(), "50.0");
    assert_eq!(index.grade(), TrophicGrade::LightlyEutrophic);
    assert_eq!(TrophicGrade::of(index.round(1).unwrap()), TrophicGrade::Mesotrophic);
    assert_eq!(index.round(5).unwrap().to_string(), "50.02000");
}

/// A clear lake has an index below zero: −0.00607… at 0.1 mg/m³ of chlorophyll.
#[test]
fn an_index_may_be_zero_or_less() {
    let index = TrophicIndex::of([(ChlorophyllA, value("0.1"))]).unwrap();
    assert_near(index.value(), -0.006_074_109_915_336);
    assert_eq!(index.grade(), TrophicGrade::Oligotrophic);
    assert_eq!(index.round(1).unwrap(), Decimal::ZERO);
    assert_eq!(index.round(4).unwrap().to_string(), "-0.0061");
}

/// Zero and less have no logarithm, and nothing has no index: errors, never NaN.
#[test]
fn what_has_no_logarithm_is_an_error() {
    for parameter in TrophicParameter::ALL {
        for text in ["0", "-0.5", "-0.0000001"] {
            let error = TrophicIndex::of([(parameter, value(text))]).unwrap_err();
            let expected = TrophicError::NotPositive { parameter, value: number(text) };
            assert_eq!(error, expected);
            assert!(Error::from(error).to_string().contains(parameter.symbol()));
        }
    }
    assert_eq!(TrophicIndex::of([]), Err(TrophicError::NoParameter));
    let twice = TrophicIndex::of(["1.2", "0.8"].map(|text| (Transparency, value(text))));
    assert_eq!(twice, Err(TrophicError::Twice { parameter: Transparency }));
    let none = TrophicWeights::from_correlations([(Transparency, Decimal::ZERO)]).unwrap();
    assert_eq!(none.weight(Transparency), None);
}

#[test]
fn parameters_are_read_by_their_symbols() {
    for parameter in TrophicParameter::ALL {
        assert_eq!(parameter.to_string().parse(), Ok(parameter));
        assert_eq!(parameter.name_zh().parse(), Ok(parameter));
        assert!(!parameter.unit().is_empty());
    }
    assert_eq!("CHL-A".parse(), Ok(ChlorophyllA));
    let error = "turbidity".parse::<TrophicParameter>().unwrap_err();
    assert!(error.to_string().contains("turbidity"));
}

/// 10 · (9.436 + 1.624 ln TP) with 40-digit decimals: 50.019996… is above 50, and 29.995743… below
/// 30; a number of one decimal, 50.0 and 30.0, would be of the other grade. 49.995068… is 50.0.
#[test]
fn a_printed_index_is_of_its_grade() {
    for (phosphorus, printed, grade) in [
        ("0.0652", "50.02", TrophicGrade::LightlyEutrophic),
        ("0.0651", "50.0", TrophicGrade::Mesotrophic),
        ("0.019", "29.996", TrophicGrade::Oligotrophic),
        ("0.1206", "60.01", TrophicGrade::ModeratelyEutrophic),
        ("0.2235", "70.03", TrophicGrade::HeavilyEutrophic),
    ] {
        let values = [(TotalPhosphorus, value(phosphorus), 1)];
        let index = TrophicIndex::of(values.map(|(parameter, value, _)| (parameter, value)));
        let lake = LakeReport::new("湖", 1, None, &values, &index);
        assert_eq!((lake.index, lake.grade), (Some(number(printed)), Some(grade)), "{phosphorus}");
    }
}
