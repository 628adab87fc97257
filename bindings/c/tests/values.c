/* The value functions, called as a station calls them. Expected classes are read from Table 1. */
#include <gb3838.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHECK(what)                                                                              \
    do {                                                                                         \
        if (!(what)) {                                                                           \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #what);                           \
            exit(1);                                                                             \
        }                                                                                        \
    } while (0)

static gb3838_reading read_cell(uint8_t item, const char *cell) {
    gb3838_reading reading;
    CHECK(gb3838_parse(cell, strlen(cell), item, 0, &reading) == GB3838_OK);
    return reading;
}

static uint8_t class_of(const gb3838_classifier *classifier, uint8_t item, int64_t units,
                        uint8_t scale) {
    uint8_t code = 99;
    CHECK(gb3838_class_of(classifier, item, units, scale, &code) == GB3838_OK);
    return code;
}

static void cells(void) {
    gb3838_reading reading = read_cell(GB3838_AMMONIA_NITROGEN, "0.025L");
    CHECK(reading.kind == GB3838_BELOW && reading.units == 25 && reading.scale == 3);
    reading = read_cell(GB3838_AMMONIA_NITROGEN, "-1");
    CHECK(reading.kind == GB3838_MISSING && reading.missing == GB3838_MISSING_NOT_MONITORED);
    reading = read_cell(GB3838_AMMONIA_NITROGEN, "");
    CHECK(reading.kind == GB3838_MISSING && reading.missing == GB3838_MISSING_BLANK);
    CHECK(gb3838_parse("abc", 3, GB3838_PH, 0, &reading) == GB3838_NOT_A_READING);
    CHECK(gb3838_parse("15", 2, GB3838_PH, 0, &reading) == GB3838_IMPOSSIBLE);
    CHECK(gb3838_parse("\xff\xfe", 2, GB3838_PH, 0, &reading) == GB3838_NOT_UTF8);
    CHECK(gb3838_parse("7", 1, 25, 0, &reading) == GB3838_NO_SUCH_ITEM);
    CHECK(gb3838_parse("7", 1, 0, 0, &reading) == GB3838_NO_SUCH_ITEM);
    CHECK(gb3838_parse("7", 1, GB3838_PH, 64, &reading) == GB3838_NO_SUCH_KIND);
    CHECK(gb3838_parse(NULL, 1, GB3838_PH, 0, &reading) == GB3838_NULL_POINTER);
    CHECK(gb3838_parse(NULL, 0, GB3838_PH, 0, &reading) == GB3838_OK);
    CHECK(gb3838_parse("7", 1, GB3838_PH, 0, NULL) == GB3838_NULL_POINTER);
    CHECK(gb3838_parse("-0.025", 6, GB3838_ZINC, GB3838_NEGATIVE_IS_BELOW, &reading) == GB3838_OK);
    CHECK(reading.kind == GB3838_BELOW && reading.units == 25);
}

static void items(void) {
    /* NH3-N: 0.15, 0.5, 1.0, 1.5, 2.0. A value equal to its limit meets it. */
    CHECK(class_of(gb3838_river_readings(), GB3838_AMMONIA_NITROGEN, 15, 2) == 1);
    CHECK(class_of(gb3838_river_readings(), GB3838_AMMONIA_NITROGEN, 151, 3) == 2);
    CHECK(class_of(gb3838_river_readings(), GB3838_AMMONIA_NITROGEN, 201, 2) == 6);
    /* 1.005 is 1.00 when it is rounded first, half to even. */
    CHECK(class_of(gb3838_river_means(), GB3838_AMMONIA_NITROGEN, 1005, 3) == 3);
    CHECK(class_of(gb3838_river_readings(), GB3838_AMMONIA_NITROGEN, 1005, 3) == 4);
    /* Phosphorus has a row for lakes: 0.1 is class II of a river and IV of a lake. */
    CHECK(class_of(gb3838_river_readings(), GB3838_TOTAL_PHOSPHORUS, 1, 1) == 2);
    CHECK(class_of(gb3838_lake_readings(), GB3838_TOTAL_PHOSPHORUS, 1, 1) == 4);
    CHECK(class_of(gb3838_lake_means(), GB3838_TOTAL_NITROGEN, 10, 1) == 3);
    CHECK(class_of(gb3838_river_means(), GB3838_TOTAL_NITROGEN, 10, 1) == 0);
    uint8_t code, outcome;
    CHECK(gb3838_class_of(gb3838_river_means(), GB3838_PH, -1, 0, &code) == GB3838_IMPOSSIBLE);
    CHECK(gb3838_class_of(gb3838_river_means(), GB3838_PH, 7, 19, &code) == GB3838_OUT_OF_RANGE);
    CHECK(gb3838_class_of(NULL, GB3838_PH, 7, 0, &code) == GB3838_NULL_POINTER);
    uint64_t other[1000] = {0};
    CHECK(gb3838_class_of((const gb3838_classifier *)other, GB3838_PH, 7, 0, &code) ==
          GB3838_NOT_INITIALISED);
    /* Below 0.5 mg/L of lead proves nothing against 0.05. */
    gb3838_reading lead = read_cell(GB3838_LEAD, "0.5L");
    CHECK(gb3838_judge(gb3838_river_readings(), GB3838_LEAD, &lead, 0, &outcome, &code) == GB3838_OK);
    CHECK(outcome == GB3838_UNDECIDABLE && code == 0);
    char text[128];
    CHECK(gb3838_items_text(GB3838_FIVE_ITEMS, text, sizeof text) == GB3838_OK);
    CHECK(strcmp(text, "pH;DO;CODMn;NH3-N;TP") == 0);
    CHECK(gb3838_items_text(0xffffff, text, sizeof text) == GB3838_OK && strlen(text) < 128);
    CHECK(gb3838_items_text(GB3838_FIVE_ITEMS, text, 20) == GB3838_SHORT_BUFFER && !text[0]);
    CHECK(gb3838_items_text(GB3838_FIVE_ITEMS, text, 21) == GB3838_OK);
    CHECK(gb3838_items_text(1u << 24, text, sizeof text) == GB3838_NO_SUCH_ITEM);
    CHECK(gb3838_item_by_name("\xe6\xb0\xa8\xe6\xb0\xae", 6, &code) == GB3838_OK &&
          code == GB3838_AMMONIA_NITROGEN);
    CHECK(gb3838_item_by_name("water", 5, &code) == GB3838_NOT_AN_ITEM);
    CHECK(gb3838_item_symbol(GB3838_PERMANGANATE_INDEX, text, 8) == GB3838_OK &&
          strcmp(text, "CODMn") == 0);
    CHECK(strcmp(gb3838_class_name(6), "inferior_V") == 0 && !*gb3838_class_name(7));
    CHECK(strlen(gb3838_status_text(GB3838_IMPOSSIBLE)) > 0 && *gb3838_status_text(-5));
}

static void samples(void) {
    gb3838_sample sample = {0};
    CHECK(gb3838_sample_parse(&sample, GB3838_PH, "7.66", 4, 0) == GB3838_OK);
    CHECK(gb3838_sample_parse(&sample, GB3838_PERMANGANATE_INDEX, "13.3", 4, 0) == GB3838_OK);
    CHECK(gb3838_sample_parse(&sample, GB3838_LEAD, "0.5L", 4, 0) == GB3838_OK);
    CHECK(gb3838_sample_parse(&sample, GB3838_TOTAL_NITROGEN, "3", 1, 0) == GB3838_OK);
    CHECK(gb3838_sample_parse(&sample, GB3838_PH, "7", 1, 0) == GB3838_ITEM_TWICE);
    gb3838_circumstances known = {0};
    known.target = 3;
    known.samples = 1;
    known.required = 2;
    known.natural_background = GB3838_SET(GB3838_PERMANGANATE_INDEX);
    gb3838_assessment found;
    CHECK(gb3838_assess(gb3838_river_readings(), &sample, &known, &found) == GB3838_OK);
    /* CODMn of 13.3 is above 10 and within 15: class V. */
    CHECK(found.class_code == 5 && found.class_without_background == 1);
    CHECK(found.determining == GB3838_SET(GB3838_PERMANGANATE_INDEX));
    CHECK(found.worse_than_target == found.determining && found.exempted == found.determining);
    CHECK(found.undecidable == GB3838_SET(GB3838_LEAD));
    CHECK(found.verdict == GB3838_MISSED && found.provisional == 1);
    CHECK(found.item_classes[GB3838_PH - 1] == 1 && found.item_classes[GB3838_LEAD - 1] == 0);
    CHECK(!(found.participating & found.absent) && !(found.absent & found.undecidable));
    CHECK(gb3838_assess(gb3838_river_readings(), &sample, NULL, &found) == GB3838_OK);
    CHECK(found.class_code == 5 && found.reason == GB3838_NO_TARGET);
    known.items = 1u << 30;
    CHECK(gb3838_assess(gb3838_river_readings(), &sample, &known, &found) == GB3838_NO_SUCH_ITEM);
    CHECK(found.class_code == 0);
    gb3838_reading negative = {-5, 0, GB3838_VALUE, 0, {0}};
    CHECK(gb3838_sample_clear(&sample) == GB3838_OK);
    CHECK(gb3838_sample_insert(&sample, GB3838_COPPER, &negative) == GB3838_OK);
    CHECK(gb3838_assess(gb3838_river_readings(), &sample, NULL, &found) == GB3838_IMPOSSIBLE);
    CHECK(found.refused_item == GB3838_COPPER);
    uint8_t verdict, reason, provisional;
    CHECK(gb3838_verdict(3, 3, 12, 12, &verdict, &reason, &provisional) == GB3838_OK);
    CHECK(verdict == GB3838_MET && provisional == 0);
    CHECK(gb3838_verdict(0, 3, 11, 12, &verdict, &reason, &provisional) == GB3838_OK);
    CHECK(verdict == GB3838_NOT_ASSESSED && reason == GB3838_NO_CLASS && provisional == 1);
    CHECK(gb3838_verdict(7, 3, 0, 0, &verdict, &reason, &provisional) == GB3838_NO_SUCH_CLASS);
}

static void sums(void) {
    gb3838_sum sum, part, all[2];
    CHECK(gb3838_sum_init(&sum, GB3838_AMMONIA_NITROGEN) == GB3838_OK);
    gb3838_reading one = read_cell(GB3838_AMMONIA_NITROGEN, "1.00");
    gb3838_reading two = read_cell(GB3838_AMMONIA_NITROGEN, "1.01");
    gb3838_reading slip = read_cell(GB3838_AMMONIA_NITROGEN, "10.1");
    gb3838_reading none = read_cell(GB3838_AMMONIA_NITROGEN, "--");
    CHECK(gb3838_sum_add(&sum, &one) == GB3838_OK && gb3838_sum_add(&sum, &slip) == GB3838_OK);
    CHECK(gb3838_sum_add(&sum, &none) == GB3838_OK);
    CHECK(gb3838_sum_remove(&sum, &slip) == GB3838_OK);
    CHECK(gb3838_sum_remove(&sum, &slip) == GB3838_NOT_THERE);
    CHECK(gb3838_sum_init(&part, GB3838_AMMONIA_NITROGEN) == GB3838_OK);
    CHECK(gb3838_sum_add(&part, &two) == GB3838_OK && gb3838_sum_merge(&sum, &part) == GB3838_OK);
    uint32_t values, below, missing;
    CHECK(gb3838_sum_counts(&sum, &values, &below, &missing) == GB3838_OK);
    CHECK(values == 2 && below == 0 && missing == 1);
    int64_t units;
    uint8_t scale, code;
    /* 2.01 / 2 = 1.005, half to even 1.00. */
    CHECK(gb3838_sum_mean(&sum, 2, &units, &scale) == GB3838_OK && units == 100 && scale == 2);
    CHECK(gb3838_sum_class(gb3838_river_means(), &sum, &code) == GB3838_OK && code == 3);
    all[0] = sum;
    CHECK(gb3838_sum_init(&all[1], GB3838_PH) == GB3838_OK);
    CHECK(gb3838_sum_mean(&all[1], 2, &units, &scale) == GB3838_NO_VALUE);
    CHECK(gb3838_sum_merge(&all[1], &sum) == GB3838_OTHER_ITEM);
    gb3838_assessment found;
    gb3838_circumstances known = {0};
    known.target = 2;
    CHECK(gb3838_assess_sums(gb3838_river_means(), all, 2, &known, &found) == GB3838_OK);
    CHECK(found.class_code == 3 && found.verdict == GB3838_MISSED && found.samples == 0);
    all[1] = sum;
    CHECK(gb3838_assess_sums(gb3838_river_means(), all, 2, &known, &found) == GB3838_ITEM_TWICE);
    memset(&sum, 7, sizeof sum);
    CHECK(gb3838_sum_add(&sum, &one) == GB3838_NOT_INITIALISED);
}

/* Calls with random words: an error or an answer, never more. */
static void fuzz(long calls) {
    uint64_t state = 88172645463325252u;
    long done = 0;
    gb3838_sample sample = {0};
    gb3838_sum sum;
    CHECK(gb3838_sum_init(&sum, GB3838_PH) == GB3838_OK);
    for (long call = 0; call < calls; call++) {
        state ^= state << 13, state ^= state >> 7, state ^= state << 17;
        uint8_t item = (uint8_t)(state >> 8) % 27, code, outcome;
        unsigned char text[24];
        for (size_t i = 0; i < sizeof text; i++)
            text[i] = (unsigned char)((state & 1) ? (state >> (i % 56)) * 31 + i : (uint64_t)"0123456789.-<L NDE/*+"[(state >> (i % 50)) % 20]);
        size_t length = (size_t)(state >> 40) % (sizeof text + 1);
        gb3838_reading reading = {(int64_t)(state * 0x9e3779b97f4a7c15u), (uint8_t)(state >> 20),
                                  (uint8_t)((state >> 30) % 4), (uint8_t)((state >> 36) % 11), {0}};
        if (state & 2) reading.scale %= 19;
        if (state & 4) reading.units = (reading.units & 0x7fffffffffffffff) % 20000;
        gb3838_assessment found;
        gb3838_status status;
        switch ((state >> 3) % 7) {
        case 0: status = gb3838_parse((const char *)text, length, item, (uint32_t)(state >> 44) % 5, &reading); break;
        case 1: status = gb3838_judge(gb3838_river_means(), item, &reading, (uint8_t)(state >> 50) % 8, &outcome, &code); break;
        case 2: status = gb3838_sample_insert(&sample, item, &reading); break;
        case 3: status = gb3838_assess(gb3838_lake_readings(), &sample, NULL, &found);
                if (call % 5 == 0) gb3838_sample_clear(&sample);
                break;
        case 4: status = gb3838_sum_add(&sum, &reading); break;
        case 5: status = gb3838_sum_remove(&sum, &reading); break;
        default: status = gb3838_sum_class(gb3838_river_means(), &sum, &code);
                 if (call % 3 == 0) gb3838_sum_init(&sum, item);
        }
        CHECK(status >= 0 && status < GB3838_FAULT);
        done += status == GB3838_OK;
    }
    CHECK(done > calls / 10);
}

int main(int count, char **arguments) {
    cells();
    items();
    samples();
    sums();
    fuzz(count > 1 ? atol(arguments[1]) : 20000);
    puts("values: as expected");
    return 0;
}
