//! The C interface of `gb3838`, declared in `include/gb3838.h`.
//!
//! - [`values`]: plain values for stations. No allocation, a bounded stack, no panic across the
//!   border, neither std nor an allocator.
//! - `arrow` (with `std`): Arrow's C data interface for platforms, classes and annual sums.
//!
//! All decisions are those of `gb3838`; here stand only borders: pointers that are checked,
//! numbers that become enums, errors that become codes.
#![cfg_attr(not(feature = "std"), no_std)]

#[cfg(feature = "std")]
pub mod arrow;
pub(crate) mod border;
pub mod status;
pub mod values;

/// There is nothing to unwind to: the program stands still, as a watchdog can see.
#[cfg(not(any(feature = "std", test)))]
#[panic_handler]
fn stop(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {
        core::hint::spin_loop();
    }
}

/// The compiled `core` names this function of unwinding, which is never called where a panic
/// stops: with it the archive links into a hosted C program as it is.
#[cfg(not(any(feature = "std", test)))]
#[unsafe(no_mangle)]
#[expect(unsafe_code, reason = "the name that `core` asks for; nothing else can have it")]
pub extern "C" fn rust_eh_personality() {}
