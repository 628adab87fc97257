/* gb3838: what a surface-water measurement means under the Chinese standard GB 3838-2002.
 *
 * Values   plain structs for stations: no allocation, at most 4 KB of stack a call, no libc.
 * Arrow    Arrow's C data interface for platforms: columns in, classes out; annual sums.
 *
 * Units      Numbers are in the unit of the item's limits (mg/L; degrees Celsius; faecal coliforms
 *            per litre; pH has none). A decimal is units * 10^-scale, and exact.
 * Items      Numbers 1 to 24 as in Table 1; a set of items has bit n-1 for item n.
 * Classes    1 to 5 for I to V, 6 for worse than V, 0 for none.
 * Results    0 is success. Any other code has a text: gb3838_status_text. What a call would have
 *            written is not to be used then, unless its comment says so.
 * Stations   #define GB3838_VALUES_ONLY before the header: the archive for stations has no tables.
 * Pointers   Each is borrowed for the time of the call and kept by no function. Null gives
 *            GB3838_NULL_POINTER, unless the comment allows it; a text may be null when it has no
 *            bytes. Texts are UTF-8 with a length in bytes, and need no NUL.
 * Ownership  The library frees nothing of yours and gives you nothing to free, but for Arrow
 *            structures (each has its own release) and gb3838_annual.
 * Threads    There are no globals. Constants may be used by any threads at once; a struct that a
 *            call changes, by one thread at a time.
 */
#ifndef GB3838_H
#define GB3838_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The version of this interface: functions are added without a change of it. */
#define GB3838_ABI_VERSION 1

/* ---- results ---------------------------------------------------------------------------- */

typedef int32_t gb3838_status;
enum {
    GB3838_OK = 0,
    GB3838_NULL_POINTER = 1,     /* a pointer is null that must not be */
    GB3838_NO_SUCH_ITEM = 2,     /* expected an item, 1 to 24, or a set of these */
    GB3838_NO_SUCH_CLASS = 3,    /* expected a class, 1 to 6, or 0 where none is allowed */
    GB3838_NOT_UTF8 = 4,
    GB3838_NOT_A_READING = 5,    /* neither a number, a detection limit, nor a known mark */
    GB3838_IMPOSSIBLE = 6,       /* no water has it: negative, pH above 14, a limit of zero */
    GB3838_OUT_OF_RANGE = 7,     /* more than 18 digits or places */
    GB3838_NO_SUCH_KIND = 8,     /* a field or flag with a number that it does not know */
    GB3838_NOT_INITIALISED = 9,  /* a struct that this library did not make */
    GB3838_NOT_THERE = 10,       /* taken out of a sum, and cannot have been added */
    GB3838_OTHER_ITEM = 11,      /* sums of different items */
    GB3838_OVERFLOW = 12,        /* the exact result has no room */
    GB3838_NO_VALUE = 13,        /* a mean of nothing */
    GB3838_SHORT_BUFFER = 14,    /* the buffer is left empty; nothing is cut */
    GB3838_NOT_AN_ITEM = 15,     /* a name that is no item of Table 1 */
    GB3838_ITEM_TWICE = 16,
    GB3838_BAD_ARROW = 17,       /* against the rules of Arrow's C data interface */
    GB3838_OTHER_TYPE = 18,      /* an Arrow type that is not read here */
    GB3838_NO_COLUMN = 19,
    GB3838_BAD_STATE = 20,       /* bytes that are no state of this version */
    GB3838_TOO_LARGE = 21,       /* no memory, or a table that would be too large */
    GB3838_FAULT = 22            /* a fault of the library: please report it */
};

/* The text of a code. It lives as long as the program. */
const char *gb3838_status_text(gb3838_status status);

/* ---- items and classes ------------------------------------------------------------------- */

enum {
    GB3838_WATER_TEMPERATURE = 1,
    GB3838_PH = 2,
    GB3838_DISSOLVED_OXYGEN = 3,
    GB3838_PERMANGANATE_INDEX = 4,
    GB3838_CHEMICAL_OXYGEN_DEMAND = 5,
    GB3838_BIOCHEMICAL_OXYGEN_DEMAND = 6,
    GB3838_AMMONIA_NITROGEN = 7,
    GB3838_TOTAL_PHOSPHORUS = 8,
    GB3838_TOTAL_NITROGEN = 9,
    GB3838_COPPER = 10,
    GB3838_ZINC = 11,
    GB3838_FLUORIDE = 12,
    GB3838_SELENIUM = 13,
    GB3838_ARSENIC = 14,
    GB3838_MERCURY = 15,
    GB3838_CADMIUM = 16,
    GB3838_HEXAVALENT_CHROMIUM = 17,
    GB3838_LEAD = 18,
    GB3838_CYANIDE = 19,
    GB3838_VOLATILE_PHENOLS = 20,
    GB3838_PETROLEUM = 21,
    GB3838_ANIONIC_SURFACTANTS = 22,
    GB3838_SULFIDE = 23,
    GB3838_FAECAL_COLIFORMS = 24
};

/* The set that holds one item. */
#define GB3838_SET(item) ((uint32_t)1 << ((item) - 1))
/* pH, DO, CODMn, NH3-N and TP. */
#define GB3838_FIVE_ITEMS                                                                        \
    (GB3838_SET(GB3838_PH) | GB3838_SET(GB3838_DISSOLVED_OXYGEN) |                               \
     GB3838_SET(GB3838_PERMANGANATE_INDEX) | GB3838_SET(GB3838_AMMONIA_NITROGEN) |               \
     GB3838_SET(GB3838_TOTAL_PHOSPHORUS))

/* "I" to "V", "inferior_V", or an empty text for 0 and for a number that is no class. It lives as
 * long as the program. */
const char *gb3838_class_name(uint8_t class_code);

/* The number of an item by any of its names: a symbol ("NH3-N"), a Chinese or English name, a code
 * ("w21003"). */
gb3838_status gb3838_item_by_name(const char *name, size_t length, uint8_t *item);

/* Writes the symbol of an item with a NUL; 8 bytes are enough. */
gb3838_status gb3838_item_symbol(uint8_t item, char *buffer, size_t capacity);

/* Writes the symbols of a set, joined by ';', with a NUL; 128 bytes are enough. */
gb3838_status gb3838_items_text(uint32_t items, char *buffer, size_t capacity);

/* ---- configurations ----------------------------------------------------------------------- */

/* The standard, a kind of water body and a comparison, compiled: constants of about 3 KB each, of
 * which a program holds those that it names (link with -Wl,--gc-sections). All take the 21 assessed
 * items of Table 1 and compare with class III where there is no target. */
typedef struct gb3838_classifier gb3838_classifier;

const gb3838_classifier *gb3838_river_readings(void); /* single readings: values in full */
const gb3838_classifier *gb3838_river_means(void);    /* means of periods: rounded first */
const gb3838_classifier *gb3838_lake_readings(void);  /* lakes and reservoirs */
const gb3838_classifier *gb3838_lake_means(void);

/* ---- readings ----------------------------------------------------------------------------- */

enum { GB3838_MISSING = 0, GB3838_VALUE = 1, GB3838_BELOW = 2 };

/* Why there is no value: NOT_MONITORED is -1, NOT_DETECTED an ND without a limit. */
enum {
    GB3838_MISSING_BLANK = 1,
    GB3838_MISSING_DASH = 2,
    GB3838_MISSING_STAR = 3,
    GB3838_MISSING_SLASH = 4,
    GB3838_MISSING_NOT_MONITORED = 5,
    GB3838_MISSING_NOT_DETECTED = 6,
    GB3838_MISSING_QUALITY_CONTROL = 7,
    GB3838_MISSING_VOIDED = 8,
    GB3838_MISSING_NO_VALUE = 9,
    GB3838_MISSING_SPREADSHEET_ERROR = 10
};

/* One reading; plain data that may be filled by hand: { units, scale, GB3838_VALUE, 0, {0} }. */
typedef struct gb3838_reading {
    int64_t units;       /* the value, or the detection limit: units * 10^-scale */
    uint8_t scale;       /* 0 to 18 */
    uint8_t kind;        /* GB3838_MISSING, GB3838_VALUE or GB3838_BELOW */
    uint8_t missing;     /* why there is no value; 0 is a blank */
    uint8_t reserved[5]; /* zero */
} gb3838_reading;

/* Flags of a cell. */
enum {
    GB3838_NEGATIVE_IS_BELOW = 1, /* -0.025 is below 0.025; -1 stays "not monitored" */
    GB3838_ANY_LETTERS_VOID = 2   /* any letters but L void a cell, instead of an error */
};

/* Reads a cell as laboratories write it: 0.25, 0.025L, <0.025, --, -1, ND. */
gb3838_status gb3838_parse(const char *cell, size_t length, uint8_t item, uint32_t flags,
                           gb3838_reading *reading);

/* The class of a value; 0 where the standard limits none. */
gb3838_status gb3838_class_of(const gb3838_classifier *classifier, uint8_t item, int64_t units,
                              uint8_t scale, uint8_t *class_code);

enum {
    GB3838_CLASSED = 1,
    GB3838_UNDECIDABLE = 2, /* below a detection limit that is too high to decide */
    GB3838_ABSENT = 3,
    GB3838_NOT_LIMITED = 4 /* total nitrogen of rivers, water temperature */
};

/* What a reading means. A result below a detection limit must be decidable against the class
 * `against`; 0 is class III. The class is 0 unless the outcome is GB3838_CLASSED. */
gb3838_status gb3838_judge(const gb3838_classifier *classifier, uint8_t item,
                           const gb3838_reading *reading, uint8_t against, uint8_t *outcome,
                           uint8_t *class_code);

/* ---- a sample ----------------------------------------------------------------------------- */

/* What was measured at one place and time; plain data. All zeros is a sample without readings. */
typedef struct gb3838_sample {
    uint32_t present; /* the items that were read, those without a value included */
    uint32_t reserved;
    gb3838_reading readings[24]; /* by the number of the item, less 1 */
} gb3838_sample;

gb3838_status gb3838_sample_clear(gb3838_sample *sample);

/* Reads a cell into a sample. Each item once; after an error the sample is unchanged. */
gb3838_status gb3838_sample_parse(gb3838_sample *sample, uint8_t item, const char *cell,
                                  size_t length, uint32_t flags);

/* Puts a reading into a sample. Each item once. */
gb3838_status gb3838_sample_insert(gb3838_sample *sample, uint8_t item,
                                   const gb3838_reading *reading);

/* What is known of a section beside its readings. All zeros knows nothing. */
typedef struct gb3838_circumstances {
    uint32_t items;              /* the items that take part; 0 for the 21 */
    uint32_t excluded;           /* left out of every result: COD in high chloride */
    uint32_t natural_background; /* of natural origin: a second class leaves them out */
    uint32_t samples;            /* the samples that the values rest on */
    uint32_t required;           /* the samples that are needed; 0: not asked */
    uint8_t target;              /* the target class, or 0 */
    uint8_t reserved[3];
} gb3838_circumstances;

enum { GB3838_NOT_ASSESSED = 0, GB3838_MET = 1, GB3838_MISSED = 2 };
enum { GB3838_NO_TARGET = 1, GB3838_NO_CLASS = 2 };

/* The answer: a class, reasons, and all that was left out. Each item that was to take part is in
 * exactly one of participating, absent, undecidable, not_limited and excluded. */
typedef struct gb3838_assessment {
    uint8_t class_code;
    uint8_t class_without_background; /* it stands beside the class and does not replace it */
    uint8_t verdict;                  /* on the target */
    uint8_t reason;                   /* why it is not assessed, or 0 */
    uint8_t provisional;              /* 1: fewer samples than needed */
    uint8_t refused_item;             /* after an error: the item whose reading was refused */
    uint8_t reserved[2];
    uint32_t determining; /* whose class is the section's */
    uint32_t participating;
    uint32_t absent;
    uint32_t undecidable;
    uint32_t not_limited;
    uint32_t excluded;
    uint32_t outside;  /* with a class, but not asked for */
    uint32_t exempted; /* participating, of natural background */
    uint32_t worse_than_target;
    uint32_t samples;
    uint8_t item_classes[24]; /* by the number of the item, less 1; reference items too */
} gb3838_assessment;

/* Assesses a sample. `circumstances` may be null. After an error the assessment has no class. */
gb3838_status gb3838_assess(const gb3838_classifier *classifier, const gb3838_sample *sample,
                            const gb3838_circumstances *circumstances,
                            gb3838_assessment *assessment);

/* The verdict on a class alone; 0 is no class, no target. */
gb3838_status gb3838_verdict(uint8_t class_code, uint8_t target, uint32_t samples,
                             uint32_t required, uint8_t *verdict, uint8_t *reason,
                             uint8_t *provisional);

/* ---- running sums -------------------------------------------------------------------------- */

/* An exact sum of readings of one item (pH: of hydrogen ions). Adding in another order or merging
 * partial sums gives the same bits. Filled by gb3838_sum_init and changed by these functions alone;
 * it may be copied. Kept in a file, it is read by the same build of the library only. */
typedef struct gb3838_sum {
#if defined(__cplusplus)
    alignas(16) uint64_t room[40];
#elif defined(__STDC_VERSION__) && __STDC_VERSION__ >= 201112L
    _Alignas(16) uint64_t room[40];
#else
    uint64_t room[40] __attribute__((aligned(16)));
#endif
} gb3838_sum;

gb3838_status gb3838_sum_init(gb3838_sum *sum, uint8_t item);

/* Adds a reading: half the detection limit where it is below one; one without a value is counted.
 * After an error the sum is unchanged. */
gb3838_status gb3838_sum_add(gb3838_sum *sum, const gb3838_reading *reading);

/* Takes out a reading that had been added. What cannot have been added is refused. */
gb3838_status gb3838_sum_remove(gb3838_sum *sum, const gb3838_reading *reading);

/* Adds the readings of another sum of the same item. */
gb3838_status gb3838_sum_merge(gb3838_sum *sum, const gb3838_sum *other);

gb3838_status gb3838_sum_counts(const gb3838_sum *sum, uint32_t *values, uint32_t *below,
                                uint32_t *missing);

/* The mean, rounded once, half to even. GB3838_NO_VALUE without a value. */
gb3838_status gb3838_sum_mean(const gb3838_sum *sum, uint8_t decimals, int64_t *units,
                              uint8_t *scale);

/* The class of the exact mean; 0 without a value or limit, and where nothing is decided. */
gb3838_status gb3838_sum_class(const gb3838_classifier *classifier, const gb3838_sum *sum,
                               uint8_t *class_code);

/* Assesses a section from the exact means of `count` sums, each item once. `samples` is counted:
 * that of the worst sampled of those of the five items that were asked for, or of all that were
 * where none of the five was; an item without limits here counts for nothing. `circumstances` may
 * be null. */
gb3838_status gb3838_assess_sums(const gb3838_classifier *classifier, const gb3838_sum *sums,
                                 size_t count, const gb3838_circumstances *circumstances,
                                 gb3838_assessment *assessment);

#ifndef GB3838_VALUES_ONLY

/* ---- tables: Arrow's C data interface ------------------------------------------------------ */

/* The structs as Arrow publishes them; skipped where another header has them already. */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
    const char *format;
    const char *name;
    const char *metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema **children;
    struct ArrowSchema *dictionary;
    void (*release)(struct ArrowSchema *);
    void *private_data;
};

struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void **buffers;
    struct ArrowArray **children;
    struct ArrowArray *dictionary;
    void (*release)(struct ArrowArray *);
    void *private_data;
};

#endif /* ARROW_C_DATA_INTERFACE */

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *out);
    int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *out);
    const char *(*get_last_error)(struct ArrowArrayStream *);
    void (*release)(struct ArrowArrayStream *);
    void *private_data;
};

#endif /* ARROW_C_STREAM_INTERFACE */

/* More flags of cells, beside those above. */
enum { GB3838_MINUS_ONE_IS_MISSING = 4 /* also in columns of numbers */ };

/* Which answers are wanted. */
enum {
    GB3838_WANT_CLASS = 1,          /* class: uint8 */
    GB3838_WANT_DETERMINING = 2,    /* determining: uint32, bit n-1 for item n */
    GB3838_WANT_PARTICIPATING = 4,  /* participating: uint32 */
    GB3838_WANT_UNDECIDABLE = 8,    /* undecidable: uint32 */
    GB3838_WANT_MET = 16,           /* met: uint8 as GB3838_MET */
    GB3838_WANT_FINDINGS = 32,      /* findings: text, missing where nothing is to be said */
    GB3838_WANT_NAMES = 64          /* names in place of codes and bits, as dictionaries; that of
                                     * classes is in their order: its number 0 is I */
};

/* What a table is classed by. All zeros, or a null pointer: single readings of rivers, the 21
 * items, no target, all answers in codes and bits. */
typedef struct gb3838_table_options {
    uint32_t items;   /* the items that take part; 0 for the 21 */
    uint32_t cells;   /* flags of cells */
    uint32_t wanted;  /* the answers; 0 for all, in codes and bits */
    uint32_t threads; /* at most so many; 0 for the calling one alone */
    uint8_t lake;     /* 1: lakes and reservoirs */
    uint8_t means;    /* 1: means, rounded first */
    uint8_t target;   /* the target class of all rows, or 0 */
    uint8_t reserved[5];
} gb3838_table_options;

/* Classes the rows of a table: a struct array whose columns are named for items, by any of their
 * names. Columns may be numbers (int8 to int64, uint8 to uint64, float, double, decimal128), or
 * texts (utf8, large utf8, string views, dictionaries of these) in the notation of laboratories. A
 * boolean column `X_below` marks the rows of column `X` that hold a detection limit. Other columns
 * pass. NaN and null are missing. A cell that cannot be used costs that cell and is a finding.
 *
 * The input is borrowed and not released. The output is a struct array of as many rows, and is
 * yours: call release of both. `message` may be null; after an error it has a text, ended by NUL. */
gb3838_status gb3838_classify_table(const gb3838_table_options *options,
                                    const struct ArrowSchema *schema,
                                    const struct ArrowArray *array, struct ArrowSchema *out_schema,
                                    struct ArrowArray *out_array, char *message, size_t capacity);

/* ---- annual sums ---------------------------------------------------------------------------- */

/* Exact sums by section, year, month and item. Any order, any partition and any number of them
 * merged give the same bytes. One thread at a time. */
typedef struct gb3838_annual gb3838_annual;

gb3838_annual *gb3838_annual_new(void);         /* null where there is no memory */
void gb3838_annual_free(gb3838_annual *sums);   /* null is nothing to free */

/* Feeds a table: a column of sections (texts or integers), one of times (date32, date64, timestamps
 * without a zone, or texts such as 2026-02-05), and columns of items as above. */
gb3838_status gb3838_annual_feed(gb3838_annual *sums, const struct ArrowSchema *schema,
                                 const struct ArrowArray *array, const char *section,
                                 size_t section_length, const char *time, size_t time_length,
                                 uint32_t cells, char *message, size_t capacity);

/* What became of all values that were fed: each was used, missing or refused. */
typedef struct gb3838_fed {
    uint64_t used;
    uint64_t below;         /* of those used: below a detection limit */
    uint64_t missing;
    uint64_t refused;       /* impossible, or not read */
    uint64_t rows_left_out; /* without a section or a time: their values are in no other count */
    uint64_t sections;      /* each year of one counting */
} gb3838_fed;

/* The counts, and in `message` the first thing that was refused or left out. */
gb3838_status gb3838_annual_fed(const gb3838_annual *sums, gb3838_fed *fed, char *message,
                                size_t capacity);

/* Adds other sums, which stay as they are. */
gb3838_status gb3838_annual_merge(gb3838_annual *sums, const gb3838_annual *other, char *message,
                                  size_t capacity);

/* The sums as bytes of version 1, for files and other machines. `length` is always written; with
 * too little room the answer is GB3838_SHORT_BUFFER and nothing else is. */
gb3838_status gb3838_annual_state(const gb3838_annual *sums, uint8_t *bytes, size_t capacity,
                                  size_t *length);

/* Adds sums from bytes. Any bytes may be given: those that are no state are refused. */
gb3838_status gb3838_annual_merge_state(gb3838_annual *sums, const uint8_t *bytes, size_t length,
                                        char *message, size_t capacity);

/* The year of each section, in the order of names and years: section, year, class, determining,
 * participating, absent, undecidable, worse_than_target, met, months, sufficient; with names, as
 * GB3838_WANT_NAMES says. The column months is that of the items that decide; sufficient is of those
 * of the five that were asked for, or of all that were where none of the five was; an item without
 * limits here counts for nothing. `months` must have a value; 0 is twelve. A null pointer for options
 * is means of rivers. */
gb3838_status gb3838_annual_classes(const gb3838_annual *sums, const gb3838_table_options *options,
                                    uint32_t months, struct ArrowSchema *out_schema,
                                    struct ArrowArray *out_array, char *message, size_t capacity);

#endif /* GB3838_VALUES_ONLY */

#ifdef __cplusplus
}
#endif

#endif
