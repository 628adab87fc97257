//! A handler of a web service, without the web: a request in JSON, an answer in JSON.

use gb3838::{Class, ClassCode, Classifier, Sample, WaterBody};

/// What a caller sends: numbers, or texts as laboratories write them.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Request {
    section: String,
    water_body: WaterBody,
    sample: Sample,
}

/// What comes back; lists of items are lists of their symbols.
#[derive(serde::Serialize)]
struct Answer {
    section: String,
    class: Option<Class>,
    code: u8,
    determining: gb3838::ItemSet,
    absent: gb3838::ItemSet,
    undecidable: gb3838::ItemSet,
}

fn handle(body: &str) -> Result<String, Box<dyn std::error::Error>> {
    let request: Request = serde_json::from_str(body)?;
    let section = Classifier::for_readings(request.water_body).assess(&request.sample)?;
    let answer = Answer {
        section: request.section,
        class: section.class(),
        code: ClassCode::from(section.class()).value(),
        determining: section.determining(),
        absent: section.absent(),
        undecidable: section.undecidable(),
    };
    Ok(serde_json::to_string_pretty(&answer)?)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!(
        "{}",
        handle(
            r#"{
                "section": "钦江东",
                "water_body": "river",
                "sample": { "pH": 7.74, "溶解氧": "6.2", "氨氮": 0.632, "总磷": null, "Hg": "0.00004L" }
            }"#
        )?
    );
    // What cannot be read is refused, with the text and what was expected.
    let refused =
        handle(r#"{ "section": "a", "water_body": "river", "sample": { "pH": "7,4,1" } }"#);
    println!("{}", refused.err().map(|error| error.to_string()).unwrap_or_default());
    Ok(())
}
