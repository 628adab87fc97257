//! The header says what Rust has: sizes, places and numbers, as a C compiler sees them.
#![expect(clippy::unwrap_used, reason = "a test")]
#![expect(clippy::too_many_lines, reason = "one line a number of the header")]

use std::fmt::Write as _;
use std::io::Write as _;
use std::mem::{offset_of, size_of};
use std::process::{Command, Stdio};

use gb3838::{Class, Item, ItemSet, Missing, Outputs};
use gb3838_c::arrow::abi::{ArrowArray, ArrowArrayStream, ArrowSchema};
use gb3838_c::arrow::c_annual::CFed;
use gb3838_c::arrow::c_classify::{MINUS_ONE_IS_MISSING, TableOptions};
use gb3838_c::arrow::classify::Wanted;
use gb3838_c::status::Status;
use gb3838_c::values::assess::{Assessment, Circumstances};
use gb3838_c::values::reading::{
    ANY_LETTERS_VOID, BELOW, CReading, MISSING, NEGATIVE_IS_BELOW, VALUE,
};
use gb3838_c::values::sample::CSample;
use gb3838_c::values::sum::CSum;
use gb3838_c::values::{classifier, verdict};

macro_rules! layout {
    ($out:expr, $c:literal, $rust:ty, $($field:ident),*) => {
        same($out, &format!("sizeof({})", $c), size_of::<$rust>());
        $(same($out, &format!("offsetof({}, {})", $c, stringify!($field)), offset_of!($rust, $field));)*
    };
}

fn same(out: &mut String, expression: &str, value: impl TryInto<i64>) {
    let value = value.try_into().ok().unwrap();
    writeln!(out, "_Static_assert(({expression}) == {value}, \"{expression}\");").unwrap();
}

/// `permanganate index` → `GB3838_PERMANGANATE_INDEX`, by the names of the variants.
fn constant(variant: &str) -> String {
    let mut name = "GB3838".to_owned();
    for letter in variant.chars() {
        if letter.is_uppercase() {
            name.push('_');
        }
        name.extend(letter.to_uppercase());
    }
    name
}

fn compile(checks: &str) -> std::process::Output {
    let include = concat!(env!("CARGO_MANIFEST_DIR"), "/include");
    let arguments = ["-std=c11", "-Wall", "-Wextra", "-Werror", "-fsyntax-only", "-I", include];
    let mut compiler = Command::new("cc")
        .args(arguments)
        .args(["-x", "c", "-"])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let program = format!("#include <gb3838.h>\n{checks}");
    compiler.stdin.take().unwrap().write_all(program.as_bytes()).unwrap();
    compiler.wait_with_output().unwrap()
}

#[test]
fn the_header_has_the_layout_and_the_numbers_of_rust() {
    let mut checks = String::new();
    let out = &mut checks;
    layout!(out, "gb3838_reading", CReading, units, scale, kind, missing, reserved);
    layout!(out, "gb3838_sample", CSample, present, reserved, readings);
    layout!(
        out,
        "gb3838_circumstances",
        Circumstances,
        items,
        excluded,
        natural_background,
        samples,
        required,
        target,
        reserved
    );
    layout!(
        out,
        "gb3838_assessment",
        Assessment,
        class_code,
        class_without_background,
        verdict,
        reason,
        provisional,
        refused_item,
        reserved,
        determining,
        participating,
        absent,
        undecidable,
        not_limited,
        excluded,
        outside,
        exempted,
        worse_than_target,
        samples,
        item_classes
    );
    same(out, "sizeof(gb3838_sum)", size_of::<CSum>());
    same(out, "_Alignof(gb3838_sum)", align_of::<CSum>());
    layout!(
        out,
        "gb3838_table_options",
        TableOptions,
        items,
        cells,
        wanted,
        threads,
        lake,
        means,
        target,
        reserved
    );
    layout!(out, "gb3838_fed", CFed, used, below, missing, refused, rows_left_out, sections);
    layout!(
        out,
        "struct ArrowSchema",
        ArrowSchema,
        format,
        name,
        metadata,
        flags,
        n_children,
        children,
        dictionary,
        release,
        private_data
    );
    layout!(
        out,
        "struct ArrowArray",
        ArrowArray,
        length,
        null_count,
        offset,
        n_buffers,
        n_children,
        buffers,
        children,
        dictionary,
        release,
        private_data
    );
    layout!(
        out,
        "struct ArrowArrayStream",
        ArrowArrayStream,
        get_schema,
        get_next,
        get_last_error,
        release,
        private_data
    );

    for item in Item::ALL {
        same(out, &constant(&format!("{item:?}")), item.number());
        let set = ItemSet::EMPTY.with(item).bits();
        same(out, &format!("GB3838_SET({})", item.number()), set);
    }
    same(out, "GB3838_FIVE_ITEMS", ItemSet::FIVE.bits());
    for status in Status::ALL {
        let name = match status {
            Status::NotUtf8 => "GB3838_NOT_UTF8".to_owned(),
            status => constant(&format!("{status:?}")),
        };
        same(out, &name, status as i32);
    }
    for (place, missing) in Missing::ALL.into_iter().enumerate() {
        let name = constant(&format!("{missing:?}")).replace("GB3838_", "GB3838_MISSING_");
        same(out, &name, place + 1);
    }
    for (name, value) in [
        ("GB3838_MISSING", MISSING),
        ("GB3838_VALUE", VALUE),
        ("GB3838_BELOW", BELOW),
        ("GB3838_CLASSED", classifier::CLASSED),
        ("GB3838_UNDECIDABLE", classifier::UNDECIDABLE),
        ("GB3838_ABSENT", classifier::ABSENT),
        ("GB3838_NOT_LIMITED", classifier::NOT_LIMITED),
        ("GB3838_NOT_ASSESSED", Outputs::NOT_ASSESSED),
        ("GB3838_MET", Outputs::MET),
        ("GB3838_MISSED", Outputs::MISSED),
        ("GB3838_NO_TARGET", verdict::NO_TARGET),
        ("GB3838_NO_CLASS", verdict::NO_CLASS),
    ] {
        same(out, name, value);
    }
    for (name, value) in [
        ("GB3838_NEGATIVE_IS_BELOW", NEGATIVE_IS_BELOW),
        ("GB3838_ANY_LETTERS_VOID", ANY_LETTERS_VOID),
        ("GB3838_MINUS_ONE_IS_MISSING", MINUS_ONE_IS_MISSING),
        ("GB3838_WANT_CLASS", Wanted::CLASS),
        ("GB3838_WANT_DETERMINING", Wanted::DETERMINING),
        ("GB3838_WANT_PARTICIPATING", Wanted::PARTICIPATING),
        ("GB3838_WANT_UNDECIDABLE", Wanted::UNDECIDABLE),
        ("GB3838_WANT_MET", Wanted::MET),
        ("GB3838_WANT_FINDINGS", Wanted::FINDINGS),
        ("GB3838_WANT_NAMES", Wanted::NAMES),
    ] {
        same(out, name, value);
    }
    let compiled = compile(&checks);
    let errors = String::from_utf8_lossy(&compiled.stderr);
    assert!(compiled.status.success(), "{errors}");
    // The test can fail.
    assert!(!compile("_Static_assert(sizeof(gb3838_reading) == 17, \"\");").status.success());
}

#[test]
fn names_and_texts_are_those_of_rust() {
    for (place, status) in Status::ALL.into_iter().enumerate() {
        assert_eq!(status as usize, place);
        assert!(!status.text().is_empty());
    }
    let name = |code: u8| {
        let name = gb3838_c::values::names::gb3838_class_name(code);
        // Read as C does, by the function that prints.
        let bytes: Vec<u8> =
            (0..usize::MAX).map(|place| byte(name, place)).take_while(|it| *it != 0).collect();
        String::from_utf8(bytes).unwrap()
    };
    for class in Class::ALL {
        assert_eq!(name(class as u8), class.name());
    }
    assert_eq!((name(0), name(7), name(255)), (String::new(), String::new(), String::new()));
}

#[expect(unsafe_code, reason = "reads as C reads")]
fn byte(text: *const std::ffi::c_char, place: usize) -> u8 {
    // SAFETY: up to the NUL at the end of a constant.
    unsafe { *text.cast::<u8>().add(place) }
}
