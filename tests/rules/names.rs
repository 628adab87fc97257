//! Names, codes and numerals in all the spellings that data come in.

use gb3838::{Class, ClassCode, Item, ItemSet, WaterBody};

/// Both codes of arsenic are in use; w20119 is the one to write.
#[test]
fn both_codes_of_arsenic_are_read() {
    for code in ["w20119", "w20141", "W20119", "W20141", "As", "AS", "砷", "arsenic"] {
        assert_eq!(code.parse(), Ok(Item::Arsenic), "{code}");
    }
    assert_eq!(Item::Arsenic.code(), "w20119");
}

#[test]
fn an_item_is_read_from_each_of_its_names_in_any_case() {
    for item in Item::ALL {
        for name in [item.symbol(), item.name_zh(), item.name_en(), item.code()] {
            assert_eq!(name.parse(), Ok(item), "{name}");
            assert_eq!(name.to_uppercase().parse(), Ok(item), "{name}");
            assert_eq!(name.to_lowercase().parse(), Ok(item), "{name}");
            assert_eq!(format!(" {name}\u{3000}").parse(), Ok(item), "{name}");
        }
    }
    for (name, item) in [
        ("nh3n", Item::AmmoniaNitrogen),
        ("NH3_N", Item::AmmoniaNitrogen),
        ("NH₃-N", Item::AmmoniaNitrogen),
        ("codmn", Item::PermanganateIndex),
        ("CODcr", Item::ChemicalOxygenDemand),
        ("BOD₅", Item::BiochemicalOxygenDemand),
        ("铬(六价)", Item::HexavalentChromium),
        ("六价铬", Item::HexavalentChromium),
        ("ph", Item::Ph),
        ("PH", Item::Ph),
    ] {
        assert_eq!(name.parse(), Ok(item), "{name}");
    }
}

#[test]
fn what_names_no_item_is_an_error_with_the_text() {
    for text in ["", " ", "-", "COD2", "氮", "w99999", "TPN", "conductivity"] {
        let error = text.parse::<Item>().unwrap_err();
        assert_eq!(error.text().as_str(), text);
        assert!(error.to_string().contains(text));
    }
}

/// Roman numerals stand as letters and as single code points, with and without 类.
#[test]
fn classes_are_read_in_all_spellings() {
    let spellings: [(Class, &[&str]); 6] = [
        (Class::I, &["I", "i", "Ⅰ", "ⅰ", "1", "I类", "Ⅰ类", "1类", " Ⅰ 类 "]),
        (Class::II, &["II", "ii", "Ⅱ", "ⅱ", "2", "II类", "Ⅱ类", "2类"]),
        (Class::III, &["III", "iii", "Ⅲ", "ⅲ", "3", "III类", "Ⅲ类", "3类", "\u{3000}Ⅲ\u{3000}"]),
        (Class::IV, &["IV", "iv", "Ⅳ", "ⅳ", "4", "IV类", "Ⅳ类", "4类"]),
        (Class::V, &["V", "v", "Ⅴ", "ⅴ", "5", "V类", "Ⅴ类", "5类"]),
        (
            Class::InferiorV,
            &[
                "劣V",
                "劣v",
                "劣Ⅴ",
                "劣ⅴ",
                "劣V类",
                "劣Ⅴ类",
                "劣 Ⅴ 类",
                "劣5",
                "6",
                "inferior_V",
                "inferior V",
                "InferiorV",
                "INFERIOR-V",
            ],
        ),
    ];
    for (class, texts) in spellings {
        for text in texts {
            assert_eq!(text.parse(), Ok(class), "{text}");
        }
        assert_eq!(class.name().parse(), Ok(class));
        assert_eq!(class.name_zh().parse(), Ok(class));
        assert_eq!(class.to_string().parse(), Ok(class));
    }
    for text in ["", "0", "7", "VI", "Ⅵ", "劣", "劣Ⅳ", "IIII", "-1", "--", "类", "inferior"]
    {
        let error = text.parse::<Class>().unwrap_err();
        assert_eq!(error.text().as_str(), text);
    }
}

/// A greater class is a worse one, and none is not the best.
#[test]
fn no_class_is_neither_the_best_nor_the_worst() {
    assert_eq!(Class::worst([]), None);
    assert_eq!(Class::worst([Class::I, Class::InferiorV, Class::V]), Some(Class::InferiorV));
    assert_eq!(ClassCode::NONE.get(), None);
    assert_eq!(ClassCode::default(), ClassCode::NONE);
    assert_eq!(ClassCode::from(None), ClassCode::NONE);
    for (code, class) in (1..).zip(Class::ALL) {
        assert_eq!(ClassCode::from(class).value(), code);
        assert_eq!(ClassCode::from(Some(class)).get(), Some(class));
    }
    assert!(Class::ALL.is_sorted());
}

#[test]
fn item_sets_and_bodies_are_read() {
    assert_eq!("assessed".parse(), Ok(ItemSet::ASSESSED));
    assert_eq!(ItemSet::ASSESSED.len(), 21);
    assert_eq!("pH，溶解氧、w21011".parse::<ItemSet>().unwrap().to_string(), "pH;DO;TP");
    assert!("pH,nothing".parse::<ItemSet>().is_err());
    for (text, body) in [
        ("river", WaterBody::River),
        ("River", WaterBody::River),
        ("河流", WaterBody::River),
        ("lake", WaterBody::Lake),
        ("湖库", WaterBody::Lake),
        ("湖、库", WaterBody::Lake),
        ("reservoir", WaterBody::Lake),
    ] {
        assert_eq!(text.parse(), Ok(body), "{text}");
    }
    assert!("pond".parse::<WaterBody>().is_err());
}
