//! A form says how many parts it has before it gives them: CBOR and MessagePack write that number.

use serde::ser::{self, Serialize, Serializer};

type Error = serde::de::value::Error;

/// Each form within a value has as many parts as it said.
#[track_caller]
pub(crate) fn assert_said(value: &impl Serialize) {
    value.serialize(Counted).unwrap();
}

/// Writes nothing, and counts.
struct Counted;

/// The parts of one form, as many as were said, if any number was, and as many as came.
struct Parts {
    said: Option<usize>,
    came: usize,
}

impl Parts {
    const fn new(said: Option<usize>) -> Self {
        Self { said, came: 0 }
    }

    fn part<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.came += 1;
        value.serialize(Counted)
    }

    fn all(&self) -> Result<(), Error> {
        let fits = self.said.is_none_or(|said| said == self.came);
        let told = || ser::Error::custom(format!("{:?} parts said, {}", self.said, self.came));
        if fits { Ok(()) } else { Err(told()) }
    }
}

macro_rules! nothing_within {
    ($($name:ident: $kind:ty),*) => {
        $(fn $name(self, _: $kind) -> Result<(), Error> {
            Ok(())
        })*
    };
}

impl Serializer for Counted {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Parts;
    type SerializeTuple = Parts;
    type SerializeTupleStruct = Parts;
    type SerializeTupleVariant = Parts;
    type SerializeMap = Parts;
    type SerializeStruct = Parts;
    type SerializeStructVariant = Parts;

    nothing_within! {
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32,
        serialize_i64: i64, serialize_u8: u8, serialize_u16: u16, serialize_u32: u32,
        serialize_u64: u64, serialize_f32: f32, serialize_f64: f64, serialize_char: char,
        serialize_str: &str, serialize_bytes: &[u8], serialize_unit_struct: &'static str
    }

    fn serialize_none(self) -> Result<(), Error> {
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        Ok(())
    }

    fn serialize_unit_variant(self, _: &str, _: u32, _: &str) -> Result<(), Error> {
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &str,
        _: u32,
        _: &str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_seq(self, said: Option<usize>) -> Result<Parts, Error> {
        Ok(Parts::new(said))
    }

    fn serialize_tuple(self, said: usize) -> Result<Parts, Error> {
        Ok(Parts::new(Some(said)))
    }

    fn serialize_tuple_struct(self, _: &str, said: usize) -> Result<Parts, Error> {
        Ok(Parts::new(Some(said)))
    }

    fn serialize_tuple_variant(
        self,
        _: &str,
        _: u32,
        _: &str,
        said: usize,
    ) -> Result<Parts, Error> {
        Ok(Parts::new(Some(said)))
    }

    fn serialize_map(self, said: Option<usize>) -> Result<Parts, Error> {
        Ok(Parts::new(said))
    }

    fn serialize_struct(self, _: &str, said: usize) -> Result<Parts, Error> {
        Ok(Parts::new(Some(said)))
    }

    fn serialize_struct_variant(
        self,
        _: &str,
        _: u32,
        _: &str,
        said: usize,
    ) -> Result<Parts, Error> {
        Ok(Parts::new(Some(said)))
    }
}

macro_rules! counts_parts {
    ($($kind:ident, $part:ident $(, $name:ty)?;)*) => {
        $(impl ser::$kind for Parts {
            type Ok = ();
            type Error = Error;

            fn $part<T: Serialize + ?Sized>(&mut self, $(_: $name,)? value: &T) -> Result<(), Error> {
                self.part(value)
            }

            fn end(self) -> Result<(), Error> {
                self.all()
            }
        })*
    };
}

counts_parts! {
    SerializeSeq, serialize_element;
    SerializeTuple, serialize_element;
    SerializeTupleStruct, serialize_field;
    SerializeTupleVariant, serialize_field;
    SerializeStruct, serialize_field, &'static str;
    SerializeStructVariant, serialize_field, &'static str;
}

impl ser::SerializeMap for Parts {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        key.serialize(Counted)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.part(value)
    }

    fn end(self) -> Result<(), Error> {
        self.all()
    }
}

/// The count itself: a form that says too many or too few is found.
#[test]
fn a_wrong_number_of_parts_is_found() {
    struct Wrong(usize);
    impl Serialize for Wrong {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut data = serializer.serialize_struct("Wrong", self.0)?;
            ser::SerializeStruct::serialize_field(&mut data, "only", &1)?;
            ser::SerializeStruct::end(data)
        }
    }
    assert!(Wrong(1).serialize(Counted).is_ok());
    assert!(Wrong(0).serialize(Counted).is_err());
    assert!([Some(Wrong(2))].serialize(Counted).is_err());
}
