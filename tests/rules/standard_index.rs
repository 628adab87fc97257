//! The standard index: two forms of dissolved oxygen, pH, the saturation, the exceedance rate.

use gb3838::{
    Decimal, Fraction, Rule,
    error::{OxygenSaturationError, StandardIndexError},
    impact::{
        ExceedanceRate, OxygenSaturation, SaturationFormula, StandardIndex, StandardIndexForm,
    },
};

use crate::make::number;

fn river(temperature: &str) -> OxygenSaturation {
    OxygenSaturation::of_river(number(temperature)).unwrap()
}

fn form_2018(oxygen: &str, limit: &str, temperature: &str) -> String {
    let saturation = river(temperature);
    let index = StandardIndex::of_oxygen_2018(number(oxygen), number(limit), &saturation);
    index.unwrap().value().to_string()
}

fn form_1993(oxygen: &str, limit: &str, temperature: &str) -> String {
    let saturation = river(temperature);
    let index = StandardIndex::of_oxygen_1993(number(oxygen), number(limit), &saturation);
    index.unwrap().value().to_string()
}

/// Python: `Fraction(468) / (Fraction('31.6') + T)`,
/// `(491 - Fraction('2.65') * S) / (Fraction('33.5') + T)`.
#[test]
fn saturation_is_an_exact_fraction() {
    for (temperature, exact) in [
        ("0", "1170/79"),
        ("-1.5", "4680/301"),
        ("15", "2340/233"),
        ("23", "60/7"),
        ("30.8", "15/2"),
    ] {
        assert_eq!(river(temperature).milligrams_per_litre().to_string(), exact, "{temperature}");
    }
    for (temperature, salinity, exact, rounded) in [
        ("0", "0", "982/67", "14.66"),
        ("20", "35", "1593/214", "7.44"),
        ("25.5", "12.5", "3663/472", "7.76"),
    ] {
        let saturation =
            OxygenSaturation::of_saline_water(number(temperature), number(salinity)).unwrap();
        assert_eq!(saturation.milligrams_per_litre().to_string(), exact);
        assert_eq!(saturation.round(2).unwrap().to_string(), rounded);
        let formula = SaturationFormula::SalineWater {
            temperature_celsius: number(temperature),
            salinity: number(salinity),
        };
        assert_eq!((saturation.formula(), saturation.rule()), (formula, Rule::OXYGEN_SATURATION));
    }
    let formula = SaturationFormula::River { temperature_celsius: number("23") };
    assert_eq!(river("23").formula(), formula);
}

#[test]
fn saturation_has_its_bounds() {
    let too_cold = |temperature: &str| OxygenSaturation::of_river(number(temperature));
    assert!(too_cold("-31.59").is_ok());
    for temperature in ["-31.6", "-40"] {
        let error = too_cold(temperature).unwrap_err();
        assert!(matches!(error, OxygenSaturationError::TooCold { .. }));
        assert!(error.to_string().contains(temperature), "{error}");
    }
    let saline = |temperature: &str, salinity: &str| {
        OxygenSaturation::of_saline_water(number(temperature), number(salinity))
    };
    assert!(matches!(saline("-33.5", "0"), Err(OxygenSaturationError::TooCold { .. })));
    // 491 / 2.65 = 185.28…
    assert!(saline("20", "185.28").is_ok());
    for salinity in ["-0.1", "185.29", "500"] {
        let error = saline("20", salinity).unwrap_err();
        assert_eq!(error, OxygenSaturationError::Salinity { salinity: number(salinity) });
    }
}

/// Python fractions of both forms, as printed; the exam's figures are 3.25, 0.58 and, for the
/// wrong form, 1.33.
#[test]
fn both_forms_of_oxygen_are_exact() {
    for (oxygen, limit, temperature, new, old) in [
        ("4.5", "6", "23", "4/3", "13/4"),
        ("6.5", "5", "23", "10/13", "29/50"),
        ("9.3", "5", "23", "51/250", "51/250"),
        ("12", "5", "15", "456/1175", "456/1175"),
        ("5", "5", "23", "1", "1"),
        ("0.01", "5", "23", "500", "4991/500"),
    ] {
        assert_eq!(form_2018(oxygen, limit, temperature), new, "{oxygen}");
        assert_eq!(form_1993(oxygen, limit, temperature), old, "{oxygen}");
    }
}

/// The trap: an index in the form of 1993 that is labelled 2018.
#[test]
fn an_index_says_which_form_it_has() {
    let saturation = river("23");
    let of_2018 = StandardIndex::of_oxygen_2018(number("4.5"), number("6"), &saturation).unwrap();
    let of_1993 = StandardIndex::of_oxygen_1993(number("4.5"), number("6"), &saturation).unwrap();
    assert_eq!(of_2018.form(), StandardIndexForm::Oxygen2018);
    assert_eq!(of_2018.rule(), Rule::STANDARD_INDEX);
    assert_eq!(of_1993.form(), StandardIndexForm::Oxygen1993);
    assert_eq!(of_1993.rule(), Rule::OXYGEN_INDEX_1993);
}

/// At saturation both branches of the form of 2018 meet the value, not each other: at DOf the
/// index is DOs / DOf, just above it 0.
#[test]
fn the_branches_part_at_saturation() {
    // DOf = 9 at 20.4 ℃: 468 / 52.
    assert_eq!(form_2018("9", "5", "20.4"), "5/9");
    assert_eq!(form_2018("9.01", "5", "20.4"), "1/400");
    assert_eq!(form_1993("9", "5", "20.4"), "0");
}

/// DO = 0, DOf = DOs, DOf < DOs, a limit of 0: typed errors, never a number.
#[test]
fn what_divides_by_zero_is_an_error() {
    let saturation = river("30.8");
    let new =
        |oxygen, limit| StandardIndex::of_oxygen_2018(number(oxygen), number(limit), &saturation);
    let old =
        |oxygen, limit| StandardIndex::of_oxygen_1993(number(oxygen), number(limit), &saturation);
    assert_eq!(new("0", "5"), Err(StandardIndexError::NoOxygen { limit: number("5") }));
    assert_eq!(old("0", "5").unwrap().value().to_string(), "10");
    // DOf = 7.5 at 30.8 ℃ is the limit of class I.
    for limit in ["7.5", "8"] {
        let error = new("8.1", limit).unwrap_err();
        assert!(matches!(error, StandardIndexError::SaturationNotAboveLimit { .. }));
        assert!(error.to_string().contains("7.5") && error.to_string().contains(limit), "{error}");
        assert_eq!(old("8.1", limit), Err(error));
    }
    // Below saturation the form of 2018 needs no saturation above the limit.
    assert_eq!(new("7.5", "7.5").unwrap().value().to_string(), "1");
    assert!(old("7.5", "7.5").is_err());
    for limit in ["0", "-1"] {
        let error = StandardIndexError::LimitNotPositive { limit: number(limit) };
        assert_eq!(new("5", limit), Err(error));
        assert_eq!(old("5", limit), Err(error));
        assert_eq!(StandardIndex::of_concentration(number("5"), number(limit)), Err(error));
    }
    for error in [new("-0.1", "5"), old("-0.1", "5")].map(Result::unwrap_err) {
        assert!(error.to_string().contains("-0.1"), "{error}");
    }
}

#[test]
fn acidity_has_two_sides() {
    let index = |ph: &str| StandardIndex::of_ph(number(ph), number("6"), number("9"));
    for (ph, exact) in [
        ("6", "1"),
        ("6.5", "1/2"),
        ("7", "0"),
        ("8", "1/2"),
        ("9", "1"),
        ("9.5", "5/4"),
        ("5.9", "11/10"),
    ] {
        assert_eq!(index(ph).unwrap().value().to_string(), exact, "{ph}");
    }
    assert!(!index("9").unwrap().exceeds() && !index("6").unwrap().exceeds());
    assert!(index("9.01").unwrap().exceeds() && index("5.99").unwrap().exceeds());
    for ph in ["-0.1", "14.01"] {
        assert!(index(ph).unwrap_err().to_string().contains(ph));
    }
    for (lower, upper) in [("7", "9"), ("6", "7"), ("9", "6")] {
        let (lower, upper) = (number(lower), number(upper));
        let error = StandardIndexError::PhRange { lower, upper };
        assert_eq!(StandardIndex::of_ph(number("6.5"), lower, upper), Err(error));
    }
}

/// A mean is a fraction and stays one: (0.1 + 0.2 + 0.4) / 3 over 0.2.
#[test]
fn the_index_of_a_mean_is_exact() {
    let mean = Fraction::ratio(7, 30).unwrap();
    let index = StandardIndex::of_concentration(mean, number("0.2")).unwrap();
    assert_eq!(index.value().to_string(), "7/6");
    assert_eq!(index.form(), StandardIndexForm::Concentration);
    assert_eq!(
        StandardIndex::of_concentration(Decimal::ZERO, number("0.2")).unwrap().round(2),
        Ok(number("0.00"))
    );
}

/// An index of 1 does not exceed; one that is printed 1.00 may.
#[test]
fn an_index_of_one_does_not_exceed() {
    let index =
        |value: &str| StandardIndex::of_concentration(number(value), number("1.0")).unwrap();
    let indices = [index("1.000"), index("1.004"), index("0.2"), index("2")];
    assert_eq!(indices[1].round(2).unwrap().to_string(), "1.00");
    let rate = ExceedanceRate::of_indices(indices);
    assert_eq!((rate.exceeding(), rate.total(), rate.rule()), (2, 4, Rule::STANDARD_INDEX));
    assert_eq!(rate.percent(1), Ok(Some(number("50.0"))));
    let printed = ExceedanceRate::of_indices(indices.map(|index| index.round(2).unwrap()));
    assert_eq!(printed.share(), Fraction::ratio(1, 4));
    let nothing = ExceedanceRate::of_indices([Decimal::ZERO; 0]);
    assert_eq!((nothing.share(), nothing.percent(1)), (None, Ok(None)));
}
