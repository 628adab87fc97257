/* Paints a stack, calls, and sees how deep the paint is gone: at most 4 KB a call. */
#define _GNU_SOURCE
#include <gb3838.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SIZE = 256 * 1024, LIMIT = 4096 };
static _Alignas(4096) unsigned char stack[SIZE];
static void (*call)(void);
static volatile size_t start;

static gb3838_sample sample;
static gb3838_sum sums[5];
static gb3838_reading reading;
static gb3838_assessment found;
static gb3838_circumstances known;
static uint8_t code, outcome, scale;
static int64_t units;
static volatile gb3838_status status;
static const uint8_t five[] = {GB3838_PH, GB3838_DISSOLVED_OXYGEN, GB3838_PERMANGANATE_INDEX,
                               GB3838_AMMONIA_NITROGEN, GB3838_TOTAL_PHOSPHORUS};

static void nothing(void) { status = 0; }
static void parse(void) { status = gb3838_parse("0.025L", 6, GB3838_AMMONIA_NITROGEN, 0, &reading); }
static void class_of(void) { status = gb3838_class_of(gb3838_river_means(), GB3838_PH, 755, 2, &code); }
static void judge(void) {
    status = gb3838_judge(gb3838_river_means(), GB3838_AMMONIA_NITROGEN, &reading, 0, &outcome, &code);
}
static void assess(void) { status = gb3838_assess(gb3838_river_readings(), &sample, &known, &found); }
static void add(void) { status = gb3838_sum_add(&sums[3], &reading); }
static void remove_one(void) { status = gb3838_sum_remove(&sums[3], &reading); }
static void mean(void) { status = gb3838_sum_mean(&sums[0], 2, &units, &scale); }
static void assess_sums(void) {
    status = gb3838_assess_sums(gb3838_river_means(), sums, 5, &known, &found);
}

static void *on_the_stack(void *unused) {
    unsigned char here;
    start = (size_t)(&here - stack);
    call();
    return unused;
}

static size_t depth(void (*what)(void)) {
    memset(stack, 0xA5, SIZE);
    call = what;
    pthread_attr_t attributes;
    pthread_t thread;
    if (pthread_attr_init(&attributes) || pthread_attr_setstack(&attributes, stack, SIZE) ||
        pthread_create(&thread, &attributes, on_the_stack, NULL) || pthread_join(thread, NULL))
        exit(2);
    size_t lowest = 0;
    while (lowest < SIZE && stack[lowest] == 0xA5) lowest++;
    /* What is below `start` was used by the call; a thread's own start-up is above it. */
    return lowest > start ? 0 : start - lowest;
}

/* One reading an item, and three of it in each sum. */
static int fill(const char *const cells[5]) {
    memset(&sample, 0, sizeof sample);
    for (int i = 0; i < 5; i++) {
        if (gb3838_sample_parse(&sample, five[i], cells[i], strlen(cells[i]), 0)) return 1;
        if (gb3838_sum_init(&sums[i], five[i])) return 1;
        for (int n = 0; n < 3; n++)
            if (gb3838_sum_add(&sums[i], &sample.readings[five[i] - 1])) return 1;
    }
    return 0;
}

int main(void) {
    /* As laboratories write, and as long as cells can be. */
    static const char *const cells[2][5] = {
        {"7.66", "8.1", "13.3", "0.025L", "0.12"},
        {"0.123456789012345678", "8.123456789012345671", "9.123456789012345673",
         "0.25123456789012345L", "9.123456789012345679"}};
    known.target = 2;
    struct { const char *name; void (*what)(void); } calls[] = {
        {"parse", parse}, {"class_of", class_of}, {"judge", judge}, {"assess", assess},
        {"sum_add", add}, {"sum_remove", remove_one}, {"sum_mean", mean}, {"assess_sums", assess_sums}};
    size_t base = depth(nothing);
    int failed = 0;
    for (int length = 0; length < 2; length++) {
        for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
            /* Each call changes what the next one finds. */
            if (fill(cells[length])) return 2;
            reading = sample.readings[GB3838_AMMONIA_NITROGEN - 1];
            size_t used = depth(calls[i].what) - base;
            printf("%-12s %5zu bytes of stack\n", calls[i].name, used);
            failed |= status != 0 || used == 0 || used > LIMIT;
        }
    }
    return failed;
}
