//! The kinds about black-odorous water: readings, points, bodies, rural waters.

use std::collections::BTreeMap;

use gb3838::{
    Decimal,
    black_odorous::{
        BlackOdorousBody, BlackOdorousGrade, BlackOdorousPoint, BlackOdorousReadings,
        RuralBlackOdorous, RuralShallowWater, Transparency, heavy_stretches,
    },
};
use serde_json::{Value, json};

use super::{Answer, answer_of};
use crate::input::{CaseError, Input};

fn put(readings: &mut BlackOdorousReadings, name: &str, value: Decimal) -> Result<(), CaseError> {
    match name {
        "transparency_cm" => readings.transparency = Some(Transparency::Centimetres(value)),
        "DO" => readings.dissolved_oxygen = Some(value),
        "ORP_mV" => readings.redox_potential = Some(value),
        "NH3-N" => readings.ammonia_nitrogen = Some(value),
        _ => {
            let expected = "transparency_cm, DO, ORP_mV or NH3-N";
            return Err(CaseError::unexpected("readings", expected, &Value::from(name)));
        }
    }
    Ok(())
}

fn readings(input: Input<'_>) -> Result<BlackOdorousReadings, CaseError> {
    let mut readings = BlackOdorousReadings::default();
    for (name, value) in input.get::<BTreeMap<String, Decimal>>("readings")? {
        put(&mut readings, &name, value)?;
    }
    Ok(readings)
}

fn graded(grade: Option<BlackOdorousGrade>) -> Answer {
    answer_of([
        ("grade", json!(grade.map(BlackOdorousGrade::name))),
        ("grade_zh", json!(grade.map(BlackOdorousGrade::name_zh))),
    ])
}

/// The grade of one point with one set of readings.
pub(super) fn urban(input: Input<'_>) -> Result<Answer, CaseError> {
    let water = input.text("water")?;
    if water != "urban" {
        return Err(CaseError::unexpected("water", "urban", &Value::from(water)));
    }
    Ok(graded(readings(input)?.grade()?))
}

/// The transparency of water of a known depth.
pub(super) fn shallow(input: Input<'_>) -> Result<Answer, CaseError> {
    let readings = BlackOdorousReadings {
        transparency: Some(Transparency::InDepth {
            centimetres: input.get("transparency_cm")?,
            depth_centimetres: input.get("depth_cm")?,
        }),
        ..BlackOdorousReadings::default()
    };
    Ok(graded(readings.grade()?))
}

/// A point with several readings of each indicator.
pub(super) fn point(input: Input<'_>) -> Result<Answer, CaseError> {
    let mut point = BlackOdorousPoint::new();
    for (name, values) in input.get::<BTreeMap<String, Vec<Decimal>>>("series")? {
        for value in values {
            let mut readings = BlackOdorousReadings::default();
            put(&mut readings, &name, value)?;
            point.add(&readings)?;
        }
    }
    Ok(graded(point.grade()))
}

/// A stretch of points, and the whole of it.
pub(super) fn body(input: Input<'_>) -> Result<Answer, CaseError> {
    let mut points = Vec::new();
    for name in input.get::<Vec<String>>("points")? {
        let grades = [BlackOdorousGrade::None, BlackOdorousGrade::Light, BlackOdorousGrade::Heavy];
        let grade = grades.into_iter().find(|grade| grade.name() == name);
        let got = || CaseError::unexpected("points", "none, light or heavy", &json!(name));
        points.push(Some(grade.ok_or_else(got)?));
    }
    let stretches: Vec<[String; 2]> = heavy_stretches(&points)
        .map(|places| [(places.start + 1).to_string(), places.end.to_string()])
        .collect();
    let mut answer = graded(BlackOdorousBody::of(points)?.grade());
    answer.extend(answer_of([("heavy_stretches", json!(stretches))]));
    Ok(answer)
}

/// Rural water: yes or no.
pub(super) fn rural(input: Input<'_>) -> Result<Answer, CaseError> {
    let water = RuralBlackOdorous::of(&readings(input)?, RuralShallowWater::SameBound)?;
    Ok(answer_of([("black_odorous", json!(water.is_black_odorous().unwrap_or(false)))]))
}
