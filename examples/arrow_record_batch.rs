//! Classes for the rows of an Arrow record batch, without a copy of its columns.

use arrow_array::{
    Array, ArrayRef, Float64Array, RecordBatch, StringArray, UInt8Array, cast::AsArray,
    types::Float64Type,
};
use gb3838::{Batch, Bits, ClassCode, Classifier, Column, Item, ItemSet, WaterBody};
use std::sync::Arc;

/// Adds a column of class codes, and one of the symbols of the items that determine them.
fn classify(table: &RecordBatch) -> Result<RecordBatch, Box<dyn std::error::Error>> {
    let mut columns = Vec::new();
    for (field, array) in table.schema().fields().iter().zip(table.columns()) {
        // A heading that is no item of Table 1 passes; one that is must hold numbers.
        let Ok(item) = field.name().parse::<Item>() else { continue };
        let values = array.as_primitive_opt::<Float64Type>().ok_or("expected float64")?;
        columns.push((item, values));
    }
    let valid: Vec<_> = columns.iter().map(|(_, values)| values.nulls()).collect();
    let mut borrowed = Vec::new();
    for ((item, values), nulls) in columns.iter().zip(&valid) {
        let column = Column::new(*item, values.values());
        borrowed.push(match nulls {
            Some(nulls) => {
                column.with_validity(Bits::new(nulls.validity()).with_offset(nulls.offset()))
            }
            None => column,
        });
    }

    let rows = table.num_rows();
    let (mut class, mut determining, mut participating) =
        (vec![0; rows], vec![0; rows], vec![0; rows]);
    let classifier = Classifier::for_readings(WaterBody::River).with_items(ItemSet::FIVE);
    Batch::new(&classifier, &borrowed)?.class_and_determining(
        &mut class,
        &mut determining,
        &mut participating,
    )?;

    let names: StringArray =
        determining.iter().map(|bits| Some(ItemSet::from_bits(*bits).to_string())).collect();
    Ok(RecordBatch::try_from_iter([
        ("section", Arc::clone(table.column(0))),
        ("class", Arc::new(UInt8Array::from(class)) as ArrayRef),
        ("determining", Arc::new(names)),
    ])?)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let table = RecordBatch::try_from_iter([
        ("section", Arc::new(StringArray::from(vec!["a", "b", "c"])) as ArrayRef),
        ("DO", Arc::new(Float64Array::from(vec![Some(8.1), Some(4.2), None]))),
        ("NH3-N", Arc::new(Float64Array::from(vec![Some(0.30), Some(0.31), None]))),
    ])?;
    let classed = classify(&table)?;
    let codes = classed.column(1).as_primitive::<arrow_array::types::UInt8Type>();
    let names = classed.column(2).as_string::<i32>();
    for row in 0..classed.num_rows() {
        let class = ClassCode::try_from(codes.value(row))?.get();
        println!(
            "{}: class {} by {}",
            classed.column(0).as_string::<i32>().value(row),
            class.map_or("none", gb3838::Class::name),
            if names.value(row).is_empty() { "nothing" } else { names.value(row) }
        );
    }
    Ok(())
}
